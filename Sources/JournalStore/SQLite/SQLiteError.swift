internal import CSQLite
internal import Platform

/// An error from SQLite.
///
/// It carries the extended result code, SQLite's message and the statement with
/// its placeholders. The values bound to the placeholders are never part of it,
/// so that an error that ends up in a log holds no health data: where a message
/// could quote one, SQLite's general words for the code stand in its place.
public struct SQLiteError: Error, Equatable, Sendable {
  /// An extended result code, such as `SQLITE_CONSTRAINT_UNIQUE`.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// SQLite's number for it.
    public let rawValue: Int32

    /// Creates a code from SQLite's number.
    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    /// The code without its extension, such as `SQLITE_CONSTRAINT`.
    public var primary: Code { Code(rawValue: rawValue & 0xff) }
  }

  /// What an error tells, behind one pointer.
  ///
  /// The optimiser of Swift 6.3 releases an error of several words wrongly where a
  /// function that throws this type is called inside a `catch` for errors of any type.
  private final class Contents: Sendable {
    let code: Code
    let message: String
    let sql: String?
    let offset: Int?
    let systemError: Int32

    init(_ code: Code, _ message: String, sql: String?, offset: Int?, systemError: Int32) {
      self.code = code
      self.message = message
      self.sql = sql
      self.offset = offset
      self.systemError = systemError
    }
  }

  private let contents: Contents

  /// The extended result code.
  public var code: Code { contents.code }

  /// SQLite's message, or the wrapper's own.
  public var message: String { contents.message }

  /// The failing statement with its placeholders, if any.
  public var sql: String? { contents.sql }

  /// The place in `sql`, in UTF-8 bytes from its start, if known.
  public var offset: Int? { contents.offset }

  /// The system's error number behind it, such as `ENOSPC`; 0 if there is none.
  var systemError: Int32 { contents.systemError }

  /// Creates an error of the wrapper itself.
  init(_ code: Code, _ message: String, sql: String? = nil, offset: Int? = nil) {
    contents = Contents(code, message, sql: sql, offset: offset, systemError: 0)
  }

  /// Creates the error of the latest call on `db`.
  init(latestOn db: OpaquePointer, code: Int32, sql: String?) {
    let left = errno
    let offset = csqlite_error_offset(db)
    let code = Code(rawValue: code)
    let isOfSystem = [.ioError, .cannotOpen].contains(code.primary)
    contents = Contents(
      code, String(cString: sqlite3_errmsg(db)), sql: sql,
      offset: offset >= 0 ? Int(offset) : nil,
      systemError: isOfSystem ? Self.systemError(of: db, left) : 0)
  }

  /// The system's error number behind the latest error on `db`.
  ///
  /// SQLite forgets some of them on its way out of a failed commit, so the number that
  /// the system left counts too.
  private static func systemError(of db: OpaquePointer, _ left: Int32) -> Int32 {
    let known = sqlite3_system_errno(db)
    return known == 0 || [ENOSPC, EDQUOT].contains(left) ? left : known
  }

  /// Whether two errors tell the same.
  public static func == (one: SQLiteError, other: SQLiteError) -> Bool {
    one.code == other.code && one.message == other.message && one.sql == other.sql
      && one.offset == other.offset && one.systemError == other.systemError
  }

  /// Whether there was no room on the disk, or the owner's share of it is used up.
  var isForLackOfRoom: Bool {
    code.primary == .full || [ENOSPC, EDQUOT].contains(systemError)
  }
}

extension SQLiteError: CustomStringConvertible {
  /// SQLite's message and its code, without the statement or any value.
  public var description: String { "\(message) (SQLite code \(code.rawValue))" }
}

extension SQLiteError.Code {
  /// Matches an error by its extended or its primary code in a `catch` clause.
  public static func ~= (code: Self, error: any Error) -> Bool {
    guard let error = error as? SQLiteError else { return false }
    return error.code == code || error.code.primary == code
  }

  /// Another connection has a lock.
  public static let busy = Self(rawValue: SQLITE_BUSY)
  /// The database or its folder cannot be opened.
  public static let cannotOpen = Self(rawValue: SQLITE_CANTOPEN)
  /// A constraint of any kind is violated.
  public static let constraint = Self(rawValue: SQLITE_CONSTRAINT)
  /// A CHECK constraint is violated.
  public static let constraintCheck = Self(rawValue: CSQLITE_CONSTRAINT_CHECK)
  /// A foreign key points nowhere, or the row it points to was to go.
  public static let constraintForeignKey = Self(rawValue: CSQLITE_CONSTRAINT_FOREIGNKEY)
  /// A row with this unique value exists.
  public static let constraintUnique = Self(rawValue: CSQLITE_CONSTRAINT_UNIQUE)
  /// The file is damaged.
  public static let corrupt = Self(rawValue: SQLITE_CORRUPT)
  /// The authorizer denied the statement.
  public static let denied = Self(rawValue: SQLITE_AUTH)
  /// A generic error: a mistake in the SQL, a function that failed.
  public static let error = Self(rawValue: SQLITE_ERROR)
  /// The disk is full.
  public static let full = Self(rawValue: SQLITE_FULL)
  /// The statement was interrupted, by a call or by the progress handler.
  public static let interrupted = Self(rawValue: SQLITE_INTERRUPT)
  /// The operating system could not read or write.
  public static let ioError = Self(rawValue: SQLITE_IOERR)
  /// A column or an argument has a different type.
  public static let mismatch = Self(rawValue: SQLITE_MISMATCH)
  /// The wrapper was misused.
  public static let misuse = Self(rawValue: SQLITE_MISUSE)
  /// The file is not a database.
  public static let notADatabase = Self(rawValue: SQLITE_NOTADB)
  /// There is not enough memory.
  public static let outOfMemory = Self(rawValue: SQLITE_NOMEM)
  /// The file, the folder or the connection is read-only.
  public static let readOnly = Self(rawValue: SQLITE_READONLY)
  /// The folder is read-only, so there can be no journal file in it.
  public static let readOnlyDirectory = Self(rawValue: CSQLITE_READONLY_DIRECTORY)
  /// An unfinished transaction must be rolled back, which needs writing.
  public static let readOnlyRollback = Self(rawValue: SQLITE_READONLY | 3 << 8)
  /// The lock protocol of the write-ahead log gave up, as with ``busy``.
  public static let protocolFailed = Self(rawValue: SQLITE_PROTOCOL)
  /// The installed SQLite is too old: a code of the wrapper's own, as SQLite has
  /// none for itself.
  static let tooOld = Self(rawValue: SQLITE_ERROR | 255 << 8)
  /// A string, a blob or a row is too large for SQLite.
  public static let tooBig = Self(rawValue: SQLITE_TOOBIG)
}

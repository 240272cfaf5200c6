internal import CSQLite

/// A connection to one SQLite database file, used from one task at a time.
///
/// Opening it enables what SQLite leaves off for old programs: foreign keys,
/// extended result codes, defensive mode. It disables double-quoted strings,
/// which hide misspelt column names, and trust in functions called from views and
/// triggers.
final class Connection {
  /// Access to the file.
  enum Access {
    /// Read only; the file must exist.
    case readOnly
    /// Read only, for a file that does not change; no files are created next to
    /// it, and a log is ignored.
    case immutable
    /// Read and write; the file must exist.
    case readWrite
    /// Read and write; creates a missing file.
    case create
  }

  /// The oldest SQLite with all that the program calls and the schema uses, as
  /// `sqlite3_libversion_number` counts: 3.37.0.
  static let oldestVersion: Int32 = 3_037_000

  /// How long a call waits for another connection's lock.
  static let busyTimeoutMilliseconds: Int32 = 5_000

  let handle: OpaquePointer
  /// The file, if only a writer can remove the files next to it afterwards.
  private let tidiedPath: String?
  var cache = StatementCache()
  // Kept alive as long as SQLite may call them.
  var authorizer: AuthorizerBox?
  var progressHandler: ProgressBox?
  /// Where the withheld table is, while statements of a person are prepared.
  var withheldPages: Set<Int> = []
  /// Called once the file is closed, when its log has moved into it.
  var afterClosing: (() -> Void)?

  /// Opens the database at `path`; `:memory:` opens one in memory.
  ///
  /// Other paths are files, even if they look like URIs.
  ///
  /// - Throws: ``SQLiteError/Code/cannotOpen`` if the file or folder does not
  ///   exist, ``SQLiteError/Code/tooOld`` if SQLite itself is. Only
  ///   reading reveals that a file is not a database.
  init(path: String, access: Access) throws(SQLiteError) {
    try Self.checkVersion(sqlite3_libversion_number())
    let mode =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    // Connections are not shared between threads, so no mutex is needed.
    let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    // Some builds of SQLite treat "file:" as the start of a URI.
    let file =
      switch access {
      case .immutable: Self.address(of: path) + "?immutable=1"
      case .readOnly, .readWrite, .create: path.hasPrefix("file:") ? "./\(path)" : path
      }
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(file, &handle, flags, nil)
    guard let handle else {
      throw SQLiteError(.outOfMemory, "there is not enough memory to open a database")
    }
    guard code == SQLITE_OK else {
      let error = SQLiteError(latestOn: handle, code: code, sql: nil)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    tidiedPath = access == .readOnly ? path : nil
    setBusyTimeout(milliseconds: Self.busyTimeoutMilliseconds)
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, true)
  }

  deinit {
    cache.removeAll()
    sqlite3_close_v2(handle)
    if let tidiedPath { Self.tidy(beside: tidiedPath) }
    afterClosing?()
  }

  /// Refuses an SQLite before ``oldestVersion``, whose errors would be obscure.
  ///
  /// - Parameter version: A number such as 3040001, for 3.40.1.
  /// - Throws: ``SQLiteError/Code/tooOld``.
  static func checkVersion(_ version: Int32) throws(SQLiteError) {
    guard version < oldestVersion else { return }
    throw SQLiteError(
      .tooOld,
      "nerve needs SQLite 3.37 or newer, and this system has \(version / 1_000_000)."
        + "\(version / 1_000 % 1_000).\(version % 1_000)")
  }

  /// Removes the empty log and index that a reader leaves behind.
  ///
  /// Reading creates them, and the last writer to close a database removes them,
  /// so one is opened and closed. A log with contents stays.
  private static func tidy(beside path: String) {
    guard case .regular(isEmpty: true)? = try? fileKind(at: path + "-wal") else { return }
    // Failure is no loss, for example without write access.
    try? Connection(path: path, access: .readWrite).execute(script: "PRAGMA user_version")
  }

  /// The URI of the file at `path`.
  private static func address(of path: String) -> String {
    let escaped = path.map { character in
      switch character {
      case "%": "%25"
      case "?": "%3f"
      case "#": "%23"
      default: String(character)
      }
    }
    return (path.hasPrefix("/") ? "file://" : "file:") + escaped.joined()
  }

  /// Sets how long a call waits for another connection's lock.
  func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Switches one of the `SQLITE_DBCONFIG_` options and checks that it took.
  func configure(_ option: Int32, _ isOn: Bool) throws(SQLiteError) {
    var result: Int32 = -1
    let code = csqlite_db_config(handle, option, isOn ? 1 : 0, &result)
    guard code == SQLITE_OK, result == (isOn ? 1 : 0) else {
      throw SQLiteError(.error, "this SQLite does not know configuration option \(option)")
    }
  }

  /// Enables or disables the enforcement of foreign keys.
  ///
  /// - Throws: ``SQLiteError/Code/misuse`` inside a transaction, whose rows would
  ///   otherwise be checked only in part.
  func setForeignKeys(_ isOn: Bool) throws(SQLiteError) {
    guard !isInTransaction else {
      throw SQLiteError(.misuse, "foreign keys cannot be switched inside a transaction")
    }
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, isOn)
  }

  /// Whether closing the file may checkpoint its write-ahead log, as the last
  /// connection does.
  func setCheckpointOnClose(_ isOn: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !isOn)
  }

  /// Whether tables used by views and triggers can be renamed.
  func setRenamingUnderViews(_ isOn: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, isOn)
  }

  /// Switches the database to a write-ahead log; the file remembers this, so it
  /// is only done for a new one.
  ///
  /// SQLite does not wait for a lock here, so this does: several processes may be
  /// creating the same journal.
  func switchToWriteAheadLog() throws(SQLiteError) {
    let pause: Int32 = 50
    for _ in 0..<(Self.busyTimeoutMilliseconds / pause) {
      do {
        return try execute(script: "PRAGMA journal_mode = WAL")
      } catch  where error.code.primary == .busy {
        sqlite3_sleep(pause)
      }
    }
    try execute(script: "PRAGMA journal_mode = WAL")
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The number of rows changed by the latest INSERT, UPDATE or DELETE.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The rowid of the latest inserted row.
  var lastInsertedRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// SQLite's error for its latest call.
  func latestError(_ code: Int32, sql: String? = nil) -> SQLiteError {
    SQLiteError(latestOn: handle, code: code, sql: sql)
  }
}

/// The version of SQLite, such as `3.40.1`.
let sqliteVersion = String(cString: sqlite3_libversion())

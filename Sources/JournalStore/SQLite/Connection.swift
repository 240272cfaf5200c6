internal import CSQLite

/// A connection to one SQLite database file, used from one task at a time.
///
/// Opening it switches on what SQLite leaves off for the sake of old programs:
/// foreign keys, extended result codes, defensive mode; and switches off what a
/// journal must not rely on: double-quoted strings, which hide misspelt column
/// names, and trust in functions called from views and triggers.
final class Connection {
  /// What the connection may do with the file.
  enum Access {
    /// Read only; the file must exist.
    case readOnly
    /// Read only, a file that nobody changes meanwhile; nothing is made beside
    /// it, and a log beside it is not looked at.
    case immutable
    /// Read and write; the file must exist.
    case readWrite
    /// Read and write, and create the file if there is none.
    case create
  }

  /// How long a call waits for another connection's lock before it gives up.
  static let busyTimeoutMilliseconds: Int32 = 5_000

  let handle: OpaquePointer
  /// The file, if only a writer can take away what lies beside it afterwards.
  private let tidiedPath: String?
  var cache = StatementCache()
  // Held here for as long as SQLite may call them.
  var authorizer: AuthorizerBox?
  var progressHandler: ProgressBox?

  /// Opens the database at `path`; `:memory:` opens one in memory.
  ///
  /// Other paths name files, also those that look like addresses.
  ///
  /// - Throws: ``SQLiteError/Code/cannotOpen`` if there is no such file or
  ///   folder. A file that is not a database is only found out by reading it.
  init(path: String, access: Access) throws(SQLiteError) {
    let mode =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    // Connections are not shared between threads, so no mutex is needed.
    let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    // Some builds of SQLite take what begins with "file:" for an address.
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
  }

  /// Takes away the empty log and its index, which a reader leaves behind.
  ///
  /// To read is to make them; the last writer to close a database removes them,
  /// so one is opened and closed. A log that holds something is left alone.
  private static func tidy(beside path: String) {
    guard case .regular(isEmpty: true)? = try? fileKind(at: path + "-wal") else { return }
    // It is no loss if it cannot be done, as where only reading is allowed.
    try? Connection(path: path, access: .readWrite).execute(script: "PRAGMA user_version")
  }

  /// The address of the file at `path`, as SQLite reads one.
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

  /// Switches the enforcement of foreign keys on or off.
  ///
  /// - Throws: ``SQLiteError/Code/misuse`` inside a transaction, which would end
  ///   with some of its rows checked and some not.
  func setForeignKeys(_ isOn: Bool) throws(SQLiteError) {
    guard !isInTransaction else {
      throw SQLiteError(.misuse, "foreign keys cannot be switched inside a transaction")
    }
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, isOn)
  }

  /// Whether closing the file may move its write-ahead log into it, as the last
  /// connection does.
  func setCheckpointOnClose(_ isOn: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !isOn)
  }

  /// Whether tables can be renamed although views and triggers name them.
  func setRenamingUnderViews(_ isOn: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, isOn)
  }

  /// Makes the database keep a write-ahead log; kept in the file, so it is only
  /// ever set on a new one.
  ///
  /// SQLite does not wait for a lock when it changes this, so it is waited for
  /// here: several processes may be making the same journal.
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

  /// The number of rows that the latest INSERT, UPDATE or DELETE changed.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The rowid of the latest row inserted.
  var lastInsertedRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// The error that SQLite reports for its latest call.
  func latestError(_ code: Int32, sql: String? = nil) -> SQLiteError {
    SQLiteError(latestOn: handle, code: code, sql: sql)
  }
}

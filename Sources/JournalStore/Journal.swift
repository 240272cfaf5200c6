public import JournalMigrations
internal import JournalModel
internal import Platform

/// A person's journal: one open SQLite file with the current schema.
///
/// Not safe to share between tasks. Every writing method is one transaction:
/// after a failure the journal is unchanged.
public final class Journal {
  /// The purpose of opening a journal.
  public enum Purpose: Sendable {
    /// To read; the file must exist.
    case reading
    /// To look something up in passing; the file must exist and have the current
    /// schema.
    case lookingUp
    /// To read for a study, without changing anything: the file must exist; an older
    /// schema is upgraded in a copy in memory.
    case studying
    /// To change existing contents; the file must exist.
    case changing
    /// To fill a new file, which must be missing or empty.
    case making
    /// To write.
    ///
    /// A missing file is created, and its folder too if `makingFolder` says so;
    /// an empty database becomes a journal.
    case writing(makingFolder: Bool)

    /// Whether a journal with the current schema stays unchanged.
    fileprivate var isReading: Bool {
      switch self {
      case .reading, .lookingUp, .studying: true
      case .changing, .making, .writing: false
      }
    }

    /// Whether this may create a journal.
    fileprivate var makesJournal: Bool {
      switch self {
      case .reading, .lookingUp, .studying, .changing: false
      case .making, .writing: true
      }
    }
  }

  /// Whether to check the file before it is used.
  public enum Check: Sendable {
    /// It was checked just now.
    case none
    /// Unless its bytes are known to be sound.
    case unlessKnown(to: SoundnessRecord)
    /// However long that takes.
    case always
  }

  /// The path of the journal.
  public fileprivate(set) var path: String

  /// Whether opening it created the journal.
  public let isNew: Bool

  /// The backup made while upgrading an older journal.
  public let migrationBackup: String?

  /// Where its backups go; `nil` for none.
  let backups: BackupPlace?

  let connection: Connection

  /// Finds the computer's id, which is kept with every action; empty if unknown.
  public var findDevice: () -> String = { "" }

  /// The computer's id, found when something is first written.
  private(set) lazy var device = findDevice()

  /// Whether days were changed that are to be cached before the journal is closed.
  var hasUncachedDays = false

  /// Whether others could read the file, which is now private.
  public let wasExposed: Bool

  /// How many times entries were written.
  var writes = 0

  /// The line of a file that is being logged; its first action gets its mark.
  var lineMark: LineMark?

  /// Whether an action has the mark already.
  var isMarkUsed = false

  /// Caches what was changed, and makes the backup of the day: once, however much that
  /// was, and after the answer.
  deinit {
    guard path != ":memory:" else { return }
    if hasUncachedDays { cacheDays() }
    if writes > 0 { backUpDaily() }
  }

  /// Opens the journal at `path`, checks that it is sound, and brings its schema up to
  /// date.
  ///
  /// - Parameters:
  ///   - path: A file, or `:memory:` for a journal that ends with the process.
  ///   - purpose: The purpose.
  ///   - check: Whether to check the file first.
  ///   - migrations: The steps of the schema; tests may use a subset.
  ///   - backups: Where its backups go, before an upgrade and later; `nil` for none.
  /// - Throws: ``JournalError``; then the file is unchanged.
  public init(
    path: String, for purpose: Purpose, check: Check = .always,
    migrations: [Migration] = allMigrations, backups: BackupPlace? = nil
  ) throws {
    (self.path, self.backups) = (path, backups)
    let migrator = Migrator(path: path, migrations: migrations, backups: backups)
    do {
      let soundness = Soundness(path, check, for: purpose)
      if path != ":memory:" { try LogsBeside(path).check() }
      if !purpose.isReading, path != ":memory:" { removeStaleDrafts(beside: path) }
      switch (purpose, try Self.isMissing(path)) {
      case (.reading, true), (.lookingUp, true), (.studying, true), (.changing, true):
        throw JournalError.noJournal(path: path)
      case (.making, false):
        throw JournalError.cannotOpen(path: path, reason: "a file with that name already exists")
      case (.making, true), (.writing, true):
        if case .writing(makingFolder: true) = purpose, let folder = folder(of: path) {
          try createPrivateFolder(at: folder)
        }
        try createPrivateFile(at: path)
      case (.reading, false), (.lookingUp, false), (.studying, false), (.changing, false),
        (.writing, false):
        break
      }
      if !purpose.isReading, path != ":memory:" { try checkSingleName(of: path) }
      if purpose.isReading {
        if case .studying = purpose {
          let (reader, state) = try Self.reader(at: path, migrator, mayWrite: false)
          connection = try migrator.unchanging(reader, state, soundness)
          migrationBackup = nil
          isNew = false
          wasExposed = false
          return
        }
        let (reader, state) = try Self.reader(at: path, migrator, mayWrite: true)
        if state == .current {
          try reader.keepTemporaryDataInMemory()
          try soundness.check(reader)
          try migrator.completeSchema(behind: reader)
          connection = reader
          migrationBackup = nil
          isNew = false
          wasExposed = makePrivate(path)
          return
        }
        if case .lookingUp = purpose {
          throw state == .empty
            ? JournalError.noJournal(path: path) : JournalError.readOnly(path: path)
        }
      }
      connection = try Connection(path: path, access: .readWrite)
      if purpose.isReading { try connection.keepTemporaryDataInMemory() }
      // A refused file stays unchanged, including its log.
      try connection.setCheckpointOnClose(false)
      isNew = try migrator.state(of: connection) == .empty
      if isNew {
        guard purpose.makesJournal || path == ":memory:" else {
          throw JournalError.noJournal(path: path)
        }
        try connection.switchToWriteAheadLog()
      } else {
        try soundness.check(connection)
      }
      try connection.execute(script: "PRAGMA synchronous = FULL")
      let upgrade = try migrator.migrate(connection)
      migrationBackup = upgrade?.backup
      if !isNew { try migrator.completeSchema(behind: connection) }
      try connection.setCheckpointOnClose(true)
      hasUncachedDays = upgrade != nil
      wasExposed = !isNew && makePrivate(path)
      connection.afterClosing = { soundness.renew() }
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  /// Creates a journal at `path`, which gets its name once `body` has filled it.
  ///
  /// - Throws: ``JournalError``, or any error of `body`; then there is no
  ///   journal.
  public static func make(at path: String, _ body: (Journal) throws -> Void) throws {
    let file = linkDestination(of: path)
    let draft = draftName(beside: file)
    defer { for ending in ["", "-wal", "-shm"] { removeFile(at: draft + ending) } }
    do {
      try LogsBeside(path).check()
      guard try isMissing(path) else { throw FileProblem(errorNumber: EEXIST) }
      try createPrivateFile(at: draft, isNew: true)
      do {
        let journal = try Journal(path: draft, for: .making)
        journal.path = path
        try body(journal)
      }
      // Closing the last connection moves the log into the journal.
      guard try fileKind(at: draft + "-wal") == .missing else {
        throw JournalError.diskFull(path: path)
      }
      if try fileKind(at: file) == .regular(isEmpty: true) { removeFile(at: file) }
      try renameFile(at: draft, toNew: file)
    } catch {
      throw explained(error, path: path)
    }
  }

  /// A read-only connection, and the state of the file.
  ///
  /// SQLite keeps two files next to an open journal. If the folder or medium is
  /// read-only or full, they cannot be created, but nobody can be writing either, and
  /// the file is read as immutable.
  private static func reader(
    at path: String, _ migrator: Migrator, mayWrite: Bool
  ) throws -> (Connection, Migrator.State) {
    do {
      return try Self.reader(at: path, migrator, .readOnly)
    } catch let error as SQLiteError where mayWrite && error.code == .readOnlyRollback {
      // The first reader after a crash rolls the file back.
      try Connection(path: path, access: .readWrite).execute(script: "PRAGMA user_version")
      return try Self.reader(at: path, migrator, .readOnly)
    } catch let error as SQLiteError where cannotCreateFiles(error) {
      // The newest entries may be in the log, which an immutable file does without.
      guard case .regular(isEmpty: false)? = try? fileKind(at: linkDestination(of: path) + "-wal")
      else { return try Self.reader(at: path, migrator, .immutable) }
      let copy = try Connection.copy(of: path)
      return (copy, try migrator.state(of: copy))
    }
  }

  /// Whether `error` comes from the files that SQLite creates next to a journal.
  private static func cannotCreateFiles(_ error: SQLiteError) -> Bool {
    error.code == .readOnlyDirectory || error.code.primary == .cannotOpen
      || error.isForLackOfRoom
  }

  private static func reader(
    at path: String, _ migrator: Migrator, _ access: Connection.Access
  ) throws -> (Connection, Migrator.State) {
    let connection = try Connection(path: path, access: access)
    return (connection, try migrator.state(of: connection))
  }

  /// Whether there is no file, or an empty one that may become a journal.
  private static func isMissing(_ path: String) throws -> Bool {
    guard path != ":memory:" else { return false }
    switch try fileKind(at: path) {
    case .missing: return true
    case .regular(let isEmpty): return isEmpty
    case .folder: throw JournalError.cannotOpen(path: path, reason: "it is a folder")
    case .other: throw JournalError.cannotOpen(path: path, reason: "it is not a regular file")
    }
  }

  /// The meaning of `error` for the person whose journal is at `path`.
  static func explained(_ error: any Error, path: String) -> any Error {
    if let problem = error as? FileProblem {
      return [ENOSPC, EDQUOT].contains(problem.errorNumber)
        ? JournalError.diskFull(path: path)
        : JournalError.cannotOpen(path: path, reason: problem.reason)
    }
    if let error = error as? UncertainCommit {
      return JournalError.uncertain(path: path, isFull: error.cause.isForLackOfRoom)
    }
    guard let error = error as? SQLiteError else { return error }
    return switch error.code.primary {
    case _ where error.code == .tooOld:
      JournalError.cannotOpen(path: path, reason: error.message)
    case _ where error.isForLackOfRoom: JournalError.diskFull(path: path)
    case .busy, .protocolFailed: JournalError.busy(path: path)
    case .cannotOpen:
      JournalError.cannotOpen(
        path: path, reason: "check the permissions of the file and its folder")
    case .readOnly where error.code == .readOnlyDirectory:
      JournalError.cannotOpen(
        path: path,
        reason: "its folder is read-only, but an open journal needs two more files there")
    case .readOnly: JournalError.readOnly(path: path)
    case .notADatabase: JournalError.notAJournal(path: path)
    // A disk that cannot be read at all says nothing about the journal on it.
    case .corrupt:
      RawFile(linkDestination(of: path))?.digest() == nil
        ? JournalError.deviceFailed(path: path) : JournalError.damaged(path: path)
    case .ioError: JournalError.deviceFailed(path: path)
    default: error
    }
  }

  /// Runs `body` with a consistent view of the journal.
  ///
  /// - Throws: ``JournalError``, or any error of `body`.
  public func snapshot<T>(_ body: () throws -> T) throws -> T {
    try explaining { try connection.snapshot(body) }
  }

  /// Runs `body` and explains errors from SQLite.
  func explaining<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch {
      throw Self.explained(error, path: path)
    }
  }
}

internal import JournalMigrations

/// Upgrades a journal's schema, or refuses to touch the file.
///
/// The version is `PRAGMA user_version`. All missing steps run in one
/// transaction, each followed by an increase of the version, so that a failure
/// leaves the journal unchanged; an existing journal is checked and backed up first.
/// A new one gets all steps at once.
struct Migrator {
  /// "NRVE", which marks a file as a journal (`PRAGMA application_id`).
  static let applicationID = 0x4E52_5645

  let path: String
  let migrations: [Migration]
  /// Where backups go; `nil` for none.
  var backups: BackupPlace?

  /// What was done to an existing journal.
  struct Upgrade {
    /// The path of the backup from before, if any.
    let backup: String?
  }

  /// The state of a file, determined without changing it.
  enum State: Equatable {
    /// The file is empty.
    case empty
    /// It is a journal of an older schema.
    case outdated(version: Int)
    /// It is a journal of this program's schema.
    case current
  }

  /// Examines the file behind `connection` without changing it.
  ///
  /// - Throws: ``JournalError/notAJournal(path:)`` or
  ///   ``JournalError/newer(path:found:supported:)``.
  func state(of connection: Connection) throws -> State {
    // In one snapshot, because another process may be creating the journal right
    // now.
    try connection.snapshot { try currentState(of: connection) }
  }

  private func currentState(of connection: Connection) throws -> State {
    let application = try connection.integer("PRAGMA application_id")
    let version = try connection.integer("PRAGMA user_version")
    guard application == Self.applicationID else {
      let objects = try connection.integer("SELECT count(*) FROM sqlite_schema")
      guard application == 0, version == 0, objects == 0 else {
        throw JournalError.notAJournal(path: path)
      }
      return .empty
    }
    guard version > 0 else { throw JournalError.notAJournal(path: path) }
    guard version <= migrations.count else {
      throw JournalError.newer(path: path, found: version, supported: migrations.count)
    }
    return version == migrations.count ? .current : .outdated(version: version)
  }

  /// Runs the missing steps.
  ///
  /// - Returns: `nil` unless an existing journal was changed.
  @discardableResult
  func migrate(_ connection: Connection) throws -> Upgrade? {
    let state = try state(of: connection)
    guard state != .current else { return nil }
    let rebuilds = missing(in: state).contains(where: \.rebuildsTables)
    // A table with references and views can only be rebuilt with these off, which
    // cannot be changed inside a transaction.
    if rebuilds {
      try connection.setForeignKeys(false)
      try connection.setRenamingUnderViews(true)
    }
    defer {
      if rebuilds {
        try? connection.setForeignKeys(true)
        try? connection.setRenamingUnderViews(false)
      }
    }
    var backup: Backup?
    do {
      let isUpgrade = try connection.transaction {
        // Another process may have migrated while this one waited for the lock.
        let state = try self.state(of: connection)
        guard state != .current else { return false }
        if case .outdated = state {
          backup = try backUp()
          try removeChangeTriggers(on: connection)
          try removeCacheTriggers(on: connection)
        }
        for migration in missing(in: state) {
          try run(migration, on: connection)
        }
        try installChangeTriggers(on: connection)
        try installCacheTriggers(on: connection)
        try installDictionary(on: connection)
        try installIdentity(on: connection)
        try connection.execute(script: "PRAGMA application_id = \(Self.applicationID)")
        return state != .empty
      }
      guard isUpgrade else { return nil }
    } catch {
      // An upgrade that fails again and again must not fill the disk.
      if let backup { removeFile(at: backup.path) }
      throw error
    }
    if backup != nil, let backups {
      JournalBackups(of: connection, at: path, in: backups).thin()
    }
    return Upgrade(backup: backup?.path)
  }

  /// Restores views, triggers and indexes that are missing from a journal of the
  /// current schema: without them an undo would claim what it cannot do.
  ///
  /// - Parameter connection: The journal; it may be read-only.
  /// - Throws: ``JournalError/incompleteSchema(path:)`` if a table is missing or
  ///   different, or if the file cannot be written.
  func completeSchema(behind connection: Connection) throws {
    guard migrations == allMigrations, try !SchemaCheck.isComplete(connection) else { return }
    let differences = try SchemaCheck.differences(of: connection)
    guard !differences.isEmpty else { return }
    guard differences.allSatisfy(\.isRepairable),
      (try? Connection(path: path, access: .readWrite).repair(differences)) != nil
    else { throw JournalError.incompleteSchema(path: path) }
  }

  /// Returns a connection with the current schema, and leaves the journal behind `reader`
  /// as it is.
  ///
  /// - Throws: ``JournalError``, also if something is missing that could be restored.
  func unchanging(
    _ reader: Connection, _ state: State, _ soundness: Soundness
  ) throws -> Connection {
    switch state {
    case .empty: throw JournalError.noJournal(path: path)
    case .current:
      try reader.keepTemporaryDataInMemory()
      try soundness.check(reader)
      guard migrations == allMigrations, try !SchemaCheck.isComplete(reader) else { return reader }
      let differences = try SchemaCheck.differences(of: reader)
      guard differences.isEmpty else { throw JournalError.incompleteSchema(path: path) }
      return reader
    case .outdated:
      let image: DatabaseImage
      do {
        image = try reader.verifiedImage()
      } catch SQLiteError.Code.constraintForeignKey {
        throw JournalError.damaged(path: path)
      }
      let copy = try Connection(image)
      try copy.keepTemporaryDataInMemory()
      try Migrator(path: ":memory:", migrations: migrations).migrate(copy)
      return copy
    }
  }

  private func missing(in state: State) -> ArraySlice<Migration> {
    switch state {
    case .empty where migrations.starts(with: allMigrations):
      [wholeSchema] + migrations.dropFirst(wholeSchema.number)
    case .empty: migrations[...]
    case .outdated(let version): migrations.dropFirst(version)
    case .current: []
    }
  }

  private func run(_ migration: Migration, on connection: Connection) throws {
    do {
      try connection.execute(script: migration.sql)
      if migration.rebuildsTables { try connection.checkForeignKeys() }
      try connection.execute(script: "PRAGMA user_version = \(migration.number)")
    } catch {
      throw JournalError.migrationFailed(name: migration.name, reason: error.message)
    }
  }

  /// Checks the journal as it was before the open transaction, and backs it up.
  ///
  /// - Returns: The backup; `nil` if there is to be none, or it cannot be written, which
  ///   is reported.
  /// - Throws: ``JournalError/damaged(path:)`` if it fails its checks, or SQLite's error.
  private func backUp() throws -> Backup? {
    guard path != ":memory:" else { return nil }
    // A second connection, because SQLite does not copy from the one with the lock.
    let connection = try Connection(path: path, access: .readOnly)
    let image: DatabaseImage
    do {
      image = try connection.verifiedImage()
    } catch SQLiteError.Code.constraintForeignKey {
      throw JournalError.damaged(path: path)
    }
    guard let place = backups else { return nil }
    let backups = JournalBackups(of: connection, at: path, in: place)
    guard backups.isAutomatic else { return nil }
    do {
      return try backups.add(image, for: .upgrade)
    } catch let error as NoBackup {
      place.report(error.sentence)
      return nil
    }
  }
}

internal import JournalMigrations

/// A repaired journal, not yet in its place.
public struct JournalRepair {
  /// What became of the rows of a table.
  public struct Table: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// The number of rows that could be read.
    public let recovered: Int
    /// The number of rows known to be lost; there may be others that left no trace.
    public let lost: Int
  }

  /// What was wrong.
  public enum Outcome: Equatable, Sendable {
    /// Nothing.
    case sound
    /// Indexes, views or triggers, which follow from the rest: nothing is lost.
    case rebuilt
    /// Pages: the rows that could be read are in a new file.
    case recovered([Table])
  }

  /// What was wrong.
  public let outcome: Outcome
  /// The repaired journal.
  public let journal: RestorableJournal

  /// Repairs the journal at `path` in memory, changing nothing on the disk.
  ///
  /// - Throws: ``JournalError``, for example if nothing can be read.
  public init(of path: String) throws {
    do {
      guard try fileKind(at: linkDestination(of: path)) != .missing else {
        throw JournalError.noJournal(path: path)
      }
      try LogsBeside(path).check()
      let image = try Self.image(of: path)
      (outcome, journal) = try Self.repaired(image, path)
    } catch let error as SQLiteError where error.code.primary != .busy {
      // What is left of it is not enough.
      throw JournalError.damaged(path: path)
    } catch {
      throw Journal.explained(error, path: path)
    }
  }

  /// All pages, as SQLite reads them if it can.
  private static func image(of path: String) throws -> DatabaseImage {
    do {
      return try imageAsRead(path)
    } catch SQLiteError.Code.corrupt {
      return try DamagedFile(at: path).image
    } catch SQLiteError.Code.notADatabase {
      return try DamagedFile(at: path).image
    }
  }

  private static func imageAsRead(_ path: String) throws -> DatabaseImage {
    let connection = try Connection.reading(path)
    _ = try connection.integer("SELECT count(*) FROM sqlite_schema")
    return try connection.image()
  }

  private static func repaired(
    _ image: DatabaseImage, _ path: String
  ) throws -> (Outcome, RestorableJournal) {
    let source = try Connection(image)
    // SQLite then passes over parts of the schema that it cannot read.
    try source.allowDamagedSchema()
    let version = try version(of: source, path)
    if let whole = try? rebuilt(source, version) { return whole }
    let recovery = try Recovery(from: Connection(image), version: version)
    let tables = try recovery.run()
    // The new journal has an identity in any case.
    guard tables.contains(where: { $0.recovered > 0 && $0.name != "identity" }) else {
      throw SQLiteError(.corrupt, "nothing can be read")
    }
    return (
      .recovered(tables), try RestorableJournal(recovery.target.verifiedImage())
    )
  }

  private static func version(of source: Connection, _ path: String) throws -> Int {
    guard try source.integer("PRAGMA application_id") == Migrator.applicationID else {
      throw JournalError.notAJournal(path: path)
    }
    let version = try source.integer("PRAGMA user_version")
    // Damage can have made it any number.
    guard (1...allMigrations.count).contains(version) else {
      guard version > allMigrations.count, (try? source.checkIntegrity()) != nil else {
        return allMigrations.count
      }
      throw JournalError.newer(path: path, found: version, supported: allMigrations.count)
    }
    return version
  }

  /// The journal with new indexes, views and triggers.
  ///
  /// - Throws: ``SQLiteError`` if that is not enough.
  private static func rebuilt(
    _ source: Connection, _ version: Int
  ) throws -> (Outcome, RestorableJournal) {
    let isCurrent = version == allMigrations.count
    var differences = isCurrent ? try SchemaCheck.differences(of: source) : []
    if differences.isEmpty, (try? source.checkIntegrity()) != nil {
      return (.sound, try RestorableJournal(source.verifiedImage()))
    }
    guard differences.allSatisfy(\.isRepairable) else {
      throw SQLiteError(.corrupt, "a table is missing")
    }
    try source.execute(script: "REINDEX")
    try source.repair(differences)
    differences = isCurrent ? try SchemaCheck.differences(of: source) : []
    guard differences.isEmpty else { throw SQLiteError(.corrupt, "the schema is damaged") }
    return (.rebuilt, try RestorableJournal(source.verifiedImage()))
  }
}

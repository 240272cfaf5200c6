internal import CivilDay
internal import JournalMigrations
internal import Platform

/// Examines a journal and its surroundings, changing nothing; also one that cannot be opened.
public struct JournalExamination {
  /// What was found, in the order in which it is told.
  public private(set) var findings: [Finding] = []

  /// The most faults that are told one by one.
  private static let mostTold = 3

  private let path: String
  private let place: BackupPlace

  /// Examines the journal at `path`.
  ///
  /// - Parameters:
  ///   - path: The path of the journal.
  ///   - place: Where its backups go.
  ///   - program: The name and version of the program.
  public init(of path: String, in place: BackupPlace, program: String) {
    (self.path, self.place) = (path, place)
    let connection = examineFile()
    if let connection {
      examineIntegrity(connection)
      examineReferences(connection)
      examineSchema(connection)
    }
    examinePermissions()
    examineSpace()
    if let connection { examineClock(connection) }
    examineBackups(connection)
    let schema = connection.flatMap { try? $0.integer("PRAGMA user_version") }
    let words = [
      program, schema.map { "schema \($0) of \(allMigrations.count)" }, "SQLite \(sqliteVersion)",
    ]
    add(.versions, .ok, words.compactMap(\.self).joined(separator: ", "))
  }

  /// Whether anything is wrong.
  public var isWrong: Bool { findings.contains { $0.verdict == .wrong } }

  private mutating func add(
    _ subject: Finding.Subject, _ verdict: Finding.Verdict, _ text: String, _ advice: String? = nil
  ) {
    findings.append(Finding(subject, verdict, text, advice: advice))
  }

  // MARK: - The file

  /// Opens the journal, or finds out why that is not possible.
  private mutating func examineFile() -> Connection? {
    do {
      try LogsBeside(path).check()
      guard try fileKind(at: linkDestination(of: path)) != .missing else {
        throw JournalError.noJournal(path: path)
      }
      let connection = try Connection.reading(path)
      let state = try Migrator(path: path, migrations: allMigrations).state(of: connection)
      add(.file, .ok, "it is a journal and can be opened")
      if case .outdated(let version) = state {
        add(
          .schema, .note, "schema \(version), from an older version of nerve",
          "the next command upgrades it")
      }
      return connection
    } catch {
      explain(Journal.explained(error, path: path))
      return nil
    }
  }

  private mutating func explain(_ error: any Error) {
    switch error {
    case JournalError.noJournal:
      add(
        .file, .wrong, "there is no journal",
        "restore one with nerve restore, or log an entry to start one")
    case JournalError.logWithoutJournal(_, let log), JournalError.foreignLog(_, let log):
      add(
        .log, .wrong,
        "the log \(log) belongs to another state of the journal, and may contain entries",
        "put the right journal next to it, or move it away")
    case JournalError.damaged, JournalError.notAJournal:
      add(
        .file, .wrong, "the journal cannot be read: it is damaged, or another kind of file",
        "restore a backup with nerve restore, or recover what can be read with nerve doctor "
          + "--repair")
    case JournalError.newer(_, let found, let supported):
      add(
        .file, .wrong, "the journal has schema \(found), and this version knows \(supported)",
        "install a newer version of nerve")
    case let error as SQLiteError:
      add(.file, .wrong, "the journal cannot be opened: \(error.message)")
    default:
      add(.file, .wrong, "\(error)")
    }
  }

  private mutating func examineIntegrity(_ connection: Connection) {
    let faults: [String]
    do {
      faults = try connection.rows("PRAGMA integrity_check(100)") { (row) throws(SQLiteError) in
        try row.text(0)
      }
    } catch {
      faults = ["the file cannot be read to its end"]
    }
    guard faults != ["ok"] else { return add(.integrity, .ok, "the file is sound") }
    let told = faults.prefix(Self.mostTold).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let count =
      faults.count == 1
      ? "1 fault" : "\(faults.count)\(faults.count < 100 ? "" : " or more") faults"
    add(
      .integrity, .wrong, "\(count): \(told.joined(separator: "; "))",
      "repair it with nerve doctor --repair, or restore a backup with nerve restore")
  }

  private mutating func examineReferences(_ connection: Connection) {
    let tables = try? connection.rows(
      "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1"
    ) { (row) throws(SQLiteError) in "\(try row.integer(1)) in \(try row.text(0))" }
    // What cannot be read is told by the check of integrity.
    guard let tables else { return }
    guard !tables.isEmpty else {
      return add(.references, .ok, "every reference leads to an entry")
    }
    add(
      .references, .wrong, "references to entries that are gone: \(tables.joined(separator: ", "))",
      "repair it with nerve doctor --repair")
  }

  private mutating func examineSchema(_ connection: Connection) {
    guard (try? connection.integer("PRAGMA user_version")) == allMigrations.count,
      let differences = try? SchemaCheck.differences(of: connection)
    else { return }
    guard !differences.isEmpty else {
      return add(.schema, .ok, "all tables, views and triggers are there")
    }
    let names = differences.map {
      "\($0.object.kind) \($0.object.name) \($0.isMissing ? "is missing" : "was changed")"
    }
    let more = names.count > Self.mostTold ? " and \(names.count - Self.mostTold) more" : ""
    add(
      .schema, .wrong, names.prefix(Self.mostTold).joined(separator: ", ") + more,
      "repair it with nerve doctor --repair")
  }

  // MARK: - Its surroundings

  private mutating func examinePermissions() {
    let file = linkDestination(of: path)
    let open = ([""] + JournalReplacement.companions).map { file + $0 }.filter { name in
      var status = stat()
      return stat(name, &status) == 0 && status.st_mode & 0o077 != 0
    }
    guard !open.isEmpty else {
      if (try? fileKind(at: file)) != .missing {
        add(.permissions, .ok, "only you can read the journal")
      }
      return
    }
    add(
      .permissions, .wrong, "others may read \(open.joined(separator: ", "))",
      "run: chmod 600 \(open.joined(separator: " "))")
  }

  /// A journal needs room for itself twice, to be upgraded or restored.
  private mutating func examineSpace() {
    var status = stat()
    let size = stat(path, &status) == 0 ? Int(status.st_size) : 0
    var system = statvfs()
    guard statvfs(folder(of: linkDestination(of: path)), &system) == 0 else { return }
    let free = Int(system.f_bavail) * Int(system.f_frsize)
    let text = "\(free >> 20) MB free on the journal's disk"
    if free < 2 * size + 10 << 20 {
      add(.space, .wrong, text, "make room, or entries cannot be logged soon")
    } else {
      add(.space, .ok, text)
    }
  }

  private mutating func examineClock(_ connection: Connection) {
    let now = place.now()
    let today = "\(place.localDay(now) + 1)"
    let newest = try? connection.first(
      "SELECT CAST(strftime('%s', max(done_at)) AS INTEGER), max(done_at) FROM action"
    ) { (row) throws(SQLiteError) in (try row.optionalInteger(0), try row.optionalText(1)) }
    // Clocks of two computers differ a little.
    if let newest, let time = newest.0, let text = newest.1, time > now + 300 {
      return add(
        .clock, .wrong, "the newest entry was made at \(text), later than it is now",
        "set the clock of this computer")
    }
    let future = try? connection.first(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM run WHERE day > ?1
        UNION ALL SELECT 1 FROM check_in WHERE day > ?1
        UNION ALL SELECT 1 FROM stretch WHERE day > ?1)
      """, .text(today)
    ) { (row) throws(SQLiteError) in try row.integer(0) }
    if let future, future > 0 {
      let entries = future == 1 ? "1 entry is" : "\(future) entries are"
      return add(
        .clock, .note, "\(entries) in the future", "find them with nerve list, and correct them")
    }
    add(.clock, .ok, "the clock fits the entries")
  }

  // MARK: - Its backups

  private mutating func examineBackups(_ connection: Connection?) {
    let settings = connection.map { JournalBackups(of: $0, at: path, in: place) }
    if settings?.isSample == true { return add(.backups, .note, "a sample has no backups") }
    if let settings, settings.base == nil {
      return add(
        .backups, .wrong, "there is no home folder for backups",
        "set HOME, or choose a folder with nerve config backup-folder")
    }
    let good = BackupList(of: path, in: place)
    let backups = good.areOfOthers ? [] : good.backups.filter { $0.purpose != .damaged }
    if let settings, settings.isAutomatic, let problem = problem(with: settings) {
      return add(
        .backups, .wrong, problem,
        "make the folder writable, or choose another with "
          + "nerve config backup-folder")
    }
    let isOff = settings?.isAutomatic == false
    guard let newest = backups.first else {
      guard connection != nil else { return add(.backups, .note, "there is no backup of it") }
      return add(
        .backups, isOff ? .note : .wrong,
        isOff ? "none, and automatic backups are off" : "there is no backup",
        isOff ? "turn them on with nerve config backups on" : "make one with nerve backup")
    }
    let age = ageText(of: newest)
    guard (try? RestorableJournal(at: newest.path)) != nil else {
      return add(
        .backups, .wrong, "the newest backup, \(age), is damaged: \(newest.path)",
        "make another with nerve backup")
    }
    let text = "\(backups.count == 1 ? "1 backup" : "\(backups.count) backups"), the newest \(age)"
    if isOff {
      add(
        .backups, .note, "\(text); automatic backups are off",
        "turn them on with nerve config backups on")
    } else if let connection, isStale(newest, connection) {
      add(.backups, .wrong, "\(text), older than the newest entries", "make one with nerve backup")
    } else {
      add(.backups, .ok, text)
    }
  }

  /// The reason why backups cannot be written, if any.
  private func problem(with backups: JournalBackups) -> String? {
    guard let base = backups.base, let folder = backups.folder else { return nil }
    let places = [folder.path, base]
    guard let there = places.first(where: { access($0, F_OK) == 0 }) else {
      return base == place.folder ? nil : "the folder \(base) does not exist"
    }
    return access(there, W_OK | X_OK) == 0 ? nil : "the folder \(there) cannot be written to"
  }

  private func ageText(of backup: Backup) -> String {
    let days = place.localDay(place.now()) - place.localDay(backup.madeAt)
    return days <= 0 ? "from today" : days == 1 ? "from yesterday" : "\(days) days old"
  }

  /// Whether entries were made on a later day than the backup.
  private func isStale(_ backup: Backup, _ connection: Connection) -> Bool {
    let newest = try? connection.first(
      "SELECT CAST(strftime('%s', max(done_at)) AS INTEGER) FROM action"
    ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
    guard let newest, let newest else { return false }
    return place.localDay(newest) > place.localDay(backup.madeAt)
  }
}

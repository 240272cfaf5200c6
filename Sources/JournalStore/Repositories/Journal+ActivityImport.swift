internal import CivilDay
internal import JournalModel

extension Journal {
  /// Imports the activities of some files, in one transaction and as one action.
  ///
  /// The values of each source are kept, and entries combine all their sources
  /// (``ActivityRegrouping``), so the order of import makes no difference; typed
  /// values stay. Each file with something new is one `import`.
  ///
  /// - Parameters:
  ///   - batches: The contents of the files.
  ///   - plan: How they become entries.
  /// - Returns: The result.
  /// - Throws: ``JournalError``; then nothing is changed.
  public func importActivities(
    _ batches: [ActivityBatch], plan: ActivityImportPlan
  ) throws -> ActivityImportReport {
    try explaining {
      try writing(isTrial: plan.isDryRun) {
        var intake = ActivityIntake(self, plan)
        for batch in batches { try intake.take(batch) }
        return try intake.finish()
      }
    }
  }

  /// Whether an earlier import covers every run in `span`.
  func isCovered(_ span: ClosedRange<String>) throws(SQLiteError) -> Bool {
    try connection.first(
      "SELECT 1 FROM import WHERE covers_from <= ?1 AND covers_to >= ?2",
      .text(span.lowerBound), .text(span.upperBound), body: { _ in true }) == true
  }
}

/// The work of one import of activities, inside its transaction.
private struct ActivityIntake {
  private let journal: Journal
  private let connection: Connection
  private let plan: ActivityImportPlan
  private var report = ActivityImportReport()
  private var action: Int?
  private var span: ClosedRange<Day>?
  private var isComplete: Bool
  /// The files so far, each with its result.
  private var files: [File] = []
  /// The activities with something new, in order of arrival.
  private var arrivals: [Arrival] = []
  /// New sources without an entry.
  private var pending: Set<Int> = []
  /// Entries whose typed fields were recorded before a source changed.
  private var noted: Set<EntryKey> = []
  private var checkers: [EntryTable: EntryChecker] = [:]

  private struct File {
    let name: String
    let format: String
    /// Its import, once it had something new.
    var importID: Int?
    var added = 0
    var alreadyThere = 0
    var refused: Int
  }

  private struct Arrival {
    let source: Int
    let file: Int
    let place: String?
  }

  /// Fields an activity can do without: an invalid value is a sensor's mistake.
  private static let optionalFields: Set = [
    "utc_offset_min", "rpe", "ascent_m", "descent_m", "steps", "heart_rate_avg",
    "heart_rate_max", "cadence_spm", "note",
  ]

  init(_ journal: Journal, _ plan: ActivityImportPlan) {
    self.journal = journal
    self.plan = plan
    connection = journal.connection
    isComplete = plan.isComplete
  }

  /// Takes the contents of a file.
  mutating func take(_ batch: ActivityBatch) throws {
    files.append(File(name: batch.fileName, format: batch.format, refused: batch.refused))
    for activity in batch.activities {
      do {
        try take(activity)
      } catch let error as JournalError {
        guard case .invalid(let problem) = error else { throw error }
        files[files.count - 1].refused += 1
        report.refusals.append(
          .init(fileName: batch.fileName, place: activity.place, reason: "\(problem)"))
      }
    }
    // A refused activity may be the run of a day that would count as rest.
    if files[files.count - 1].refused > 0 { isComplete = false }
  }

  /// Creates entries from everything taken, ends the action, and returns the
  /// result.
  mutating func finish() throws -> ActivityImportReport {
    try regroup()
    if isComplete, let span {
      let days = span.lowerBound.description...span.upperBound.description
      if try !journal.isCovered(days) {
        let id = try importNumber()
        try connection.run(
          "UPDATE import SET covers_from = ?2, covers_to = ?3 WHERE id = ?1", .integer(id),
          .text(days.lowerBound), .text(days.upperBound))
        report.coverage = span
      }
    }
    try endImports()
    if let action {
      // Several imports in one action are found by their rows.
      try journal.endAction(action, importID: report.imports.count == 1 ? report.imports[0] : nil)
    }
    report.newShoes.sort()
    report.daysToCheck = Array(Set(report.daysToCheck)).sorted {
      $0.daysSince1970 < $1.daysSince1970
    }
    return report
  }

  // MARK: - One activity

  private mutating func take(_ activity: ImportableActivity) throws {
    let known = try knownSources(of: activity)
    if !known.isEmpty, !known.contains(where: \.isLive), !plan.bringsBackDeleted {
      report.deletedSince += 1
      files[files.count - 1].alreadyThere += 1
      return
    }
    let values = try checked(activity)
    if let day = Self.day(in: values) {
      span = span.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
    var facts = ActivityFacts(values: values)
    // Another number for the same content is another source.
    guard let own = known.first(where: \.isExact) else {
      let source = try insert(facts, activity)
      return arrive(source, activity)
    }
    let before = ActivityFacts(
      values: try connection.first(
        "SELECT * FROM activity_source WHERE id = ?1", .integer(own.id), body: knownValues) ?? [:])
    if own.isLive, facts.tellsTheSame(as: before, plan.dayBoundaryMinutes) {
      report.alreadyThere += 1
      files[files.count - 1].alreadyThere += 1
      return
    }
    // If an entry with the same content exists, a deleted one stays deleted.
    guard own.isLive || plan.bringsBackDeleted else {
      report.alreadyThere += 1
      files[files.count - 1].alreadyThere += 1
      return
    }
    facts = facts.keepingGuess(of: before, plan.dayBoundaryMinutes)
    if let entry = own.entry {
      try noteTyped(in: entry)
    } else {
      pending.insert(own.id)
    }
    _ = try importNumber()
    let settings = ActivityFacts.columns.indices.map { "\(ActivityFacts.columns[$0]) = ?\($0 + 2)" }
    try connection.run(
      "UPDATE activity_source SET \(settings.joined(separator: ", ")) WHERE id = ?1",
      [.integer(own.id)] + ActivityFacts.columns.map { facts.values[$0] ?? .null })
    arrive(own.id, activity)
  }

  private mutating func arrive(_ source: Int, _ activity: ImportableActivity) {
    arrivals.append(Arrival(source: source, file: files.count - 1, place: activity.place))
  }

  private struct KnownSource {
    let id: Int
    let entry: EntryKey?
    /// Whether both content and number are equal.
    let isExact: Bool
    /// Whether its entry was not deleted.
    let isLive: Bool
  }

  /// The rows that identify `activity`.
  private func knownSources(
    of activity: ImportableActivity
  ) throws(SQLiteError) -> [KnownSource] {
    try connection.rows(
      """
      SELECT id, run_id, cross_training_id, fingerprint = ?1 AND service_id IS ?2
      FROM activity_source
      WHERE fingerprint = ?1 OR service_id = ?2
      ORDER BY id
      """, .text(activity.fingerprint), .text(activity.serviceID)
    ) { (row) throws(SQLiteError) in
      let id = try row.integer(0)
      let run = try row.optionalInteger(1).map { EntryKey(table: .run, id: $0) }
      let session = try row.optionalInteger(2).map { EntryKey(table: .crossTraining, id: $0) }
      return KnownSource(
        id: id, entry: run ?? session, isExact: try row.integer(3) == 1,
        isLive: (run ?? session) != nil || pending.contains(id))
    }
  }

  /// The values of `activity`, as stored in its row.
  private mutating func checked(
    _ activity: ImportableActivity
  ) throws -> [String: SQLiteValue] {
    let table = activity.entry.table
    let fields = (MergedActivity.fields[table] ?? []).filter { $0 != "footwear_id" }
    let kinds = Dictionary(uniqueKeysWithValues: table.fields.map { ($0.name, $0) })
    let raw = fields.map { field -> SQLiteValue in
      let value = activity.entry.values[field] ?? .null
      guard Self.optionalFields.contains(field), let kind = kinds[field] else { return value }
      if let stored = try? kind.stored(value) { return stored }
      report.impossible[field, default: 0] += 1
      return .null
    }
    var checker =
      try checkers[table]
      ?? EntryChecker(connection, table: table, columns: fields, today: plan.today)
    let checked = try checker.checked(raw)
    checkers[table] = checker
    var values: [String: SQLiteValue] = [:]
    for (field, value) in zip(fields, checked) where !value.isNull { values[field] = value }
    guard values["distance_m"] != nil || values["duration_s"] != nil else {
      throw JournalError.invalid(
        FieldProblem(nil, "It has neither distance nor time; log it with nerve run"))
    }
    if table == .run { values["activity"] = "run" }
    if let shoe = activity.shoe {
      if shoe.unicodeScalars.count <= 100 {
        values["shoe"] = .text(shoe)
      } else {
        report.impossible["shoe", default: 0] += 1
      }
    }
    values["evidence"] = .integer(activity.evidence.rawValue)
    values["origin"] = activity.origin.map { .text(String($0.prefix(100))) }
    values["elapsed_s"] = activity.elapsedSeconds.flatMap { $0 > 0 ? .real($0) : nil }
    if values["start_time"] != nil {
      values["start_told"] = .text(activity.startTold.rawValue)
      values["start_to_minute"] = .integer(activity.isStartToTheMinute ? 1 : 0)
    }
    if !activity.doubts.isEmpty {
      values["doubt"] = .text(String(activity.doubts.joined(separator: "\n").prefix(1_000)))
    }
    return values
  }

  private static func day(in values: [String: SQLiteValue]) -> Day? {
    guard case .text(let text)? = values["day"] else { return nil }
    return Day(text)
  }

  private mutating func insert(
    _ facts: ActivityFacts, _ activity: ImportableActivity
  ) throws -> Int {
    let columns = ActivityFacts.columns
    let places = columns.indices.map { "?\($0 + 4)" }.joined(separator: ", ")
    try connection.run(
      """
      INSERT INTO activity_source
        (id, fingerprint, service_id, import_id, \(columns.joined(separator: ", ")))
      VALUES (\(freshID(in: "activity_source")), ?1, ?2, ?3, \(places))
      """,
      [.text(activity.fingerprint), .text(activity.serviceID), .integer(try importNumber())]
        + columns.map { facts.values[$0] ?? .null })
    let id = connection.lastInsertedRowID
    pending.insert(id)
    return id
  }

  /// Records the typed values of an entry before one of its sources changes.
  private mutating func noteTyped(in entry: EntryKey) throws {
    guard noted.insert(entry).inserted else { return }
    let neighbourhood = ActivityNeighbourhood(
      connection, dayBoundaryMinutes: plan.dayBoundaryMinutes)
    let values = try connection.first(
      "SELECT * FROM \(entry.table.rawValue) WHERE id = ?1", .integer(entry.id), body: knownValues)
    _ = try TypedActivities(connection).note(
      entry, values ?? [:], neighbourhood.facts(in: entry),
      dayBoundaryMinutes: plan.dayBoundaryMinutes)
  }

  // MARK: - Entries

  /// Brings the entries into line with their sources, and counts.
  private mutating func regroup() throws {
    var regrouping = ActivityRegrouping(
      connection, dayBoundaryMinutes: plan.dayBoundaryMinutes, pending: pending, noted: noted)
    var counted: Set<EntryKey> = []
    var firsts: [EntryKey: Arrival] = [:]
    for arrival in arrivals { try regrouping.regroup(around: arrival.source) }
    for arrival in arrivals {
      guard let entry = regrouping.entries[arrival.source] else { continue }
      if firsts[entry] == nil { firsts[entry] = arrival }
      let deed = counted.insert(entry).inserted ? regrouping.deeds[entry] ?? .left : .left
      switch deed {
      case .added:
        files[arrival.file].added += 1
        try count(entry)
      case .changed:
        files[arrival.file].alreadyThere += 1
        report.completed += 1
      case .left:
        files[arrival.file].alreadyThere += 1
        report.alreadyThere += 1
      }
    }
    report.broughtTogether = regrouping.brought.count
    report.newShoes = regrouping.newShoes
    for new in regrouping.doubts {
      guard let arrival = firsts[new.entry] else { continue }
      report.doubts += new.lines.map {
        .init(fileName: files[arrival.file].name, place: arrival.place, reason: $0)
      }
    }
  }

  private mutating func count(_ entry: EntryKey) throws {
    let (text, activity) =
      try connection.first(
        entry.table == .run
          ? "SELECT day, 'run' FROM run WHERE id = ?1"
          : "SELECT day, activity FROM cross_training WHERE id = ?1", .integer(entry.id)
      ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) } ?? ("", "")
    if entry.table == .run {
      report.runsAdded += 1
    } else {
      report.sessionsAdded[activity, default: 0] += 1
    }
    guard let day = Day(text) else { return }
    report.days = report.days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    if entry.table == .run, try hasTypedRun(on: day) { report.daysToCheck.append(day) }
  }

  /// Whether a run on `day` has no file.
  private func hasTypedRun(on day: Day) throws(SQLiteError) -> Bool {
    try connection.first(
      """
      SELECT 1 FROM run
      WHERE day = ?1 AND import_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM activity_source WHERE run_id = run.id)
      """, .text(day.description)
    ) { _ in true } ?? false
  }

  // MARK: - The import

  /// The number of the present file's import, created if needed.
  private mutating func importNumber() throws(SQLiteError) -> Int {
    if let known = files.last?.importID { return known }
    return try beginImport()
  }

  private mutating func beginImport() throws(SQLiteError) -> Int {
    if action == nil { action = try journal.beginAction("import") }
    let file = files[files.count - 1]
    try connection.run(
      """
      INSERT INTO import
        (id, file_name, format, target, imported_at, added, already_there, refused)
      VALUES (\(freshID(in: "import")), ?1, ?2, 'activities', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0)
      """, .text(file.name), .text(file.format))
    let id = connection.lastInsertedRowID
    files[files.count - 1].importID = id
    report.imports.append(id)
    return id
  }

  private func endImports() throws(SQLiteError) {
    for file in files {
      guard let id = file.importID else { continue }
      try connection.run(
        "UPDATE import SET added = ?2, already_there = ?3, refused = ?4 WHERE id = ?1",
        .integer(id), .integer(file.added), .integer(file.alreadyThere), .integer(file.refused))
    }
  }
}

internal import CivilDay

extension Journal {
  /// Brings the activities of some files into the journal, all in one transaction
  /// and as one action.
  ///
  /// What is there already is known again by its content, by the number that its
  /// service has for it, or because it was at the same time (``ActivityTwins``);
  /// then it lends what it knows to fields that are unknown, and nothing that is
  /// known changes. Each file that changes something is one `import`.
  ///
  /// - Parameters:
  ///   - batches: What the files held.
  ///   - plan: How it becomes entries.
  /// - Returns: What became of it.
  /// - Throws: ``JournalError``; nothing is changed then.
  public func importActivities(
    _ batches: [ActivityBatch], plan: ActivityImportPlan
  ) throws -> ActivityImportReport {
    try explaining {
      try connection.transaction(isTrial: plan.isDryRun) {
        var intake = ActivityIntake(self, plan)
        for batch in batches { try intake.take(batch) }
        return try intake.finish()
      }
    }
  }

  /// Whether an import before tells of every run of `span`.
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
  private let twins: ActivityTwins
  private var report = ActivityImportReport()
  private var action: Int?
  private var span: ClosedRange<Day>?
  private var isComplete: Bool
  private var batch = ActivityBatch(fileName: "", format: "")
  /// The import of the file at hand, once it changed something.
  private var importID: Int?
  private var counts = (added: 0, alreadyThere: 0, refused: 0)
  private var checkers: [EntryTable: EntryChecker] = [:]
  private var inserters: [EntryTable: EntryInserter] = [:]

  /// The fields that an activity may fill, by table; the day and the kind of
  /// session always are.
  private static let fields: [EntryTable: [String]] = [
    .run: [
      "day", "start_time", "utc_offset_min", "distance_m", "duration_s", "rpe", "footwear_id",
      "ascent_m", "heart_rate_avg", "heart_rate_max", "cadence_spm", "note",
    ],
    .crossTraining: [
      "day", "start_time", "utc_offset_min", "activity", "distance_m", "duration_s", "rpe", "note",
    ],
  ]
  /// Fields without which an activity is still worth having: what they do not take,
  /// a sensor got wrong.
  private static let optionalFields: Set = [
    "utc_offset_min", "rpe", "ascent_m", "heart_rate_avg", "heart_rate_max", "cadence_spm", "note",
  ]

  init(_ journal: Journal, _ plan: ActivityImportPlan) {
    self.journal = journal
    self.plan = plan
    connection = journal.connection
    twins = ActivityTwins(connection, dayBoundaryMinutes: plan.dayBoundaryMinutes)
    isComplete = plan.isComplete
  }

  /// Takes what a file held.
  mutating func take(_ batch: ActivityBatch) throws {
    self.batch = batch
    importID = nil
    inserters = [:]
    counts = (0, 0, batch.refused)
    for activity in batch.activities {
      do {
        try take(activity)
      } catch let error as JournalError {
        guard case .invalid(let problem) = error else { throw error }
        counts.refused += 1
        report.refusals.append(
          .init(fileName: batch.fileName, place: activity.place, reason: "\(problem)"))
      }
    }
    // A refused activity may be the run of a day that would count as a rest.
    if counts.refused > 0 { isComplete = false }
    try endImport()
  }

  /// Ends the action, and returns what was done.
  mutating func finish() throws -> ActivityImportReport {
    if isComplete, let span {
      let days = span.lowerBound.description...span.upperBound.description
      if try !journal.isCovered(days) {
        let id = try importID ?? beginImport()
        try connection.run(
          "UPDATE import SET covers_from = ?2, covers_to = ?3 WHERE id = ?1", .integer(id),
          .text(days.lowerBound), .text(days.upperBound))
        report.coverage = span
      }
    }
    if let action {
      // Several imports of one action are found by their rows.
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
    let known = try knownSource(of: activity)
    if let known, known.entry == nil, !plan.bringsBackDeleted {
      report.deletedSince += 1
      counts.alreadyThere += 1
      return
    }
    let values = try checked(activity)
    extendSpan(to: values)
    let twin = try known?.entry ?? twins.twin(of: activity).map { ($0.table, $0.id) }
    guard let (table, id) = twin else {
      try add(activity, values, again: known?.source)
      return
    }
    var changed = false
    if table == activity.entry.table { changed = try complete(id, of: table, values, activity) }
    if known == nil { try addSource(activity, table, id) }
    counts.alreadyThere += 1
    if changed { report.completed += 1 } else { report.alreadyThere += 1 }
  }

  /// The row by which `activity` is known again, with the entry that it became;
  /// no entry if that was deleted.
  private func knownSource(
    of activity: ImportableActivity
  ) throws(SQLiteError) -> (source: Int, entry: (EntryTable, Int)?)? {
    // An entry that is there counts before one that was deleted.
    try connection.first(
      """
      SELECT id, run_id, cross_training_id
      FROM (
        SELECT * FROM activity_source WHERE fingerprint = ?1
        UNION ALL SELECT * FROM activity_source WHERE service_id = ?2
      )
      ORDER BY coalesce(run_id, cross_training_id) IS NULL
      LIMIT 1
      """, .text(activity.fingerprint), .text(activity.serviceID)
    ) { (row) throws(SQLiteError) in
      let run = try row.optionalInteger(1).map { (EntryTable.run, $0) }
      let session = try row.optionalInteger(2).map { (EntryTable.crossTraining, $0) }
      return (try row.integer(0), run ?? session)
    }
  }

  /// The values to store, by field; the shoe is not among them.
  private mutating func checked(
    _ activity: ImportableActivity
  ) throws -> [(field: String, value: SQLiteValue)] {
    let table = activity.entry.table
    let fields = Self.fields[table] ?? []
    let kinds = Dictionary(uniqueKeysWithValues: table.fields.map { ($0.name, $0) })
    let raw = fields.map { field -> SQLiteValue in
      let value = activity.entry.values[field] ?? .null
      guard Self.optionalFields.contains(field) else { return value }
      return (try? kinds[field]?.stored(value)) ?? .null
    }
    var checker =
      try checkers[table]
      ?? EntryChecker(connection, table: table, columns: fields, today: plan.today)
    let checked = try checker.checked(raw)
    checkers[table] = checker
    let values = Array(zip(fields, checked)).map { (field: $0, value: $1) }
    guard
      values.contains(where: {
        ["distance_m", "duration_s"].contains($0.field) && !$0.value.isNull
      })
    else {
      throw JournalError.invalid(
        FieldProblem(nil, "It has neither a distance nor a time; type what you know of it"))
    }
    return values
  }

  private mutating func extendSpan(to values: [(field: String, value: SQLiteValue)]) {
    guard let day = day(in: values) else { return }
    span = span.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }

  private func day(in values: [(field: String, value: SQLiteValue)]) -> Day? {
    guard case .text(let text)? = values.first(where: { $0.field == "day" })?.value else {
      return nil
    }
    return Day(text)
  }

  /// Adds an entry, as what `source` tells of if that one was deleted.
  private mutating func add(
    _ activity: ImportableActivity, _ values: [(field: String, value: SQLiteValue)],
    again source: Int?
  ) throws {
    let table = activity.entry.table
    let day = day(in: values)
    if table == .run, let day, try hasTypedRun(on: day) { report.daysToCheck.append(day) }
    let shoe = try shoe(of: activity)
    let id = try inserter(into: table).insert(
      checked: values.map { $0.field == "footwear_id" ? shoe : $0.value })
    if let source {
      let column = "\(table.rawValue)_id"
      try connection.run(
        "UPDATE activity_source SET \(column) = ?2 WHERE id = ?1", .integer(source), .integer(id))
    } else {
      try addSource(activity, table, id)
    }
    counts.added += 1
    if table == .run {
      report.runsAdded += 1
    } else if case .text(let kind)? = values.first(where: { $0.field == "activity" })?.value {
      report.sessionsAdded[kind, default: 0] += 1
    }
    if let day {
      report.days =
        report.days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
  }

  /// Fills fields of an entry that are unknown; returns whether there were any.
  private mutating func complete(
    _ id: Int, of table: EntryTable, _ values: [(field: String, value: SQLiteValue)],
    _ activity: ImportableActivity
  ) throws -> Bool {
    let before = try journal.knownEntry(id, of: table).values
    var changes = values.filter { field, value in
      // The offset belongs to the start.
      let decider = field == "utc_offset_min" ? "start_time" : field
      return !value.isNull && before[decider] == nil
    }
    if table == .run, before["footwear_id"] == nil, activity.shoe != nil {
      let shoe = try shoe(of: activity)
      if !shoe.isNull { changes.append(("footwear_id", shoe)) }
    }
    guard !changes.isEmpty else { return false }
    _ = try importNumber()
    let settings = changes.indices.map { "\(changes[$0].field) = ?\($0 + 2)" }
    try connection.run(
      "UPDATE \(table.rawValue) SET \(settings.joined(separator: ", ")) WHERE id = ?1",
      [.integer(id)] + changes.map(\.value))
    return true
  }

  private mutating func addSource(
    _ activity: ImportableActivity, _ table: EntryTable, _ id: Int
  ) throws {
    try connection.run(
      """
      INSERT INTO activity_source
        (id, run_id, cross_training_id, fingerprint, service_id, import_id)
      VALUES (\(freshID(in: "activity_source")), ?1, ?2, ?3, ?4, ?5)
      """, table == .run ? .integer(id) : .null, table == .run ? .null : .integer(id),
      .text(activity.fingerprint), .text(activity.serviceID), .integer(try importNumber()))
  }

  /// The shoe of that name, made if there is none; NULL without a name.
  private mutating func shoe(of activity: ImportableActivity) throws -> SQLiteValue {
    guard let name = activity.shoe, name.unicodeScalars.count <= 100 else { return .null }
    let known = try connection.first("SELECT id FROM footwear WHERE name = ?1", .text(name)) {
      (row) throws(SQLiteError) in try row.integer(0)
    }
    if let known { return .integer(known) }
    var inserter = try inserter(into: .footwear)
    let id = try inserter.insert([.text(name)])
    report.newShoes.append(name)
    return .integer(id)
  }

  /// Whether a run of `day` came from no file.
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

  private mutating func inserter(into table: EntryTable) throws -> EntryInserter {
    if let known = inserters[table] { return known }
    let inserter = try EntryInserter(
      connection, table: table, columns: Self.fields[table] ?? ["name"], today: plan.today,
      importID: try importNumber())
    inserters[table] = inserter
    return inserter
  }

  /// The number of the import of the file at hand, begun now if it was not.
  private mutating func importNumber() throws -> Int { try importID ?? beginImport() }

  private mutating func beginImport() throws(SQLiteError) -> Int {
    if action == nil { action = try journal.beginAction("import") }
    try connection.run(
      """
      INSERT INTO import
        (id, file_name, format, target, imported_at, added, already_there, refused)
      VALUES (\(freshID(in: "import")), ?1, ?2, 'activities', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0)
      """, .text(batch.fileName), .text(batch.format))
    let id = connection.lastInsertedRowID
    importID = id
    report.imports.append(id)
    return id
  }

  private func endImport() throws(SQLiteError) {
    guard let importID else { return }
    try connection.run(
      "UPDATE import SET added = ?2, already_there = ?3, refused = ?4 WHERE id = ?1",
      .integer(importID), .integer(counts.added), .integer(counts.alreadyThere),
      .integer(counts.refused))
  }
}

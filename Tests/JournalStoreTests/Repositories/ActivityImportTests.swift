import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct ActivityImportTests {
  let journal: Journal
  let today = Day(daysSince1970: 20_780)

  init() throws {
    journal = try Journal.inMemory()
  }

  /// A run of 10 km in 50 minutes at seven, unless said otherwise.
  func run(
    _ name: String, day: String = "2026-11-20", start: String? = "07:00:00", offset: Int? = 60,
    metres: Double? = 10_000, seconds: Double? = 3_000, elapsed: Double? = nil,
    service: String? = nil, shoe: String? = nil, more: [String: SQLiteValue] = [:],
    as table: EntryTable = .run
  ) -> ImportableActivity {
    var values: [String: SQLiteValue] = [
      "day": .text(day), "start_time": .text(start), "utc_offset_min": .integer(offset),
      "distance_m": .real(metres), "duration_s": .real(seconds),
    ]
    if table == .crossTraining { values["activity"] = "walk" }
    values.merge(more) { $1 }
    // A name stands for the hash of a content.
    let hash = String(repeating: "0", count: 32 - name.utf8.count) + name
    var activity = ImportableActivity(Entry(table, values), fingerprint: hash)
    activity.elapsedSeconds = elapsed
    activity.serviceID = service
    activity.shoe = shoe
    return activity
  }

  func plan(_ change: (inout ActivityImportPlan) -> Void = { _ in }) -> ActivityImportPlan {
    var plan = ActivityImportPlan(today: today, dayBoundaryMinutes: 240)
    change(&plan)
    return plan
  }

  @discardableResult
  func bring(
    _ activities: ImportableActivity..., file: String = "a.zip",
    plan change: (inout ActivityImportPlan) -> Void = { _ in }
  ) throws -> ActivityImportReport {
    try journal.importActivities(
      [ActivityBatch(fileName: file, format: "archive", activities: activities)],
      plan: plan(change))
  }

  var runs: Int {
    get throws { try journal.connection.integer("SELECT count(*) FROM run") }
  }

  // MARK: - Twice

  @Test func `The same content comes in once, and a second import changes nothing`() throws {
    #expect(try bring(run("a"), run("b", day: "2026-11-21")).runsAdded == 2)
    let before = try journal.dump()
    let report = try bring(run("b", day: "2026-11-21"), run("a"), file: "other.zip")
    #expect((report.added, report.alreadyThere, report.imports) == (0, 2, []))
    #expect(try journal.dump() == before)
    #expect(try journal.actions(newest: 9).count == 1)
  }

  @Test func `The number of a service tells an activity whose file was written anew`() throws {
    try bring(run("a", service: "strava:1"))
    let report = try bring(run("b", start: "12:00:00", service: "strava:1"))
    #expect((report.added, report.alreadyThere) == (0, 1))
    #expect(try runs == 1)
  }

  @Test func `Activities that are twice in one file are one`() throws {
    let report = try bring(run("a"), run("b", start: "07:00:40"))
    #expect((report.runsAdded, report.alreadyThere) == (1, 1))
  }

  /// A second run, and whether it is the one of 10 km in 50 minutes at 07:00.
  private static let pairs: [(String, start: String?, offset: Int?, Double?, Double?, Bool)] = [
    ("two minutes later", "07:02:00", 60, 8_000, 2_400, true),
    ("two minutes before, measured by another", "06:58:00", 60, 10_900, 3_300, true),
    ("in another zone, at the same time of UTC", "06:00:30", 0, 10_000, 3_000, true),
    ("three minutes later, the same but for 2 %", "07:03:00", 60, 10_190, 2_950, true),
    ("three minutes later and longer", "07:03:00", 60, 10_300, 3_000, false),
    ("in the evening, the same way back", "18:00:00", 60, 10_000, 3_000, false),
    ("as the first ends", "07:50:00", 60, 10_000, 3_000, false),
    ("no start, the same but for 2 %", nil, nil, 9_810, 3_050, true),
    ("no start and longer", nil, nil, 10_300, 3_000, false),
    ("no start and slower", nil, nil, 10_000, 3_100, false),
    ("no start, no distance", nil, nil, nil, 3_010, true),
    ("no start, no time", nil, nil, 10_100, nil, true),
  ]

  @Test(arguments: pairs.indices, [false, true])
  func `What was at the same time is one, what was not is two`(
    _ index: Int, _ isTurned: Bool
  ) throws {
    let (name, start, offset, metres, seconds, isSame) = Self.pairs[index]
    let first = run("a")
    let second = run("b", start: start, offset: offset, metres: metres, seconds: seconds)
    try bring(isTurned ? second : first)
    let report = try bring(isTurned ? first : second)
    #expect(try runs == (isSame ? 1 : 2), "\(name)")
    #expect(report.added == (isSame ? 0 : 1), "\(name)")
    // In whichever order, a second import of both is known by the content.
    let before = try journal.dump()
    try bring(first, second)
    #expect(try journal.dump() == before, "\(name)")
  }

  @Test func `A recording that was begun anew within two minutes is another`() throws {
    try bring(run("a", metres: 150, seconds: 40), run("b", start: "07:01:10"))
    #expect(try runs == 2)
  }

  @Test func `A pause may be in the time of one and not of the other`() throws {
    try journal.log(.run, ["day": "2026-11-20", "distance_m": 10_000, "duration_s": 3_600])
    #expect(try bring(run("a", elapsed: 3_600)).completed == 1)
  }

  @Test func `A run past midnight is of the day before, and found there`() throws {
    try bring(run("a", day: "2026-11-20", start: "00:30:00"))
    // A guessed zone puts it on another day.
    try bring(run("b", day: "2026-11-20", start: "23:30:00", offset: 0))
    #expect(try runs == 1)
  }

  @Test func `What one calls a run and another a walk is one if it agrees in all`() throws {
    try bring(run("a"))
    #expect(try bring(run("b", start: "07:00:30", as: .crossTraining)).alreadyThere == 1)
    #expect(try bring(run("c", metres: 3_000, as: .crossTraining)).added == 1)
    #expect(try bring(run("d", day: "2026-11-21", start: nil, as: .crossTraining)).added == 1)
  }

  @Test func `Of two typed runs without a start each takes one of the file`() throws {
    for _ in 0..<2 {
      try journal.log(.run, ["day": "2026-11-20", "distance_m": 5_000, "rpe": 3])
    }
    let report = try bring(
      run("a", metres: 5_010), run("b", start: "18:00:00", metres: 5_020))
    #expect((report.added, report.completed) == (0, 2))
    #expect(
      try journal.connection.column("SELECT start_time FROM run ORDER BY start_time")
        == ["07:00:00", "18:00:00"])
  }

  // MARK: - Completing

  @Test func `A typed run keeps all that was typed and gains what was unknown`() throws {
    let shoe = try journal.log(.footwear, ["name": "Pegasus"]).id
    try journal.log(
      .run,
      [
        "day": "2026-11-20", "distance_m": 9_900, "rpe": 6, "footwear_id": .integer(shoe),
        "note": "calf", "pain_after": 3,
      ])
    let report = try bring(
      run(
        "a", shoe: "Ghost",
        more: ["rpe": 4, "note": "Lunch", "heart_rate_avg": 150, "ascent_m": 20]))
    #expect((report.completed, report.added, report.newShoes) == (1, 0, []))
    let entry = try journal.knownEntry(1, of: .run)
    #expect(
      entry.values == [
        "day": "2026-11-20", "start_time": "07:00:00", "utc_offset_min": 60,
        "distance_m": 9_900.0, "duration_s": 3_000.0, "rpe": 6.0, "footwear_id": .integer(shoe),
        "footwear": "Pegasus", "note": "calf", "pain_after": 3, "heart_rate_avg": 150,
        "ascent_m": 20.0,
      ])
    _ = try journal.undo(.imported(1))
    #expect(try journal.knownEntry(1, of: .run).values["start_time"] == nil)
    #expect(try journal.knownEntry(1, of: .run).values["rpe"] == 6.0)
  }

  @Test func `An imported run gains what a second service knows of it`() throws {
    try bring(run("a"))
    let report = try bring(run("b", start: "07:00:20", shoe: "Ghost", more: ["rpe": 5]))
    #expect((report.completed, report.newShoes) == (1, ["Ghost"]))
    let values = try journal.knownEntry(1, of: .run).values
    #expect((values["rpe"], values["footwear"], values["start_time"]) == (5.0, "Ghost", "07:00:00"))
  }

  @Test func `Shoes are known by their name and made once`() throws {
    try journal.log(.footwear, ["name": "Pegasus"])
    let report = try bring(
      run("a", shoe: "PEGASUS"), run("b", day: "2026-11-21", shoe: "Ghost"),
      run("c", day: "2026-11-22", shoe: "ghost"))
    #expect(report.newShoes == ["Ghost"])
    #expect(try journal.shoes().map(\.name) == ["Ghost", "Pegasus"])
    #expect(
      try journal.connection.integer("SELECT count(*) FROM run WHERE footwear_id IS NOT NULL") == 3)
  }

  @Test func `A day with a typed run that is too different is told of`() throws {
    try journal.log(.run, ["day": "2026-11-20", "distance_m": 8_000])
    let report = try bring(run("a"), run("b", day: "2026-11-21"))
    #expect(report.daysToCheck == [Day("2026-11-20")])
  }

  // MARK: - What cannot be

  @Test func `What a sensor got wrong is unknown, what breaks a rule is set aside`() throws {
    let report = try bring(
      run("a", more: ["heart_rate_avg": 300, "cadence_spm": 2, "rpe": 12]),
      run("b", day: "2026-11-24"), run("c", day: "2026-11-21", metres: 2e6),
      run("d", day: "2026-11-21", metres: nil, seconds: nil))
    #expect(report.runsAdded == 1)
    #expect(
      report.refusals.map(\.reason) == [
        "day is in the future.", "distance_m must be a number above 0, up to 1000000.",
        "It has neither distance nor time; log it with nerve run.",
      ])
    #expect(try journal.knownEntry(1, of: .run).values["heart_rate_avg"] == nil)
    #expect(
      try journal.connection.table("SELECT added, already_there, refused FROM import")
        == [[1, 0, 3]])
  }

  @Test func `A dry run tells the same and changes nothing`() throws {
    try journal.log(.run, ["day": "2026-11-20", "distance_m": 10_000])
    let before = try journal.dump()
    var activity = run("a", shoe: "Ghost")
    activity.place = "x.fit"
    let trial = try bring(activity, run("b", day: "2026-11-21")) { $0.isDryRun = true }
    #expect(try journal.dump() == before)
    #expect(try journal.actions(newest: 9).count == 1)
    #expect(try bring(activity, run("b", day: "2026-11-21")) == trial)
  }

  // MARK: - Deleting and undoing

  @Test func `What was deleted stays out, unless it is asked for`() throws {
    try bring(run("a"), run("b", day: "2026-11-21"))
    _ = try journal.delete([1], of: .run, command: "delete")
    let report = try bring(run("a"), run("b", day: "2026-11-21"))
    #expect((report.deletedSince, report.alreadyThere, report.imports) == (1, 1, []))
    #expect(try runs == 1)
    #expect(try bring(run("a")) { $0.bringsBackDeleted = true }.runsAdded == 1)
    #expect(try bring(run("a")).alreadyThere == 1)
    #expect(try runs == 2)
  }

  @Test func `Undo and redo of an import take and bring all of it`() throws {
    try journal.log(.run, ["day": "2026-11-20", "distance_m": 10_000])
    let before = try journal.dump()
    try bring(
      run("a", shoe: "Ghost"), run("b", day: "2026-11-21"),
      run("c", day: "2026-11-21", start: "12:00:00", as: .crossTraining))
    let after = try journal.dump()
    for _ in 0..<2 {
      _ = try journal.undo()
      #expect(try journal.dump() == before)
      _ = try journal.redo()
      #expect(try journal.dump() == after)
    }
    // What was undone comes in again.
    _ = try journal.undo()
    #expect(try bring(run("b", day: "2026-11-21")).runsAdded == 1)
    try journal.connection.checkIntegrity()
  }

  @Test func `An import is not undone under one that recognised its runs`() throws {
    try bring(run("a"))
    try bring(run("b", start: "07:00:10"))
    let error = try #require(throws: JournalError.self) { try journal.undo(.imported(1)) }
    #expect("\(error)".contains("Undo that action first with: nerve undo 2"))
    _ = try journal.undo(.imported(2))
    _ = try journal.undo(.imported(1))
    #expect(try runs == 0)
  }

  @Test func `Several files are one action with an import each`() throws {
    let batches = [("a", "2026-11-20"), ("b", "2026-11-21"), ("b", "2026-11-21")].map {
      ActivityBatch(fileName: "\($0).fit", format: "fit", activities: [run($0, day: $1)])
    }
    let report = try journal.importActivities(batches, plan: plan())
    #expect((report.runsAdded, report.alreadyThere, report.imports) == (2, 1, [1, 2]))
    let error = try #require(throws: JournalError.self) { try journal.undo(.imported(2)) }
    #expect(error == .importedWithOthers(number: 2, action: 1))
    _ = try journal.undo()
    #expect(try runs == 0)
    #expect(throws: JournalError.noImport(number: 2)) { try journal.undo(.imported(2)) }
  }

  // MARK: - Complete

  @Test func `A complete source makes the days between rest days`() throws {
    let activities = [run("a", day: "2026-11-16"), run("b", day: "2026-11-19")]
    let batches = activities.map {
      ActivityBatch(fileName: "x", format: "fit", activities: [$0])
    }
    var plan = plan()
    plan.isComplete = true
    let report = try journal.importActivities(batches, plan: plan)
    #expect(report.coverage?.count == 4)
    #expect(
      try journal.connection.column("SELECT state FROM day ORDER BY day")
        == ["run", "rest", "rest", "run"])
    let before = try journal.dump()
    #expect(try journal.importActivities(batches, plan: plan).coverage == nil)
    #expect(try journal.dump() == before)
  }

  @Test func `A source of which something is refused is not taken as complete`() throws {
    let report = try bring(
      run("a", day: "2026-11-16"), run("b", day: "2026-11-17", metres: -1),
      run("c", day: "2026-11-19")
    ) { $0.isComplete = true }
    #expect(report.coverage == nil)
  }

  @Test func `An activity is looked up by indexes`() throws {
    for sql in [
      "SELECT * FROM activity_source WHERE fingerprint = ?1",
      "SELECT * FROM activity_source WHERE service_id = ?1",
      "SELECT 1 FROM run WHERE day = ?1 AND NOT EXISTS (SELECT 1 FROM activity_source WHERE run_id = run.id)",
    ] {
      #expect(try journal.connection.plan(sql).allSatisfy { !$0.hasPrefix("SCAN") }, "\(sql)")
    }
  }
}

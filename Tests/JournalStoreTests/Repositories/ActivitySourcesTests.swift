import CivilDay
import Testing
import JournalModel

@testable import JournalStore

/// Several sources of one run, and runs that look like one.
extension ActivityImportTests {
  /// Changes an activity as its source tells it.
  private func told(
    _ activity: ImportableActivity, _ change: (inout ImportableActivity) -> Void
  ) -> ImportableActivity {
    var activity = activity
    change(&activity)
    return activity
  }

  private var doubts: [String] {
    get throws {
      try journal.connection.rows(
        "SELECT coalesce(doubt, '') FROM run ORDER BY start_time, id"
      ) { (row) throws(SQLiteError) in try row.text(0) }
    }
  }

  @Test(arguments: [false, true])
  func `Two numbers of one service are two runs, whatever their starts`(_ isTurned: Bool) throws {
    let runs = [
      run("a", service: "strava:1"), run("b", metres: 5_000, seconds: 1_500, service: "strava:2"),
      run("c", start: "07:01:00", metres: 9_900, seconds: 2_990, service: "strava:3"),
    ]
    for run in isTurned ? runs.reversed() : runs { try bring(run) }
    #expect(try doubts == ["", "", ""])
    try bring(run("d", service: "strava:4"))
    #expect(
      try doubts.filter { !$0.isEmpty }
        == [String](
          repeating: "It may be the same as the other run of 2026-11-20 at 07:00.", count: 2))
    #expect(try self.runs == 4)
  }

  @Test(arguments: [(370.0, 3_000.0), (6_600, 3_000), (10_000, 1_900)], [false, true])
  func `Two that overlap and contradict each other both come in, with a doubt`(
    _ measures: (Double, Double), _ isTurned: Bool
  ) throws {
    let other = run("b", start: "07:00:20", metres: measures.0, seconds: measures.1)
    try bring(isTurned ? other : run("a"))
    let report = try bring(isTurned ? run("a") : other)
    #expect(report.runsAdded == 1)
    #expect(report.doubts.count >= 1)
    #expect(
      try doubts.allSatisfy {
        $0.contains(
          "It was at the same time as the other run of 2026-11-20 at 07:00, but the distance or "
            + "time differs.")
      })
  }

  /// A second source and how many runs it makes beside one of 10 km at 07:00:00 by a
  /// watch.
  private static let clocks: [(String, start: String, Double, Double, origin: String, Int)] = [
    ("two hours", "09:00:01", 10_050, 3_010, "polar", 1),
    ("a quarter of an hour and a half of India", "11:30:00", 10_000, 3_000, "polar", 1),
    ("fourteen hours", "21:00:00", 10_000, 3_000, "polar", 1),
    ("three seconds more", "09:00:03", 10_000, 3_000, "polar", 2),
    ("another distance", "09:00:00", 10_150, 3_000, "polar", 2),
    ("another time", "09:00:00", 10_000, 3_050, "polar", 2),
    ("the same watch", "18:00:00", 10_000, 3_000, "watch", 2),
    ("fourteen hours and a quarter", "21:15:00", 10_000, 3_000, "polar", 2),
  ]

  @Test(arguments: clocks.indices, [false, true])
  func `Clocks of other zones are seen through`(_ index: Int, _ isTurned: Bool) throws {
    let (name, start, metres, seconds, origin, count) = Self.clocks[index]
    let watch = told(run("a")) { $0.origin = "watch" }
    let other = told(run("b", start: start, metres: metres, seconds: seconds)) {
      $0.origin = origin
    }
    for run in isTurned ? [other, watch] : [watch, other] { try bring(run) }
    #expect(try runs == count, "\(name)")
  }

  @Test func `A fixed loop at eight and at six stays two, with a doubt where it is not known`()
    throws
  {
    let watch = ["08:00:10", "18:00:11"].enumerated().map { index, start in
      told(run("a\(index)", start: start)) { $0.origin = "watch" }
    }
    try bring(watch[0], watch[1])
    try bring(told(run("b", start: "10:00:10")) { $0.origin = "polar" })
    #expect(try runs == 3)
    #expect(try doubts.allSatisfy { $0.contains("It may be the same as the other run") })
  }

  @Test func `One run by three clocks of three zones is one`() throws {
    for (index, start) in ["07:00:00", "09:00:01", "12:30:00"].enumerated() {
      try bring(told(run("a\(index)", start: start)) { $0.origin = "service \(index)" })
    }
    #expect(try runs == 1)
    #expect(try journal.connection.integer("SELECT count(*) FROM activity_source") == 3)
  }

  @Test func `A start to the minute is not enough`() throws {
    try bring(told(run("a", metres: nil)) { $0.isStartToTheMinute = true })
    try bring(run("b", start: "07:00:40", seconds: nil))
    #expect(try runs == 2)
    #expect(try doubts.allSatisfy { $0.contains("It may be the same as the other run") })
    try bring(told(run("c", day: "2026-11-21")) { $0.isStartToTheMinute = true })
    try bring(run("d", day: "2026-11-21", start: "07:00:59", metres: 9_500))
    #expect(try runs == 3)
  }

  // MARK: - Best source

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `The best source counts for each field, also when it comes later`(_ order: [Int]) throws {
    let track = told(run("a", metres: 10_100, more: ["ascent_m": 90])) {
      $0.evidence = .bareTrack
    }
    let table = told(run("b", metres: 10_050, more: ["ascent_m": 70, "note": "Lunch"])) {
      $0.serviceID = "strava:1"
    }
    let recording = told(
      run("c", start: "07:00:05", more: ["steps": 8_000, "descent_m": 60])
    ) { $0.evidence = .sensorRecording }
    for index in order { try bring([track, table, recording][index]) }
    let values = try journal.knownEntry(1, of: .run).values
    #expect(values["distance_m"] == 10_000.0)
    #expect(values["start_time"] == "07:00:05")
    #expect((values["ascent_m"], values["note"]) == (70.0, "Lunch"))
    #expect((values["steps"], values["descent_m"]) == (8_000, 60.0))
    #expect(try runs == 1)
  }

  @Test func `A file that tells more when it is read again fills that in`() throws {
    try bring(run("a"))
    let report = try bring(run("a", more: ["steps": 8_000, "descent_m": 60]))
    #expect((report.completed, report.imports.count) == (1, 1))
    #expect(try journal.knownEntry(1, of: .run).values["steps"] == 8_000)
    _ = try journal.undo()
    #expect(try journal.knownEntry(1, of: .run).values["steps"] == nil)
  }

  @Test func `A computer in another zone moves no run`() throws {
    try bring(told(run("a")) { $0.startTold = .utc })
    let before = try journal.dump()
    try bring(told(run("a", start: "15:00:00", offset: 540)) { $0.startTold = .utc })
    #expect(try journal.dump() == before)
  }

  @Test func `What was changed or cleared since an import stays so`() throws {
    try bring(run("a", more: ["note": "Lunch", "ascent_m": 20]))
    _ = try journal.edit(
      1, of: .run, changes: ["distance_m": 9_000, "note": .null], command: "edit run", today: nil)
    try bring(
      told(run("b", metres: 10_030, more: ["note": "Other", "ascent_m": 25, "steps": 9_000])) {
        $0.evidence = .sensorRecording
      })
    let values = try journal.knownEntry(1, of: .run).values
    #expect((values["distance_m"], values["note"]) == (9_000.0, nil))
    #expect((values["ascent_m"], values["steps"]) == (25.0, 9_000))
    #expect(try runs == 1)
  }

  @Test func `A better file brings two entries together, with what refers to them`() throws {
    // Typed with its start, so that each file is alike to it and not to the other.
    try bring(run("a", metres: 10_000, seconds: nil))
    try bring(told(run("b", start: "07:03:00", metres: nil)) { $0.origin = "x" })
    #expect(try runs == 2)
    try journal.log(.stretch, ["day": "2026-11-20", "exercise": "piriformis", "run_id": 2])
    let before = try journal.dump()
    let report = try bring(run("c", start: "07:01:30"))
    #expect((try runs, report.broughtTogether) == (1, 1))
    #expect(try journal.connection.integer("SELECT run_id FROM stretch") == 1)
    _ = try journal.undo()
    #expect(try journal.dump() == before)
  }

  // MARK: - Doubts

  @Test func `What a typed run is asked about comes in with a doubt`() throws {
    let report = try bring(
      run("a", metres: 30_000, seconds: 1_200),
      run("b", day: "2026-11-21", metres: 7.5, seconds: 1_800),
      told(run("c", day: "2026-11-22")) { $0.doubts = ["It is cut off."] })
    #expect(
      report.doubts.map(\.reason) == [
        "The pace is faster than anyone runs.", "The pace is slower than a walk.",
      ])
    let filter = EntryFilter(isDoubtful: true)
    let doubtful = try journal.newest(9, matching: filter).entries.map { $0.text("doubt") }
    #expect(
      doubtful == [
        "It is cut off.", "The pace is slower than a walk.",
        "The pace is faster than anyone runs.",
      ])
  }

  @Test func `A doubt is gone once its measure is changed, and stays gone once settled`() throws {
    try bring(run("a", metres: 30_000, seconds: 1_200), run("b", day: "2026-11-21", metres: 7.5))
    _ = try journal.edit(
      1, of: .run, changes: ["duration_s": 9_000], command: "edit run", today: nil)
    #expect(try journal.knownEntry(1, of: .run).values["doubt"] == nil)
    let settled = try journal.edit(
      2, of: .run, changes: ["doubt": .null], command: "edit run", today: nil)
    #expect(settled.action != nil)
    try bring(run("c", start: "07:00:30", metres: 30_100, seconds: 1_200, more: ["steps": 9_000]))
    try bring(run("d", day: "2026-11-21", start: "07:00:30", metres: 7.5))
    #expect(try doubts == ["", ""])
    #expect(try journal.knownEntry(1, of: .run).values["steps"] == 9_000)
  }

  @Test func `A damaged source casts no doubt beside a better one`() throws {
    try bring(told(run("a")) { ($0.evidence, $0.doubts) = (.bareTrack, ["It is cut off."]) })
    #expect(try doubts == ["It is cut off."])
    try bring(told(run("b")) { $0.evidence = .sensorRecording })
    #expect(try doubts == [""])
  }

  // MARK: - Typed after the file

  @Test func `What is typed after the file makes what it makes before it`() throws {
    let typed = Entry(
      .run, ["day": "2026-11-20", "distance_m": 9_900, "rpe": 6, "pain_after": 3, "note": "calf"])
    let file = run("a", more: ["note": "Lunch", "heart_rate_avg": 150])
    let better = told(run("b", metres: 9_950, more: ["rpe": 2])) { $0.evidence = .sensorRecording }
    try bring(file)
    let logged = try journal.addTyped(
      typed, to: 1, command: "run", today: today, dayBoundaryMinutes: 240)
    try bring(better)
    let other = try Journal.inMemory()
    _ = try other.add(typed, command: "run", today: today)
    for activity in [better, file] {
      _ = try other.importActivities(
        [ActivityBatch(fileName: "a", format: "fit", activities: [activity])], plan: plan())
    }
    #expect(logged.id == 1)
    var values = try journal.knownEntry(1, of: .run).values
    values["import_id"] = nil
    #expect(try other.knownEntry(1, of: .run).values == values)
    #expect(values["distance_m"] == 9_900.0)
  }

  @Test func `What was typed as one more is never taken for the same`() throws {
    try bring(run("a"))
    let again = Entry(.run, ["day": "2026-11-20", "distance_m": 10_000])
    _ = try journal.add([again], command: "run", today: today, isApart: true)
    try bring(run("b", start: "07:00:30"))
    #expect(try runs == 2)
  }
}

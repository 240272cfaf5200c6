import CivilDay
import Testing
import JournalModel

@testable import JournalStore

/// The three states of a day's load: a value, a true zero, unknown.
@Suite struct LoadStateTests {
  /// What was logged on 2026-05-02, and what the day is then.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var entries: [(EntryTable, [String: SQLiteValue])] = []
    /// An import that covers the day.
    var isCovered = false
    var state: String?
    var runs: Int?
    var km: Double?
    var minutes: Double?
    var load: Double?
    var ascent: Double?
    var descent: Double?
    var steps: Int?
    var restIs: String?
    var testDescription: String { name }

    static func rest(
      _ name: String, _ entries: [(EntryTable, [String: SQLiteValue])], isCovered: Bool = false,
      is restIs: String = "implied"
    ) -> Case {
      Case(
        name: name, entries: entries, isCovered: isCovered, state: "rest", runs: 0, km: 0,
        minutes: 0, load: 0, ascent: 0, descent: 0, steps: 0, restIs: restIs)
    }
  }

  private static let full: (EntryTable, [String: SQLiteValue]) = (
    .run,
    [
      "distance_m": 8_000, "duration_s": 2_400, "rpe": 5, "ascent_m": 100, "descent_m": 90,
      "steps": 7_000,
    ]
  )
  private static let noDistance: (EntryTable, [String: SQLiteValue]) = (
    .run, ["duration_s": 1_200, "rpe": 6, "ascent_m": 20]
  )
  private static let onlyDistance: (EntryTable, [String: SQLiteValue]) = (
    .run, ["distance_m": 2_000]
  )
  private static let checkIn: (EntryTable, [String: SQLiteValue]) = (.checkIn, ["leg_pain": 3])
  private static let stretch: (EntryTable, [String: SQLiteValue]) = (.stretch, ["exercise": "calf"])
  private static let swim: (EntryTable, [String: SQLiteValue]) = (
    .crossTraining, ["activity": "swim", "duration_s": 1_800, "distance_m": 900, "rpe": 4]
  )
  private static let rest: (EntryTable, [String: SQLiteValue]) = (.dayMark, ["kind": "rest"])
  private static let untracked: (EntryTable, [String: SQLiteValue]) = (
    .dayMark, ["kind": "not_tracked"]
  )
  private static let advice: (EntryTable, [String: SQLiteValue]) = (
    .guidance, ["advice": "no hills"]
  )
  private static let flare: (EntryTable, [String: SQLiteValue]) = (
    .flareUp, ["onset_day": "2026-05-02", "end_day": "2026-05-02"]
  )
  private static let beginning: (EntryTable, [String: SQLiteValue]) = (
    .flareUp, ["onset_day": "2026-05-02"]
  )
  private static let end: (EntryTable, [String: SQLiteValue]) = (
    .flareUp, ["onset_day": "2026-05-01", "end_day": "2026-05-02"]
  )
  /// Lasts over the day, and begins and ends on others.
  private static let longFlare: (EntryTable, [String: SQLiteValue]) = (
    .flareUp, ["onset_day": "2026-05-01", "end_day": "2026-05-03"]
  )

  static let cases: [Case] = [
    Case(
      name: "a run with every measure", entries: [full], state: "run", runs: 1, km: 8, minutes: 40,
      load: 200, ascent: 100, descent: 90, steps: 7_000),
    Case(
      name: "a run without a distance", entries: [noDistance], state: "run", runs: 1, minutes: 20,
      load: 120, ascent: 20),
    Case(name: "a run with a distance only", entries: [onlyDistance], state: "run", runs: 1, km: 2),
    Case(
      name: "two runs", entries: [full, full], state: "run", runs: 2, km: 16, minutes: 80,
      load: 400, ascent: 200, descent: 180, steps: 14_000),
    Case(
      name: "two runs, one without a distance", entries: [full, noDistance], state: "run", runs: 2,
      minutes: 60, load: 320, ascent: 120),
    Case(
      name: "two runs, one with a distance only", entries: [full, onlyDistance], state: "run",
      runs: 2, km: 10),
    Case(
      name: "two runs, each of which lacks what the other has",
      entries: [noDistance, onlyDistance],
      state: "run", runs: 2),
    Case(
      name: "a run with an exertion of 0", entries: [(.run, ["duration_s": 600, "rpe": 0])],
      state: "run", runs: 1, minutes: 10, load: 0),
    .rest("a check-in only", [checkIn]),
    .rest("a note only", [(.checkIn, ["note": "tired"])]),
    .rest("a stretch only", [stretch]),
    .rest("cross-training only", [swim]),
    .rest("the day a flare-up begins and ends", [flare]),
    .rest("the day a flare-up begins", [beginning]),
    .rest("the day a flare-up ends", [end]),
    .rest("a day marked rest", [rest], is: "said"),
    .rest("a day marked rest, and a check-in", [rest, checkIn], is: "said"),
    .rest(
      "a day marked rest in a file that tells of every run", [rest], isCovered: true, is: "said"),
    .rest("a file that tells of every run", [], isCovered: true, is: "covered"),
    .rest("such a file and a check-in", [checkIn], isCovered: true, is: "covered"),
    Case(
      name: "a run on a day marked rest", entries: [full, rest], state: "run", runs: 1, km: 8,
      minutes: 40, load: 200, ascent: 100, descent: 90, steps: 7_000),
    Case(
      name: "a run on a day marked as not tracked", entries: [full, untracked], state: "run",
      runs: 1, km: 8, minutes: 40, load: 200, ascent: 100, descent: 90, steps: 7_000),
    Case(
      name: "a run in such a file", entries: [full], isCovered: true, state: "run", runs: 1, km: 8,
      minutes: 40, load: 200, ascent: 100, descent: 90, steps: 7_000),
    Case(name: "a day marked as not tracked", entries: [untracked]),
    Case(name: "such a day with a check-in", entries: [untracked, checkIn]),
    Case(
      name: "such a day in a file that tells of every run", entries: [untracked], isCovered: true),
    Case(name: "a day within a flare-up", entries: [longFlare]),
    Case(name: "what a physiotherapist said", entries: [advice]),
    Case(name: "nothing"),
  ]

  @Test(arguments: cases)
  func `A day is what was logged on it`(_ test: Case) throws {
    let journal = try Journal.inMemory()
    // Days around it that say nothing of any run.
    for day in ["2026-05-01", "2026-05-03"] {
      try journal.log(.dayMark, ["day": .text(day), "kind": "not_tracked"])
    }
    for (table, values) in test.entries {
      var values = values
      if table != .flareUp { values["day"] = "2026-05-02" }
      try journal.log(table, values)
    }
    if test.isCovered {
      try journal.connection.run(
        """
        INSERT INTO import (file_name, format, target, imported_at, added, already_there, refused,
          covers_from, covers_to)
        VALUES ('a', 'csv', 'run', '2026-05-04T00:00:00Z', 1, 0, 0, '2026-05-02', '2026-05-02')
        """)
    }
    let days = try journal.connection.table(
      """
      SELECT day, state, runs, distance_km, minutes, load, ascent_m, descent_m, steps, rest_is
      FROM day
      """)
    #expect(days.map(\.[0]) == ["2026-05-01", "2026-05-02", "2026-05-03"])
    #expect(
      days[1].dropFirst()
        == [
          .text(test.state), .integer(test.runs), .real(test.km), .real(test.minutes),
          .real(test.load), .real(test.ascent), .real(test.descent), .integer(test.steps),
          .text(test.restIs),
        ])
    // The same through the type that reports use.
    let day = try journal.days()[1]
    #expect(day.state == test.state.flatMap(DiaryDay.State.init))
    #expect(day.runs == test.runs)
    #expect(day.distanceKm == test.km)
    #expect(day.minutes == test.minutes)
    #expect(day.load == test.load)
    #expect(day.ascentM == test.ascent)
    #expect(day.descentM == test.descent)
    #expect(day.steps == test.steps)
    #expect(day.restIs?.rawValue == test.restIs)
    // Until it is over it is no rest day, and a run of it counts at once.
    let (soFar, over) = (day.known(on: day.day), day.known(on: day.day + 1))
    #expect(over == day)
    #expect(soFar.state == (day.state == .rest ? nil : day.state))
    #expect(soFar.restIs == nil)
    #expect(soFar.distanceKm == (day.state == .rest ? nil : day.distanceKm))
    #expect(soFar.legPain == day.legPain)
  }

  @Test func `A diary without an entry has no days`() throws {
    let journal = try Journal.inMemory()
    try journal.log(.footwear, ["name": "pegasus", "first_day": "2026-01-01"])
    #expect(try journal.days().isEmpty)
    #expect(try journal.connection.table("SELECT * FROM week").isEmpty)
    #expect(try journal.connection.table("SELECT * FROM month").isEmpty)
  }

  @Test(
    arguments: [
      (.run, ["day": "2026-03-01", "distance_m": 1]), (.checkIn, ["day": "2026-03-01", "mood": 1]),
      (.stretch, ["day": "2026-03-01", "exercise": "calf"]),
      (.crossTraining, ["day": "2026-03-01", "activity": "walk"]),
      (.dayMark, ["day": "2026-03-01", "kind": "not_tracked"]),
      (.flareUp, ["onset_day": "2026-03-01"]),
      (.flareUp, ["onset_day": "2026-02-20", "end_day": "2026-03-01"]),
    ] as [(EntryTable, [String: SQLiteValue])])
  func `The calendar goes from the first to the last entry of any kind, without a gap`(
    _ table: EntryTable, _ values: [String: SQLiteValue]
  ) throws {
    let journal = try Journal.inMemory()
    try journal.log(.checkIn, ["day": "2026-02-20", "leg_pain": 1])
    try journal.log(table, values)
    let days = try journal.days().map(\.day)
    let (first, last) = (try #require(Day("2026-02-20")), try #require(Day("2026-03-01")))
    #expect(days == Array(first...last))
  }
}

import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct ListTests {
  let journal: Journal
  let days: ClosedRange<Day>

  init() throws {
    journal = try Journal.inMemory()
    days = try #require(Day("2026-01-01"))...(try #require(Day("2026-01-31")))
  }

  @Test func `The newest comes first: by day, clock time and order of logging`() throws {
    for (day, time, pain) in [
      ("2026-01-02", "18:00", 1), ("2026-01-02", "07:00", 2), ("2026-01-02", nil, 3),
      ("2026-01-01", "23:00", 4), ("2026-01-02", nil, 5), ("2026-01-02", "07:00", 6),
    ] as [(String, String?, Int)] {
      try journal.log(
        .checkIn, ["day": .text(day), "time": .text(time), "leg_pain": .integer(pain)])
    }
    let all = try journal.newest(10, in: days).map { $0.whole("leg_pain") }
    #expect(all == [1, 6, 2, 5, 3, 4])
    // As many as are asked for are the first of all, not of some.
    for count in 0...6 {
      #expect(
        try journal.newest(count, in: days).map { $0.whole("leg_pain") } == Array(all.prefix(count))
      )
    }
  }

  /// Ids of different kinds say nothing about each other.
  @Test func `Of entries of several kinds without a time, the last logged comes first`() throws {
    let day = SQLiteValue.text("2026-01-02")
    for _ in 1...3 { try journal.log(.stretch, ["day": day, "exercise": "calf"]) }
    try journal.log(.flareUp, ["onset_day": day])
    try journal.log(.run, ["day": day, "distance_m": 1])
    try journal.log(.guidance, ["day": day, "advice": "x"])
    try journal.log(.stretch, ["day": day, "exercise": "calf"])
    let tables = try journal.newest(9, in: days).map(\.table)
    #expect(tables == [.stretch, .guidance, .run, .flareUp, .stretch, .stretch, .stretch])
    #expect(try journal.newest(3, in: days).map(\.table) == Array(tables.prefix(3)))
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `Any number of the newest of any tables is the beginning of the whole list`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(state: seed)
    try journal.connection.transaction {
      for _ in 0..<150 {
        let day = SQLiteValue.text(
          (days.lowerBound + Int.random(in: -3...12, using: &random)).description)
        let hour = 10 + Int.random(in: 0...5, using: &random)
        let time: SQLiteValue = Bool.random(using: &random) ? .text("\(hour):00") : .null
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try journal.log(.run, ["day": day, "start_time": time, "distance_m": 1])
        case 1: try journal.log(.checkIn, ["day": day, "time": time, "leg_pain": 1])
        case 2: try journal.log(.stretch, ["day": day, "time": time, "exercise": "calf"])
        case 3: try journal.log(.crossTraining, ["day": day, "start_time": time, "activity": "x"])
        case 4: try journal.log(.flareUp, ["onset_day": day, "end_day": day])
        default: try journal.log(.guidance, ["day": day, "advice": "x"])
        }
      }
    }
    for tables in [EntryTable.dated, [.run, .checkIn], [.flareUp]] {
      let all = try journal.newest(1_000, of: tables, in: days)
      #expect(all.allSatisfy { $0.day.map(days.contains) == true && tables.contains($0.table) })
      #expect(all.compactMap(\.day) == all.compactMap(\.day).sorted(by: >))
      for count in [1, 2, 7, 40] {
        #expect(try journal.newest(count, of: tables, in: days) == Array(all.prefix(count)))
      }
    }
  }

  @Test func `What a list leaves out is counted as far as is asked for`() throws {
    for day in 1...9 {
      try journal.log(.run, ["day": .text("2026-01-0\(day)"), "distance_m": 1])
      try journal.log(.checkIn, ["day": .text("2026-01-0\(day)"), "leg_pain": 1])
    }
    let filter = EntryFilter(days: days)
    for (count, limit, more) in [
      (18, 5, 0), (17, 5, 1), (10, 5, 5), (10, 8, 8), (10, 9, 8), (1, 100, 17), (30, 9, 0),
      (10, 0, 0),
    ] {
      let page = try journal.newest(count, matching: filter, countingUpTo: limit)
      #expect(page.entries.count == min(count, 18))
      #expect(page.more == more, "\(count), \(limit)")
    }
  }

  @Test func `The runs in one shoe, and entries without a day, are listed`() throws {
    try journal.log(.footwear, ["name": "a", "first_day": "2026-01-05"])
    try journal.log(.footwear, ["name": "b"])
    for (day, shoe) in [("02", "a"), ("03", "b"), ("04", "a")] {
      try journal.log(
        .run, ["day": .text("2026-01-\(day)"), "distance_m": 1, "footwear": .text(shoe)])
    }
    let runs = try journal.newest(9, matching: EntryFilter([.run], footwear: 1)).entries
    #expect(runs.map(\.id) == [3, 1])
    let shoes = try journal.newest(9, matching: EntryFilter([.footwear])).entries
    #expect(shoes.map(\.id) == [1, 2])
    #expect(shoes.map(\.day) == [Day("2026-01-05"), nil])
    #expect(
      try journal.newest(3, matching: EntryFilter([.exercise])).entries.map(\.id) == [26, 25, 24])
    #expect(try journal.entry(1, of: .footwear)?.text("name") == "a")
    #expect(try journal.footwearUse(of: 1)?.runs == 2)
    #expect(try journal.footwearUse(of: 7) == nil)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `The response to a run is what the view says`(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    try journal.connection.transaction {
      for _ in 0..<120 {
        let day = SQLiteValue.text(
          (days.lowerBound + Int.random(in: 0...25, using: &random)).description)
        let hour = 10 + Int.random(in: 0...9, using: &random)
        let time: SQLiteValue = Bool.random(using: &random) ? .text("\(hour):00") : .null
        let moment: SQLiteValue = [.null, "morning", "later"][Int.random(in: 0...2, using: &random)]
        if Int.random(in: 0...3, using: &random) == 0 {
          try journal.log(.run, ["day": day, "start_time": time, "distance_m": 1])
        } else {
          try journal.log(
            .checkIn,
            [
              "day": day, "time": time, "moment": moment,
              "leg_pain": .integer(Int.random(in: 0...10, using: &random)),
            ])
        }
      }
    }
    let rows = try journal.connection.table(
      "SELECT day, morning_pain, evening_pain, next_morning_pain, pain_48_h_later FROM run_response"
    )
    #expect(rows.count > 10)
    for row in rows {
      guard case .text(let text) = row[0], let day = Day(text) else { continue }
      let response = try journal.response(toRunOn: day)
      #expect(
        [
          response.morningPain, response.eveningPain, response.nextMorningPain,
          response.pain48HoursLater,
        ].map { SQLiteValue.integer($0) } == Array(row[1...]))
    }
  }

  @Test func `An entry has its known values, and the names of what it refers to`() throws {
    try journal.log(.footwear, ["name": "pegasus"])
    try journal.log(.run, ["day": "2026-01-02", "distance_m": 8_200, "footwear": "pegasus"])
    try journal.log(.stretch, ["day": "2026-01-01", "exercise": "calf", "sets": 3])
    let entries = try journal.newest(10, in: days)
    #expect(entries.map(\.table) == [.run, .stretch])
    #expect(
      entries[0].values
        == ["day": "2026-01-02", "distance_m": 8_200.0, "footwear_id": 1, "footwear": "pegasus"])
    #expect(entries[1].text("exercise") == "calf")
    #expect(entries[1].number("sets") == 3)
    #expect(entries[1].text("note") == nil)
    #expect(entries[0].whole("distance_m") == nil)
  }

  @Test func `Shoes that are retired come last, and names without regard to case`() throws {
    for (name, retired) in [("b", nil), ("A", nil), ("c", "2026-01-01"), ("B2", nil)]
      as [(String, String?)]
    {
      try journal.log(.footwear, ["name": .text(name), "retired_day": .text(retired)])
    }
    #expect(try journal.footwear().map(\.name) == ["A", "b", "B2", "c"])
    #expect(try journal.exercises().count == 26)
    #expect(try journal.exercises().first?.name == "adductor")
  }

  @Test func `A setting is unknown until it is set`() throws {
    #expect(try journal.setting("units") == nil)
    try journal.log(.setting, ["name": "units", "value": "mi"])
    #expect(try journal.setting("units") == "mi")
  }

  @Test func `The runs of some days come in order`() throws {
    for (day, start, distance) in [
      ("2026-01-02", "18:00", 1), ("2026-01-02", "07:00", 2), ("2026-01-01", nil, 3),
      ("2026-01-02", nil, 4), ("2026-02-01", "07:00", 5),
    ] as [(String, String?, Int)] {
      try journal.log(
        .run, ["day": .text(day), "start_time": .text(start), "distance_m": .integer(distance)])
    }
    #expect(try journal.runs(in: days).map(\.distanceM) == [3, 4, 2, 1])
  }
}

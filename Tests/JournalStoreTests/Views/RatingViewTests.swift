import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct RatingViewTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  /// A check-in's time and declared moment, the day's runs, and the moment then.
  ///
  /// A run's start of "-" is unknown.
  struct Case: CustomTestStringConvertible, Sendable {
    let time: String?
    var declared: String?
    var starts: [String] = []
    let moment: String?

    /// A rating at `time` that `is` of a moment.
    init(
      _ time: String?, _ declared: String? = nil, runs starts: [String] = [], is moment: String?
    ) {
      (self.time, self.declared, self.starts, self.moment) = (time, declared, starts, moment)
    }

    var testDescription: String {
      "\(time ?? "no time"), \(declared ?? "nothing declared"), runs \(starts)"
    }
  }

  @Test(arguments: [
    // Nothing but what was declared.
    Case(nil, is: nil), Case(nil, "morning", is: "morning"), Case(nil, "later", is: "later"),
    Case(nil, "morning", runs: ["07:00:00"], is: "morning"), Case(nil, runs: ["07:00:00"], is: nil),
    // A day without a run: noon decides, unless it was declared otherwise.
    Case("04:00:00", is: "morning"), Case("11:59:59", is: "morning"), Case("12:00:00", is: "later"),
    Case("23:59:59", is: "later"), Case("00:00:00", is: "later"), Case("03:59:59", is: "later"),
    Case("15:00:00", "morning", is: "morning"), Case("08:00:00", "later", is: "later"),
    // A day with a run: its start decides, whatever was declared.
    Case("07:00:00", runs: ["18:00:00"], is: "morning"),
    Case("17:59:59", runs: ["18:00:00"], is: "morning"),
    Case("18:00:00", runs: ["18:00:00"], is: "later"),
    Case("08:00:00", runs: ["06:00:00"], is: "later"),
    Case("08:00:00", "morning", runs: ["06:00:00"], is: "later"),
    Case("13:00:00", "later", runs: ["18:00:00"], is: "morning"),
    // The first run counts.
    Case("12:00:00", runs: ["18:00:00", "07:00:00"], is: "later"),
    Case("06:00:00", runs: ["18:00:00", "07:00:00"], is: "morning"),
    // The night after the day lasts until 04:00.
    Case("01:00:00", runs: ["18:00:00"], is: "later"),
    Case("22:00:00", runs: ["00:30:00"], is: "morning"),
    Case("01:00:00", runs: ["00:30:00"], is: "later"),
    Case("04:00:00", runs: ["03:59:59"], is: "morning"),
    Case("03:59:59", runs: ["04:00:00"], is: "later"),
    // A run at an unknown time may have been before.
    Case("07:00:00", runs: ["-"], is: nil), Case("22:00:00", runs: ["-"], is: nil),
    Case("07:00:00", "morning", runs: ["-"], is: "morning"),
    Case("07:00:00", "later", runs: ["-"], is: "later"),
    Case("07:00:00", runs: ["-", "18:00:00"], is: nil),
    Case("19:00:00", runs: ["-", "18:00:00"], is: "later"),
    Case("07:00:00", "morning", runs: ["-", "18:00:00"], is: "morning"),
    Case("19:00:00", "morning", runs: ["-", "18:00:00"], is: "later"),
  ])
  func `A rating belongs to the morning or comes later, as far as that is known`(
    _ test: Case
  ) throws {
    for start in test.starts {
      try journal.log(
        .run,
        ["day": "2026-01-05", "distance_m": 1, "start_time": start == "-" ? .null : .text(start)])
    }
    // Runs of other days have no say.
    try journal.log(.run, ["day": "2026-01-04", "distance_m": 1, "start_time": "04:00:00"])
    try journal.log(
      .checkIn,
      [
        "day": "2026-01-05", "time": .text(test.time), "moment": .text(test.declared),
        "leg_pain": 4,
      ])
    #expect(try journal.connection.column("SELECT moment FROM rating") == [.text(test.moment)])
    #expect(
      try journal.ratings(of: .leg)
        == [
          PainRating(
            day: try #require(Day("2026-01-05")),
            moment: test.moment.flatMap(PainRating.Moment.init), value: 4)
        ])
  }

  @Test func `Ratings come by day, the morning's first and later ones last, the night after all`()
    throws
  {
    for (day, time, pain) in [
      ("2026-01-02", "08:00", 5), ("2026-01-01", "01:30", 4), ("2026-01-01", "22:00", 3),
      ("2026-01-01", nil, 1), ("2026-01-01", "04:00", 2), ("2026-01-02", "08:00", 6),
    ] as [(String, String?, Int)] {
      try journal.log(
        .checkIn, ["day": .text(day), "time": .text(time), "leg_pain": .integer(pain)])
    }
    try journal.log(.checkIn, ["day": "2026-01-01", "back_pain": 9])
    #expect(try journal.ratings(of: .leg).map(\.value) == [2, 1, 3, 4, 5, 6])
    #expect(try journal.ratings(of: .back).map(\.value) == [9])
    #expect(try journal.ratings(of: .reach).isEmpty)
  }

  /// A check-in of the random diaries.
  private struct Rating {
    let id: Int
    let time: Int?
    let declared: PainRating.Moment?
    let leg: Int?
    let back: Int?
  }

  /// The rules in words: see the comments of `rating` and `day_rating`.
  private struct Rule {
    /// Minutes since 04:00 at which the day's runs began, `nil` where unknown.
    let starts: [Int?]

    func moment(_ rating: Rating) -> PainRating.Moment? {
      guard let time = rating.time else { return rating.declared }
      if let first = starts.compactMap({ $0 }).min() {
        if time >= first { return .later }
        if !starts.contains(nil) { return .morning }
      }
      if let declared = rating.declared { return declared }
      guard starts.isEmpty else { return nil }
      return time < 8 * 60 ? .morning : .later
    }

    func preferred(_ ratings: [Rating], _ value: (Rating) -> Int?) -> Rating? {
      let known = ordered(ratings).filter { value($0) != nil }
      return known.first { moment($0) == .morning } ?? known.first { moment($0) == nil }
        ?? known.first
    }

    func evening(_ ratings: [Rating]) -> Rating? {
      ordered(ratings).last { $0.leg != nil && moment($0) == .later }
    }

    private func ordered(_ ratings: [Rating]) -> [Rating] {
      ratings.sorted { ($0.time ?? -1, $0.id) < ($1.time ?? -1, $1.id) }
    }
  }

  private func clock(_ minutes: Int?) -> SQLiteValue {
    minutes.map { minutes in
      let (hour, minute) = ((minutes / 60 + 4) % 24, minutes % 60)
      return .text("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00")
    } ?? .null
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `Each day's pains are those of the rules in words, on any diary`(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    func maybe<T>(_ value: @autoclosure () -> T) -> T? {
      Bool.random(using: &random) ? value() : nil
    }
    let first = try #require(Day("2025-12-20"))
    var diary: [(rule: Rule, ratings: [Rating])] = []
    var id = seed == 4 ? 68_719_470_000 : 0
    let connection = journal.connection
    try connection.transaction {
      for number in 0..<300 {
        let day = SQLiteValue.text((first + number).description)
        let starts = (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Int.random(in: 0..<4, using: &random) == 0
            ? nil : Int.random(in: 0..<1_440, using: &random)
        }
        for start in starts {
          try journal.log(.run, ["day": day, "distance_m": 1, "start_time": clock(start)])
        }
        let ratings = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          // Ids do not come in the order of time.
          id += Int.random(in: 1...5, using: &random)
          let time = maybe(Int.random(in: 0..<48, using: &random) * 30)
          let moments: [PainRating.Moment?] = [nil, nil, .morning, .later]
          return Rating(
            id: id, time: time, declared: moments.randomElement(using: &random) ?? nil,
            leg: maybe(Int.random(in: 0...10, using: &random)),
            back: maybe(Int.random(in: 0...10, using: &random)))
        }
        for rating in ratings.shuffled(using: &random) {
          try connection.run(
            """
            INSERT INTO check_in (id, day, time, moment, leg_pain, back_pain, mood)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 5)
            """, .integer(rating.id), day, clock(rating.time), .text(rating.declared?.rawValue),
            .integer(rating.leg), .integer(rating.back))
        }
        diary.append((Rule(starts: starts), ratings))
      }
      // So that the calendar has the days without an entry at both ends.
      for end in [first - 1, first + 300] {
        try journal.log(.dayMark, ["day": .text(end.description), "kind": "not_tracked"])
      }
    }
    let rows = try connection.table(
      """
      SELECT leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain, back_pain, next_day_leg_pain
      FROM day
      """)
    #expect(rows.count == 302)
    for (index, (rule, ratings)) in diary.enumerated() {
      let leg = rule.preferred(ratings, \.leg)
      let next = index + 1 < diary.count ? diary[index + 1] : nil
      #expect(
        rows[index + 1]
          == [
            .integer(leg?.leg), .text(leg.flatMap(rule.moment)?.rawValue),
            .integer(rule.evening(ratings)?.leg), .integer(ratings.compactMap(\.leg).max()),
            .integer(rule.preferred(ratings, \.back)?.back),
            .integer(next?.rule.preferred(next?.ratings ?? [], \.leg)?.leg),
          ], "day \(index)")
    }
    try agree()
  }

  /// Compares the view `day` with the obvious rule over the view `rating`.
  private func agree() throws {
    let byDay = Dictionary(grouping: try journal.ratings(of: .leg), by: \.day)
    for day in try journal.days() {
      let ratings = byDay[day.day] ?? []
      #expect(day.legPain == ratings.first?.value)
      #expect(day.worstLegPain == ratings.map(\.value).max())
    }
  }
}

import CivilDay
import Correlator
import JournalModel
import Testing

@testable import JournalStore
@testable import Reports

/// What is wrong with a diary, rule by rule, and what is not.
@Suite struct DiaryCheckTests {
  /// Days of a runner whose leg answers nothing, each of which can be changed.
  private struct Days {
    var load: [Double?]
    var pain: [Double?]
    var times: [Timing?]
    var implied: Set<Int> = []
    var unmeasured: Set<Int> = []
    var timing = Timing.morning
    var isChosen = false
    var sitting: [Double?]
    var evening: [Double?]
    var flare: [Double?]
    var medication: [Double?]

    static let first = Day(daysSince1970: 20_000)

    /// Runs of 3 to 12 km on about half of the days, and a pain of 1 to 3 that has
    /// nothing to do with them.
    init(_ count: Int) {
      var chance = Numbers(seed: 7)
      load = (0..<count).map { _ in chance.below(2) == 0 ? Double(3 + chance.below(10)) : 0 }
      pain = (0..<count).map { _ in Double(1 + chance.below(3)) }
      times = Array(repeating: .morning, count: count)
      sitting = (0..<count).map { _ in Double(3 + chance.below(6)) }
      evening = pain
      (flare, medication) = (load.map { _ in 0 }, load.map { _ in 0 })
    }

    mutating func unrate(_ day: Int) { (pain[day], times[day]) = (nil, nil) }

    func check(_ records: DiaryCheck.Records = DiaryCheck.Records()) -> DiaryCheck {
      func series(_ values: [Double?]) -> DailySeries {
        DailySeries(firstDay: Self.first, values: values)
      }
      return DiaryCheck(
        CorrelationQuestion(),
        LoadAndPain(
          Diary(
            load: series(load), pain: series(pain), timing: timing, sitting: series(sitting),
            flare: series(flare), medication: series(medication), eveningPain: series(evening)),
          impliedRest: Set(implied.map { Self.first + $0 }),
          unmeasuredRuns: Set(unmeasured.map { Self.first + $0 }), timingIsChosen: isChosen,
          times: times), records)
    }
  }

  /// Numbers that look random and are always the same.
  private struct Numbers {
    var random: SplitMix64
    init(seed: UInt64) { random = SplitMix64(seed: seed) }
    mutating func below(_ limit: UInt64) -> Int { Int((random.next() >> 33) % limit) }
  }

  private func check(_ count: Int = 200, _ change: (inout Days) -> Void) -> DiaryCheck {
    var days = Days(count)
    change(&days)
    return days.check()
  }

  @Test func `A good diary has nothing to improve, and says what is fine`() {
    let check = check { _ in }
    #expect(check.canAnswer)
    #expect(check.findings == [])
    #expect(check.improvements == [])
    #expect(check.fine == DiaryCheck.Topic.allCases)
  }

  @Test func `Without a day nothing is found`() {
    let check = check(0) { _ in }
    #expect(!check.canAnswer)
    #expect(check.findings == [])
    #expect(check.fine == [])
  }

  @Test func `A short diary needs days, and no habit is judged before two weeks`() {
    for count in [1, 13] {
      let check = check(count) { days in
        for day in 0..<count { days.unrate(day) }
        days.sitting = days.load.map { _ in nil }
      }
      #expect(check.findings == [.moreDays])
      #expect(check.improvements == [])
    }
    #expect(check(30) { _ in }.findings == [.moreDays])
  }

  @Test func `Without a run, there is nothing to compare`() {
    let check = check { days in days.load = days.load.map { _ in 0 } }
    #expect(check.findings.first == .noRuns)
    #expect(check.weight(of: .noRuns) == .needed)
  }

  @Test(arguments: [(10, false), (40, true)])
  func `Runs without the measure do not count from a fifth on`(missing: Int, isFound: Bool) {
    var days = Days(200)
    let runDays = days.load.indices.filter { days.load[$0] != 0 }
    for day in runDays.prefix(missing) {
      days.load[day] = nil
      days.unmeasured.insert(day)
    }
    let check = days.check()
    let rate = Rate(count: runDays.count - missing, of: runDays.count)
    #expect(check.measuredRuns == rate)
    #expect(
      check.findings.contains(.missingMeasure(rate, newest: Days.first + runDays[missing - 1]))
        == isFound)
    // It is known that there was a run.
    #expect(check.knownDays.overall == Rate(count: 200, of: 200))
  }

  // MARK: Ratings

  /// 34 of the last 56 days are three in five, 33 are not.
  @Test(arguments: [(34, false), (33, true)])
  func `Three of five days need a rating`(rated: Int, isFound: Bool) {
    let check = check { days in
      for day in (144..<200).dropFirst(rated) { days.unrate(day) }
    }
    #expect(check.recentTimes.rated == rated)
    #expect(check.findings.contains(.fewRatings(Rate(count: rated, of: 56))) == isFound)
  }

  @Test(arguments: [Timing.evening, .unknown])
  func `Three of five days need a rating from before the run`(other: Timing) {
    for (mornings, isFound) in [(34, false), (33, true)] {
      var days = Days(200)
      for day in (144..<200).dropFirst(mornings) { days.times[day] = other }
      #expect(days.check().findings.contains(.ratingTimes) == isFound)
      // A time that the runner chose is not questioned.
      days.isChosen = true
      #expect(!days.check().findings.contains(.ratingTimes))
    }
  }

  @Test func `A bad start long ago is no reason for advice`() {
    let check = check(400) { days in
      for day in 0..<200 {
        if day % 3 > 0 { days.unrate(day) } else { days.times[day] = .unknown }
      }
    }
    #expect(!check.findings.contains { [.ratings, .ratingTimes].contains($0.topic) })
    #expect(check.ratingTimes.unknown == 67)
    #expect(check.recentTimes.morning == 56)
  }

  @Test func `Morning ratings that rise with the run look as if made after it`() {
    let check = check { days in
      days.pain = zip(days.pain, days.load).map { pain, load in
        pain.map { $0 + (load ?? 0 > 0 ? 3 : 0) }
      }
    }
    #expect(check.answer.analysis.timingIsDoubtful)
    #expect(
      check.findings.contains { if case .ratedAfterRunning(.some) = $0 { true } else { false } })
    #expect(!check.fine.contains(.ratingTimes))
  }

  /// After every run but each eighth, there is no rating.
  @Test func `Ratings that go missing after runs are found`() {
    let check = check { days in
      for day in 0..<199 where days.load[day] != 0 && day % 8 > 0 { days.unrate(day + 1) }
    }
    #expect(check.findings.contains(.ratingsAfterRuns))
    #expect(!check.findings.contains(.ratingsAfterHighPain))
    #expect(!check.fine.contains(.ratings))
  }

  @Test func `Ratings that go missing after bad days are found`() {
    let check = check { days in
      var day = 0
      while day < 199 {
        if days.pain[day] == 3 { days.unrate(day + 1) }
        day += 1
      }
    }
    #expect(check.gaps.highPain == 3)
    #expect(check.findings.contains(.ratingsAfterHighPain))
  }

  /// Two of a hundred are missing after runs and none after rests.
  @Test func `A difference of less than five percentage points does not matter`() {
    let marks = (0..<2000).map { Optional($0 % 2 == 0) }
    let ratings = marks.indices.map { $0 % 100 != 1 }
    let comparison = RatingGaps.Comparison(marks, ratings)
    #expect(comparison.rate == Rate(count: 980, of: 1000))
    #expect((comparison.ci95?.upper ?? 0) < 0)
    #expect(!comparison.goMissing)
  }

  @Test func `Ratings that never change cannot be compared`() {
    let check = check { days in days.pain = days.pain.map { _ in 2 } }
    #expect(check.findings.contains(.littleVariation))
    #expect(check.weight(of: .littleVariation) == .needed)
  }

  // MARK: Days

  @Test(arguments: [(14, false), (15, true)])
  func `A quarter of unknown days is too much`(unknown: Int, isFound: Bool) {
    let check = check { days in
      for day in 150..<(150 + unknown) { days.load[day] = nil }
    }
    let newest = Days.first + 150...Days.first + (149 + unknown)
    #expect(check.findings.contains(.unknownDays(newest)) == isFound)
    #expect(check.fine.contains(.knownDays) == !isFound)
  }

  @Test func `Today may still have a run, so it is no unknown day`() {
    var days = Days(200)
    for day in 184..<200 { days.load[day] = nil }
    let today = DiaryCheck.Records(precautions: Precautions(today: Days.first + 199))
    #expect(
      days.check(today).findings.contains(.unknownDays(Days.first + 184...Days.first + 198)))
    #expect(days.check(today).knownDays.overall == Rate(count: 184, of: 199))
    #expect(days.check().knownDays.overall == Rate(count: 184, of: 200))
  }

  @Test func `Rest days that nobody confirmed matter where the answer hangs on them`() {
    func implied(_ count: Int) -> DiaryCheck {
      check(count) { days in
        days.implied = Set(days.load.indices.filter { days.load[$0] == 0 })
      }
    }
    let long = implied(400)
    let finding = long.findings.first { $0.topic == .restDays }
    guard case .impliedRest(let newest?, without: .notEnoughData) = finding else {
      Issue.record("\(long.findings)")
      return
    }
    let days = Days(400)
    #expect(newest.allSatisfy { days.load[$0 - Days.first] == 0 })
    #expect(long.confirmedRest.overall.count == 0)
    // Without an answer, where they are most of the rest days.
    #expect(implied(40).findings.contains { $0.topic == .restDays })
    let few = check(40) { days in
      days.implied = Set(days.load.indices.filter { days.load[$0] == 0 }.prefix(3))
    }
    #expect(!few.findings.contains { $0.topic == .restDays })
    #expect(few.fine.contains(.restDays))
  }

  // MARK: Runs

  /// A run of 6 km each Tuesday, Thursday and Sunday.
  @Test func `Runs that follow the weekday cannot be told from it`() {
    let check = check { days in
      for day in days.load.indices {
        days.load[day] = [1, 3, 6].contains((Days.first + day).weekday) ? 6 : 0
      }
    }
    #expect(!check.canAnswer)
    #expect(check.findings.contains(.fixedRunDays))
    #expect(check.weight(of: .fixedRunDays) == .needed)
    #expect(check.fixedRunDay.map { [1, 3, 6].contains($0) } == true)
    #expect(check.findings.contains(.sameLoad(6...6)))
    #expect(!check.fine.contains(.runDays))
  }

  @Test func `Runs of one length are worth a remark, and none while something comes first`() {
    var days = Days(200)
    days.load = days.load.map { $0 == 0 ? 0 : 6 }
    #expect(days.check().findings == [.sameLoad(6...6)])
    #expect(days.check().improvements == [])
    let precautions = Precautions(
      today: Days.first, flareUp: FlareUpSummary(id: 1, onsetDay: Days.first))
    #expect(days.check(DiaryCheck.Records(precautions: precautions)).findings == [])
  }

  // MARK: Columns

  @Test func `What else a day may hold is a suggestion, and nothing to improve`() {
    func columns(_ change: (inout Days) -> Void) -> [DiaryCheck.Column.Kind] {
      let check = check { days in change(&days) }
      #expect(check.improvements == [])
      for finding in check.findings {
        if case .missingColumns(let columns) = finding { return columns.map(\.kind) }
      }
      return []
    }
    #expect(columns { _ in } == [])
    #expect(columns { days in days.sitting = days.load.map { _ in nil } } == [.sitting])
    #expect(columns { days in days.evening = days.load.map { _ in nil } } == [.eveningPain])
    // Three days in a row three points above the usual, and ten days of much pain.
    #expect(
      columns { days in for day in 50..<53 { days.pain[day] = 8 } } == [.flare])
    #expect(
      columns { days in
        for day in 50..<53 { days.pain[day] = 8 }
        days.flare[50] = 1
      } == [])
    #expect(
      columns { days in for day in 0..<10 { days.pain[20 * day] = 6 } } == [.medication])
    #expect(
      columns { days in
        for day in 0..<10 { days.pain[20 * day] = 6 }
        days.medication[3] = 1
      } == [])
  }

  @Test func `Shoes are missed only where there are several`() {
    let days = Days(200)
    let some = days.check(DiaryCheck.Records(shoes: (0..<40).map { $0 % 2 == 0 }))
    #expect(
      some.columns.last
        == DiaryCheck.Column(
          kind: .shoe,
          known: Habit(Array(repeating: true, count: 20) + Array(repeating: false, count: 20))))
    #expect(some.findings.map(\.topic) == [.columns])
    #expect(days.check(DiaryCheck.Records(shoes: Array(repeating: true, count: 9))).findings == [])
    #expect(days.check().columns.map(\.kind) == [.sitting, .eveningPain])
  }
}

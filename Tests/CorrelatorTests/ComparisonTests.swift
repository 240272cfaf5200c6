import CivilDay
import Correlator
import Testing

@Suite struct ComparisonTests {
  static let firstDay = Day(daysSince1970: 19_723)

  static func series(_ values: [Double?]) -> DailySeries {
    DailySeries(firstDay: firstDay, values: values)
  }

  static func labels(_ sides: [Comparison.Side?]) -> [Day: Comparison.Side] {
    var labels: [Day: Comparison.Side] = [:]
    for (offset, side) in sides.enumerated() { labels[firstDay + offset] = side }
    return labels
  }

  /// A run every other day, of kinds that `side` tells by its number; the morning
  /// after kind B has `effect` more pain.
  static func diary(
    runs: Int, effect: Double, seed: UInt64 = 5, side: (_ run: Int) -> Comparison.Side?
  ) -> (diary: Diary, labels: [Day: Comparison.Side]) {
    var random = Random(seed: seed)
    var (load, pain): ([Double?], [Double?]) = ([], [])
    var (sides, level): ([Comparison.Side?], Double) = ([], 3)
    for day in 0..<(2 * runs) {
      level = 3 + 0.6 * (level - 3) + random.unit() - 0.5
      let last = sides.last ?? nil
      pain.append(level + (last == .b ? effect : 0))
      let runs = day.isMultiple(of: 2)
      load.append(runs ? 3 + 10 * random.unit() : 0)
      sides.append(runs ? side(day / 2) : nil)
    }
    return (
      Diary(load: series(load), pain: series(pain), timing: .morning), labels(sides)
    )
  }

  /// Expected by numpy.
  @Test(Shared.isNeeded) func `Counts, reasons and fits equal the reference`() throws {
    let cases = try Shared.json("method/fixtures/section6.dev.json")["compare"].array
    #expect(cases.count >= 4)
    for entry in cases {
      let sides = entry["label"].numbers.map { $0.map { $0 == 1 ? Comparison.Side.b : .a } }
      let result = compare(
        Diary(load: Self.series(entry["load"].numbers), pain: Self.series(entry["pain"].numbers)),
        labels: Self.labels(sides))
      let expected = entry["expected"]
      #expect(result.a == expected["a"].int && result.b == expected["b"].int)
      #expect(result.alternations == expected["alternations"].int)
      #expect(result.reason?.rawValue == expected["reason"].string)
      let (fit, numbers) = (result.fit, expected["fit"])
      #expect(fit?.pairs == numbers["m"].int && fit?.controls == numbers["q"].int)
      #expect(fit?.degreesOfFreedom == numbers["df"].int)
      expectClose(fit?.slope, numbers["b"], "b")
      expectClose(fit?.standardError, numbers["se"], "se")
      expectClose(fit?.t, numbers["t"], "t")
      expectClose(fit?.p, numbers["p"], "p")
      expectClose(fit?.share, numbers["share"], "share")
      let ci95 = numbers["ci95"].numbers
      expectClose(fit?.ci95.lower, ci95.first ?? nil, "lower")
      expectClose(fit?.ci95.upper, ci95.last ?? nil, "upper")
    }
  }

  @Test(arguments: [2.0, -2, 0])
  func `An effect that was put in lies in the interval`(effect: Double) throws {
    let (diary, labels) = Self.diary(runs: 60, effect: effect) { $0 % 3 == 0 ? .b : .a }
    let result = compare(diary, labels: labels)
    let fit = try #require(result.fit)
    #expect(result.reason == nil && result.a + result.b == fit.pairs)
    #expect(fit.ci95.lower < effect && effect < fit.ci95.upper)
    #expect(fit.ci95.upper - fit.ci95.lower < 1.5)
  }

  /// Swapping the kinds turns the sign and nothing else.
  @Test func `B against A is A against B with the other sign`() throws {
    let (diary, labels) = Self.diary(runs: 40, effect: 1) { $0 % 4 < 2 ? .b : .a }
    let there = compare(diary, labels: labels)
    let back = compare(diary, labels: labels.mapValues { $0 == .a ? .b : .a })
    #expect(there.a == back.b && there.b == back.a && there.alternations == back.alternations)
    expectClose(try #require(back.fit).slope, -(try #require(there.fit).slope), "b")
    expectClose(back.fit?.standardError, there.fit?.standardError, "se")
  }

  @Test func `Seven runs of a kind are too few, eight are enough`() {
    let seven = Self.diary(runs: 40, effect: 0) { $0 % 2 == 1 && $0 < 14 ? .b : .a }
    let result = compare(seven.diary, labels: seven.labels)
    #expect(result.b == 7 && result.reason == .fewerThan8Runs && result.fit == nil)
    let eight = Self.diary(runs: 40, effect: 0) { $0 % 2 == 1 && $0 < 16 ? .b : .a }
    #expect(compare(eight.diary, labels: eight.labels).reason == nil)
  }

  @Test func `A shoe that was worn out before the next has no alternations`() {
    let replaced = Self.diary(runs: 60, effect: 1) { $0 < 30 ? .a : .b }
    let result = compare(replaced.diary, labels: replaced.labels)
    #expect(result.alternations == 1 && result.reason == .fewerThan6Alternations)
    // Seven blocks have six changes.
    let blocks = Self.diary(runs: 56, effect: 1) { ($0 / 8).isMultiple(of: 2) ? .a : .b }
    let six = compare(blocks.diary, labels: blocks.labels)
    #expect(six.alternations == 6 && six.reason == nil)
  }

  /// The kind of each run is the parity of its length.
  @Test func `What the load tells already cannot be estimated`() {
    let days = 0..<80
    let load = days.map { $0.isMultiple(of: 2) ? ($0 % 4 == 0 ? 5.0 : 10) : 0 }
    var random = Random(seed: 2)
    let pain = days.map { _ in 3 + random.unit() }
    let labels = Self.labels(load.map { $0 == 5 ? .a : $0 == 10 ? .b : nil })
    let result = compare(Diary(load: Self.series(load), pain: Self.series(pain)), labels: labels)
    #expect(result.a == 20 && result.b == 20 && result.reason == .notEstimable)
  }

  @Test func `Days without a run, a rating or the rating after it are left out`() {
    let load: [Double?] = [5, 0, 5, nil, 5, 5, 5]
    let pain: [Double?] = [2, 2, 2, 2, nil, 2, 2]
    let result = compare(
      Diary(load: Self.series(load), pain: Self.series(pain)),
      labels: Self.labels([.a, .a, .b, .b, .a, .b, .a]))
    // Day 0 and 2 and 5: the last day has no morning after it.
    #expect(result.a == 1 && result.b == 2 && result.alternations == 1)
  }

  @Test func `Labels of other days and an empty diary change nothing`() {
    let empty = compare(
      Diary(load: Self.series([]), pain: Self.series([])), labels: Self.labels([.a, .b]))
    #expect(empty.a == 0 && empty.b == 0 && empty.reason == .fewerThan8Runs)
    var (diary, labels) = Self.diary(runs: 40, effect: 1) { $0 % 2 == 0 ? .a : .b }
    let before = compare(diary, labels: labels)
    labels[Self.firstDay + -3] = .a
    labels[Self.firstDay + 200] = .b
    #expect(compare(diary, labels: labels) == before)
    // Pain from a week before the first run on is one calendar with it.
    diary = Diary(
      load: diary.load,
      pain: DailySeries(
        firstDay: Self.firstDay + -7,
        values: [Double?](repeating: nil, count: 7) + diary.pain.values))
    #expect(compare(diary, labels: labels).fit != nil)
  }
}

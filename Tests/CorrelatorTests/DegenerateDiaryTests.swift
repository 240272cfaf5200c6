import CivilDay
import Testing

@testable import Correlator

/// Diaries that hold little or nothing, or very much.
@Suite struct DegenerateDiaryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let load: [Double?]
    let pain: [Double?]
    var reason: Verdict.Reason?
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let unknown = [Double?](repeating: nil, count: 400)
    let rest = [Double?](repeating: 0, count: 400)
    let calm = [Double?](repeating: 2.3, count: 400)
    var random = Random(seed: 1)
    let runs = (0..<400).map { _ in Double?(random.unit() < 0.5 ? 0 : 4 + 8 * random.unit()) }
    let pains = (0..<400).map { _ in Double?(Double(random.below(6))) }
    let weekdays = (0..<400).map { Double?([8, 0, 6, 0, 5, 0, 14][$0 % 7]) }
    let spike = (0..<400).map { Double?($0 == 200 ? 3 : 0) }
    return [
      Case(name: "empty", load: [], pain: [], reason: .fewerThan60Pairs),
      Case(name: "one day", load: [5], pain: [3], reason: .fewerThan60Pairs),
      Case(name: "one unknown day", load: [nil], pain: [nil], reason: .fewerThan60Pairs),
      Case(name: "only load", load: runs, pain: [], reason: .fewerThan60Pairs),
      Case(name: "only pain", load: [], pain: pains, reason: .fewerThan60Pairs),
      Case(name: "all unknown", load: unknown, pain: unknown, reason: .fewerThan60Pairs),
      Case(name: "no runs", load: rest, pain: pains, reason: .fewerThan15RunDays),
      Case(name: "constant load", load: calm, pain: pains, reason: .tooLittleVariation),
      Case(name: "constant pain", load: runs, pain: calm, reason: .tooLittleVariation),
      Case(name: "no pain", load: runs, pain: rest, reason: .tooLittleVariation),
      Case(name: "both constant", load: calm, pain: calm, reason: .tooLittleVariation),
      Case(name: "one run", load: spike, pain: pains, reason: .fewerThan15RunDays),
      Case(name: "same weekdays", load: weekdays, pain: pains, reason: .loadFixedByWeekday),
      Case(
        name: "pain fixed by weekday", load: runs, pain: weekdays,
        reason: .loadFixedByWeekday),
      Case(name: "six weeks", load: Array(runs[..<42]), pain: Array(pains[..<42])),
      Case(name: "pain follows load exactly", load: runs, pain: [0] + runs.dropLast()),
      Case(
        name: "hostile numbers", load: runs.map { $0.map { $0 * 1e150 } },
        pain: pains.map { $0.map { $0 * 1e-150 } }),
      Case(name: "numbers beyond squaring", load: runs.map { $0.map { $0 * 1e200 } }, pain: pains),
    ]
  }()

  @Test(arguments: cases, Timing.allCases)
  func `Nothing traps and no number is undefined as another`(example: Case, timing: Timing) {
    let day = Day(daysSince1970: 20_000)
    let load = DailySeries(firstDay: day, values: example.load)
    let pain = DailySeries(firstDay: day, values: example.pain)
    let diary = Diary(
      load: load, pain: pain, timing: timing, sitting: pain, flare: load, medication: load,
      eveningPain: pain)
    let analysis = analyse(diary)
    for number in numbers(in: analysis) {
      #expect(number.value.isFinite, "\(number.path)")
    }
    if let reason = example.reason {
      #expect(analysis.verdict.kind == .notEnoughData)
      #expect(analysis.verdict.reason == reason)
    }
    for limit in [0, -1, 1e300] {
      let verdict = verdict(diary, limit: limit)
      #expect(numbers(in: verdict).allSatisfy { $0.value.isFinite })
    }
    let months = monthlyEffects(diary)
    for number in numbers(in: months as Any) {
      #expect(number.value.isFinite, "\(number.path)")
    }
  }

  /// Three weeks are missing; at one pair a day they take three weeks.
  @Test func `Too few pairs say how many days more`() throws {
    let diary = try #require(Self.cases.first { $0.name == "six weeks" })
    let day = Day(daysSince1970: 20_000)
    let verdict = verdict(
      Diary(
        load: DailySeries(firstDay: day, values: diary.load),
        pain: DailySeries(firstDay: day, values: diary.pain), timing: .morning))
    // 42 days leave 37 pairs at lag 3: days 2 to 38.
    #expect(verdict.moreDays == 27)
    #expect(verdict.couldBeMissed == nil)
  }

  @Test func `Sixty years of days have an answer`() {
    var random = Random(seed: 60)
    let days = 21_915
    let load = (0..<days).map { _ in Double?(random.unit() < 0.5 ? 0 : Double(random.below(15))) }
    let pain = (0..<days).map { _ in random.unit() < 0.3 ? nil : Double?(Double(random.below(6))) }
    let day = Day(daysSince1970: -10_000)
    let analysis = analyse(
      Diary(
        load: DailySeries(firstDay: day, values: load),
        pain: DailySeries(firstDay: day, values: pain), timing: .morning), lags: 1...2)
    #expect(analysis.verdict.kind == .noLinkSeen)
    #expect(analysis.lags.allSatisfy { ($0.correlation.pearson.p ?? 0) > 0.001 })
    #expect(numbers(in: analysis).allSatisfy { $0.value.isFinite })
  }
}

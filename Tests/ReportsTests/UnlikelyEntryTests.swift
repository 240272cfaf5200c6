import CivilDay
import Correlator
import JournalModel
import Testing

@testable import JournalStore
@testable import Reports

/// What looks like a slip, and what does not.
@Suite struct UnlikelyEntryTests {
  private let first = Day(daysSince1970: 20_000)

  private func slips(load: [Double?] = [], pain: [Double?] = [], flare: [Double?]? = nil)
    -> [UnlikelyEntry]
  {
    func series(_ values: [Double?]) -> DailySeries {
      DailySeries(firstDay: first, values: values)
    }
    return UnlikelyEntry.days(
      of: Diary(load: series(load), pain: series(pain), flare: flare.map(series)))
  }

  @Test(
    arguments: [
      ([2, 10, 2], [1]), ([8, 0, 9], [1]), ([2, 9, 3], []), ([2, 10, 9, 2], []),
      ([2, 10, nil], []), ([10, 2, 2], []), ([], []), ([3, 3, 3, 10, 3], [3]),
    ] as [([Double?], [Int])])
  func `A pain that is alone by seven points looks like a slip`(
    pain: [Double?], places: [Int]
  ) {
    #expect(slips(pain: pain).map { $0.day - first } == places)
  }

  @Test func `In a flare-up, or where it often happens, pain may jump`() {
    #expect(slips(pain: [2, 10, 2], flare: [0, 1, 0]) == [])
    #expect(slips(pain: (0..<60).map { $0 % 20 == 5 ? 10 : 2 }) == [])
  }

  /// 5 to 9 km, of which three times the longest is 27 and a twentieth of the median
  /// 0.35.
  @Test(arguments: [(27.0, false), (27.1, true), (82, true), (0.36, false), (0.008, true)])
  func `A load far from the others looks like a slip`(km: Double, isFound: Bool) {
    let runs = (0..<60).map { Double(5 + $0 % 5) }
    let found = slips(load: runs + [0, km])
    #expect(
      found
        == (isFound ? [UnlikelyEntry(day: first + 61, .load(km, usual: 5...9, nil))] : []))
    // With few runs, none is usual.
    #expect(slips(load: Array(runs.prefix(18)) + [0, km]) == [])
  }

  // MARK: Entries

  private func run(_ id: Int, _ values: [String: SQLiteValue], day: Int = 0) -> StoredEntry {
    StoredEntry(table: .run, id: id, day: first + day, values: values)
  }

  private func reasons(
    _ entries: [StoredEntry], isSettled: Bool = false
  ) -> [Int: UnlikelyEntry.Reason] {
    let found = UnlikelyEntry.entries(in: entries) { _ in isSettled }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id ?? 0, $0.reason) })
  }

  @Test func `Values that hardly anybody has are those that the journal asks about`() {
    let fast = run(1, ["distance_m": 8_000, "duration_s": 300])
    #expect(reasons([fast]) == [1: .value("The pace is faster than anyone runs")])
    // An import has judged it already.
    #expect(reasons([fast], isSettled: true) == [:])
    #expect(reasons([run(1, ["distance_m": 8_000, "duration_s": 2_400])]) == [:])
  }

  @Test func `The doubts of an import count, unless they are about what was left out`() {
    #expect(
      reasons([run(1, ["doubt": "Impossible pace ignored.\nIt may be the same as another."])])
        == [1: .value("It may be the same as another")])
    #expect(reasons([run(1, ["doubt": "Impossible pace ignored."])]) == [:])
  }

  @Test(
    arguments: [
      (["distance_m": 8_000], ["distance_m": 8_100], true),
      (["distance_m": 8_000], ["distance_m": 9_000], false),
      (["start_time": "18:00:00"], ["start_time": "18:01:00"], true),
      // Two runs of thirty minutes are nothing special.
      (["duration_s": 1_800], ["duration_s": 1_800], false),
    ] as [([String: SQLiteValue], [String: SQLiteValue], Bool)])
  func `The later of two equal runs of a day looks like a slip`(
    values: [String: SQLiteValue], others: [String: SQLiteValue], isFound: Bool
  ) {
    #expect(reasons([run(5, others), run(3, values)]) == (isFound ? [5: .duplicate(of: 3)] : [:]))
    #expect(reasons([run(5, others), run(3, values)], isSettled: true) == [:])
    #expect(reasons([run(5, others, day: 1), run(3, values)]) == [:])
  }
}

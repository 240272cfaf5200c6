import CivilDay
import Testing

@testable import Correlator

@Suite struct PastPairsTests {
  private func diary(
    _ load: [Double?], _ pain: [Double?], painStarts offset: Int = 0
  ) -> Diary {
    let day = Day(daysSince1970: 20_000)
    return Diary(
      load: DailySeries(firstDay: day, values: load),
      pain: DailySeries(firstDay: day + offset, values: pain), timing: .morning)
  }

  /// Two weeks after an odd day: +1 and +3 in the earlier, −2 in the later; the last
  /// run has no next morning.
  @Test func `Weeks are counted back from the last day`() {
    let load: [Double?] = [9] + [5, 0, 5, 0, 0, 0, 0] + [nil, 5, 0, 0, 0, 0, 5]
    let pain: [Double?] = [9] + [1, 2, 1, 4, 1, 1, 1] + [1, 3, 1, 1, 1, 1, 1]
    #expect(pastPairDifferences(diary(load, pain)) == [-4])
    #expect(pastPairDifferences(diary(Array(load.dropFirst(2)), Array(pain.dropFirst(2)))) == [])
  }

  @Test func `The newest pair comes first, and an empty week takes its pair along`() {
    func week(_ change: Double?) -> ([Double?], [Double?]) {
      (
        change == nil ? [0, 0, 0, 0, 0, 0, 0] : [8, 0, 0, 0, 0, 0, 0],
        [5, 5 + (change ?? 0), 5, 5, 5, 5, 5]
      )
    }
    let weeks = [1, 2, 0, nil, 0, 3].map(week)
    let diary = diary(weeks.flatMap(\.0), weeks.flatMap(\.1))
    #expect(pastPairDifferences(diary) == [3, 1])
  }

  /// Runs after rest: +1, +2, −1, and one next to an unknown day, one after a run and
  /// one without a next rating, which do not count.
  @Test func `Single runs are paired from the last on`() {
    let load: [Double?] = [0, 5, 0, 5, 5, 0, 5, nil, 5, 0, 5]
    let pain: [Double?] = [0, 2, 3, 1, 3, 9, 4, 3, 0, 7, 2]
    #expect(pastPairDifferences(diary(load, pain), unit: .run) == [-3])
    #expect(pastPairDifferences(diary([5, 0, 5], [1, 1, 1]), unit: .run) == [])
    #expect(pastPairDifferences(diary([], []), unit: .run) == [])
  }

  @Test func `A unit's outcome needs a run and both mornings`() {
    let first = Day(daysSince1970: 20_000)
    let diary = diary([5, 0, 5, 5, nil, 5], [1, 4, 2, 3, 3, nil, 7], painStarts: 0)
    #expect(overnightChange(diary, days: first...(first + 5)) == 4.0 / 3)
    #expect(overnightChange(diary, days: [first + 2]) == 1)
    #expect(overnightChange(diary, days: [first + 1, first + 4, first + 5]) == nil)
    #expect(overnightChange(diary, days: [first - 3, first + 60]) == nil)
    #expect(overnightChange(diary, days: [Day]()) == nil)
  }

  /// The series need not start on the same day.
  @Test func `A unit's outcome looks days up, not places`() {
    let first = Day(daysSince1970: 20_000)
    let diary = diary([5, 5, 5], [2, 6], painStarts: 1)
    #expect(overnightChange(diary, days: first...(first + 2)) == 4)
  }

  @Test(Shared.isNeeded) func `Pairs of weeks equal the reference`() throws {
    let entry = try Shared.json("method/fixtures/section6.dev.json")["past_pairs"]
    let differences = pastPairDifferences(
      diary(entry["load"].numbers, entry["pain"].numbers))
    #expect(differences.count == entry["D"].array.count)
    for (value, expected) in zip(differences, entry["D"].numbers) {
      expectClose(value, expected, "difference")
    }
  }
}

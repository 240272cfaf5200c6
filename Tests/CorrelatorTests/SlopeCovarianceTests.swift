import CivilDay
import Foundation
import Testing

@testable import Correlator

/// Expected by numpy; see `Reference/slope_covariance.py`.
@Suite struct SlopeCovarianceTests {
  private let expected: JSON
  private let diary: Diary
  private let lags: ClosedRange<Int>

  init() throws {
    expected = try JSON(
      data: Data(contentsOf: Fixture.folder.appending(path: "slope-covariance.json")))
    // 2024-01-01 was a Monday.
    let monday = try #require(Day("2024-01-01"))
    let first = monday + (try #require(expected["first_weekday"].int))
    diary = Diary(
      load: DailySeries(firstDay: first, values: expected["load"].numbers),
      pain: DailySeries(firstDay: first, values: expected["pain"].numbers))
    let lags = expected["lags"].array.compactMap(\.int)
    self.lags = try #require(lags.first)...(try #require(lags.last))
  }

  @Test(arguments: Timing.allCases)
  func `The covariance of a diary with gaps equals the reference`(timing: Timing) throws {
    let diary = diary.rated(timing)
    let covariance = slopeCovariance(diary, lags: lags)
    #expect(covariance.lags == Array(lags))
    let rows = expected["covariance"][timing.rawValue]["matrix"].array.map(\.numbers)
    let effects = adjustedEffects(diary, lags: lags)
    let slopes = expected["covariance"][timing.rawValue]["slopes"].numbers
    #expect(effects.count == slopes.count)
    for (effect, slope) in zip(effects, slopes) {
      expectClose(effect.estimate.slope, slope, "slope at lag \(effect.lag)")
    }
    for (row, first) in effects.enumerated() {
      for (column, second) in effects.enumerated() {
        // Relative to the standard errors, as the covariances themselves are tiny.
        let scale = first.estimate.standardError * second.estimate.standardError
        let value = try #require(covariance.matrix[row][column])
        let reference = try #require(rows[row][column])
        expectClose(value / scale, reference / scale, "lags \(first.lag), \(second.lag)")
      }
    }
    // The days that explain themselves contribute nothing.
    #expect((expected["days_of_full_leverage"].int ?? 0) > 0)
  }

  @Test(arguments: Fixture.all, Timing.allCases)
  func `The diagonal has the squared standard errors, and no direction a negative variance`(
    fixture: Fixture, timing: Timing
  ) throws {
    let diary = fixture.diary.rated(timing)
    let covariance = slopeCovariance(diary, lags: 1...5)
    let effects = adjustedEffects(diary, lags: 1...5)
    for (place, lag) in covariance.lags.enumerated() {
      let effect = effects.first { $0.lag == lag }
      let squared = effect.map { $0.estimate.standardError * $0.estimate.standardError }
      expectClose(covariance.matrix[place][place], squared, "lag \(lag)", tolerance: 1e-12)
      for other in covariance.matrix.indices {
        #expect(covariance.matrix[place][other] == covariance.matrix[other][place])
      }
    }
    guard effects.count == 5 else { return }
    var random = SplitMix64(seed: 19)
    for _ in 0..<50 {
      let weights = (0..<5).map { _ in Double(random.next() >> 11) / 0x1p53 - 0.5 }
      var variance = 0.0
      for (row, first) in weights.enumerated() {
        for (column, second) in weights.enumerated() {
          variance += first * second * (covariance.matrix[row][column] ?? .nan)
        }
      }
      #expect(variance > 0)
    }
  }

  @Test func `Lags without a slope have no covariance`() {
    let covariance = slopeCovariance(diary.rated(.morning), lags: -3...90)
    #expect(covariance.lags == Array(1...90))
    #expect(covariance.matrix.count == 90)
    #expect(covariance.matrix[0][0] != nil)
    // From here on fewer than 20 days are left.
    #expect(covariance.matrix[89].allSatisfy { $0 == nil })
    #expect(covariance.matrix.allSatisfy { $0[89] == nil })
    let none = DailySeries(firstDay: Day(daysSince1970: 0), values: [])
    let empty = slopeCovariance(Diary(load: none, pain: none))
    #expect(empty.lags == [1, 2, 3])
    #expect(empty.matrix.allSatisfy { $0.allSatisfy { $0 == nil } })
    #expect(slopeCovariance(diary, lags: -3...0).matrix.isEmpty)
  }

  @Test func `The standard deviation is that of the known ratings`() {
    expectClose(diary.pain.standardDeviation, expected["pain_sd"], "SD")
    #expect(diary.pain.knownDays == expected["pain"].numbers.count { $0 != nil })
    let day = Day(daysSince1970: 0)
    #expect(DailySeries(firstDay: day, values: [3, nil]).standardDeviation == nil)
    #expect(DailySeries(firstDay: day, values: [3, nil, 3]).standardDeviation == 0)
  }

  @Test(arguments: KnownSample.all)
  func `The standard deviation of known samples is as certified`(sample: KnownSample) {
    let series = DailySeries(firstDay: Day(daysSince1970: 0), values: sample.values)
    expectClose(
      (series.standardDeviation ?? .nan) / sample.deviation, 1.0, sample.name,
      tolerance: sample.tolerance)
  }
}

import CivilDay
import Testing

@testable import Correlator

@Suite struct DoseResponseTests {
  static let firstDay = Day(daysSince1970: 19_723)

  /// Two years of runs of 2 to 15 km and of pain that rises the morning after
  /// by `effect` of the run.
  static func diary(
    seed: UInt64, missing: Double = 0, effect: (_ km: Double) -> Double
  ) -> (load: DailySeries, pain: DailySeries) {
    var random = Random(seed: seed)
    var (load, pain): ([Double?], [Double?]) = ([], [])
    var (level, last) = (3.0, 0.0)
    for _ in 0..<730 {
      level = 3 + 0.8 * (level - 3) + 2 * (random.unit() - 0.5)
      pain.append(
        random.unit() < missing ? nil : min(10, max(0, (level + effect(last)).rounded())))
      last = random.unit() < 0.5 ? Double(20 + random.below(131)) / 10 : 0
      load.append(random.unit() < missing ? nil : last)
    }
    return (
      DailySeries(firstDay: firstDay, values: load), DailySeries(firstDay: firstDay, values: pain)
    )
  }

  static func dose(
    seed: UInt64 = 1, timing: Timing = .morning, effect: (_ km: Double) -> Double
  ) -> DoseResponse {
    let (load, pain) = diary(seed: seed, effect: effect)
    return doseResponse(Diary(load: load, pain: pain, timing: timing))
  }

  @Test func `A harm of every run is found in all thirds`() throws {
    let dose = Self.dose { $0 > 0 ? 1 + $0 / 10 : 0 }
    #expect(dose.reason == nil)
    try #require(dose.bands.count == 3)
    #expect(dose.bands.map(\.outcome) == [.found, .found, .found])
    #expect(dose.bands.allSatisfy { $0.band.points > 0.5 && $0.oneSidedP < 0.025 })
  }

  @Test func `A harm of long runs alone is not laid on short ones`() throws {
    let dose = Self.dose { $0 > 11 ? 2 : 0 }
    try #require(dose.bands.count == 3)
    #expect(dose.bands[2].outcome == .found)
    #expect(dose.bands[2].band.ci95.lower < 2 && dose.bands[2].band.ci95.upper > 1.5)
    #expect(dose.bands[1].outcome == .notFound)
    #expect(dose.bands[0].outcome == .notTested)
  }

  @Test func `Less pain is tested for less pain`() throws {
    let dose = Self.dose { $0 > 0 ? -1.5 : 0 }
    #expect(dose.bands.map(\.outcome) == [.found, .found, .found])
    #expect(dose.bands.allSatisfy { $0.band.points < 0 && $0.oneSidedP < 0.025 })
  }

  /// A slope sees nothing of it; both ends are told apart from rest.
  @Test func `Short runs that ease and long ones that hurt open the table`() throws {
    let effect = { (km: Double) in km > 10.7 ? 2.0 : km > 6.3 || km == 0 ? 0 : -2.0 }
    let (load, pain) = Self.diary(seed: 4, effect: effect)
    let diary = Diary(load: load, pain: pain, timing: .morning)
    #expect(verdict(diary).kind == .dependsOnLength)
    let dose = doseResponse(diary)
    try #require(dose.bands.count == 3)
    #expect(dose.bands.map(\.outcome) == [.found, .notFound, .found])
    #expect(dose.bands[0].band.points < 0 && dose.bands[2].band.points > 0)
  }

  @Test func `A diary of a month says that there is not enough`() {
    let (load, pain) = Self.diary(seed: 1) { $0 / 5 }
    let month = { (series: DailySeries) in
      DailySeries(firstDay: series.firstDay, values: Array(series.values.prefix(30)))
    }
    let dose = doseResponse(Diary(load: month(load), pain: month(pain), timing: .morning))
    #expect(dose.reason == .notEnoughData && dose.bands.isEmpty)
  }

  /// Expected by numpy: least squares with HC3 and a dummy for each third.
  @Test func `The thirds of a made-up diary are those of numpy`() throws {
    let fixture = try #require(Fixture.own.first { $0.name == "harm" })
    let dose = doseResponse(fixture.diary)
    try #require(dose.bands.count == 3)
    for (band, numbers) in zip(dose.bands, fixture.expected["thirds"]["bands"].array) {
      expectClose(band.band.points, numbers["b"], "points")
      expectClose(band.band.standardError, numbers["se"], "standard error")
    }
  }

  @Test func `Without an effect there are no bands`() {
    let dose = Self.dose { _ in 0 }
    #expect(dose.reason == .noClearEffect && dose.bands.isEmpty)
  }

  @Test func `An unknown time of the rating has no bands`() {
    let dose = Self.dose(timing: .unknown) { $0 / 4 }
    #expect(dose.reason == .timingUnknown && dose.bands.isEmpty)
  }

  @Test func `Runs of one length cannot be parted`() {
    var random = Random(seed: 3)
    let load = (0..<400).map { _ in random.unit() < 0.5 ? 5.0 : 0 }
    let pain = [2.0] + load.dropLast().map { (1 + $0 / 3 + 2 * random.unit()).rounded() }
    let diary = Diary(
      load: DailySeries(firstDay: Self.firstDay, values: load),
      pain: DailySeries(firstDay: Self.firstDay, values: pain), timing: .morning)
    #expect(verdict(diary).kind == .worsens)
    #expect(doseResponse(diary).reason == .thirdsTooSmall)
  }

  @Test(arguments: [Timing.morning, .evening])
  func `The thirds hold every run once`(timing: Timing) throws {
    let (load, pain) = Self.diary(seed: 5, missing: 0.05) { $0 / 4 }
    let dose = doseResponse(Diary(load: load, pain: pain, timing: timing))
    try #require(dose.bands.count == 3)
    let runs = load.values.compactMap { $0 }.filter { $0 > 0 }
    let sizes = dose.bands.map { band in runs.count { band.loads.contains($0) } }
    #expect(sizes.reduce(0, +) == runs.count)
    #expect(sizes.allSatisfy { abs(3 * $0 - runs.count) < 40 })
    #expect(dose.bands[0].loads.upperBound < dose.bands[1].loads.lowerBound)
    #expect(dose.bands[1].loads.upperBound < dose.bands[2].loads.lowerBound)
    for (band, size) in zip(dose.bands, sizes) {
      #expect(band.band.runs > 0 && band.band.runs <= size)
    }
  }

  @Test func `Metres instead of kilometres change the loads alone`() throws {
    let (load, pain) = Self.diary(seed: 7) { $0 / 5 }
    let metres = DailySeries(
      firstDay: load.firstDay, values: load.values.map { $0.map { $0 * 1000 } })
    let inKm = doseResponse(Diary(load: load, pain: pain, timing: .morning))
    let inMetres = doseResponse(Diary(load: metres, pain: pain, timing: .morning))
    try #require(inKm.bands.count == 3 && inMetres.bands.count == 3)
    for (km, metre) in zip(inKm.bands, inMetres.bands) {
      expectClose(metre.loads.upperBound, km.loads.upperBound * 1000, "load")
      expectClose(metre.band.points, km.band.points, "points")
      expectClose(metre.band.standardError, km.band.standardError, "standard error")
      #expect(metre.outcome == km.outcome && metre.band.runs == km.band.runs)
    }
  }

  /// Normal equations, an explicit hat matrix and White's sandwich: nothing of
  /// the way that the module takes.
  @Test(arguments: [UInt64(11), 12, 13], [0, 0.1])
  func `Coefficients and HC3 errors are those of dense least squares`(
    seed: UInt64, missing: Double
  ) throws {
    let (load, pain) = Self.diary(seed: seed, missing: missing) { $0 / 6 }
    let diary = PairedDays(load: load, pain: pain)
    let found = EffectVersion(diary, rated: .beforeRun).bandTest
    let test = try #require(found)
    let limits = test.limits
    let bandOf = { (km: Double) -> Int? in
      km > 0 ? (km > limits.upper ? 2 : km > limits.lower ? 1 : 0) : nil
    }
    var (rows, outcomes): ([[Double]], [Double]) = ([], [])
    let design = ControlledDesign.effect(diary, rated: .beforeRun)
    for slot in design.slots.map(Int.init) {
      let day = Int(design.days[slot])
      guard day + 1 < diary.count, !diary.pain[day + 1].isNaN else { continue }
      let band = bandOf(diary.load[day])
      rows.append(
        (0..<3).map { band == $0 ? 1 : 0 } + [1]
          + (0..<design.columns).map { design.controls[$0 * design.stride + slot] }
          + (1..<7).map { diary.weekday(day) == $0 ? 1 : 0 })
      outcomes.append(diary.pain[day + 1])
    }
    let dense = DenseRegression(rows, outcomes)
    for band in 0..<3 {
      #expect(test.bands[band].runs == rows.count { $0[band] == 1 })
      expectClose(test.bands[band].points, dense.coefficients[band], "points", tolerance: 1e-9)
      expectClose(
        test.bands[band].standardError, dense.errors[band], "standard error", tolerance: 1e-9)
    }
    #expect(test.degreesOfFreedom == rows.count - rows[0].count)
  }
}

/// Least squares by normal equations with HC3 standard errors.
private struct DenseRegression {
  let coefficients: [Double]
  let errors: [Double]

  init(_ rows: [[Double]], _ outcomes: [Double]) {
    let size = rows[0].count
    var products = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for row in rows {
      for i in 0..<size { for j in 0..<size { products[i][j] += row[i] * row[j] } }
    }
    let inverse = Self.inverse(products)
    func times(_ row: [Double]) -> [Double] {
      inverse.map { line in zip(line, row).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    var coefficients = [Double](repeating: 0, count: size)
    for (row, outcome) in zip(rows, outcomes) {
      for (i, part) in times(row).enumerated() { coefficients[i] += part * outcome }
    }
    var squares = [Double](repeating: 0, count: size)
    for (row, outcome) in zip(rows, outcomes) {
      let influence = times(row)
      let leverage = zip(influence, row).reduce(0) { $0 + $1.0 * $1.1 }
      let residual = outcome - zip(coefficients, row).reduce(0) { $0 + $1.0 * $1.1 }
      for i in 0..<size {
        let part = influence[i] * residual / (1 - leverage)
        squares[i] += part * part
      }
    }
    self.coefficients = coefficients
    errors = squares.map { $0.squareRoot() }
  }

  /// By Gauss and Jordan with pivots.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let size = matrix.count
    var work = matrix.enumerated().map { index, row in
      row + (0..<size).map { $0 == index ? 1 : 0 }
    }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(work[$0][column]) < abs(work[$1][column]) } ?? column
      work.swapAt(column, pivot)
      let scale = work[column][column]
      work[column] = work[column].map { $0 / scale }
      for row in 0..<size where row != column {
        let factor = work[row][column]
        work[row] = zip(work[row], work[column]).map { $0 - factor * $1 }
      }
    }
    return work.map { Array($0[size...]) }
  }
}

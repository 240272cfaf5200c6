/// The load up to a day, for description, not warning.
public struct LoadSummary: Equatable, Sendable {
  /// The exponentially weighted mean of 7 days.
  public let acute: Double?

  /// The exponentially weighted mean of 28 days.
  public let chronic: Double?

  /// `acute` / `chronic`; `nil` before the 28th day or if `chronic` is 0.
  public let ratio: Double?

  /// The mean of the last 7 days over the mean of the last 28, which include
  /// them.
  public let rollingRatioCoupled: Double?

  /// The mean of the last 7 days over the mean of the 21 before them.
  public let rollingRatioUncoupled: Double?

  /// The sum of the last 7 days.
  public let weekLoad: Double?

  /// The mean of the last 7 days over their standard deviation (*n* − 1); `nil`
  /// if all seven are alike.
  public let monotony: Double?

  /// `weekLoad` times `monotony`.
  public let strain: Double?
}

/// Summarises the loads up to each day of a series.
///
/// ```text
/// E₀ = x₀,  Eₜ = λ xₜ + (1 − λ) Eₜ₋₁,  λ = 2/(N + 1),   N = 7 and 28
/// ```
///
/// Rest days count as zeros. After an unknown day everything restarts at the next
/// known one: an average across it would contain an invented number. So the ratio
/// needs 28 consecutive known days, and sums need 7.
///
/// The acute to chronic ratio has no standing as a cause of injury (Lolli et
/// al. 2019, *Br. J. Sports Med.* 53:921; Impellizzeri et al. 2021, *Sports
/// Med.* 51:581).
///
/// - Parameter load: Daily values of at least 0 in any one unit.
/// - Returns: One element per day; all `nil` on an unknown day.
/// - Complexity: O(*n*).
///
/// Sources: Williams et al. 2017, *Br. J. Sports Med.* 51:209 (weighted means);
/// Foster 1998, *Med. Sci. Sports Exerc.* 30:1164 (monotony, strain).
public func loadSummaries(_ load: DailySeries) -> [LoadSummary] {
  var run: [Double] = []
  var acute = WeightedMean(days: 7)
  var chronic = WeightedMean(days: 28)
  return load.values.map { value in
    guard let value else {
      run = []
      (acute, chronic) = (WeightedMean(days: 7), WeightedMean(days: 28))
      return LoadSummary.unknown
    }
    acute.add(value)
    chronic.add(value)
    run.append(value)
    return LoadSummary(run: run, acute: acute.value ?? value, chronic: chronic.value ?? value)
  }
}

/// The ratio of a run to the longest of the 30 days before it.
///
/// In 5,205 runners, injuries were 1.64 times as frequent above 1.1, 1.52 above
/// 1.3 and 2.28 above 2, compared with at most 1.1 (Frandsen et al. 2025, *Br. J.
/// Sports Med.*); the acute to chronic ratio showed no such relation.
///
/// - Parameters:
///   - run: A completed or planned run, in the unit of the others.
///   - previous: The runs of the 30 days before; unknown ones are skipped.
/// - Returns: `run` over the longest of them; `nil` without a known run above
///   zero.
public func sessionSpike(of run: Double, after previous: [Double?]) -> Double? {
  guard let longest = previous.compactMap({ $0 }).max(), longest > 0, run.isFinite
  else { return nil }
  return run / longest
}

extension LoadSummary {
  static let unknown = LoadSummary(
    acute: nil, chronic: nil, ratio: nil, rollingRatioCoupled: nil, rollingRatioUncoupled: nil,
    weekLoad: nil, monotony: nil, strain: nil)

  /// Summarises a stretch of known days, of which the last is the day itself.
  fileprivate init(run: [Double], acute: Double, chronic: Double) {
    let isLong = run.count >= 28
    let week = run.count >= 7 ? run.suffix(7) : nil
    let weekLoad = week?.reduce(0, +)
    let monotony = week.flatMap { LoadSummary.monotony($0) }
    self.init(
      acute: acute, chronic: chronic,
      ratio: isLong ? LoadSummary.quotient(acute, chronic) : nil,
      rollingRatioCoupled: isLong
        ? LoadSummary.quotient(mean(run.suffix(7)), mean(run.suffix(28))) : nil,
      rollingRatioUncoupled: isLong
        ? LoadSummary.quotient(mean(run.suffix(7)), mean(run.suffix(28).prefix(21))) : nil,
      weekLoad: weekLoad, monotony: monotony,
      strain: weekLoad.flatMap { load in monotony.map { load * $0 } })
  }

  private static func quotient(_ a: Double, _ b: Double) -> Double? { b == 0 ? nil : a / b }

  private static func monotony(_ week: ArraySlice<Double>) -> Double? {
    let centre = mean(week)
    let squares = week.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let deviation = (squares / Double(week.count - 1)).squareRoot()
    return deviation <= 1e-12 ? nil : centre / deviation
  }
}

private func mean(_ values: ArraySlice<Double>) -> Double {
  values.reduce(0, +) / Double(values.count)
}

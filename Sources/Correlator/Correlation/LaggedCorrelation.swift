/// A confidence interval.
public struct Interval: Equatable, Sendable {
  /// The lower limit.
  public let lower: Double

  /// The upper limit.
  public let upper: Double

  /// Creates an interval from its limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// A correlation coefficient, with an uncertainty that accounts for similar
/// neighbouring days.
public struct CorrelationEstimate: Equatable, Sendable {
  /// The coefficient, −1 to 1; `nil` with fewer than three pairs or if either
  /// side is constant.
  public let r: Double?

  /// The effective sample size: the number of independent pairs with the same
  /// information; `nil` with fewer than four pairs or if `r` is `nil`.
  public let effectiveN: Double?

  /// The 95 % interval of `r`; `nil` if `effectiveN` is below 4 or |`r`| is 1.
  public let ci95: Interval?

  /// The two-sided *p*-value of no correlation; `nil` if `effectiveN` is below
  /// 4.
  public let p: Double?
}

/// The correlation of load with pain `lag` days later.
public struct LaggedCorrelation: Equatable, Sendable {
  /// Days from load to pain; negative if the pain came first.
  public let lag: Int

  /// The number of pairs: days on which both values are known.
  public let n: Int

  /// The correlation of the values.
  public let pearson: CorrelationEstimate

  /// The correlation of their mid-ranks.
  public let spearman: CorrelationEstimate

  /// Kendall's τ_b, −1 to 1; `nil` with fewer than three pairs or if either
  /// side is constant.
  public let kendallTau: Double?
}

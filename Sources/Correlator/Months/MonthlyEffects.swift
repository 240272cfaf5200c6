public import CivilDay

/// The adjusted effect at lag 1, month by month.
///
/// One model is fitted to all days; a month's effect is the part of its slope
/// from the month's days,
///
/// ```text
/// b_M  = Σ eₓ e_y / Σ eₓ²,   se_M = √(σ² / Σ eₓ²)    over the days of M
/// ```
///
/// with σ² = Σ u² / df of all days. A month rarely settles anything: its interval
/// is about 0.6 points on either side, so it is shown next to the effect of all
/// days.
public struct MonthlyEffects: Equatable, Sendable {
  /// One month.
  public struct Entry: Equatable, Sendable {
    /// The month of the loads.
    public let month: Month

    /// The number of its days that the model uses.
    public let days: Int

    /// Its effect; `nil` below ten days.
    public let effect: Effect?

    /// The correlation of its loads with the next day's pain.
    public let correlation: LaggedCorrelation
  }

  /// The effect in a month.
  public struct Effect: Equatable, Sendable {
    /// *b*_M: points of pain per unit of load.
    public let slope: Double

    /// *se*_M.
    public let standardError: Double

    /// *b*_M ± 1.96 *se*_M.
    public let ci95: Interval

    /// The slope shrunk towards the mean of all months, the more the less
    /// information the month has; for plots, not for claims.
    public let shrunken: Double

    /// How the month differs from all other days,
    /// (b_M − b_rest)/√(se_M² + se_rest²); `nil` if there are none.
    public let differenceZ: Double?

    /// The two-sided *p* of `differenceZ`, times the number of months compared.
    public let differenceP: Double?
  }

  /// The months with a usable day, oldest first.
  public let months: [Entry]

  /// The effect of all days.
  public let overall: AdjustedEffect

  /// τ², the variance of the true effect between months, by
  /// ``pauleMandel(_:variances:)``.
  public let betweenVariance: Double
}

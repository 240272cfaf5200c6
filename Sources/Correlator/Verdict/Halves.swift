/// The effect in the first half of a diary beside that in the second.
///
/// The days of lag 1 are split in the middle; each half is fitted at lags 1 to 3
/// with the controls of the whole diary. The difference is
///
/// ```text
/// z = (b₂ − b₁) / √(se₁² + se₂²)      Student's t with df₁ + df₂
/// ```
///
/// with Holm's correction over the lags.
public struct Halves: Equatable, Sendable {
  /// One lag.
  public struct Lag: Equatable, Sendable {
    /// Days from load to pain, 1 to 3.
    public let lag: Int
    /// The effect before the split.
    public let earlier: SlopeEstimate
    /// The effect from the split on.
    public let later: SlopeEstimate
    /// The difference in standard errors.
    public let z: Double
    /// Its two-sided *p*.
    public let p: Double
    /// `p` after Holm's correction.
    public internal(set) var holmP: Double
  }

  /// The first day of the later half, counted from the first of the diary.
  public let split: Int

  /// Lags 1 to 3.
  public let lags: [Lag]

  /// The days that each half needs at each lag.
  static let neededPairs = 60

  /// Whether the halves differ.
  public var differ: Bool { lags.contains { $0.holmP < 0.01 } }

  /// The lag with the clearest difference.
  public var clearest: Lag { lags.min { $0.p < $1.p } ?? lags[0] }
}

extension EffectVersion {
  /// `nil` with fewer than 60 days in a half, or if a fit is undefined.
  func halves() -> Halves? {
    let all = regression.slots(at: 1)
    guard all.count >= 2 * Halves.neededPairs else { return nil }
    let split = Int(regression.design.days[all[all.count / 2]])
    var lags: [Halves.Lag] = []
    for lag in VerdictLags.all {
      let parts = [
        regression.slots(at: lag) { $0 < split }, regression.slots(at: lag) { $0 >= split },
      ]
      guard parts.allSatisfy({ $0.count >= Halves.neededPairs }),
        let earlier = regression.fit(lag: lag, slots: parts[0])?.estimate,
        let later = regression.fit(lag: lag, slots: parts[1])?.estimate
      else { return nil }
      let variance =
        earlier.standardError * earlier.standardError
        + later.standardError * later.standardError
      let z = (later.slope - earlier.slope) / variance.squareRoot()
      let df = Double(earlier.degreesOfFreedom + later.degreesOfFreedom)
      guard let p = StudentT.twoSidedP(z, degreesOfFreedom: df) else { return nil }
      lags.append(Halves.Lag(lag: lag, earlier: earlier, later: later, z: z, p: p, holmP: p))
    }
    for (index, p) in holm(lags.map(\.p)).enumerated() { lags[index].holmP = p }
    return Halves(split: split, lags: lags)
  }
}

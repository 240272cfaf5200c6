/// The adjusted effect of a diary at any lag, for one timing of the ratings.
struct EffectModel: ~Copyable {
  private var beforeRun: ControlledRegression?
  private var afterRun: ControlledRegression?

  init(_ diary: PairedDays, timing: Timing) {
    beforeRun =
      timing == .evening
      ? nil : ControlledRegression(.effect(diary, rated: .beforeRun), outcome: diary.pain)
    afterRun =
      timing == .morning
      ? nil : ControlledRegression(.effect(diary, rated: .afterRun), outcome: diary.pain)
  }

  /// The number of days behind the effect at `lag`.
  func rows(at lag: Int) -> Int {
    min(beforeRun?.rows(at: lag) ?? .max, afterRun?.rows(at: lag) ?? .max)
  }

  /// The effect at `lag`, at least 1; `nil` if one of its versions is `nil`.
  mutating func estimate(lag: Int) -> SlopeEstimate? {
    fit(lag: lag)?.estimate
  }

  /// The parts of the effect at `lag` contributed by groups of days.
  mutating func sums<Group: Hashable>(
    lag: Int, groupOf: (_ day: Int) -> Group
  ) -> GroupSums<Group>? {
    guard let fit = fit(lag: lag) else { return nil }
    return fit.isAfterRun
      ? afterRun?.groupSums(groupOf: groupOf) : beforeRun?.groupSums(groupOf: groupOf)
  }

  /// The effect of each band of loads at `lag` relative to the days in none, and
  /// its days; see ``ControlledRegression/bandEffects(lag:count:bandOf:)``.
  mutating func bandEffects(
    lag: Int, count: Int, bandOf: (_ load: Double) -> Int?
  ) -> [(days: Int, estimate: SlopeEstimate)]? {
    let before = beforeRun?.bandEffects(lag: lag, count: count, bandOf: bandOf)
    let after = afterRun?.bandEffects(lag: lag, count: count, bandOf: bandOf)
    if afterRun == nil { return before }
    if beforeRun == nil { return after }
    guard let before, let after else { return nil }
    return zip(before, after).map { before, after in
      let shown = Self.weaker(before.estimate, after.estimate)
      return (shown.isSecond ? after.days : before.days, shown.estimate)
    }
  }

  private mutating func fit(lag: Int) -> (estimate: SlopeEstimate, isAfterRun: Bool)? {
    let before = beforeRun?.fit(lag: lag)
    let after = afterRun?.fit(lag: lag)
    if afterRun == nil { return before.map { ($0, false) } }
    if beforeRun == nil { return after.map { ($0, true) } }
    guard let before, let after else { return nil }
    let shown = Self.weaker(before, after)
    return (shown.estimate, shown.isSecond)
  }

  /// Of two versions the smaller slope, with the larger *p*, or 1 if their signs
  /// differ.
  private static func weaker(
    _ first: SlopeEstimate, _ second: SlopeEstimate
  ) -> (estimate: SlopeEstimate, isSecond: Bool) {
    let isSecond = abs(second.slope) < abs(first.slope)
    var shown = isSecond ? second : first
    shown.p = first.slope * second.slope > 0 ? max(first.p, second.p) : 1
    return (shown, isSecond)
  }

  /// The cross-check at `lag`; of two versions the one with the larger *p*.
  mutating func crossCheck(lag: Int) -> WeekCrossCheck? {
    let before = beforeRun?.crossCheck(lag: lag)
    let after = afterRun?.crossCheck(lag: lag)
    guard let before, let after else { return before ?? after }
    return after.p > before.p ? after : before
  }
}

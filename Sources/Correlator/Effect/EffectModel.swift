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

  /// The number of days that the effect at `lag` rests on.
  func rows(at lag: Int) -> Int {
    min(beforeRun?.rows(at: lag) ?? .max, afterRun?.rows(at: lag) ?? .max)
  }

  /// The effect at `lag`, at least 1; `nil` if one of its versions is.
  mutating func estimate(lag: Int) -> SlopeEstimate? {
    fit(lag: lag)?.estimate
  }

  /// The parts that groups of days contribute to the effect at `lag`.
  mutating func sums<Group: Hashable>(
    lag: Int, groupOf: (_ day: Int) -> Group
  ) -> GroupSums<Group>? {
    guard let fit = fit(lag: lag) else { return nil }
    return fit.isAfterRun
      ? afterRun?.groupSums(groupOf: groupOf) : beforeRun?.groupSums(groupOf: groupOf)
  }

  private mutating func fit(lag: Int) -> (estimate: SlopeEstimate, isAfterRun: Bool)? {
    let before = beforeRun?.fit(lag: lag)
    let after = afterRun?.fit(lag: lag)
    if afterRun == nil { return before.map { ($0, false) } }
    if beforeRun == nil { return after.map { ($0, true) } }
    guard let before, let after else { return nil }
    let isAfterRun = abs(after.slope) < abs(before.slope)
    var shown = isAfterRun ? after : before
    shown.p = before.slope * after.slope > 0 ? max(before.p, after.p) : 1
    return (shown, isAfterRun)
  }

  /// The cross-check at `lag`; of two versions the one with the larger *p*.
  mutating func crossCheck(lag: Int) -> WeekCrossCheck? {
    let before = beforeRun?.crossCheck(lag: lag)
    let after = afterRun?.crossCheck(lag: lag)
    guard let before, let after else { return before ?? after }
    return after.p > before.p ? after : before
  }
}

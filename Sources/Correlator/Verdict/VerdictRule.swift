internal import CivilDay

extension Verdict {
  /// The answer of a diary with the evidence `now` to date.
  ///
  /// A claim must hold at the ends of two months in a row, each judged by the
  /// days known then. A plain 5 % test once a month would, over ten years without
  /// any effect, make a false claim to two people in five.
  ///
  /// `sesoi` is the smallest effect that matters, in points of pain after a
  /// typical run. The cross-checks made are left in `now`.
  init(_ diary: PairedDays, now: inout Snapshot, timing: Timing, sesoi: Double) {
    if let shortfall = now.shortfall {
      let moreDays = shortfall.pairs.flatMap { pairs in
        Self.days(toGain: Double(Snapshot.neededPairs - pairs), pairs: pairs, of: diary)
      }
      self.init(.notEnoughData, reason: shortfall.reason, lags: [], moreDays: moreDays)
      return
    }
    let hints = now.counting(at: 0.05)
    let bounds = Bounds(now, sesoi: sesoi)
    if let claim = Self.claim(diary, now: &now, timing: timing) {
      self.init(claim.kind, lags: claim.lags, bounds)
    } else if !hints.isEmpty {
      self.init(.hint, lags: hints.map(\.lag), bounds)
    } else if bounds.largest < sesoi {
      self.init(.noLinkSeen, lags: [], bounds)
    } else if bounds.missingPairs > 0 {
      let moreDays = Self.days(toGain: bounds.missingPairs, pairs: bounds.pairs, of: diary)
      self.init(.notEnoughData, lags: [], moreDays: moreDays, bounds)
    } else {
      self.init(.unclear, lags: [], bounds)
    }
  }

  private init(
    _ kind: Kind, reason: Reason? = nil, lags: [Int], moreDays: Int? = nil, _ bounds: Bounds? = nil
  ) {
    self.init(
      kind: kind, reason: reason, lags: lags, smallEffectLags: bounds?.smallEffectLags ?? [],
      upperBoundPoints: bounds?.largest, rangePoints: bounds?.range, moreDays: moreDays)
  }

  /// Rule 1: the claim of the last two month ends, if they agree.
  private static func claim(
    _ diary: PairedDays, now: inout Snapshot, timing: Timing
  ) -> (kind: Kind, lags: [Int])? {
    let level = 0.005
    let lastDay = diary.firstDay + (diary.count - 1)
    let isMonthEnd = lastDay == lastDay.month.lastDay
    // An unfinished month does not count: its end would move with every entry.
    let latestEnd = isMonthEnd ? lastDay : lastDay.month.firstDay - 1
    let counting =
      isMonthEnd
      ? now.counting(at: level) : self.counting(diary, until: latestEnd, timing, level)
    guard let kind = direction(counting) else { return nil }
    // A mixed answer claims no direction, so it needs no confirmation.
    if kind != .mixed {
      let before = self.counting(diary, until: latestEnd.month.firstDay - 1, timing, level)
      guard direction(before) == kind else { return nil }
    }
    return (kind, counting.map(\.lag))
  }

  private static func counting(
    _ diary: PairedDays, until end: Day, _ timing: Timing, _ level: Double
  ) -> [(lag: Int, estimate: SlopeEstimate)] {
    let count = end - diary.firstDay + 1
    // Saves a fit that cannot succeed.
    guard count >= Snapshot.neededPairs else { return [] }
    var snapshot = Snapshot(diary.prefix(count), timing: timing)
    return snapshot.counting(at: level)
  }

  /// Whether all effects are for the worse, all for the better, or both; `nil`
  /// without effects.
  static func direction(_ counting: [(lag: Int, estimate: SlopeEstimate)]) -> Kind? {
    guard let first = counting.first else { return nil }
    let isWorse = first.estimate.slope > 0
    guard counting.allSatisfy({ ($0.estimate.slope > 0) == isWorse }) else { return .mixed }
    return isWorse ? .worsens : .relieves
  }

  /// The days needed to gain `gain` pairs at the present rate; at most a billion.
  private static func days(toGain gain: Double, pairs: Int, of diary: PairedDays) -> Int? {
    guard pairs > 0, gain > 0 else { return nil }
    let days = (gain * Double(diary.count) / Double(pairs)).rounded(.up)
    // Almost no pairs would give a number beyond `Int`.
    return Int(min(days, 1e9))
  }
}

/// The answer of one diary, or of a part read as a diary of its own.
///
/// The first rule that applies decides; their order is METHOD's.
struct VerdictRule {
  private let model: EffectModel
  private let limit: Double
  private let runs: RunSummary
  private let pairs: Int

  // Defined only once the needs are met.
  private var evidence: Verdict.Evidence?
  private var couldBeMissed: Double?
  private var smallestP: Double?

  /// The answer of the whole of `model`'s diary.
  static func answer(_ model: EffectModel, limit: Double) -> Verdict {
    var rule = VerdictRule(model, limit: limit)
    return rule.answer()
  }

  private init(_ model: EffectModel, limit: Double) {
    self.model = model
    self.limit = limit
    runs = RunSummary(model.diary)
    pairs = VerdictLags.all.map { model.rows(at: $0) }.min() ?? 0
  }

  private mutating func answer() -> Verdict {
    guard pairs >= 60 else {
      return missing(.fewerThan60Pairs, moreDays: days(for: Double(60 - pairs), pairs))
    }
    guard runs.runDays >= 15 else { return missing(.fewerThan15RunDays) }
    guard runs.hasVariation, let typicalRun = runs.typicalRun else {
      return missing(.tooLittleVariation)
    }
    let fits = VerdictLags.all.map { lag -> [WeeklyFit]? in
      let fits = model.versions.compactMap { $0.fit(at: lag) }
      return fits.count == model.versions.count ? fits : nil
    }
    guard var first = EffectLine(fits, typicalRun: typicalRun) else {
      return missing(.loadFixedByWeekday)
    }
    let share = first.estimates.map(\.share).min() ?? 0
    guard share >= 0.05 else { return missing(.loadFixedByWeekday) }
    let free = first.estimates.map { Double($0.pairs) * $0.share }.min() ?? 0
    guard free >= 40 else {
      return missing(
        .tooFewFreeChoices, moreDays: wholeDays((40 / free - 1) * Double(model.diary.count)))
    }
    let secondLine = model.secondLine
    var second = secondLine.flatMap { line in
      EffectLine(VerdictLags.all.map { line.fits(at: $0) }, typicalRun: typicalRun)
    }
    // With unknown timing the bands of one version would decide alone.
    let bands = model.versions.count == 1 ? model.versions[0].bandTest : nil
    let all = first.estimates + (second?.estimates ?? [])
    let range = Interval(
      lower: (all.map(\.ci90.lower).min() ?? 0) * typicalRun,
      upper: (all.map(\.ci90.upper).max() ?? 0) * typicalRun)
    couldBeMissed = all.map { max(abs($0.ci90.lower), abs($0.ci90.upper)) * typicalRun }.max()
    smallestP = (all.map(\.p) + (bands.map { [$0.p] } ?? [])).min()
    let claims = first.counting(VerdictLags.claim)
    let hints = first.counting(VerdictLags.hint)
    let secondClaims = second?.counting(VerdictLags.claim)
    evidence = Verdict.Evidence(
      pairs: pairs, typicalRun: typicalRun, range: range, effects: first.shown(),
      secondLine: second?.shown() ?? [], secondLineColumns: secondLine?.columns ?? [],
      bands: bands, share: share, freePairs: free)
    return claim(claims, bands, second, secondClaims)
      ?? hint(hints, secondClaims) ?? noClaim(first, typicalRun)
  }

  /// Rules 1 to 4.
  private func claim(
    _ claims: [(lag: Int, direction: Verdict.Direction)], _ bands: BandTest?,
    _ second: EffectLine?, _ secondClaims: [(lag: Int, direction: Verdict.Direction)]?
  ) -> Verdict? {
    let more = claims.filter { $0.direction == .more }.map(\.lag)
    let less = claims.filter { $0.direction == .less }.map(\.lag)
    if let bands, !bands.hurting.isEmpty, more.isEmpty || !bands.easing.isEmpty {
      return verdict(
        .dependsOnLength, .bandsDiffer, lags: [1], hurting: bands.hurting, easing: bands.easing)
    }
    if !more.isEmpty, !less.isEmpty { return verdict(.mixed, .lagsDifferInSign, lags: more + less) }
    if !more.isEmpty {
      let stands = more.contains { lag in
        second?.estimates(at: lag).allSatisfy { $0.slope > 0 && $0.p < 0.05 } ?? true
      }
      return verdict(
        stands ? .worsens : .hint, stands ? .confirmed : .goneInSecondLine, lags: more,
        direction: .more)
    }
    if !less.isEmpty {
      let stands =
        secondClaims?.contains { less.contains($0.lag) && $0.direction == .less } ?? true
      return verdict(
        stands ? .lessPainAfter : .hint, stands ? .confirmed : .goneInSecondLine, lags: less,
        direction: .less)
    }
    return nil
  }

  /// Rule 5.
  private func hint(
    _ hints: [(lag: Int, direction: Verdict.Direction)],
    _ secondClaims: [(lag: Int, direction: Verdict.Direction)]?
  ) -> Verdict? {
    if let first = hints.first {
      let agree = hints.allSatisfy { $0.direction == first.direction }
      return verdict(
        .hint, .notConfirmed, lags: hints.map(\.lag), direction: agree ? first.direction : .both)
    }
    let more = secondClaims?.filter { $0.direction == .more }.map(\.lag) ?? []
    return more.isEmpty ? nil : verdict(.hint, .onlyInSecondLine, lags: more, direction: .more)
  }

  /// Rules 6 and 7.
  private func noClaim(_ first: EffectLine, _ typicalRun: Double) -> Verdict {
    let reachesLimit = (couldBeMissed ?? 0) >= limit
    if !reachesLimit, (smallestP ?? 0) >= 0.05 { return verdict(.noLinkSeen, .withinLimit) }
    let shortfalls = model.versions.indices.flatMap { version in
      VerdictLags.all.map { Shortfall(first.estimates(at: $0)[version], typicalRun, limit) }
    }
    // The first of the largest, as the reference has it.
    var largest = (days: 0, shortfall: shortfalls[0])
    for shortfall in shortfalls {
      let more = wholeDays(
        (shortfall.needed - Double(shortfall.pairs)) * Double(model.diary.count)
          / Double(shortfall.pairs))
      if more > largest.days { largest = (more, shortfall) }
    }
    guard reachesLimit, largest.days > 0 else {
      return verdict(.unclear, reachesLimit ? .intervalReachesLimit : .pBelow05)
    }
    return verdict(
      .notEnoughData, .intervalTooWide, moreDays: largest.days, pairsNow: largest.shortfall.pairs,
      pairsNeeded: wholeDays(largest.shortfall.needed))
  }

  /// The pairs until a 90 % interval around zero is within the limit with a
  /// probability of 80 %.
  ///
  /// With *m* pairs and *q* controls, 2*q* + (*m* − 2*q*)(se / (limit/2.927))²
  /// pairs are needed: the standard error shrinks with the root of the pairs
  /// beyond those that the controls use up. 2.927 is 1.645 + 1.282, the
  /// quantiles of the normal distribution for 5 % and 10 %.
  private struct Shortfall {
    let pairs: Int
    let needed: Double

    init(_ estimate: SlopeEstimate, _ typicalRun: Double, _ limit: Double) {
      pairs = estimate.pairs
      let used = Double(2 * estimate.controls)
      let ratio = estimate.standardError * typicalRun / (limit / 2.927)
      needed = used + (Double(pairs) - used) * ratio * ratio
    }
  }

  /// The days needed to gain `gain` pairs at the present rate; `nil` without any.
  private func days(for gain: Double, _ pairs: Int) -> Int? {
    pairs > 0 ? wholeDays(gain * Double(model.diary.count) / Double(pairs)) : nil
  }

  /// Rounded up; at most a billion, since almost no pairs would give a number
  /// beyond `Int`.
  private func wholeDays(_ days: Double) -> Int {
    days.isNaN ? 0 : Int(min(max(days, -1e9), 1e9).rounded(.up))
  }

  private func missing(_ reason: Verdict.Reason, moreDays: Int? = nil) -> Verdict {
    verdict(.notEnoughData, reason, moreDays: moreDays, pairsNow: pairs)
  }

  private func verdict(
    _ kind: Verdict.Kind, _ reason: Verdict.Reason, lags: [Int] = [],
    direction: Verdict.Direction? = nil, hurting: [Int] = [], easing: [Int] = [],
    moreDays: Int? = nil, pairsNow: Int? = nil, pairsNeeded: Int? = nil
  ) -> Verdict {
    Verdict(
      kind: kind, reason: reason, lags: lags, direction: direction, hurtingBands: hurting,
      easingBands: easing, limit: limit, couldBeMissed: couldBeMissed.flatMap(\.finite),
      smallestP: smallestP, moreDays: moreDays, pairsNow: pairsNow, pairsNeeded: pairsNeeded,
      evidence: evidence, allDaysKind: kind)
  }
}

extension Double {
  /// `nil` if infinite or not a number.
  fileprivate var finite: Double? { isFinite ? self : nil }
}

internal import CivilDay

extension Verdict {
  /// Whether an effect that all days show is one of the later days too.
  fileprivate var showsAnEffect: Bool {
    switch kind {
    case .worsens, .lessPainAfter, .mixed, .dependsOnLength, .hint: true
    case .noLinkSeen, .unclear, .notEnoughData: false
    }
  }

  /// The answer of a diary, given that of all its days: if the effect of its halves
  /// differs, that of the later half.
  ///
  /// The halves are compared only if all days show something: a test at every look
  /// would start a new sequence at every split.
  static func recent(
    _ allDays: Verdict, _ model: EffectModel, timing: Timing, limit: Double
  ) -> Verdict {
    var whole = allDays
    guard whole.showsAnEffect else { return whole }
    let halves = model.versions.map { $0.halves() }
    whole.halves = halves.first ?? nil
    guard let first = whole.halves, halves.allSatisfy({ $0?.differ == true }) else {
      return whole
    }
    let part = model.diary.suffix(from: first.split)
    var later = VerdictRule.answer(EffectModel(part, timing: timing), limit: limit)
    later.since = first.split
    later.sinceDay = part.firstDay
    later.earlier = first.clearest
    later.allDaysKind = whole.kind
    later.halves = first
    return later
  }
}

/// A verdict and what it rests on.
struct Answer {
  let model: EffectModel
  let reverse: [ReverseEffect]
  let timingIsDoubtful: Bool
  let timingInUse: Timing
  /// The verdict of all days.
  let allDays: Verdict
  /// The verdict, of the later days alone if the effect changed.
  let verdict: Verdict

  init(_ diary: Diary, limit: Double) {
    let days = PairedDays(diary)
    reverse = ReverseEffect.all(days)
    timingIsDoubtful = diary.timing == .morning && reverse[0].looksLikeRatingAfterRun
    timingInUse = timingIsDoubtful ? .unknown : diary.timing
    model = EffectModel(days, timing: timingInUse)
    allDays = VerdictRule.answer(model, limit: limit)
    verdict = Verdict.recent(allDays, model, timing: timingInUse, limit: limit)
  }
}

extension ReverseEffect {
  /// More pain "before" a longer run is what a rating made after it looks like.
  fileprivate var looksLikeRatingAfterRun: Bool {
    estimate.map { $0.slope > 0 && $0.p < 0.01 } ?? false
  }
}

extension EffectModel {
  /// The last 365 days, as a diary of their own, in the first version; `nil` below
  /// 455 days, when they would hardly differ from all.
  func lastYear() -> [Analysis.RecentEffect]? {
    guard diary.count >= 455 else { return nil }
    let recent = EffectVersion(
      diary.suffix(from: diary.count - 365), rated: versions[0].rating)
    return VerdictLags.all.compactMap { lag in
      recent.fit(at: lag).map { Analysis.RecentEffect(lag: lag, estimate: $0.estimate) }
    }
  }
}

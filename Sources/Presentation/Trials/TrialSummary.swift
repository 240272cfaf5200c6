import CivilDay
import JournalModel
import Reports

/// A trial on a page: its result once it has ended, else how far it has gone.
struct TrialSummary {
  private let progress: TrialProgress
  private let words: TrialWords
  private let result: TrialResultText?

  init(_ progress: TrialProgress, unit: DistanceUnit) {
    self.progress = progress
    words = TrialWords(progress.trial.plan, unit: unit)
    result =
      progress.trial.end == nil ? nil : TrialResultText(TrialResult(progress), unit: unit)
  }

  /// The verdict, or the number of pairs so far.
  var sentence: String {
    result?.sentence
      ?? "A self-trial is in progress since \(progress.trial.plan.startDay.longDescription): \(words.arms), "
      + "\(progress.analysedPairs.count) of \(progress.trial.plan.pairs) pairs of \(words.units) done. Its "
      + "result comes at the end."
  }

  /// What belongs to the verdict.
  var lines: [String] { result?.lines ?? [] }
}

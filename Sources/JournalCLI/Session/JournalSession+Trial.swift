import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports
import WrittenValues

/// The trial in progress, beside the entries of a day.
extension JournalSession {
  /// Returns how far the trial in progress has gone, once the arms that are due have
  /// been drawn; `nil` without a trial.
  ///
  /// A journal that cannot be written, or is in use, is only read.
  func trialProgress() throws -> TrialProgress? {
    guard hasJournal else { return nil }
    let journal = try journal()
    guard let progress = try journal.trialProgress(on: today) else { return nil }
    guard try journal.isTrialDue(progress) else { return progress }
    do {
      return try writer().advanceTrial(on: today)
    } catch is JournalError {
      // Reading goes on; the arm is drawn with the next command that can write.
      return progress
    }
  }

  /// Prints today's arm, if a trial is in progress.
  func tellTrialToday() throws {
    guard !dialogue.isQuiet, let progress = try trialProgress() else { return }
    try context.say("Self-trial: \(try trialText(progress).today).")
  }

  /// Says what a run on `day` means for the trial in progress.
  func followTrial(afterRunOn day: Day) throws {
    // What a line means for it is for the command that reads the file.
    guard line == nil else { return }
    guard let progress = try trialProgress(), !dialogue.isQuiet else { return }
    let unit = progress.units.last { unit in
      unit.firstDay.map { $0 <= day } ?? false && unit.lastDay.map { day <= $0 } ?? true
    }
    let words = TrialWords(progress.trial.plan, unit: preferences.unit)
    if unit == nil, progress.trial.plan.unit == .run, progress.current != nil,
      try !journal().runs(in: (day - 1)...(day - 1)).isEmpty
    {
      try context.say(
        "Self-trial: this run does not count, as there was a run the day before.")
    }
    if let unit, let done = unit.done, done.arm != unit.arm {
      try context.say(
        "Self-trial: the coin chose \(words.group(unit.arm)), and this was not one of them. It counts as the "
          + "coin chose; the result shows both.")
    } else if let unit, unit.done == nil, progress.trial.plan.unit == .run {
      try askWhetherKept(unit, of: progress)
    }
    try context.say("Self-trial: \(try trialText(progress).today).")
  }

  /// Asks whether the trial's finished units were done as the coin chose.
  func askAboutTrial() throws {
    guard !dialogue.isQuiet, context.answers.isInteractive, let progress = try trialProgress()
    else { return }
    for unit in progress.unanswered.suffix(Self.mostQuestions) {
      try askWhetherKept(unit, of: progress)
    }
  }

  /// The units that are asked about at a time.
  private static let mostQuestions = 2

  private func askWhetherKept(_ unit: DrawnUnit, of progress: TrialProgress) throws {
    guard dialogue.mayAsk, context.answers.isInteractive else {
      return try hint(
        "Did you do what the coin chose? Say yes, no or mixed, as in",
        "nerve trial kept yes \(unit.number)")
    }
    let words = TrialWords(progress.trial.plan, unit: preferences.unit)
    let when =
      unit.firstDay.map { first in
        let last = unit.lastDay ?? first
        return first == last
          ? " on \(first.relativeDescription(today: today))"
          : " from \(first.relativeDescription(today: today)) to \(last.relativeDescription(today: today))"
      } ?? ""
    guard
      let answer = try context.asks(
        "Self-trial: the coin chose \(words.group(unit.arm))\(when). Did you keep to it? [y, n, m for mixed, "
          + "Enter for later]"), let kept = KeptAnswer(typed: answer)
    else { return }
    try self.answer(unit, of: progress, kept)
  }

  /// Keeps an answer, and echoes it.
  func answer(_ unit: DrawnUnit, of progress: TrialProgress, _ kept: KeptAnswer) throws {
    let done = kept.done(unit.arm)
    let logged = try writer().answerTrial(progress.trial.id, unit: unit.number, done)
    let words = TrialWords(progress.trial.plan, unit: preferences.unit)
    let told =
      switch kept {
      case .yes: "\(words.name(unit.arm)), as the coin chose"
      case .no: "\(words.name(unit.arm.other)), not as the coin chose"
      case .mixed: "mixed"
      }
    try confirm(
      "Self-trial: \(progress.trial.plan.unit.rawValue) \(unit.number), \(told)",
      logged)
  }

  /// Offers to stop the trial in progress, as something else comes first.
  ///
  /// - Parameter reason: Why, for the record.
  /// - Throws: ``JournalError``, or any error of writing.
  func offerToStopTrial(because reason: String) throws {
    if let line {
      line.reasonToStopTrial = reason
      return
    }
    guard let trial = try journal().currentTrial() else { return }
    let question =
      "A self-trial is in progress. Stop it for good? (To interrupt it: nerve trial pause)"
    if dialogue.mayAsk, !dialogue.isQuiet, try context.asksWhether(question) == true {
      try stopTrial(trial, on: today, because: reason)
    } else {
      try context.hint(
        "A self-trial is in progress. Stop it with \(typed("nerve trial stop")), or interrupt it with "
          + typed("nerve trial pause"))
    }
  }

  /// Stops a trial for good.
  func stopTrial(_ trial: Trial, on day: Day, because reason: String?) throws {
    try writer().endTrial(trial.id, on: day, isComplete: false, reason: reason)
    try tell(
      "Self-trial: stopped\(day == today ? "" : " on \(day.relativeDescription(today: today))")\n")
    try hint("See what it shows with", "nerve trial analyse")
  }

  /// The text about a trial, beside what comes before it.
  func trialText(_ progress: TrialProgress) throws -> TrialProgressText {
    TrialProgressText(
      progress, try journal().precautions(on: today), unit: preferences.unit, typed: typed)
  }
}

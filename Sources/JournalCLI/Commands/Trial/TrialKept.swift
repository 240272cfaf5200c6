import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports
import WrittenValues

/// Keeps whether a unit was done as the coin chose.
struct TrialKept: EntrySubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "kept",
    abstract: "Log whether you did what the coin chose.",
    discussion: """
        $ nerve trial kept yes
        $ nerve trial kept no
        $ nerve trial kept mixed 3

      'no' means the opposite, 'mixed' some of both or neither. The week or run \
      still counts as the coin chose; the result shows both ways. Shoes need no \
      answer: Nerve reads them from your runs.
      """)

  @Argument(help: "yes, no or mixed.", completion: .list(["yes", "no", "mixed"]))
  var answer: String

  @Argument(
    help: ArgumentHelp(
      "Number of the week or run, from nerve trial. Default: the latest.", valueName: "number"))
  var number: String?

  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    guard let kept = KeptAnswer(typed: answer) else {
      throw UsageError(unknown: "answer", answer, use: "yes, no or mixed")
    }
    let number = try number.map(EntryID.parse)
    guard let progress = try session.trialProgress() else {
      throw Refusal("No self-trial is in progress.")
    }
    let begun = progress.units.filter { unit in
      unit.firstDay.map { $0 <= session.today } ?? false
    }
    let usual = progress.unanswered.last ?? begun.last
    guard let unit = number.map({ number in begun.first { $0.number == number } }) ?? usual else {
      throw UsageError(
        number.map { "Unit \($0) of the self-trial has not begun." }
          ?? "The self-trial has no week or run to answer for yet.")
    }
    try session.answer(unit, of: progress, kept)
  }
}

/// An answer to whether a unit was done as the coin chose.
enum KeptAnswer: String {
  case yes, no, mixed

  /// Creates the answer that `word` begins; `nil` for any other.
  init?(typed word: String) {
    switch InputText.folded(word) {
    case "y", "yes": self = .yes
    case "n", "no": self = .no
    case "m", "mixed", "partly", "both", "neither": self = .mixed
    default: return nil
    }
  }

  /// What was done in a unit of `arm`.
  func done(_ arm: TrialArm) -> DrawnUnit.Done {
    switch self {
    case .yes: DrawnUnit.Done(arm)
    case .no: DrawnUnit.Done(arm.other)
    case .mixed: .mixed
    }
  }
}

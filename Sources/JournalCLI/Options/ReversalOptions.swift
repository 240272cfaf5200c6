import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation

/// Options of undo and redo.
struct ReversalOptions: ParsableArguments {
  @Flag(
    name: [.customShort("n"), .long], help: "Show what would happen without changing anything.")
  var dryRun = false

  @Flag(
    name: [.customShort("y"), .long],
    help: "Do not ask, even if many entries are affected.")
  var yes = false

  @Flag(help: "Also overwrite later changes by other programs.")
  var force = false

  /// The most entries to change without asking.
  static let fewEntries = 20

  /// Returns the action number in `text`.
  static func actionNumber(_ text: String) throws -> Int {
    guard let number = InputText.digits(text), number > 0 else {
      throw UsageError(
        "\(Quoted.text(text)) is not an action number; find it with nerve history.")
    }
    return number
  }

  /// Undoes or redoes an action and prints the affected entries; a dry run only
  /// prints them.
  ///
  /// If many entries are affected, asks first.
  ///
  /// - Parameters:
  ///   - session: The session to print to.
  ///   - format: The format to print in.
  ///   - body: Reverses the action with this number, or the chosen one; as a trial,
  ///     changes nothing.
  /// - Returns: The reversal, or `nil` if nothing was changed.
  /// - Throws: Any error of `body` or of writing.
  func reverse(
    in session: JournalSession, _ format: FormatOptions,
    _ body: (_ action: Int?, _ isTrial: Bool) throws -> Reversal
  ) throws -> Reversal? {
    let text = { (reversal: Reversal, isTrial: Bool) in
      ReversalText(reversal: reversal, isTrial: isTrial, words: session.changeText)
    }
    if dryRun {
      try format.write(text(try body(nil, true), true), session.context)
      return nil
    }
    var action: Int?
    if !yes, session.context.answers.isInteractive {
      let planned = try body(nil, true)
      action = planned.action.number
      if planned.entryCount > Self.fewEntries {
        try session.context.messages.write(
          text(planned, true).text(session.context.messageLayout))
        guard try session.context.asksWhether("Continue?") ?? true else {
          try session.context.say("Nothing was changed.")
          return nil
        }
      }
    }
    let reversed = try body(action, false)
    try format.write(text(reversed, false), session.context)
    return reversed
  }
}

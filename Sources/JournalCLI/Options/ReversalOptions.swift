import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation

/// How an undo or a redo goes about it.
struct ReversalOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .long], help: "Change nothing; only tell what would be.")
  var dryRun = false

  @Flag(
    name: [.customShort("y"), .long],
    help: "Do not ask, however many entries are concerned.")
  var yes = false

  @Flag(help: "Also overwrite what another program changed since.")
  var force = false

  /// How many entries are changed without asking.
  static let fewEntries = 20

  /// The number of an action.
  static func actionNumber(_ text: String) throws -> Int {
    guard let number = InputText.digits(text), number > 0 else {
      throw UsageError(
        "\(Quoted.text(text)) is not an action number; nerve history lists them.")
    }
    return number
  }

  /// Tells what an undo or a redo does to which entries, and does it unless it is
  /// only to be told; where many are concerned, a person is asked before.
  ///
  /// - Parameters:
  ///   - session: Where to tell it.
  ///   - format: How to tell it.
  ///   - body: Reverses the action with this number, or the one that was asked
  ///     for; as a trial, it changes nothing.
  /// - Returns: What was done, or `nil` if nothing was changed.
  /// - Throws: What `body` throws, or what writing throws.
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
        guard try session.context.asksWhether("Go on?") ?? true else {
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

import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation

/// The signs that back or leg pain is an emergency.
///
/// They come from the cauda equina card by Greenhalgh, Finucane, Mercer and Selfe,
/// with two signs of the leg from guidelines. They are never scored and never
/// explained away.
enum RedFlags {
  private static let heading =
    "GO TO AN EMERGENCY DEPARTMENT NOW if you have back or leg pain and any one of these is new or "
    + "getting worse:"

  private static let signs = [
    "loss of feeling or pins and needles between your inner thighs or in your genitals",
    "numbness in or around your back passage or buttocks",
    "a changed feeling when you wipe yourself with toilet paper",
    "difficulty starting to urinate, being unable to, or being unable to stop or control the flow",
    "loss of feeling when you pass urine",
    "leaking urine, or needing pads since recently",
    "not knowing whether your bladder is full or empty",
    "inability to stop a bowel movement, leaking, or loss of feeling when you pass one",
    "a change in your ability to have an erection or to ejaculate, or loss of feeling in your "
      + "genitals during sex",
    "pain, numbness or weakness in both legs",
    "weakness in a leg or foot that grows",
  ]

  private static let closing =
    "One is enough; do not wait to see whether it passes. These can be signs that nerves at the base "
    + "of the spine, the cauda equina, are being squeezed, which needs treatment within hours."

  /// The card as it stands in a pipe.
  static let card = card(TextLayout())

  /// The card, laid out to a width; its words are always the same.
  static func card(_ layout: TextLayout) -> String {
    layout.style.alarm(layout.wrapped(heading)) + "\n"
      + signs.map { layout.style.redFlag(layout.wrapped("  - \($0)")) + "\n" }.joined()
      + layout.wrapped(closing) + "\n"
  }

  /// Returns whether one of the signs is present.
  ///
  /// The values are those just given, so that an old sign does not show the card
  /// again at each edit.
  static func areDeclared(by values: Changes<CheckIn>) -> Bool {
    !EmergencySign.declared(by: values).isEmpty
  }
}

extension CommandContext {
  /// Prints the card before anything else, if one of the signs is present.
  ///
  /// The card is printed at once, even if the entry then fails and even with
  /// --quiet. It goes to the messages too if the results cannot be written, or go to
  /// a file while someone is at the terminal.
  ///
  /// - Parameter values: The fields of a check-in that were just declared.
  /// - Throws: What writing throws.
  func warn(of values: Changes<CheckIn>) throws {
    guard RedFlags.areDeclared(by: values) else { return }
    var isSeen = terminalWidth != nil || !answers.isInteractive
    do {
      try output.write(RedFlags.card(layout) + "\n")
      try output.flush()
    } catch {
      isSeen = false
    }
    guard !isSeen else { return }
    // In a pipe too, the card has lines that can be read.
    let layout = TextLayout(width: messageWidth ?? layout.width, style: messageStyle)
    try messages.write(RedFlags.card(layout) + "\n")
    try messages.flush()
  }
}

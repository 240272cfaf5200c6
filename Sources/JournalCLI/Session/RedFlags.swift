import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation

/// The signs that back or leg pain is an emergency, and those that need a doctor
/// before the next run.
///
/// The words are our own; `Documentation/redflags.md` sets each beside its source.
/// They are never scored and never explained away.
enum RedFlags {
  private static let emergency =
    "GO TO AN EMERGENCY DEPARTMENT NOW, or call 999 or 112, if back or leg pain comes with any of "
    + "these, new or getting worse:"

  private static let emergencySigns = [
    "numbness or tingling between the legs, of the genitals or back passage",
    "urine that is hard to start, will not come, cannot be held or felt",
    "a bowel that you cannot feel filling or cannot hold",
    "sex that feels different, or no longer works",
    "pain, tingling, numbness or weakness in both legs",
    "a weak leg, a foot that suddenly drops, or unsteady walking",
    "a serious accident, or a small fall with fragile bones or long-term steroids",
    "pain in the chest",
  ]

  private static let emergencyClosing =
    "One is enough, even if the pain has eased: numbness and weakness can stay. Ask on arrival: "
    + "\"Could it be cauda equina?\" You should be seen within hours."

  private static let doctor = "SEE A DOCTOR before you run again if you have one of these:"

  private static let doctorSigns = [
    "today: a fever, feeling very ill, or a leg that makes you trip",
    "within days: cancer, now or ever; losing weight for no reason; pain worse at night or not eased "
      + "by rest, or between the shoulder blades; a lump, or a back that changes shape; a numb patch "
      + "that spreads; new back pain with fragile bones, long-term steroids or weak immunity",
  ]

  /// The card as it stands in a pipe.
  static let card = card(TextLayout())

  /// The card, laid out to a width; its words are always the same.
  static func card(_ layout: TextLayout) -> String {
    layout.style.alarm(layout.wrapped(emergency)) + "\n"
      + emergencySigns.map { layout.style.redFlag(layout.wrapped("  - \($0)")) + "\n" }.joined()
      + layout.wrapped(emergencyClosing) + "\n"
      + layout.style.heading(layout.wrapped(doctor)) + "\n"
      + doctorSigns.map { layout.wrapped("  - \($0)") + "\n" }.joined()
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

import Presentation
import WrittenValues

/// The first steps for someone without a journal.
enum FirstSteps {
  /// Returns the first commands to try, and the path of the future journal.
  ///
  /// - Parameters:
  ///   - path: The path of the future journal.
  ///   - layout: The width to keep to.
  /// - Returns: Lines for the terminal.
  static func text(_ path: String, _ layout: TextLayout) -> String {
    let layout = layout.limited(to: mostWidth)
    let steps = Paragraph.rows(steps, width: layout.width, indent: 30)
    return layout.wrapped(
      """
      Nerve is a journal for runners with sciatica. You have none yet: your first \
      entry creates it, as one file on this machine:

      """)
      // A path is for copying, so it is never broken.
      + "\(DisplayText.visible(path))\n\n" + steps
      + layout.wrapped(
        """

        Later, plain 'nerve' shows today at a glance, and 'nerve undo' undoes your \
        latest command. To try a made-up journal: nerve sample sample.sqlite

        All commands: nerve --help. When pain is an emergency: nerve redflags

        """)
  }

  private static let mostWidth = 80

  private static let steps = [
    (name: "nerve pain 3", text: "how your leg feels now, 0 to 10"),
    (name: "nerve run 5km 32m", text: "a run"),
    (
      name: "nerve shoe add pegasus",
      text: "a shoe, for 'nerve run 5km --shoe peg'"
    ),
    (name: "nerve checkin", text: "a few questions about your day"),
  ]
}

import Presentation

/// What to type first, for somebody who has no journal yet.
enum FirstSteps {
  /// The first commands, and where they will keep what they log.
  ///
  /// - Parameters:
  ///   - path: Where the journal will lie.
  ///   - layout: The width to keep to.
  /// - Returns: Lines for the terminal.
  static func text(_ path: String, _ layout: TextLayout) -> String {
    let layout = layout.limited(to: mostWidth)
    let steps = Paragraph.rows(steps, width: layout.width, indent: 30)
    return layout.wrapped(
      """
      Nerve is a journal for runners with sciatica. You have none yet: your first \
      entry makes it, in one file on this machine,
      \(path)


      """) + steps
      + layout.wrapped(
        """

        Later, 'nerve' alone shows the day at a glance, and 'nerve undo' takes back what \
        you typed. To look around in a made-up journal: nerve sample sample.sqlite

        All commands: nerve --help. When pain is an emergency: nerve redflags

        """)
  }

  private static let mostWidth = 80

  private static let steps = [
    (name: "nerve pain 3", text: "how your leg feels now, 0 to 10"),
    (name: "nerve run 5km 32m", text: "a run"),
    (
      name: "nerve shoe add pegasus",
      text: "a shoe; 'nerve run 5km --shoe peg' then names it"
    ),
    (name: "nerve checkin", text: "asks what the day still lacks, a key at a time"),
  ]
}

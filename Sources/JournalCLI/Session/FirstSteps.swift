import WrittenValues

/// The first steps for someone without a journal.
enum FirstSteps {
  /// Returns the first commands to try, and the path of the future journal.
  ///
  /// - Parameter path: The path of the future journal.
  /// - Returns: Lines for the terminal.
  static func text(_ path: String) -> String {
    """
    Nerve is a journal for runners with sciatica. You have none yet: your first
    entry creates it, as one file on this machine:
    \(DisplayText.visible(path))

      nerve pain 3                how your leg feels now, 0 to 10
      nerve run 5km 32m           a run
      nerve shoe add pegasus      a shoe, for 'nerve run 5km --shoe peg'
      nerve checkin               a few questions about your day

    Later, plain 'nerve' shows today at a glance, and 'nerve undo' undoes your
    latest command. To try a made-up journal: nerve sample sample.sqlite

    All commands: nerve --help. When pain is an emergency: nerve redflags

    """
  }
}

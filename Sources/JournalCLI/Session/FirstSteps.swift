import WrittenValues

/// What to type first, for somebody who has no journal yet.
enum FirstSteps {
  /// The first commands, and where they will keep what they log.
  ///
  /// - Parameter path: Where the journal will lie.
  /// - Returns: Lines for the terminal.
  static func text(_ path: String) -> String {
    """
    Nerve is a journal for runners with sciatica. You have none yet: your first
    entry makes it, in one file on this machine,
    \(DisplayText.visible(path))

      nerve pain 3                how your leg feels now, 0 to 10
      nerve run 5km 32m           a run
      nerve shoe add pegasus      a shoe; 'nerve run 5km --shoe peg' then names it
      nerve checkin               asks what the day still lacks, a key at a time

    Later, 'nerve' alone shows the day at a glance, and 'nerve undo' takes back what
    you typed. To look around in a made-up journal: nerve sample sample.sqlite

    All commands: nerve --help. When pain is an emergency: nerve redflags

    """
  }
}

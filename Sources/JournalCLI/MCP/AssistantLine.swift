import EntryInput

/// A line that an assistant asks to log: an ``EntryLine`` of today, or of the day that it
/// says.
struct AssistantLine {
  /// The words after `nerve`.
  let words: [String]

  /// The most bytes of a line, above the longest note.
  static let longest = 50_000

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - entry: What it is understood as.
  /// - Throws: ``UsageError`` or ``InputError`` with a sentence about the line.
  init(_ line: String, as entry: EntryLine) throws {
    guard line.utf8.count <= Self.longest else {
      throw UsageError("The line is longer than \(Self.longest) bytes.")
    }
    guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw UsageError("An entry is one line, without control characters.")
    }
    guard !EntryLine.isPassedOver(line) else {
      throw UsageError("The line is empty; use an entry, such as pain 4 left calf.")
    }
    guard entry.stamp?.secondOfDay == nil else {
      throw UsageError("A line for now has no time before it; use --on and --time.")
    }
    // What an assistant says by mistake should not become a note.
    let first = entry.text.split(separator: " ").lazy.map { $0.lowercased() }
      .first { $0 != "nerve" }
    guard entry.note == nil || first?.hasPrefix("note") == true else {
      throw UsageError(EntryLine.refusal(of: first ?? ""))
    }
    // In the journal, guidance is what a doctor or a physio said.
    guard !(try entry.command() is GuidanceCommand.Add) else {
      throw UsageError("Guidance has to be typed by the person: nerve guidance add.")
    }
    words = try entry.arguments()
  }
}

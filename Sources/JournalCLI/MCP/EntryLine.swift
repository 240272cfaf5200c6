import ArgumentParser
import EntryInput

/// A line that logs one entry, as it is typed after `nerve`.
///
/// It comes from another program, so only commands that log are taken, and no option that
/// reaches beyond the entry.
struct EntryLine {
  /// The words of the line.
  let words: [String]

  /// The commands that are taken: each logs, as one action.
  static let commands: [[String]] = [
    ["run"], ["pain"], ["stretch"], ["cross"], ["rest"], ["gap"], ["flare", "start"],
    ["flare", "end"], ["routine", "log"],
  ]

  /// The most bytes of a line, above the longest note.
  static let longest = 50_000

  /// Reads a line.
  ///
  /// - Parameter line: The words, with quotes as in a shell; `nerve` may come first.
  /// - Throws: ``UsageError``, or the parser's error.
  init(_ line: String) throws {
    words = try Self.words(of: line)
    let path = CommandPath(words)
    guard Self.commands.contains(path.names) else {
      let names = Self.commands.map { $0.joined(separator: " ") }.joined(separator: ", ")
      throw UsageError(
        "\(Quoted.text(words.first ?? "")) does not log an entry; begin with \(names).")
    }
    // A dash would read the note from the stream of messages.
    guard !words.contains(where: { $0 == "-" || $0.hasSuffix("=-") }) else {
      throw UsageError("A note must be on the line; remove the dash.")
    }
    let command = try NerveCommand.parsed(DashValues.joined(words))
    guard type(of: command) == path.command, let entry = command as? any JournalSubcommand else {
      throw UsageError("The line does not log an entry; remove its options for help.")
    }
    guard entry.journal.path == nil else {
      throw UsageError("--journal is not taken from a line; remove it.")
    }
  }

  /// Splits a line as a shell does, without any of its other powers.
  ///
  /// - Throws: ``UsageError``.
  static func words(of line: String) throws -> [String] {
    guard line.utf8.count <= longest else {
      throw UsageError("The line is longer than \(longest) bytes.")
    }
    guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw UsageError("An entry is one line, without control characters.")
    }
    var words: [String] = []
    var (quote, isInWord): (Character?, Bool) = (nil, false)
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { words[words.count - 1].append(character) }
      } else if character == " " {
        isInWord = false
      } else {
        if !isInWord { words.append("") }
        isInWord = true
        if character == "\"" || character == "'" {
          quote = character
        } else {
          words[words.count - 1].append(character)
        }
      }
    }
    guard quote == nil else {
      throw UsageError("A quote is open; close it, or put an apostrophe in double quotes.")
    }
    if words.first == "nerve" { words.removeFirst() }
    guard !words.isEmpty else {
      throw UsageError("The line is empty; type an entry, such as pain 4 left calf.")
    }
    return words
  }
}

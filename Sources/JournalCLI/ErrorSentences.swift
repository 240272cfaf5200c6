import ArgumentParser
import JournalStore

extension SQLiteError {
  /// The error as one sentence about the statement that a person typed.
  var sentence: String {
    switch code.primary {
    case .denied: "The statement is refused: SQL here can only read the journal."
    case .interrupted: "The statement was interrupted."
    case .tooBig: "The statement makes a value that is too large."
    case .outOfMemory: "There is not enough memory for the statement."
    default: "SQL error: \(message)\(offset.map { ", at character \($0 + 1)" } ?? "")."
    }
  }
}

/// What the argument parser says of `error`, as one line without what was typed.
///
/// It quotes what it does not understand, which may be a pain or a note; options
/// and placeholders, which a person needs to read, stay.
func parserSentence(for error: any Error) -> String {
  let message = NerveCommand.message(for: error).split(separator: "\n").first.map(String.init) ?? ""
  var sentence = ""
  for (index, part) in message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
  {
    // Every second part stood between quotes.
    if index.isMultiple(of: 2) {
      sentence += part
    } else {
      sentence += isSafe(part) ? "'\(part)'" : "'…'"
    }
  }
  if sentence.hasSuffix(".") { sentence.removeLast() }
  return sentence + ". Read more with --help."
}

/// Whether `part` is an option or a placeholder rather than something typed.
private func isSafe(_ part: Substring) -> Bool {
  if part.hasPrefix("<") && part.hasSuffix(">") { return true }
  let name = part.drop { $0 == "-" }
  return part.hasPrefix("-") && name.first?.isLetter == true
    && name.allSatisfy { $0.isLetter || $0 == "-" || $0 == " " || $0 == "<" || $0 == ">" }
}

/// A problem in a document that could be read anyway.
enum XMLRepair: Int, Hashable, Comparable, CustomStringConvertible {
  case letters, characters, marks, trailingText, damaged, cutShort

  /// One sentence without any value from the file.
  var description: String {
    switch self {
    case .letters: "Some letters are not in the encoding that the file names; names may be wrong."
    case .characters:
      "The file holds characters that XML does not allow; they were read as blanks."
    case .marks: "A stray & or < in the file was read as text."
    case .trailingText: "What follows the end of the recording was left out."
    case .damaged: "The file is damaged; what it holds up to the damage was read."
    case .cutShort: "The file is cut short; what it holds up to there was read."
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

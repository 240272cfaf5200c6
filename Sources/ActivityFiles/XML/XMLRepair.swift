/// A problem in a document that could be read anyway.
enum XMLRepair: Int, Hashable, Comparable, CustomStringConvertible {
  case letters, characters, marks, trailingText, damaged, cutShort

  /// One sentence without any value from the file.
  var description: String {
    switch self {
    case .letters: "Some letters do not match the file's encoding; names may be wrong."
    case .characters:
      "The file contains characters that XML does not allow; they were read as spaces."
    case .marks: "A stray & or < in the file was read as text."
    case .trailingText: "Data after the end of the recording were ignored."
    case .damaged: "The file is damaged; everything before the damage was read."
    case .cutShort: "The file is cut short; everything up to there was read."
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

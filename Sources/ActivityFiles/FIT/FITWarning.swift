/// A reason why the activities of a FIT file are uncertain.
enum FITWarning: Int, Hashable, Comparable, CustomStringConvertible {
  case wrongChecksum, cutShort, damaged, unfinished, clockNotSet, empty, trailingBytes

  /// One sentence without any value from the file.
  var description: String {
    switch self {
    case .wrongChecksum: "The file's checksum is wrong, so some values may be wrong too."
    case .cutShort: "The file is cut short; everything up to there was read."
    case .damaged: "The file is damaged; everything before the damage was read."
    case .unfinished: "The recording was never finished; its totals are added up from its samples."
    case .clockNotSet: "The device's clock was not set, so the start is unknown."
    case .empty: "A session without time and distance was skipped."
    case .trailingBytes: "Data after the end of the recording were ignored."
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

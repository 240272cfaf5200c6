/// A reason why the activities of a FIT file are uncertain.
enum FITWarning: Int, Hashable, Comparable, CustomStringConvertible {
  case wrongChecksum, cutShort, damaged, unfinished, clockNotSet, empty, trailingBytes

  /// One sentence without any value from the file.
  var description: String {
    switch self {
    case .wrongChecksum: "The file's checksum is wrong, so some of its values may be, too."
    case .cutShort: "The file is cut short; what it holds up to there was read."
    case .damaged: "The file is damaged; what it holds up to the damage was read."
    case .unfinished: "The recording was never finished; its totals come from its records."
    case .clockNotSet: "The device's clock was not set, so the start is unknown."
    case .empty: "A session without time and distance was left out."
    case .trailingBytes: "What follows the end of the recording was left out."
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

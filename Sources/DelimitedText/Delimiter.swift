/// The byte between two fields of a record.
public enum Delimiter: UInt8, CaseIterable, Sendable {
  /// `,`, as in RFC 4180.
  case comma = 0x2C
  /// `;`, for spreadsheets with a decimal comma.
  case semicolon = 0x3B
  /// The tab character.
  case tab = 0x09

  /// Returns the most frequent delimiter outside quotes in the first record of
  /// `bytes`.
  ///
  /// For ties the order of the cases decides, and a record without any counts as
  /// comma-separated. Empty lines before the record are skipped.
  ///
  /// - Parameter bytes: The start of a file, without a byte order mark.
  /// - Returns: The delimiter, and whether `bytes` reaches the end of the first
  ///   record; if not, more bytes could change the answer.
  static func detect(in bytes: ArraySlice<UInt8>) -> (delimiter: Delimiter, isComplete: Bool) {
    var counts = Dictionary(uniqueKeysWithValues: allCases.map { ($0, 0) })
    var isInQuotes = false
    var isFieldStart = true
    var isComplete = false
    for byte in bytes.drop(while: isLineEnd) {
      if byte == quote {
        // A quote opens a field only at its start; a doubled quote inside closes and reopens
        // it, with the same result.
        if isInQuotes {
          isInQuotes = false
          isFieldStart = true
        } else {
          isInQuotes = isFieldStart
          isFieldStart = false
        }
      } else if isInQuotes {
        continue
      } else if isLineEnd(byte) {
        isComplete = true
        break
      } else if let delimiter = Delimiter(rawValue: byte) {
        counts[delimiter, default: 0] += 1
        isFieldStart = true
      } else {
        isFieldStart = false
      }
    }
    var best = Delimiter.comma
    for candidate in allCases where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return (best, isComplete)
  }
}

/// The double quote, `"`.
let quote: UInt8 = 0x22

/// The line feed, U+000A.
let lineFeed: UInt8 = 0x0A

/// The carriage return, U+000D.
let carriageReturn: UInt8 = 0x0D

/// Whether `byte` ends a line.
func isLineEnd(_ byte: UInt8) -> Bool {
  byte == lineFeed || byte == carriageReturn
}

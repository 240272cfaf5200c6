/// `select` with `column` as its last, or `nil` if its form has no place for one.
///
/// The place is before the FROM of the outermost SELECT, so that columns keep
/// their numbers, by which ORDER BY and GROUP BY may call them. With DISTINCT
/// or UNION one more column would make other rows.
func insertingColumn(_ column: String, into select: String) -> String? {
  var words = SQLWords(select)
  var place: String.Index?
  var previous = ""
  var isInside = false
  while let (word, range) = words.next() {
    switch (previous, word) {
    case ("SELECT", "DISTINCT"), (_, "UNION"), (_, "INTERSECT"), (_, "EXCEPT"): return nil
    case (_, "SELECT"): isInside = true
    case ("DISTINCT", "FROM"): break  // IS DISTINCT FROM
    case (_, "FROM") where isInside && place == nil: place = range.lowerBound
    default: break
    }
    previous = word
  }
  return place.map { "\(select[..<$0]), \(column) \(select[$0...])" }
}

/// The words of an SQL statement that stand outside of parentheses, strings,
/// quoted names and comments, in upper case.
private struct SQLWords {
  private let text: String.UTF8View
  private var index: String.Index

  init(_ sql: String) {
    text = sql.utf8
    index = text.startIndex
  }

  mutating func next() -> (word: String, range: Range<String.Index>)? {
    var depth = 0
    while index < text.endIndex {
      let start = index
      let byte = text[index]
      text.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): skip(to: [byte])
      case UInt8(ascii: "["): skip(to: [UInt8(ascii: "]")])
      case UInt8(ascii: "-") where starts(with: byte): skip(to: [0x0a])
      case UInt8(ascii: "/") where starts(with: UInt8(ascii: "*")):
        skip(to: [UInt8(ascii: "*"), UInt8(ascii: "/")])
      case _ where isWord(byte):
        while index < text.endIndex, isWord(text[index]) { text.formIndex(after: &index) }
        if depth == 0 {
          return (Substring(text[start..<index]).uppercased(), start..<index)
        }
      default: break
      }
    }
    return nil
  }

  private func starts(with byte: UInt8) -> Bool {
    index < text.endIndex && text[index] == byte
  }

  /// Moves behind the bytes `end`, wherever they come next.
  ///
  /// A quote that is doubled opens another string at once, which comes to the
  /// same.
  private mutating func skip(to end: [UInt8]) {
    while index < text.endIndex, !text[index...].starts(with: end) {
      text.formIndex(after: &index)
    }
    index = text.index(index, offsetBy: end.count, limitedBy: text.endIndex) ?? text.endIndex
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}

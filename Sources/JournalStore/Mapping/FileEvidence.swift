internal import WrittenValues

/// What the fields of a file prove about its number and date formats.
struct FileEvidence {
  /// The proof from each column's numbers, in column order.
  private(set) var marks: [DecimalMarkProof]
  /// Whether a column has a clock time other than midnight with a date.
  private(set) var hasClock: [Bool]
  /// The proof from the dates.
  private(set) var dates = DateOrderProof()

  /// Creates evidence without records.
  init(columns: Int) {
    marks = Array(repeating: DecimalMarkProof(), count: columns)
    hasClock = Array(repeating: false, count: columns)
  }

  /// Examines a field of the column at `index`.
  mutating func take(_ value: SQLiteValue, at index: Int) {
    switch value {
    case .text(let text):
      marks[index].take(text)
      dates.take(text)
      guard !hasClock[index], (12...60).contains(text.utf8.count),
        text.utf8.contains(UInt8(ascii: ":")),
        let date = try? WrittenDate(text, order: .dayFirst)
      else { return }
      hasClock[index] = (date.secondOfDay ?? 0) != 0
    case .integer, .real: marks[index].take("0")
    case .null, .blob: break
    }
  }

  /// The mark that the numeric columns prove together.
  var mark: DecimalMark? {
    var all = DecimalMarkProof()
    for proof in marks where proof.isOfNumbers { all.take(proof) }
    return all.mark
  }
}

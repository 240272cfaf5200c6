internal import JournalModel

extension SQLiteValue {
  /// The value as SQLite stores it.
  init(_ value: StoredValue) {
    self =
      switch value {
      case .null: .null
      case .integer(let number): .integer(Int64(number))
      case .real(let number): .real(number)
      case .text(let text): .text(text)
      }
  }

  /// The value in the model's terms, or `nil` if it is bytes, which no field holds.
  var modelled: StoredValue? {
    switch self {
    case .null: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    case .blob: nil
    }
  }

  /// The value without blanks around text; blank text is unknown.
  var trimmed: SQLiteValue { modelled.map { SQLiteValue($0.trimmed) } ?? self }

  /// Numbers as text.
  var asText: SQLiteValue { modelled.map { SQLiteValue($0.asText) } ?? self }
}

extension Field {
  /// The value to store for `value`, or what is wrong with it.
  func stored(_ value: SQLiteValue) throws(FieldProblem) -> SQLiteValue {
    guard let value = value.modelled else { throw mismatch }
    return SQLiteValue(try stored(value))
  }
}

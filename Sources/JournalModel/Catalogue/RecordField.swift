/// One field of a record: its Swift property together with its ``Field``.
public struct RecordField<Record>: Sendable {
  /// Its column, type and words.
  public let field: Field
  /// Its property.
  public let path: any PartialKeyPath<Record> & Sendable
  /// The stored value in a record.
  public let get: @Sendable (Record) -> StoredValue
  /// Stores a value in a record; returns whether its type was right.
  public let set: @Sendable (inout Record, StoredValue) -> Bool

  /// Creates a field whose property type determines its type and range.
  ///
  /// - Parameters:
  ///   - path: The property; `nil` is unknown.
  ///   - column: The name of the column.
  ///   - noun: Its noun; `nil` for the column's name.
  ///   - kind: Its type and range, if narrower than the property's.
  ///   - meaning: Its meaning, for the data dictionary; `nil` for the noun.
  ///   - isRequired: Whether an entry requires it.
  ///   - option: Its command-line option.
  ///   - clear: The words for it after `--clear`; `nil` for its option's name.
  ///   - brief: Its form in the summary line.
  ///   - redFlag: The value that is a red-flag sign.
  public init<Value: FieldKindValue>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable, _ column: String,
    _ noun: String? = nil, kind: Field.Kind? = nil, meaning: String? = nil,
    isRequired: Bool = false, option: FieldOption? = nil, clear: [String]? = nil,
    brief: Field.Brief? = nil, redFlag: Value? = nil
  ) {
    self.init(
      path,
      Field(
        column, kind ?? Value.kind, isRequired: isRequired, noun: noun, measure: Value.measure,
        meaning: meaning, option: option, clear: clear, brief: brief, redFlag: redFlag?.stored))
  }

  /// Creates a field of numbers or text, with its own bounds.
  ///
  /// - Parameters:
  ///   - path: The property; `nil` is unknown.
  ///   - column: The name of the column.
  ///   - noun: Its noun; `nil` for the column's name.
  ///   - kind: Its type and range.
  ///   - measure: Its quantity.
  ///   - meaning: Its meaning, for the data dictionary; `nil` for the noun.
  ///   - isRequired: Whether an entry requires it.
  ///   - option: Its command-line option.
  ///   - clear: The words for it after `--clear`; `nil` for its option's name.
  ///   - brief: Its form in the summary line.
  public init<Value: FieldValue>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable, _ column: String,
    _ noun: String? = nil, _ kind: Field.Kind, _ measure: Field.Measure? = nil,
    meaning: String? = nil, isRequired: Bool = false, option: FieldOption? = nil,
    clear: [String]? = nil, brief: Field.Brief? = nil
  ) {
    self.init(
      path,
      Field(
        column, kind, isRequired: isRequired, noun: noun, measure: measure, meaning: meaning,
        option: option, clear: clear, brief: brief))
  }

  private init<Value: FieldValue>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable, _ field: Field
  ) {
    self.field = field
    self.path = path
    get = { $0[keyPath: path]?.stored ?? .null }
    set = { record, value in
      guard !value.isNull else {
        record[keyPath: path] = nil
        return true
      }
      guard let typed = Value(stored: value) else { return false }
      record[keyPath: path] = typed
      return true
    }
  }
}

extension Field.Kind {
  /// A number from `least` to `most`.
  static func number(from least: Double = 0, to most: Double) -> Field.Kind {
    .number(least...most, allowsZero: true)
  }

  /// A number above 0 and up to `most`.
  static func positive(to most: Double) -> Field.Kind { .number(0...most, allowsZero: false) }
}

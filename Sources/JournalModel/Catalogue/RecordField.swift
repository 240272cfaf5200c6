/// One field of a record: its place in Swift beside all that ``Field`` says of it.
public struct RecordField<Record>: Sendable {
  /// What it is called and what it takes.
  public let field: Field
  /// The property that holds it.
  public let path: any PartialKeyPath<Record> & Sendable
  /// The value of a record, as it is stored.
  public let get: @Sendable (Record) -> StoredValue
  /// Sets the value of a record; returns whether it was of the field's kind.
  public let set: @Sendable (inout Record, StoredValue) -> Bool

  /// Creates a field whose values say what it takes.
  ///
  /// - Parameters:
  ///   - path: The property; `nil` is unknown.
  ///   - column: The name of the column.
  ///   - noun: What a person calls it; `nil` if that is the name of the column.
  ///   - kind: What it takes, if not all that such a value can be.
  ///   - meaning: What it means, for the data dictionary; `nil` if that is the noun.
  ///   - isRequired: Whether an entry must fill it.
  ///   - option: The option that gives it.
  ///   - clear: The words by which it is cleared; `nil` if that is the option's name.
  ///   - brief: How it is told in one line.
  ///   - redFlag: The value that is a sign of the red-flag card.
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

  /// Creates a field of numbers or text, whose bounds are its own.
  ///
  /// - Parameters:
  ///   - path: The property; `nil` is unknown.
  ///   - column: The name of the column.
  ///   - noun: What a person calls it; `nil` if that is the name of the column.
  ///   - kind: What it takes.
  ///   - measure: What its number measures.
  ///   - meaning: What it means, for the data dictionary; `nil` if that is the noun.
  ///   - isRequired: Whether an entry must fill it.
  ///   - option: The option that gives it.
  ///   - clear: The words by which it is cleared; `nil` if that is the option's name.
  ///   - brief: How it is told in one line.
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

/// New values for some fields of a record, including unknown.
///
/// They change a record, where fields not mentioned stay the same, or create one.
public struct Changes<Record: JournalRecord>: Equatable, Sendable {
  /// The new values by column; null makes a field unknown.
  public private(set) var values: [String: StoredValue] = [:]

  /// Creates empty changes.
  public init() {}

  /// Creates changes that set the known values of `record`.
  public init(_ record: Record) {
    for field in Record.fields {
      let value = field.get(record)
      if !value.isNull { values[field.field.name] = value }
    }
  }

  /// The new value of a field, `nil` if it is not mentioned or becomes unknown;
  /// setting `nil` removes the mention.
  public subscript<Value: FieldValue>(path: WritableKeyPath<Record, Value?>) -> Value? {
    get { values[Self.column(path)].flatMap { Value(stored: $0) } }
    set { values[Self.column(path)] = newValue?.stored }
  }

  /// Sets a field; `nil` makes it unknown.
  public mutating func set<Value: FieldValue>(
    _ path: WritableKeyPath<Record, Value?>, to value: Value?
  ) {
    values[Self.column(path)] = value?.stored ?? .null
  }

  /// The new value of a field of the catalogue, or `nil` if it is not mentioned.
  public func value(of field: RecordField<Record>) -> StoredValue? { values[field.field.name] }

  /// Sets a field of the catalogue; null makes it unknown.
  public mutating func set(_ field: RecordField<Record>, to value: StoredValue) {
    values[field.field.name] = value
  }

  /// Makes a field unknown.
  public mutating func clear(_ path: PartialKeyPath<Record>) {
    values[Self.column(path)] = .null
  }

  /// Whether a field is mentioned.
  public func mentions(_ path: PartialKeyPath<Record>) -> Bool {
    values[Self.column(path)] != nil
  }

  /// Whether a field of the catalogue is mentioned.
  public func mentions(_ field: RecordField<Record>) -> Bool { values[field.field.name] != nil }

  /// Whether there are no changes.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds the changes of `others`, which take precedence.
  public mutating func merge(_ others: Changes) {
    values.merge(others.values) { $1 }
  }

  /// These changes and those of `others`, which take precedence.
  public func merging(_ others: Changes) -> Changes {
    var merged = self
    merged.merge(others)
    return merged
  }

  /// `record` after the changes.
  public func applied(to record: Record) -> Record {
    var record = record
    for field in Record.fields {
      if let value = values[field.field.name] { _ = field.set(&record, value) }
    }
    return record
  }

  private static func column(_ path: PartialKeyPath<Record>) -> String {
    Record.field(path).field.name
  }
}

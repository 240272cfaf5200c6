/// Values for some fields of a record, of which each may also be said to be unknown.
///
/// They change a record, where what they do not mention stays as it is, or make one.
public struct Changes<Record: JournalRecord>: Equatable, Sendable {
  /// The new values by column; null makes a field unknown.
  public private(set) var values: [String: StoredValue] = [:]

  /// Creates changes that mention nothing.
  public init() {}

  /// Creates changes that set what is known of `record`.
  public init(_ record: Record) {
    for field in Record.fields {
      let value = field.get(record)
      if !value.isNull { values[field.field.name] = value }
    }
  }

  /// The value that a field is to have, `nil` if it is not mentioned or to become
  /// unknown; setting `nil` takes the mention back.
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

  /// The value of a field of the catalogue, or `nil` if it is not mentioned.
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

  /// Whether nothing is mentioned.
  public var isEmpty: Bool { values.isEmpty }

  /// Takes over what others mention, also where this mentions it.
  public mutating func merge(_ others: Changes) {
    values.merge(others.values) { $1 }
  }

  /// These and what `others` mention, also where these do.
  public func merging(_ others: Changes) -> Changes {
    var merged = self
    merged.merge(others)
    return merged
  }

  /// `record` with the changes.
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

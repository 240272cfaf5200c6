/// A record with typed properties; `nil` is unknown.
public protocol JournalRecord: Equatable, Sendable {
  /// The table of such records.
  static var table: EntryTable { get }
  /// The catalogue of its fields, in column order: the one list behind storage,
  /// options, questions, edit, show, export, completions and the data dictionary.
  static var fields: [RecordField<Self>] { get }
  /// Creates a record without known values.
  init()
  /// Sets the name of its reference to `table`.
  mutating func tellName(_ name: String, ofReferenceTo table: EntryTable)
}

extension JournalRecord {
  /// Does nothing: most records have no named reference.
  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {}

  /// Creates a record and fills it.
  public init(_ fill: (inout Self) throws -> Void) rethrows {
    self.init()
    try fill(&self)
  }

  /// The fields, without their properties.
  static var columns: [Field] { fields.map(\.field) }

  /// The catalogue field of a property.
  ///
  /// - Parameter path: A property with a field in the catalogue.
  /// - Returns: The field.
  public static func field(_ path: PartialKeyPath<Self>) -> RecordField<Self> {
    guard let field = fields.first(where: { $0.path == path }) else {
      preconditionFailure("\(path) is not a field of \(Self.self)")
    }
    return field
  }
}

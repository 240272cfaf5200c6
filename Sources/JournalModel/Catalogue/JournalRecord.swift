public import CivilDay

/// Something that people log, with typed properties; `nil` is unknown.
public protocol JournalRecord: Equatable, Sendable {
  /// The table that holds such records.
  static var table: EntryTable { get }
  /// The catalogue of its fields, in the order of the table's columns: the one
  /// list that storage, options, questions, edit, show, export, completions and
  /// the data dictionary follow.
  static var fields: [RecordField<Self>] { get }
  /// Creates a record of which nothing is known.
  init()
  /// Tells the name of what it refers to in `table`.
  mutating func tellName(_ name: String, ofReferenceTo table: EntryTable)
}

/// A record that belongs to a day.
public protocol DatedRecord: JournalRecord {
  /// The day.
  var day: Day? { get set }
}

extension JournalRecord {
  /// Tells nothing: most records refer to nothing that has a name.
  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {}

  /// Creates a record whose properties `fill` sets.
  public init(_ fill: (inout Self) throws -> Void) rethrows {
    self.init()
    try fill(&self)
  }

  /// What the fields are called and what they take.
  static var columns: [Field] { fields.map(\.field) }

  /// What is called and taken by the field that a property holds.
  ///
  /// - Parameter path: The property of a field of the catalogue.
  /// - Returns: The field.
  public static func field(_ path: PartialKeyPath<Self>) -> RecordField<Self> {
    guard let field = fields.first(where: { $0.path == path }) else {
      preconditionFailure("\(path) is no field of \(Self.self)")
    }
    return field
  }
}

/// A named set of exercises; `nil` is unknown.
public struct Routine: JournalRecord {
  /// Its name.
  public var name: String?
  /// A note.
  public var note: String?

  /// Creates a record without known values.
  public init() {}
}

extension Routine {
  /// The table of such records.
  public static let table = EntryTable.routine

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<Routine>] = [
    RecordField(
      \.name, "name", nil, .text(upTo: 100), meaning: "unique, regardless of case",
      isRequired: true),
    .note(\.note),
  ]
}

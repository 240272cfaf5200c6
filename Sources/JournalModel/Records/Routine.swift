/// A named set of exercises; `nil` is unknown.
public struct Routine: JournalRecord {
  /// Its name.
  public var name: String?
  /// A note.
  public var note: String?

  public init() {}
}

extension Routine {
  public static let table = EntryTable.routine

  public static let fields: [RecordField<Routine>] = [
    RecordField(
      \.name, "name", nil, .text(upTo: 100), meaning: "unique, regardless of case",
      isRequired: true),
    .note(\.note),
  ]
}

/// An exercise of the catalogue; `nil` is unknown.
public struct Exercise: JournalRecord {
  /// Its name.
  public var name: String?
  /// Its kind.
  public var kind: ExerciseKind?
  /// A note.
  public var note: String?

  /// Creates a record without known values.
  public init() {}
}

extension Exercise {
  /// The table of such records.
  public static let table = EntryTable.exercise

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<Exercise>] = [
    RecordField(
      \.name, "name", nil, .text(upTo: 100), meaning: "unique, regardless of case",
      isRequired: true),
    RecordField(
      \.kind, "kind", meaning: "`stretch`, `nerve_glide`, `strength`, `mobility`",
      isRequired: true, clear: []),
    .note(\.note),
  ]
}

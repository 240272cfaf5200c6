/// An exercise of the catalogue; `nil` is unknown.
public struct Exercise: JournalRecord {
  /// Its name.
  public var name: String?
  /// What it is for.
  public var kind: ExerciseKind?
  /// A note.
  public var note: String?

  public init() {}
}

extension Exercise {
  public static let table = EntryTable.exercise

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

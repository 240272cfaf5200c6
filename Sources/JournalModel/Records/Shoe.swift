public import CivilDay

/// A shoe; `nil` is unknown.
public struct Shoe: JournalRecord {
  /// Its name.
  public var name: String?
  /// Maker and model.
  public var model: String?
  /// Its kind.
  public var kind: ShoeKind?
  /// The heel-to-toe drop in millimetres.
  public var dropMm: Double?
  /// Its first day of use.
  public var firstDay: Day?
  /// Metres before its first logged run.
  public var startDistanceM: Double?
  /// The distance in metres at which to check it.
  public var limitDistanceM: Double?
  /// Its retirement day, or `nil` while in use.
  public var retiredDay: Day?
  /// A note.
  public var note: String?
  /// `true` for the default shoe, otherwise `nil`.
  public var isDefault: Bool?

  /// Creates a record without known values.
  public init() {}
}

extension Shoe {
  /// The table of such records.
  public static let table = EntryTable.footwear

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<Shoe>] = [
    RecordField(
      \.name, "name", nil, .text(upTo: 100), meaning: "unique, regardless of case",
      isRequired: true),
    RecordField(
      \.model, "model", nil, .text(upTo: 200), meaning: "maker and model",
      option: FieldOption("model", value: "text", "Maker and model.")),
    RecordField(
      \.kind, "kind",
      meaning: "`cushioned`, `stability`, `minimal`, `trail`, `racing`, `spikes`, `other`",
      option: FieldOption(
        "kind", "Type: cushioned, stability, minimal, trail, racing, spikes or other.")),
    RecordField(
      \.dropMm, "drop_mm", "drop", .number(from: -10, to: 30), .thickness,
      meaning: "heel-to-toe drop",
      option: FieldOption("drop", value: "mm", "Heel-to-toe drop.", takesMinus: true)),
    RecordField(\.firstDay, "first_day", meaning: "in use from", clear: ["on"]),
    RecordField(
      \.startDistanceM, "start_distance_m", "distance before", .number(to: 10_000_000), .distance,
      meaning: "distance before the first logged run",
      option: FieldOption(
        "start-distance", value: "distance", "Distance so far, such as 120km.")),
    RecordField(
      \.limitDistanceM, "limit_distance_m", "limit", .positive(to: 10_000_000), .distance,
      meaning: "distance at which to check it",
      option: FieldOption("limit", value: "distance", "Replacement distance, such as 700km.")),
    RecordField(\.retiredDay, "retired_day", "retired", meaning: "retired on"),
    .note(\.note),
    RecordField(
      \.isDefault, "is_default", "default shoe", kind: .whole(1...1),
      meaning: "set for the default shoe of `nerve run`, for runs from `first_day` on"
    ),
  ]
}

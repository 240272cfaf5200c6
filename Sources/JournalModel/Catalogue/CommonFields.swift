internal import CivilDay

/// Fields common to several kinds of records.
extension RecordField {
  /// The day of a record.
  static func day(
    _ path: any WritableKeyPath<Record, Day?> & Sendable, meaning: String = "its day"
  ) -> RecordField {
    RecordField(path, "day", meaning: meaning, isRequired: true)
  }

  /// The clock's offset from UTC.
  static func utcOffset(_ path: any WritableKeyPath<Record, Int?> & Sendable) -> RecordField {
    RecordField(
      path, "utc_offset_min", nil, .whole(-900...900), .utcOffset,
      meaning: "the clock's offset from UTC at that time, in the time zone of the computer")
  }

  /// A note.
  static func note(_ path: any WritableKeyPath<Record, String?> & Sendable) -> RecordField {
    RecordField(path, "note", nil, .text(upTo: 10_000), clear: ["note"])
  }

  /// The effort of a whole session, CR-10.
  static func effort(
    _ path: any WritableKeyPath<Record, Double?> & Sendable, of what: String, meaning: String
  ) -> RecordField {
    RecordField(
      path, "rpe", "effort", .number(to: 10), .rating, meaning: meaning,
      option: FieldOption(
        "rpe", letter: "e", "Effort of the whole \(what), CR-10: 0 (rest) to 10 (all-out)."))
  }

  /// Remarks on suspicious values of an imported record.
  static func doubt(
    _ path: any WritableKeyPath<Record, String?> & Sendable, meaning: String
  ) -> RecordField {
    RecordField(path, "doubt", nil, .text(upTo: 2_000), meaning: meaning, clear: ["doubt"])
  }
}

extension Field {
  /// Whether it is the field for remarks, which are settled, not typed.
  public var isDoubt: Bool { name == "doubt" }

  /// Whether it is text of many lines, which is mentioned, not shown.
  public var isLongText: Bool { kind == .text(upTo: 10_000) }
}

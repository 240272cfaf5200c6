/// The place of a field in the data messages of a definition.
struct FITFieldDefinition {
  /// The field's number within its message.
  let number: UInt8
  /// Bytes from the start of the message.
  let offset: Int
  /// Bytes of the field.
  let size: Int
  /// Its type; `nil` if unknown.
  let baseType: FITBaseType?
}

/// The layout of the data messages that follow under one local number.
struct FITMessageDefinition {
  /// The kind of message.
  let kind: FITMessageKind
  /// Whether the high byte comes first.
  let isBigEndian: Bool
  /// The fields of the profile.
  ///
  /// Fields added by applications come after them and only count towards `size`:
  /// the profile has everything a journal needs.
  let fields: [FITFieldDefinition]
  /// Bytes of a message, without its header.
  let size: Int

  /// The definition of the field `number`.
  func field(_ number: UInt8) -> FITFieldDefinition? {
    fields.first { $0.number == number }
  }
}

/// Where one field lies in the data messages of a definition.
struct FITFieldDefinition {
  /// The field's number within its message.
  let number: UInt8
  /// Bytes from the start of the message.
  let offset: Int
  /// Bytes of the field.
  let size: Int
  /// How to read it; `nil` for a type that is not known.
  let baseType: FITBaseType?
}

/// The layout of the data messages that follow under one local number.
struct FITMessageDefinition {
  /// What the messages are.
  let kind: FITMessageKind
  /// Whether numbers have their high byte first.
  let isBigEndian: Bool
  /// The fields of the profile.
  ///
  /// Those that applications have added come after them and are only counted into
  /// `size`: what a journal needs is in the profile.
  let fields: [FITFieldDefinition]
  /// Bytes of a message, without its header.
  let size: Int

  /// The definition of the field `number`.
  func field(_ number: UInt8) -> FITFieldDefinition? {
    fields.first { $0.number == number }
  }
}

/// One data message of a FIT file.
///
/// A missing field, or one marked invalid, is `nil`.
struct FITMessage {
  /// The layout.
  let definition: FITMessageDefinition
  /// The bytes of the whole file.
  let bytes: [UInt8]
  /// The start of the message's fields in `bytes`.
  let start: Int
  /// The time of writing on the device's clock, from the field of that name or a
  /// compressed header.
  var timestamp: FITTime?

  /// The value of `field` in the unit that the profile states.
  func value(_ field: FITField) -> Double? {
    guard let number = number(field.number) else { return nil }
    return number / field.scale
  }

  /// The whole number in `field`.
  func integer(_ field: FITField) -> Int? {
    number(field.number).flatMap { Int(exactly: $0) }
  }

  /// The time in `field`.
  func time(_ field: FITField) -> FITTime? {
    number(field.number).flatMap { UInt32(exactly: $0) }.map { FITTime(seconds: $0) }
  }

  /// The text in `field`, up to its end or to the first zero byte.
  func text(_ field: FITField) -> String? {
    guard let bytes = bytes(of: field), definition.field(field.number)?.baseType == .string else {
      return nil
    }
    let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  /// The raw bytes of `field`.
  func bytes(of field: FITField) -> ArraySlice<UInt8>? {
    guard let definition = definition.field(field.number) else { return nil }
    return bytes[start + definition.offset..<start + definition.offset + definition.size]
  }

  /// The first number of the field `number`, unscaled.
  ///
  /// If the size is not a multiple of the type's size, as in some watches, the
  /// meaning is unclear and the field has no value.
  private func number(_ number: UInt8) -> Double? {
    guard let field = definition.field(number), let type = field.baseType, field.size > 0,
      field.size.isMultiple(of: type.size)
    else { return nil }
    let first = start + field.offset
    var bits: UInt64 = 0
    if definition.isBigEndian {
      for index in first..<first + type.size { bits = bits << 8 | UInt64(bytes[index]) }
    } else {
      for index in (first..<first + type.size).reversed() {
        bits = bits << 8 | UInt64(bytes[index])
      }
    }
    return type.number(from: bits)
  }
}

/// The type of the bytes of a field.
///
/// The raw value is the type's number without the flag for "more than one byte",
/// which some writers forget.
enum FITBaseType: UInt8 {
  case enumeration, int8, uint8, int16, uint16, int32, uint32, string
  case float32, float64, uint8z, uint16z, uint32z, byte, int64, uint64, uint64z

  /// Creates the type for a `byte` of a field definition.
  init?(byte: UInt8) {
    self.init(rawValue: byte & 0x1f)
  }

  /// The bytes per value.
  var size: Int {
    switch self {
    case .enumeration, .int8, .uint8, .uint8z, .byte, .string: 1
    case .int16, .uint16, .uint16z: 2
    case .int32, .uint32, .uint32z, .float32: 4
    case .float64, .int64, .uint64, .uint64z: 8
    }
  }

  /// The number in `bits`, or `nil` if they mark an invalid value or the type is
  /// not numeric.
  func number(from bits: UInt64) -> Double? {
    switch self {
    case .enumeration, .uint8, .byte: bits == 0xff ? nil : Double(bits)
    case .uint16: bits == 0xffff ? nil : Double(bits)
    case .uint32: bits == 0xffff_ffff ? nil : Double(bits)
    case .uint64: bits == .max ? nil : Double(bits)
    case .uint8z, .uint16z, .uint32z, .uint64z: bits == 0 ? nil : Double(bits)
    case .int8: Self.signed(Int8(truncatingIfNeeded: bits))
    case .int16: Self.signed(Int16(truncatingIfNeeded: bits))
    case .int32: Self.signed(Int32(truncatingIfNeeded: bits))
    case .int64: Self.signed(Int64(truncatingIfNeeded: bits))
    case .float32: Self.finite(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case .float64: Self.finite(Double(bitPattern: bits))
    case .string: nil
    }
  }

  private static func signed<Number: FixedWidthInteger>(_ number: Number) -> Double? {
    number == .max ? nil : Double(number)
  }

  /// The mark of an invalid floating-point value, all ones, is not a number.
  private static func finite(_ number: Double) -> Double? {
    number.isFinite ? number : nil
  }
}

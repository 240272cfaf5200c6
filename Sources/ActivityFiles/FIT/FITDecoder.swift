/// Why the messages of a FIT file cannot be read further.
enum FITDamage: Error {
  /// The bytes end within a message.
  case endsWithinMessage
  /// A data message has no definition.
  case undefinedMessage
}

/// Reads the messages of one FIT file, one by one.
struct FITDecoder {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var definitions = [FITMessageDefinition?](repeating: nil, count: 16)
  /// The last known time, to which compressed headers add.
  private var clock: FITTime?

  /// Creates a decoder for the messages in `range` of `bytes`.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next data message, or `nil` after the last.
  mutating func next() throws(FITDamage) -> FITMessage? {
    while position < end {
      let header = try byte()
      if header & 0x80 != 0 {
        return try message(local: header >> 5 & 0x3, secondsOfClock: header & 0x1f)
      }
      if header & 0x40 == 0 { return try message(local: header & 0xf, secondsOfClock: nil) }
      definitions[Int(header & 0xf)] = try definition(hasDeveloperFields: header & 0x20 != 0)
    }
    return nil
  }

  private mutating func message(
    local: UInt8, secondsOfClock: UInt8?
  ) throws(FITDamage) -> FITMessage {
    guard let definition = definitions[Int(local)] else { throw .undefinedMessage }
    let start = try skip(definition.size)
    var message = FITMessage(definition: definition, bytes: bytes, start: start)
    if let secondsOfClock {
      clock = clock.map { $0.advanced(toLowBits: secondsOfClock) }
      message.timestamp = clock
    } else if let timestamp = message.time(.timestamp) {
      clock = timestamp
      message.timestamp = timestamp
    }
    return message
  }

  private mutating func definition(
    hasDeveloperFields: Bool
  ) throws(FITDamage) -> FITMessageDefinition {
    try skip(1)
    let isBigEndian = try byte() == 1
    let (first, second) = (UInt16(try byte()), UInt16(try byte()))
    let kind = FITMessageKind(number: isBigEndian ? first << 8 | second : second << 8 | first)

    var size = 0
    var fields: [FITFieldDefinition] = []
    for _ in 0..<(try byte()) {
      let field = FITFieldDefinition(
        number: try byte(), offset: size, size: Int(try byte()),
        baseType: FITBaseType(byte: try byte()))
      fields.append(field)
      size += field.size
    }
    if hasDeveloperFields {
      for _ in 0..<(try byte()) {
        try skip(1)
        size += Int(try byte())
        try skip(1)
      }
    }
    return FITMessageDefinition(kind: kind, isBigEndian: isBigEndian, fields: fields, size: size)
  }

  private mutating func byte() throws(FITDamage) -> UInt8 {
    bytes[try skip(1)]
  }

  /// Skips `count` bytes and returns their start.
  @discardableResult
  private mutating func skip(_ count: Int) throws(FITDamage) -> Int {
    guard end - position >= count else { throw .endsWithinMessage }
    defer { position += count }
    return position
  }
}

extension FITTime {
  /// The first time from this one on whose five low bits are `bits`.
  fileprivate func advanced(toLowBits bits: UInt8) -> Self {
    FITTime(seconds: seconds &+ (UInt32(bits) &- seconds) & 0x1f)
  }
}

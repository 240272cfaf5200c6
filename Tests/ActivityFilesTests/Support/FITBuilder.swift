/// Writes FIT files for tests, byte by byte after the protocol's description.
struct FITBuilder {
  /// A field with its value.
  struct Field {
    let number: UInt8
    let baseType: UInt8
    /// The value, low byte first.
    let bytes: [UInt8]

    static func enumeration(_ number: UInt8, _ value: UInt8) -> Self {
      Self(number: number, baseType: 0x00, bytes: [value])
    }
    static func uint8(_ number: UInt8, _ value: UInt8) -> Self {
      Self(number: number, baseType: 0x02, bytes: [value])
    }
    static func uint16(_ number: UInt8, _ value: UInt16) -> Self {
      Self(number: number, baseType: 0x84, bytes: FITBuilder.bytes(value))
    }
    static func uint32(_ number: UInt8, _ value: UInt32) -> Self {
      Self(number: number, baseType: 0x86, bytes: FITBuilder.bytes(value))
    }
    static func int32(_ number: UInt8, _ value: Int32) -> Self {
      Self(number: number, baseType: 0x85, bytes: FITBuilder.bytes(value))
    }
    static func text(_ number: UInt8, _ value: String) -> Self {
      Self(number: number, baseType: 0x07, bytes: Array(value.utf8))
    }
  }

  /// The messages so far.
  var body: [UInt8] = []
  var isBigEndian = false

  /// Adds a message of `kind` with its definition, under the local number 0.
  mutating func add(_ kind: UInt16, _ fields: Field...) {
    define(0, kind, fields.map { ($0.number, $0.bytes.count, $0.baseType) })
    body.append(0)
    for field in fields { body += isBigEndian ? field.bytes.reversed() : field.bytes }
  }

  /// Adds a definition; `developer` are the sizes of developer fields.
  mutating func define(
    _ local: UInt8, _ kind: UInt16, _ fields: [(number: UInt8, size: Int, baseType: UInt8)],
    developer: [UInt8] = []
  ) {
    body += [0x40 | (developer.isEmpty ? 0 : 0x20) | local, 0, isBigEndian ? 1 : 0]
    body += isBigEndian ? Self.bytes(kind).reversed() : Self.bytes(kind)
    body.append(UInt8(fields.count))
    for field in fields { body += [field.number, UInt8(field.size), field.baseType] }
    guard !developer.isEmpty else { return }
    body.append(UInt8(developer.count))
    for size in developer { body += [0, size, 0] }
  }

  /// The messages with a header before and a checksum after them.
  func file(headerSize: UInt8 = 14, dataSize: Int? = nil) -> [UInt8] {
    var bytes: [UInt8] = [headerSize, 0x20, 0x54, 0x08]
    bytes += Self.bytes(UInt32(dataSize ?? body.count)) + Array(".FIT".utf8)
    if headerSize >= 14 { bytes += Self.bytes(Self.crc(bytes)) }
    bytes += [UInt8](repeating: 0, count: Int(headerSize) - bytes.count)
    bytes += body
    return bytes + Self.bytes(Self.crc(bytes))
  }

  static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-16/ARC bit by bit.
  static func crc(_ bytes: [UInt8]) -> UInt16 {
    bytes.reduce(0) { (crc: UInt16, byte) in
      (0..<8).reduce(crc ^ UInt16(byte)) { (crc, _) in
        crc & 1 == 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
      }
    }
  }
}

extension FITBuilder {
  /// Noon of 2026-11-23 in FIT's seconds.
  static let noon: UInt32 = 1_795_435_200 - 631_065_600

  /// Adds the message that says what the file is for: 4 is an activity.
  mutating func addFileID(_ type: UInt8 = 4) {
    add(0, .enumeration(0, type), .uint16(1, 1), .uint16(2, 2691))
  }

  /// Adds an hour's run of 10 km from noon on, with `fields` more.
  mutating func addSession(sport: UInt8 = 1, subSport: UInt8 = 0, _ fields: Field...) {
    let usual: [Field] = [
      .uint32(253, Self.noon + 3600), .uint32(2, Self.noon), .enumeration(5, sport),
      .enumeration(6, subSport), .uint32(7, 3_600_000), .uint32(8, 3_500_000),
      .uint32(9, 1_000_000),
    ]
    let all = usual.filter { one in !fields.contains { $0.number == one.number } } + fields
    define(0, 18, all.map { ($0.number, $0.bytes.count, $0.baseType) })
    body.append(0)
    for field in all { body += isBigEndian ? field.bytes.reversed() : field.bytes }
  }
}

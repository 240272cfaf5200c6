/// The checksum of FIT files: CRC-16 with the reflected polynomial 0xA001 that
/// starts from zero, also known as CRC-16/ARC.
///
/// Over bytes followed by their own checksum, low byte first, it is zero.
enum FITCRC {
  /// The checksum of each single byte.
  private static let ofByte: [UInt16] = (0...255).map { (byte: UInt16) in
    (0..<8).reduce(byte) { (crc, _) in crc & 1 == 1 ? crc >> 1 ^ 0xa001 : crc >> 1 }
  }

  /// The checksum of the bytes of `bytes` in `range`.
  static func checksum(of bytes: [UInt8], in range: Range<Int>) -> UInt16 {
    let ofByte = ofByte
    var crc: UInt16 = 0
    for index in range {
      crc = crc >> 8 ^ ofByte[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[index])]
    }
    return crc
  }
}

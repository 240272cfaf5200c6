/// The encoding of Western European spreadsheets.
enum Windows1252 {
  /// `bytes` in UTF-8; `nil` if one is not in the encoding.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80..<0xA0).contains(byte) ? special[Int(byte - 0x80)] : UInt32(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
      text.append(scalar)
    }
    return Array(String(text).utf8)
  }

  /// The characters of 0x80 to 0x9F; 0 for none.
  private static let special: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

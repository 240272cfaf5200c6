/// The header of a FIT file, or of one of the files chained in one.
struct FITHeader {
  /// Bytes of the header itself: 12, or 14 with a checksum of its own.
  let size: Int
  /// Bytes of messages that the header announces; the checksum follows them.
  let dataSize: Int
  /// The checksum of the first 12 bytes; `nil` without one.
  let checksum: UInt16?

  /// The minimum size of a header.
  static let smallestSize = 12

  /// Creates the header at `start`, or `nil` if there is none.
  init?(in bytes: [UInt8], at start: Int) {
    guard Self.begins(bytes[start...]) else { return nil }
    size = Int(bytes[start])
    dataSize = bytes[start + 4..<start + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    // Zero means that the writer did not compute it.
    if size >= 14, bytes.count >= start + 14 {
      let stored = UInt16(bytes[start + 12]) | UInt16(bytes[start + 13]) << 8
      checksum = stored == 0 ? nil : stored
    } else {
      checksum = nil
    }
  }

  /// Whether `bytes` begin like the header of a FIT file.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= smallestSize, let size = bytes.first, size >= smallestSize else {
      return false
    }
    return bytes.dropFirst(8).prefix(4).elementsEqual(".FIT".utf8)
  }
}

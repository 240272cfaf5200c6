/// Converts UTF-16 to UTF-8, piece by piece.
final class UTF16Source {
  private let source: DelimitedTextReader.Source
  private let isBigEndian: Bool
  private var input: [UInt8]
  private var output: ArraySlice<UInt8> = []
  private var isExhausted = false

  /// Creates a source after bytes already read, which may include a byte order
  /// mark.
  init(_ source: @escaping DelimitedTextReader.Source, after start: [UInt8], isBigEndian: Bool) {
    (self.source, self.isBigEndian) = (source, isBigEndian)
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    input = start.starts(with: mark) ? Array(start.dropFirst(2)) : start
  }

  /// Whether `bytes`, the first of a file, are big-endian UTF-16; `nil` if they
  /// are not UTF-16.
  ///
  /// Without a byte order mark, the zeros decide: in a table every second byte is
  /// one.
  static func isBigEndian(_ bytes: ArraySlice<UInt8>) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    let sample = bytes.prefix(512)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let enough = sample.count / 4
    if zeros[1] >= enough, zeros[0] * 8 < zeros[1] { return false }
    if zeros[0] >= enough, zeros[1] * 8 < zeros[0] { return true }
    return nil
  }

  /// Fills the start of `buffer`; returns the number of bytes, 0 at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while output.isEmpty {
      decode()
      guard output.isEmpty else { break }
      guard !isExhausted else { return 0 }
      let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 15) { piece, count in
        count = try source(UnsafeMutableRawBufferPointer(piece))
      }
      isExhausted = piece.isEmpty
      input += piece
    }
    let count = min(buffer.count, output.count)
    buffer.copyBytes(from: output.prefix(count))
    output = output.dropFirst(count)
    return count
  }

  /// Decodes complete characters; a surrogate waits for its other half.
  private func decode() {
    var units: [UInt16] = []
    units.reserveCapacity(input.count / 2)
    var index = 0
    while index + 1 < input.count {
      let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if let last = units.last, UTF16.isLeadSurrogate(last), !isExhausted {
      units.removeLast()
      index -= 2
    }
    input.removeFirst(index)
    output = Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }
}

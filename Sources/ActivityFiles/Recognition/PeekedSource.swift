/// A source with its first bytes peeked but not consumed.
final class PeekedSource {
  /// The first bytes, ``size`` of them if there are as many.
  let prefix: [UInt8]
  /// The hash of all bytes read since.
  private(set) var fingerprint = Fingerprint()
  private var position = 0
  private let source: ByteSource

  /// Enough for the declarations before the first element of Apple Health.
  private static let size = 1 << 16

  /// Reads ahead in `source`.
  ///
  /// - Throws: Any error of `source`.
  init(_ source: @escaping ByteSource) throws {
    self.source = source
    prefix = try Self.bytes(of: source, atMost: Self.size)
  }

  /// Skips to the first `text` in the first bytes, if it is there; only before
  /// reading.
  func skip(to text: String) {
    let text = Array(text.utf8)
    position =
      prefix.indices.first { prefix[$0] == text[0] && prefix[$0...].starts(with: text) } ?? 0
  }

  /// Reads on.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard position < prefix.count else { return try source(buffer) }
    let piece = prefix[position..<min(prefix.count, position + buffer.count)]
    buffer.copyBytes(from: piece)
    position += piece.count
    return piece.count
  }

  /// Reads on and updates the hash.
  func readHashing(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try read(buffer)
    fingerprint.combine(buffer.prefix(count))
    return count
  }

  /// Everything from the start.
  ///
  /// - Throws: ``ActivityFileError`` above `limit` bytes; any error of the
  ///   source.
  func all(atMost limit: Int) throws -> [UInt8] {
    let bytes = try Self.bytes(of: read, atMost: limit + 1)
    guard bytes.count <= limit else {
      throw ActivityFileError("The file is far too large for its type.")
    }
    return bytes
  }

  private static func bytes(of source: ByteSource, atMost limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(limit, size), alignment: 16)
    defer { piece.deallocate() }
    while bytes.count < limit {
      let count = try source(
        UnsafeMutableRawBufferPointer(rebasing: piece.prefix(limit - bytes.count)))
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }
}

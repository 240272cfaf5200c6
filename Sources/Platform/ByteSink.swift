/// Somewhere that rendered bytes go.
package protocol ByteSink: AnyObject {
  /// Adds `bytes` after those written before.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: What keeps the bytes from being written.
  func write(_ bytes: [UInt8]) throws

  /// Passes on what may still be held back.
  ///
  /// - Throws: What keeps the bytes from being written.
  func flush() throws
}

extension ByteSink {
  /// Does nothing, for a sink that holds nothing back.
  package func flush() {}

  /// Adds `text` as UTF-8.
  ///
  /// - Parameter text: Any text.
  /// - Throws: What keeps the bytes from being written.
  package func write(_ text: String) throws {
    try write(Array(text.utf8))
  }
}

/// A sink that keeps what it is given, to capture or hold back output.
package final class ByteBuffer: ByteSink {
  /// Everything written so far.
  package private(set) var bytes: [UInt8] = []

  /// Everything written so far as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func write(_ bytes: [UInt8]) { self.bytes += bytes }
  /// Returns what was written so far and forgets it.
  package func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

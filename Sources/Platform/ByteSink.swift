/// A destination for rendered bytes.
package protocol ByteSink: AnyObject {
  /// Appends `bytes`.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: The error that kept the bytes from being written.
  func write(_ bytes: [UInt8]) throws

  /// Passes on any buffered bytes.
  ///
  /// - Throws: The error that kept the bytes from being written.
  func flush() throws
}

extension ByteSink {
  /// Does nothing, for a sink without a buffer.
  package func flush() {}

  /// Appends `text` as UTF-8.
  ///
  /// - Parameter text: Any text.
  /// - Throws: The error that kept the bytes from being written.
  package func write(_ text: String) throws {
    try write(Array(text.utf8))
  }
}

/// A sink in memory, to capture or hold back output.
package final class ByteBuffer: ByteSink {
  /// Creates an empty buffer.
  package init() {}

  /// Everything written so far.
  package private(set) var bytes: [UInt8] = []

  /// Everything written so far as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Returns everything written so far and clears it.
  package func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

internal import CSQLiteExtension

/// Text that grows at its end and may lose its start, in SQLite's memory.
final class JoinedText {
  private var bytes = FrameColumn<UInt8>()
  private let longest: Int

  /// Creates an empty text.
  ///
  /// - Parameter longest: The most bytes that it may have.
  init(longest: Int) { self.longest = longest }

  /// Creates an empty text that may be as long as the connection of `context` allows.
  convenience init(in context: OpaquePointer?) {
    self.init(longest: Int(extension_longest_value(context)))
  }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// Appends UTF-8.
  func append(_ utf8: UnsafeBufferPointer<UInt8>) throws(FunctionError) {
    guard utf8.count <= longest - count else { throw .tooLong }
    try bytes.append(utf8)
  }

  /// Removes the first `count` bytes.
  func removeFirst(_ count: Int) { bytes.removeFirst(count) }

  /// Lends the bytes to `body`.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { bytes.withValues(body) }
}

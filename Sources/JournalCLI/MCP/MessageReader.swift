import Platform

/// Reads messages, one per line, without keeping more of a line than it may have.
final class MessageReader {
  /// A line of the input.
  enum Line: Equatable {
    /// A whole line without its line feed.
    case bytes([UInt8])
    /// A line that was longer than any message may be.
    case tooLong
  }

  /// The most bytes of a message: the longest statement, written with many escapes.
  static let longestMessage = 4 << 20

  private let source: (UnsafeMutableRawBufferPointer) -> Int
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - limit: The most bytes of a line.
  ///   - source: Fills the buffer and returns the number of bytes, 0 at the end.
  init(
    limit: Int = longestMessage, _ source: @escaping (UnsafeMutableRawBufferPointer) -> Int
  ) {
    (self.limit, self.source) = (limit, source)
  }

  /// A reader of standard input, or of the answers that a test has ready.
  convenience init(_ context: CommandContext) {
    guard !context.ownsProcess else {
      self.init { Self.readStandardInput(into: $0) }
      return
    }
    var rest: ArraySlice<UInt8> = []
    self.init { piece in
      if rest.isEmpty, let line = context.answers.nextLine() { rest = Array(line.utf8)[...] + [10] }
      let part = rest.prefix(piece.count)
      piece.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
  }

  private static func readStandardInput(into piece: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = read(STDIN_FILENO, piece.baseAddress, piece.count)
      guard count < 0, errno == EINTR else { return max(0, count) }
    }
  }

  /// Waits for the next line; `nil` at the end.
  func next() -> Line? {
    var line: [UInt8] = []
    var (isTooLong, isEmpty) = (false, true)
    while fill() {
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let piece = rest[..<(end ?? rest.endIndex)]
      position = end.map { $0 + 1 } ?? buffer.count
      isEmpty = false
      isTooLong = isTooLong || line.count + piece.count > limit
      if isTooLong { line = [] } else { line += piece }
      if end != nil { break }
    }
    guard !isEmpty else { return nil }
    return isTooLong ? .tooLong : .bytes(line)
  }

  /// Reads on if everything was taken; returns whether there is anything.
  private func fill() -> Bool {
    guard position >= buffer.count, !isAtEnd else { return position < buffer.count }
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { piece, count in
      count = source(UnsafeMutableRawBufferPointer(piece))
    }
    position = 0
    isAtEnd = buffer.isEmpty
    return !isAtEnd
  }
}

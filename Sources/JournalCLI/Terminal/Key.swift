/// A key of the keyboard, as far as questions need it.
enum Key: Equatable, Sendable {
  case character(Character)
  /// Return or Enter.
  case enter
  /// Ctrl-D, the end of the answers.
  case end
  /// Backspace.
  case erase
  /// Ctrl-W.
  case eraseWord
  /// Ctrl-U.
  case eraseLine
  /// A key without a meaning here, such as an arrow.
  case other
}

/// A source of the bytes of a keyboard.
protocol ByteSource {
  /// Waits for the next byte and returns it; `nil` at the end.
  ///
  /// - Throws: ``Interruption`` for a signal.
  mutating func next() throws -> UInt8?

  /// Returns the next byte if it follows at once, as the bytes of one key do.
  ///
  /// - Throws: ``Interruption`` for a signal.
  mutating func nextAtOnce() throws -> UInt8?
}

extension ByteSource {
  /// Returns the next key; the end of the bytes counts as Ctrl-D.
  mutating func nextKey() throws -> Key {
    guard let byte = try next() else { return .end }
    switch byte {
    case 0x0A, 0x0D: return .enter
    case 0x04: return .end
    case 0x08, 0x7F: return .erase
    case 0x15: return .eraseLine
    case 0x17: return .eraseWord
    case 0x1B:
      try skipEscapeSequence()
      return .other
    case 0x00..<0x20: return .other
    default: return try character(from: byte).map { .character($0) } ?? .other
    }
  }

  /// Skips the bytes of an arrow or a function key after its escape: their letters
  /// would count as answers.
  private mutating func skipEscapeSequence() throws {
    guard let introducer = try nextAtOnce() else { return }
    switch introducer {
    case UInt8(ascii: "["):
      while let byte = try nextAtOnce(), !(0x40...0x7E).contains(byte) {}
    case UInt8(ascii: "O"): _ = try nextAtOnce()
    default: break
    }
  }

  /// Returns the UTF-8 character that begins with `first`, or `nil` if it is invalid.
  private mutating func character(from first: UInt8) throws -> Character? {
    let following =
      switch first {
      case 0..<0x80: 0
      case 0xC2..<0xE0: 1
      case 0xE0..<0xF0: 2
      case 0xF0..<0xF5: 3
      default: -1
      }
    guard following >= 0 else { return nil }
    var bytes = [first]
    for _ in 0..<following {
      guard let byte = try nextAtOnce() else { return nil }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)?.first
  }
}

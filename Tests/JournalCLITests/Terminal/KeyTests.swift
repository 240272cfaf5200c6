import Testing

@testable import JournalCLI

@Suite struct KeyTests {
  /// Bytes that stand ready; `nil` among them is a pause.
  private struct ReadyBytes: ByteSource {
    var bytes: ArraySlice<UInt8?>

    mutating func next() -> UInt8? {
      while bytes.first == .some(nil) { bytes.removeFirst() }
      return bytes.popFirst() ?? nil
    }

    mutating func nextAtOnce() -> UInt8? {
      bytes.popFirst() ?? nil
    }
  }

  private func keys(_ bytes: [UInt8?]) throws -> [Key] {
    var source = ReadyBytes(bytes: bytes[...])
    var keys: [Key] = []
    while !source.bytes.isEmpty { keys.append(try source.nextKey()) }
    return keys
  }

  @Test func `Plain keys are what they say`() throws {
    #expect(
      try keys(Array("3x\r\n".utf8))
        == [.character("3"), .character("x"), .enter, .enter])
    #expect(
      try keys([0x04, 0x08, 0x7F, 0x15, 0x17, 0x01, 0x09])
        == [.end, .erase, .erase, .eraseLine, .eraseWord, .other, .other])
  }

  /// Their last bytes are letters that would be answers.
  @Test(arguments: ["\u{1B}[A", "\u{1B}[B", "\u{1B}OP", "\u{1B}[3~", "\u{1B}[1;5D", "\u{1B}n"])
  func `Arrows and function keys are no answers`(sequence: String) throws {
    #expect(try keys(Array(sequence.utf8) + [UInt8(ascii: "y")]) == [.other, .character("y")])
  }

  @Test func `An escape alone is no answer and takes none away`() throws {
    #expect(try keys([0x1B, nil, UInt8(ascii: "y")]) == [.other, .character("y")])
  }

  @Test func `Characters of several bytes are one key, broken ones none`() throws {
    #expect(
      try keys(Array("é→🦵".utf8)) == [.character("é"), .character("→"), .character("🦵")])
    #expect(try keys([0xFF, 0x80]) == [.other, .other])
    #expect(try keys([0xC3, nil, UInt8(ascii: "y")]) == [.other, .character("y")])
  }

  @Test func `The end of the bytes is the end of typing`() throws {
    var source = ReadyBytes(bytes: [])
    #expect(try source.nextKey() == .end)
  }
}

import Testing

@testable import Presentation

@Suite struct TerminalFilterTests {
  private func visible(_ text: String, _ form: TerminalFilter.Form = .pictures) -> String {
    var filter = TerminalFilter(form)
    return String(decoding: filter.visible(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n"), ("a\tb\n", "a\tb\n"), ("Läufer ✓\n", "Läufer ✓\n"),
    ("\u{1B}[31mred\u{7}\n", "␛[31mred␇\n"), ("a\rb\n", "a␍b\n"), ("a\r\r\n", "a␍\r\n"),
    ("\u{9B}2J\u{7F}\n", "\u{FFFD}2J␡\n"), ("\u{202E}abc\u{2066}\n", "\u{FFFD}abc\u{FFFD}\n"),
    ("\0\n", "␀\n"),
  ])
  func `What a terminal obeys is shown`(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func `JSON stays JSON with the same text`() {
    #expect(
      visible("{\"a\":\"\u{202E}b\u{7F}ä\"}\n", .escapesOfJSON)
        == "{\"a\":\"\\u202eb\\u007fä\"}\n")
  }

  /// Results come in pieces that end anywhere.
  @Test(arguments: 1...9)
  func `Pieces make the whole`(size: Int) {
    let text = "é\u{1B}[1m€\r\n😀\u{202E}\r\n\u{9B}ß\r\u{85}\r\n"
    var filter = TerminalFilter(.pictures)
    var shown: [UInt8] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      shown += filter.visible(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(String(decoding: shown, as: UTF8.self) == visible(text))
  }
}

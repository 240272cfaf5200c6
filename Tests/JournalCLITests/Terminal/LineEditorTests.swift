import Testing

@testable import JournalCLI

@Suite struct LineEditorTests {
  private func typed(_ text: String, then keys: [Key]) -> (editor: LineEditor, echo: String) {
    var editor = LineEditor()
    for character in text { _ = editor.take(.character(character)) }
    let echo = keys.map { editor.take($0) }.joined()
    return (editor, echo)
  }

  @Test func `What is typed is shown`() {
    let (editor, echo) = typed("7", then: [.character("."), .character("5")])
    #expect(editor.text == "7.5")
    #expect(echo == ".5")
  }

  @Test(arguments: [
    ("abc", Key.erase, "ab", 1), ("", .erase, "", 0), ("é", .erase, "", 1), ("a🦵", .erase, "a", 2),
    ("one two", .eraseWord, "one ", 3), ("one two  ", .eraseWord, "one ", 5),
    ("one", .eraseWord, "", 3), ("one two", .eraseLine, "", 7), ("one", .other, "one", 0),
  ])
  func `What is erased goes from the line and the screen`(
    text: String, key: Key, left: String, columns: Int
  ) {
    let (editor, echo) = typed(text, then: [key])
    #expect(editor.text == left)
    let back = String(repeating: "\u{8}", count: columns)
    #expect(echo == back + String(repeating: " ", count: columns) + back)
  }
}

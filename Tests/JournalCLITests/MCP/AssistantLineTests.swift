import EntryInput
import Testing

@testable import JournalCLI

/// Lines that an assistant asks to log.
@Suite struct AssistantLineTests {
  private func words(_ line: String) throws -> [String] {
    try AssistantLine(line, as: EntryLine(line)).words
  }

  @Test(
    arguments: [
      ("pain 4 left calf", ["pain", "4", "left", "calf"]),
      ("nerve  pain   4", ["pain", "4"]),
      ("pain 4 --note \"it's sore\"", ["pain", "4", "--note", "it's sore"]),
      ("pain 4 --note='a b'", ["pain", "4", "--note=a b"]),
      ("run 5km --note ''", ["run", "5km", "--note", ""]),
      ("pain 4 --note 'läuft; $(x) `y` \\ *'", ["pain", "4", "--note", "läuft; $(x) `y` \\ *"]),
    ])
  func `Words are split as in a shell, without its other powers`(
    line: String, words: [String]
  ) throws {
    #expect(try self.words(line) == words)
  }

  @Test(
    arguments: [
      "undo", "delete run 1", "sql SELECT", "config units mi", "flare", "slept badly", "nerve", "",
      "# pain 3", "pain 3 --journal x", "pain --help", "inbox x", "2026-11-23 06:52 pain 3",
    ])
  func `Only commands that log are taken`(line: String) {
    #expect(throws: (any Error).self) { try words(line) }
  }

  @Test func `A day may come first, and a note begins with its name`() throws {
    #expect(try words("2026-11-23 pain 3") == ["pain", "3", "--on", "2026-11-23"])
    #expect(try words("note slept badly") == ["pain", "--note=slept badly"])
  }

  @Test func `A line has a length`() {
    let note = String(repeating: "a", count: AssistantLine.longest)
    #expect(throws: UsageError.self) { try words("pain 4 --note \(note)") }
  }
}

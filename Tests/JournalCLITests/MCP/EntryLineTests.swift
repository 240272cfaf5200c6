import EntryInput
import Testing

@testable import JournalCLI

/// Lines of entries that come from other programs.
@Suite struct EntryLineTests {
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
    #expect(try EntryLine(line).words == words)
  }

  @Test(arguments: ["undo", "delete run 1", "sql SELECT", "config units mi", "flare", "routine x"])
  func `Only commands that log are taken`(line: String) {
    let error = #expect(throws: UsageError.self) { try EntryLine(line) }
    #expect(error?.description.contains("does not log an entry") == true)
  }

  @Test func `A line has a length`() {
    let note = String(repeating: "a", count: EntryLine.longest)
    #expect(throws: UsageError.self) { try EntryLine("pain 4 --note \(note)") }
  }
}

import Testing

@testable import JournalCLI

@Suite struct UndoCommandTests {
  @Test func `Undo goes back entry by entry and leaves nothing behind`() throws {
    let desk = try Desk()
    desk.results("pain", "1")
    desk.results("undo")
    let empty = try JournalFile(path: desk.folder["journal.sqlite"]).entries
    desk.results("shoe", "add", "Pegasus")
    desk.results("run", "5km", "--shoe", "peg")
    desk.results("stretch", "wall sit", "3x30s", "--new")
    desk.results("flare", "start")
    desk.results("flare", "end")
    for told in [
      "flare end (1 change)", "flare start (1 change)", "stretch (2 changes)", "run (1 change)",
      "shoe add (1 change)",
    ] {
      #expect(desk.nerve("undo") == Transcript(output: "Took back: \(told)\n"))
    }
    #expect(try JournalFile(path: desk.folder["journal.sqlite"]).entries == empty)
    #expect(
      desk.nerve("undo") == Transcript(1, messages: "nerve: There is nothing to undo.\n"))
  }

  @Test func `The hint names the journal that was written to`() throws {
    let desk = try Desk()
    let path = desk.folder["an other.sqlite"]
    let logged = desk.nerve("pain", "4", "--journal", path)
    #expect(
      logged.messages == "Not right? Take it back with: nerve undo --journal '\(path)'\n")
    #expect(desk.results("undo", "--journal", path) == "Took back: pain (1 change)\n")
    #expect(desk.nerve("undo").status == 1)
  }

  @Test func `Without a journal there is nothing to undo and none is made`() throws {
    let desk = try Desk()
    let path = desk.folder["journal.sqlite"]
    #expect(
      desk.nerve("undo")
        == Transcript(
          1,
          messages: "nerve: There is no journal at \(path) yet. "
            + "It is made with the first entry, for example: nerve pain 3\n"))
    #expect(try desk.folder.contents.isEmpty)
  }
}

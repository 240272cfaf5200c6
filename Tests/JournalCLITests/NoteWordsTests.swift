import Testing
@testable import EntryInput
@testable import JournalCLI

@Suite struct NoteWordsTests {
  @Test(arguments: [
    ["cross", "yoga", "--note", "felt", "good"], ["pain", "4", "--note", "tight", "calf"],
    ["run", "--note", "felt", "5", "km", "long"], ["pain", "--note", "ow", "calf", "--quiet"],
  ])
  func `A note of several words without quotes is noticed`(arguments: [String]) {
    #expect(wordOutsideNote(arguments) != nil)
  }

  @Test(arguments: [
    ["run", "--note", "hills", "45:10"], ["pain", "--note", "tight", "4", "--back", "2"],
    ["pain", "--note", "felt good", "4", "calf"], ["pain", "4", "--note", "tight"],
    ["pain", "4", "--note=tight", "calf"], ["run", "5km", "--note"],
    ["search", "--", "--note", "felt", "good"], [],
  ])
  func `Other words may follow a note`(arguments: [String]) {
    #expect(wordOutsideNote(arguments) == nil)
  }

  @Test func `Signs of an emergency print the card although the note is refused`() throws {
    let desk = try Desk()
    let transcript = desk.nerve("pain", "6", "--saddle", "--note", "numb", "since", "noon")
    #expect(transcript.status == 64)
    #expect(transcript.output == RedFlags.card + "\n")
    #expect(try desk.folder.contents.isEmpty)
  }
}

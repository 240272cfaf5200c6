import Testing

@testable import JournalCLI

@Suite struct RedFlagsCommandTests {
  /// The signs of the card of Greenhalgh, Finucane, Mercer and Selfe, by a word
  /// that each must contain.
  @Test(arguments: [
    "inner thighs", "genitals", "back passage", "toilet paper", "urinate", "pass urine", "bowel",
    "ejaculate", "sex", "both legs", "grows", "pads", "full or empty",
  ])
  func `The card names every sign`(word: String) throws {
    #expect(try Desk().results("redflags").contains(word))
  }

  @Test func `The card needs no journal and makes none`() throws {
    let desk = try Desk()
    let transcript = desk.nerve("redflags")
    #expect(transcript.messages.isEmpty)
    #expect(transcript.output.hasPrefix("GO TO AN EMERGENCY DEPARTMENT NOW"))
    #expect(transcript.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test(arguments: [
    ["pain", "6", "--saddle", "--tingeling"], ["pain", "--bladder", "six"],
    ["edit", "pain", "--weakness", "--lag", "5"],
  ])
  func `A misspelt word does not keep the card back`(arguments: [String]) throws {
    let transcript = try Desk().nerve(arguments)
    #expect(transcript.status == 64)
    #expect(transcript.output == RedFlags.card + "\n")
  }

  @Test func `A card that goes to a file is read at the terminal too`() throws {
    var desk = try Desk()
    #expect(
      desk.nerve("pain", "6", "--saddle").messages == undoHint)
    desk.answers = []
    #expect(desk.nerve("pain", "6", "--saddle", "--yes").messages.hasPrefix(RedFlags.card))
    desk.width = 80
    #expect(!desk.nerve("pain", "6", "--saddle", "--yes").messages.contains("EMERGENCY"))
  }
}

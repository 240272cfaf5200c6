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
}

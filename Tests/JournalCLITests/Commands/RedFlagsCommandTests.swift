import Testing

@testable import JournalCLI

@Suite struct RedFlagsCommandTests {
  /// The signs of both tiers, by a word that each must contain.
  @Test(arguments: [
    "between the legs", "tingling", "genitals", "back passage", "hard to start", "will not come",
    "cannot be held", "felt", "bowel", "sex", "both legs", "weak leg", "suddenly drops",
    "unsteady", "accident", "fall", "chest", "999", "112", "cauda equina", "eased", "fever",
    "very ill",
    "trip", "cancer", "losing weight", "night", "shoulder blades", "lump", "spreads", "steroids",
    "immunity",
  ])
  func `The card names every sign`(word: String) throws {
    let card = try Desk().results("redflags").replacing("\n", with: " ")
    #expect(card.replacing("    ", with: " ").contains(word))
  }

  @Test func `Both tiers together take at most twenty lines`() throws {
    let desk = try Desk()
    #expect(desk.results("redflags").split(separator: "\n").count <= 20)
    var narrow = try Desk()
    narrow.width = 80
    #expect(narrow.results("redflags").split(separator: "\n").count <= 20)
    #expect(desk.results("redflags", "--quiet") == desk.results("redflags"))
    #expect(desk.nerve("help", "redflags").output.contains("GO TO AN EMERGENCY DEPARTMENT NOW"))
  }

  @Test func `Known and unchanged weakness is recorded without the card`() throws {
    let desk = try Desk()
    let transcript = desk.nerve("pain", "4", "--weakness-unchanged")
    #expect(transcript.status == 0)
    #expect(!transcript.output.contains("EMERGENCY"))
    #expect(try desk.rows("SELECT weakness, weakness_unchanged FROM check_in") == ["1|1"])
    #expect(desk.results("pain", "4", "--weakness", "--yes").contains("EMERGENCY"))
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

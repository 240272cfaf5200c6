import Testing

@testable import JournalCLI
@testable import Presentation

@Suite struct ColourTests {
  private static func withoutColours(_ text: String) -> String {
    text.replacing(#/\x{1B}\[[0-9;]*m/#, with: "")
  }

  @Test(
    arguments: [
      (true, "xterm-256color", nil, TextStyle.coloured), (true, "xterm", "", .coloured),
      (true, "xterm", "1", .plain), (true, "dumb", nil, .plain), (true, nil, nil, .plain),
      (false, "xterm", nil, .plain),
    ] as [(Bool, String?, String?, TextStyle)])
  func `Colours are for terminals that can show them and people who want them`(
    isTerminal: Bool, terminal: String?, noColour: String?, style: TextStyle
  ) {
    let variables = ["TERM": terminal, "NO_COLOR": noColour]
    #expect(ColourChoice.usualStyle(atTerminal: isTerminal) { variables[$0] ?? nil } == style)
  }

  @Test(
    arguments: [
      (["today", "--color", "always"], ColourChoice.always), (["--colour=never"], .never),
      (["today", "--color", "AUTO"], .auto), (["today"], nil),
      (["pain", "--", "--color=never"], nil),
      (["today", "--color", "red"], nil),
    ] as [([String], ColourChoice?)])
  func `The choice is found in the arguments`(arguments: [String], choice: ColourChoice?) {
    #expect(ColourChoice(in: arguments) == choice)
  }

  @Test(arguments: [
    ["today"], ["list"], ["month"], ["months"], ["correlate"], ["dose"], ["compare", "shoe"],
    ["flares"], ["check"], ["config"], ["history"],
    ["show", "run"], ["schema"], ["schema", "run"], ["sql", "SELECT leg_pain FROM day LIMIT 3"],
    ["sql", "SELECT day, leg_pain FROM day", "--chart", "heat"], ["query"],
    ["query", "show", "worst-weeks"],
    ["redflags"], ["run", "--help"], ["undo", "--dry-run"],
  ])
  func `Colours add nothing to the words and take nothing from them`(command: [String]) throws {
    let desk = try deskWithDiary()
    let coloured = desk.nerve(command + ["--color", "always"])
    let plain = desk.nerve(command + ["--colour", "never"])
    #expect(plain.status == 0, "\(plain.messages)")
    #expect(!plain.output.contains("\u{1B}"))
    #expect(coloured.output.contains("\u{1B}[") || command[0] == "undo")
    #expect(Self.withoutColours(coloured.output) == plain.output)
  }

  @Test(arguments: ["json", "csv", "plain", "markdown"])
  func `Formats for programs and documents have no colours`(format: String) throws {
    let output = try deskWithDiary().results("month", "--format", format, "--color", "always")
    #expect(!output.contains("\u{1B}"))
  }

  @Test func `The calendar has a scale of heat, and the card is red`() throws {
    let desk = try deskWithDiary()
    let month = desk.results("month", "--color", "always")
    #expect(month.contains("\u{1B}[48;5;222;38;5;16m 3"))
    let card = desk.nerve("pain", "6", "--saddle", "--tingeling", "--color", "always").output
    #expect(card.hasPrefix("\u{1B}[1;31mGO TO AN EMERGENCY DEPARTMENT NOW"))
    #expect(Self.withoutColours(card) == RedFlags.card + "\n")
  }

  @Test func `What a journal holds emits no escape even where there are colours`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--note", "\u{1B}[31mred", "--yes")
    for command in [["list"], ["show", "run"], ["sql", "SELECT note FROM run"]] {
      let output = desk.results(command + ["--color", "always"])
      #expect(output.contains("␛[31mred"), "\(command)")
      #expect(!output.contains("\u{1B}[31m"), "\(command)")
    }
  }

  @Test func `Another word than the three is a mistake`() throws {
    let transcript = try Desk().nerve("redflags", "--color", "red")
    #expect(transcript.status == 64)
    #expect(transcript.messages.contains("auto, always or never"))
  }
}

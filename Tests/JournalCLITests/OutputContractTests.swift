import Foundation
import Testing

@testable import JournalCLI

/// What holds for the output of every command.
@Suite struct OutputContractTests {
  /// Every example of every help, as it is typed.
  private static let examples: [String] = {
    func examples(_ path: [String]) -> [String] {
      let command = CommandPath(path)
      return command.examples + command.subcommandNames.flatMap { examples(path + [$0]) }
    }
    return examples([])
  }()

  /// The bytes of a journal whose words would paint the terminal.
  private static let journal: [UInt8]? = {
    guard let binary = try? BuiltBinary() else { return nil }
    let red = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{9B}1m"
    for command in [
      ["shoe", "add", "pegasus"], ["run", "8.2km", "45:10", "--shoe", "pegasus", "--note", red],
      ["pain", "4", "--note", red, "--medication", red], ["stretch", "piriformis", "3x30s"],
      ["flare", "start", "--trigger", red],
    ] {
      guard (try? binary.run(command))?.status == 0 else { return nil }
    }
    let path = binary.home[".local/share/nerve/journal.sqlite"]
    return FileManager.default.contents(atPath: path).map { Array($0) }
  }()

  /// A home with that journal.
  private func home() throws -> BuiltBinary {
    var binary = try BuiltBinary()
    binary.variables["TERM"] = "xterm-256color"
    try binary.home.makeFolder(".local/share/nerve", permissions: 0o700)
    try binary.home.write(
      try #require(Self.journal), to: ".local/share/nerve/journal.sqlite")
    return binary
  }

  @Test(arguments: examples)
  func `No escape sequence is printed, whatever the journal holds`(_ example: String) throws {
    let binary = try home()
    let typed = String(example.prefix { $0 != ">" })
    let words = Array(try #require(shellWords(typed)).dropFirst())
    let forms =
      // CSV is for programs, and gives them every byte.
      words.contains("csv") || words.first == "completions"
      ? []
      : words.contains { $0 == "--format" || $0 == "--json" }
        ? [[]] : [[], ["--plain"], ["--json"], ["--format", "markdown"], ["--help"]]
    for form in forms {
      let result = try binary.run(words + form)
      for text in [result.output, result.messages] {
        #expect(
          !text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{7}" },
          "\(words + form)")
      }
    }
  }

  @Test func `The variables for colour change nothing`() throws {
    var binary = try home()
    let plain = try binary.run(["list"])
    for (name, value) in [
      ("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb"),
    ] {
      binary.variables[name] = value
      #expect(try binary.run(["list"]) == plain)
    }
  }

  @Test func `A note from standard input is kept as it was typed`() throws {
    let binary = try BuiltBinary()
    let logged = try binary.run(
      ["run", "5km", "--note", "-"], input: .text("Left foot numb,\nas on Sunday.\n\n"))
    #expect(logged.status == 0)
    #expect(
      try binary.run(["sql", "SELECT note FROM run", "--json"]).output
        .contains(#""Left foot numb,\nas on Sunday.""#))
    #expect(try binary.run(["pain", "3", "--note", "-"], input: .empty).status == 0)
    #expect(
      try binary.run(["sql", "SELECT note IS NULL FROM check_in", "--plain"]).output == "1\n")
    let refused = try binary.run(["run", "5km", "--note", "-"], input: .bytes([0xFF, 0xFE]))
    #expect(refused.status == 1)
    #expect(refused.messages == "nerve: The note is not UTF-8 text.\n")
  }
}

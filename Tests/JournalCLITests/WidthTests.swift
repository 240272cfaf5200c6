import Testing
import WrittenValues

@testable import EntryInput
@testable import JournalCLI
@testable import Presentation

/// The widths of terminals, and what must hold at all of them.
@Suite struct WidthTests {
  private static let widths = [60, 80, 120]

  /// Wide enough that nothing is broken.
  private static let noEdge = 10_000

  /// A year of the sample journal, and what has long words for names and notes.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("sample", desk.folder["journal.sqlite"], "--years", "1")
      desk.results(
        "run", "8.2km", "45:10", "--rpe", "6", "--yes", "--note",
        "Along the canal, then up the hill behind the station; the calf was tight from the third "
          + "kilometre on, and eased after stretching it against the wall of the old mill.")
      desk.results("shoe", "add", "Hoka Clifton 9 with the worn left heel", "--limit", "700km")
      desk.results(
        "guidance", "add",
        "No runs longer than ten kilometres until the leg is quiet for two weeks",
        "--by", "physiotherapist", "--limit", "10km", "--until", "2027-01-31")
      desk.results("routine", "add", "evening", "piriformis", "3x30s", "calf", "2x12", "left")
      desk.results("flare", "start", "--trigger", "three hours in the car without a break", "--yes")
    }
  }

  static let commands: [[String]] = [
    [], ["today"], ["today", "--plan", "14km"], ["list", "-n", "40"], ["list", "runs"],
    ["list", "flares"], ["show"], ["show", "run"], ["show", "shoe", "hoka"],
    ["search", "calf"], ["history"], ["month"], ["month", "2026-10"],
    ["months"], ["correlate"], ["correlate", "--explain"], ["dose"], ["compare", "shoe"],
    ["compare", "stretch"], ["compare", "terrain"], ["compare", "rpe > 6"], ["flares"], ["check"],
    ["check", "--from", "-30d"], ["trial", "plan", "distance"], ["config"], ["shoe", "list"],
    ["exercise", "list"], ["routine", "list"], ["flare", "list"],
    ["guidance", "list"], ["schema"], ["schema", "day"], ["schema", "run"], ["query"],
    ["query", "list"],
    ["sql", "SELECT * FROM day ORDER BY day DESC LIMIT 3"],
    ["sql", "SELECT day, distance_m, note FROM run ORDER BY day DESC LIMIT 30"],
    ["sql", "SELECT * FROM run WHERE 0"], ["sql", "SELECT day, leg_pain FROM day LIMIT 3"],
    [
      "sql",
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) "
        + "SELECT i, iif(i > 1050, replace(hex(zeroblob(9)), '0', 'ab '), '') AS later FROM n",
    ],
    ["redflags"], ["undo", "--dry-run"], ["mcp", "--log"],
    ["run", "6km", "33:00", "--shoe", "hoka", "--note", "easy, with a long walk home", "--yes"],
    ["pain", "6", "--saddle", "--yes"], ["pain", "3", "--note", "after sitting all day", "--yes"],
    ["delete", "run", "1"], ["config", "morning-reminder", "slowly does it, and no hills today"],
    ["rest", "2019-01-01..2019-01-09", "--yes"],
  ]

  static let mistakes: [[String]] = [
    ["walk"], ["rm"], ["shoe", "retrun"], ["pain", "eleven"], ["run", "8.2km", "--effort", "3"],
    ["list", "--on", "the day after the last"], ["show", "run", "99999"],
    ["flare", "start", "hill"],
    ["pain", "6", "--saddle", "--tingeling"], ["run", "900km", "20:00"],
    ["run", "8.2km", "--on", "1999-01-01"],
    ["sql", "SELECT leg_pian, km, minutes, back_pain, mean_pain, stress FROM day WHERE km > 3"],
    ["import", "missing.csv", "--as", "diary"], ["inbox", "missing.txt"],
    ["run", "5km", "--shoe", "nike"],
    ["config", "units", "furlongs"], ["month", "--format", "pdf"], ["pain", "4", "--color", "red"],
    ["compare", "shoes"], ["compare", "leg_pian > 3"], ["compare", "surface", "sea"],
  ]

  @Test(arguments: commands, widths)
  func `Results keep to the width, and no word is broken`(command: [String], width: Int) throws {
    var (narrow, wide) = (try desk(), try desk())
    (narrow.width, narrow.messageWidth) = (width, width)
    (wide.width, wide.messageWidth) = (Self.noEdge, Self.noEdge)
    let (told, expected) = (narrow.nerve(command), wide.nerve(command))
    #expect(told.status == expected.status)
    #expect(told.status == 0 || !told.output.isEmpty, "\(told.messages)")
    check(told.output, against: expected.output, width)
    check(told.messages, against: expected.messages, width)
  }

  @Test(arguments: mistakes, widths)
  func `Errors keep to the width, and no word is broken`(command: [String], width: Int) throws {
    var (narrow, wide) = (try desk(), try desk())
    (narrow.width, narrow.messageWidth) = (width, width)
    (wide.width, wide.messageWidth) = (Self.noEdge, Self.noEdge)
    let (told, expected) = (narrow.nerve(command), wide.nerve(command))
    #expect(told.status != 0)
    check(told.output, against: expected.output, width)
    check(told.messages, against: expected.messages, width)
  }

  @Test(arguments: HelpTests.commands + [""], widths)
  func `Help keeps to the width, and no word is broken`(command: String, width: Int) throws {
    var (narrow, wide) = (try Desk(), try Desk())
    (narrow.width, wide.width) = (width, Self.noEdge)
    let words = command.split(separator: " ").map(String.init) + ["--help"]
    check(narrow.results(words), against: wide.results(words), width)
  }

  @Test(arguments: widths) func `Questions keep to the width`(width: Int) {
    for question in CheckInQuestion.allCases {
      for byKey in [true, false] {
        let prompt = question.prompt(byKey: byKey)
        check(TextLayout(width: width).wrapped(prompt), against: prompt, width)
      }
    }
  }

  @Test func `In a pipe, results are 100 columns wide and errors one line`() throws {
    let desk = try desk()
    for command in Self.commands where command.first != "config" && command.first != "run" {
      let output = desk.nerve(command).output
      let lines = output.split(separator: "\n").filter { DisplayText.width($0) > 100 }
      // What was logged is told in one line, as programs expect it.
      #expect(["pain", "delete", "rest"].contains(command.first) || lines.isEmpty, "\(command)")
    }
    #expect(desk.nerve("run", "8.2km", "--effort", "3").messages.split(separator: "\n").count == 1)
  }

  /// Checks that no line of `text` is wider than it may be, and that its words are
  /// among those of the text without an edge.
  private func check(
    _ text: String, against whole: String, _ width: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for line in text.split(separator: "\n") {
      // A question leaves a space before its answer.
      let line = line.last == " " ? line.dropLast() : line
      // A word that is longer than the line has it to itself.
      let isOneWord = !line.drop { $0 == " " }.contains(" ")
      #expect(
        DisplayText.width(line) <= width || isOneWord, "\(line)", sourceLocation: sourceLocation)
    }
    let known = words(whole).union(["Not", "shown", "flare", "cross"])
    let broken = words(text).subtracting(known)
    #expect(broken.isEmpty, sourceLocation: sourceLocation)
  }

  /// The words of a text; lines of a table and numbers are none.
  private func words(_ text: String) -> Set<String> {
    let marks: Set<Character> = [",", ".", ":", ";"]
    return Set(
      text.split { $0 == " " || $0 == "\n" }.map { word in
        String(word.reversed().drop { marks.contains($0) }.reversed())
      }.filter { word in
        !word.allSatisfy { $0 == "-" } && !word.hasSuffix("…")
          && !word.allSatisfy { $0.isNumber || $0 == "^" }
      })
  }
}

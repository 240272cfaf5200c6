@testable import JournalStore
import Platform
import Presentation
import Testing

@testable import JournalCLI

@Suite struct ShellCompleterTests {
  private let completer = ShellCompleter(
    names: SchemaNames(
      tables: [
        "day": ["day", "leg_pain", "runs"], "run": ["id", "day", "distance_m", "rpe"],
        "run_response": ["run_id", "next_morning_pain"],
      ],
      functions: ["length", "lagged_corr", "median"]),
    queries: ["pain-by-weekday", "pace-by-month", "hard"])

  private func names(_ before: String, after: String = "") -> [String] {
    completer.candidates(before, after: after).names
  }

  @Test func `Tables and views follow FROM and JOIN`() {
    #expect(names("SELECT * FROM ") == ["day", "run", "run_response"])
    #expect(names("select * from r") == ["run", "run_response"])
    #expect(names("SELECT * FROM run JOIN d") == ["day"])
    #expect(names("SELECT 1\nFROM RU") == ["run", "run_response"])
  }

  @Test func `Columns of the tables in the statement come first`() {
    #expect(
      names("SELECT le", after: " FROM day") == ["leg_pain", "length(", "left join "])
    #expect(
      names("SELECT * FROM run WHERE r") == [
        "rpe", "run", "run_response", "recursive ",
        "rows between ",
      ])
    // Without a table, all columns fit.
    #expect(names("SELECT ne") == ["next_morning_pain"])
  }

  @Test func `A table or an alias before the dot chooses the columns`() {
    #expect(names("SELECT run.") == ["id", "day", "distance_m", "rpe"])
    #expect(names("SELECT r.d", after: " FROM run AS r") == ["day", "distance_m"])
    #expect(names("SELECT * FROM run_response x JOIN run r WHERE x.n") == ["next_morning_pain"])
    #expect(names("SELECT q.") == [])
  }

  @Test func `Functions open their brackets, and keywords keep their case`() {
    #expect(names("SELECT med") == ["median("])
    #expect(names("SELECT * FROM day WHER") == ["WHERE "])
    #expect(names("select * from day wher") == ["where "])
    #expect(names("SELECT * FROM day GR") == ["GROUP BY "])
  }

  @Test func `Texts and comments are left alone`() {
    #expect(names("SELECT 'le") == [])
    #expect(names("SELECT 1 -- le") == [])
    #expect(names("SELECT 'a' AS le") == ["leg_pain", "length(", "left join "])
  }

  @Test func `Commands are completed with their names`() {
    #expect(names("\\") == MetaCommand.words.map { $0 + " " })
    #expect(names("\\r") == ["\\run "])
    #expect(names("\\run pa") == ["pain-by-weekday", "pace-by-month"])
    #expect(names("\\d ru") == ["run", "run_response"])
    #expect(names("\\format js") == ["json"])
    #expect(names("\\chart l") == ["line "])
    #expect(names("\\chart line SELECT * FROM d") == ["day"])
    #expect(names("\\o we") == [])
    #expect(names("\\run hard rp") == [])
  }

  private func completion(_ before: String, width: Int = 40) -> TerminalLines.Completion {
    completer.candidates(before).completion(TextLayout(width: width))
  }

  @Test func `Tab inserts what all candidates share, then lists them`() {
    #expect(
      completion("SELECT leg_") == TerminalLines.Completion(insertion: "pain", choices: ""))
    #expect(completion("\\run pa").choices == "pain-by-weekday  pace-by-month")
    #expect(completion("\\run pa", width: 20).choices == "pain-by-weekday\npace-by-month")
    #expect(completion("\\run p") == TerminalLines.Completion(insertion: "a", choices: ""))
    #expect(completion("SELECT * FROM run WHERE MED").insertion == "ian(")
    #expect(completion("zzz") == TerminalLines.Completion(insertion: "", choices: ""))
  }

  @Test func `Only so many names are listed`() {
    let many = ShellCompleter(
      names: SchemaNames(tables: ["wide": (0..<100).map { "c\($0)" }], functions: []), queries: [])
    let choices = many.candidates("SELECT wide.c").completion(TextLayout(width: 80)).choices
    #expect(choices.hasSuffix("\n(and 40 more)"))
  }
}

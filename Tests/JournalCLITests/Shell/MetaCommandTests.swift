import EntryInput
import Testing

@testable import JournalCLI

@Suite struct MetaCommandTests {
  private static let commands: [(String, MetaCommand)] = [
    ("\\h", .help), ("\\?", .help), ("\\q", .quit), ("\\d", .describe(nil)),
    ("\\d day", .describe("day")), ("  \\d\tday ;", .describe("day")), ("\\l", .listQueries),
    ("\\run hard", .run("hard", values: [])), ("\\run hard;", .run("hard", values: [])),
    ("\\run hard rpe=7", .run("hard", values: ["rpe=7"])),
    ("\\run hard -p rpe=7", .run("hard", values: ["rpe=7"])),
    ("\\format csv", .format("csv")), ("\\format", .format(nil)),
    ("\\o week.csv", .output("week.csv")),
    (
      "\\chart line SELECT day,  a FROM day;", .chart("line", statement: "SELECT day,  a FROM day;")
    ),
    ("\\chart bar", .chart("bar", statement: "")),
  ]

  @Test(arguments: commands)
  func `Commands are read`(line: String, command: MetaCommand) throws {
    #expect(try MetaCommand(line) == command)
  }

  private static let elsewhere: [(String, MetaCommand)] = [
    (".tables", .describe(nil)), (".schema day", .describe("day")), (".quit", .quit),
    (".exit", .quit), (".help", .help), (".mode csv", .format("csv")),
    (".once a.csv", .output("a.csv")), ("\\dt", .describe(nil)), ("\\d+ day", .describe("day")),
    ("exit", .quit), ("QUIT;", .quit), ("help", .help), ("SHOW TABLES;", .describe(nil)),
    ("describe day;", .describe("day")), ("DESC run", .describe("run")),
    ("show columns from run;", .describe("run")), ("nerve schema", .describe(nil)),
    ("nerve schema day", .describe("day")),
  ]

  @Test(arguments: elsewhere)
  func `What other shells have is understood`(line: String, command: MetaCommand) throws {
    #expect(try MetaCommand(line) == command)
  }

  @Test(arguments: [
    "SELECT 1;", "  select '\\d';", "", "help me", "describe", "explain query plan select 1;",
    "-- \\q", "/* .quit */", "WITH a AS (SELECT 1) SELECT * FROM a;", ".5", "exit 1",
  ])
  func `Everything else is SQL`(line: String) throws {
    #expect(try MetaCommand(line) == nil)
  }

  @Test(arguments: [
    ("\\runn hard", "Unknown command '\\runn'; did you mean \\run?"),
    ("\\formt csv", "Unknown command '\\formt'; did you mean \\format?"),
    ("\\z", "Unknown command '\\z'; list the commands with: \\h"),
    ("\\", "Unknown command '\\'; list the commands with: \\h"),
    (".import a b", "Unknown command '.import'; list the commands with: \\h"),
    ("\\run", "\\run needs the name of a query; list them with: \\l"),
    ("\\chart", "\\chart needs a kind: line, bar, scatter or heat"),
    ("\\o", "\\o needs the name of a file, as in: \\o week.csv"),
    ("nerve month", "Other commands of nerve work outside the shell; leave it with: \\q"),
  ])
  func `A mistake is told`(line: String, sentence: String) {
    let error = #expect(throws: UsageError.self) { try MetaCommand(line) }
    #expect(error?.description == sentence)
  }

  @Test func `The help lists every command that is completed`() {
    for word in MetaCommand.words {
      #expect(MetaCommand.list.contains { $0.name.hasPrefix(word) }, "\(word)")
    }
  }
}

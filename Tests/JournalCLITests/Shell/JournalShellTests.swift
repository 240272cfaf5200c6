import Foundation
import Testing

@testable import JournalCLI

/// The shell as far as it needs no terminal: lines in, results out.
@Suite struct JournalShellTests {
  private func shell(
    _ lines: [String], _ options: [String] = [], answering: Bool = false
  ) throws -> (transcript: Transcript, desk: Desk) {
    var desk = try Desk.prepared { desk in
      desk.results("run", "8.2km", "45:10", "--rpe", "6", "--on", "yesterday", "--quiet")
      desk.results("pain", "4", "--note", "läuft; gut", "--quiet")
    }
    if answering { desk.answers = lines } else { desk.piped = lines }
    return (desk.nerve(["shell"] + options), desk)
  }

  @Test func `A pipe gets the results and nothing else`() throws {
    let (transcript, _) = try shell(["SELECT rpe", "FROM run;", "SELECT leg_pain FROM check_in;"])
    #expect(transcript.status == 0)
    #expect(transcript.output == "rpe\n---\n6.0\nleg_pain\n--------\n       4\n")
    #expect(transcript.messages == "")
  }

  @Test func `The last statement of a pipe needs no semicolon`() throws {
    let (transcript, _) = try shell(["SELECT rpe FROM run"], ["--format", "csv"])
    #expect(transcript.output == "rpe\r\n6.0\r\n")
  }

  @Test func `A mistake is told in its place and the shell goes on`() throws {
    let (transcript, _) = try shell(
      ["SELECT rpee FROM run;", "\\runn x", "SELECT 'a' AS a;"], ["--format", "csv"])
    #expect(transcript.status == 1)
    #expect(transcript.output == "a\r\na\r\n")
    #expect(transcript.messages.contains("no such column: rpee; did you mean rpe?\n"))
    #expect(transcript.messages.contains("SELECT rpee FROM run"))
    #expect(transcript.messages.contains("nerve: Unknown command '\\runn'; did you mean \\run?\n"))
  }

  @Test(arguments: [
    "DELETE FROM run;", "UPDATE run SET rpe = 1;", "DROP TABLE run;", "PRAGMA user_version = 1;",
    "ATTACH ':memory:' AS other;", "CREATE TEMP TABLE mine (a);", "SELECT * FROM trial_seed;",
    "VACUUM INTO 'copy.sqlite';", "BEGIN; DELETE FROM run; COMMIT;", "\\run DELETE",
    "SELECT load_extension('x');",
  ])
  func `Nothing changes the journal or leaves it`(line: String) throws {
    let (transcript, desk) = try shell([line])
    #expect(transcript.status == 1)
    #expect(!transcript.messages.isEmpty)
    #expect(try desk.rows("SELECT count(*), max(rpe) FROM run") == ["1|6.0"])
  }

  @Test func `A person is greeted, prompted and told how statements end`() throws {
    let (transcript, _) = try shell(["select 1 as one", ";", "\\q", "SELECT 2;"], answering: true)
    #expect(transcript.status == 0)
    #expect(transcript.output == "one\n---\n  1\n")
    #expect(
      transcript.messages == """
        journal.sqlite: 2 days, read-only.
        End statements with a semicolon. \\h shows help, \\d the tables; \\q leaves.
        nerve> The statement goes on until a semicolon; Ctrl-C drops it.
          ...> nerve> 
        """)
  }

  @Test func `The end of the input leaves, and drops what was begun`() throws {
    let (transcript, _) = try shell(["SELECT 1"], answering: true)
    #expect(transcript.status == 0)
    #expect(transcript.output == "")
  }

  @Test func `A person's mistakes are no failure of the shell`() throws {
    let (transcript, _) = try shell(["SELEKT 1;", "quit"], answering: true)
    #expect(transcript.status == 0)
    #expect(transcript.messages.contains("nerve: Cannot run the SQL"))
  }

  @Test func `Tables and columns are shown as nerve schema shows them`() throws {
    let (_, desk) = try shell([])
    for (line, command) in [
      ("\\d", ["schema"]), (".tables", ["schema"]), ("\\d run", ["schema", "run"]),
      ("DESCRIBE day;", ["schema", "day"]), ("show tables;", ["schema"]),
    ] {
      #expect(try shell([line]).transcript.output == desk.nerve(command).output, "\(line)")
    }
    let unknown = try shell(["\\d dya", "\\d --help"]).transcript
    #expect(unknown.messages.contains("Unknown table or view 'dya'; did you mean day"))
    #expect(unknown.messages.contains("Unknown table or view '--help'"))
  }

  @Test func `Saved and built-in queries are listed and run`() throws {
    let (_, desk) = try shell([])
    desk.results("query", "save", "hard", "SELECT count(*) AS n FROM run WHERE rpe >= :least")
    func output(_ lines: String...) -> Transcript {
      var desk = desk
      desk.piped = lines
      return desk.nerve("shell", "--format", "csv")
    }
    #expect(output("\\l").output.contains("hard"))
    #expect(output("\\l").output.contains("pain-by-weekday"))
    #expect(output("\\run hard least=7").output == "n\r\n0\r\n")
    #expect(output("\\run hard -p least=6").output == "n\r\n1\r\n")
    #expect(
      output("\\run hard").messages
        == "nerve: The statement needs a value for :least; add least=VALUE\n")
    #expect(
      output("SELECT :least;").messages
        == "nerve: The statement needs a value for :least; write it in place of :least\n")
    #expect(output("\\run harrd").status == 1)
    #expect(output("\\run pain-by-weekday").output.hasPrefix("weekday,"))
  }

  @Test func `The format changes, and a file takes one result`() throws {
    let (_, start) = try shell([])
    let folder = start.folder
    let file = folder["week.csv"]
    var desk = start
    desk.piped = [
      "\\format", "\\format json", "SELECT 1 AS a;", "\\o \(file)", "SELECT 2 AS a;",
      "SELECT 3 AS a;", "\\format zq9", "\\o \(folder["a.zq9"])", "SELECT 4 AS a;",
      "SELECT 5 AS a;",
    ]
    let transcript = desk.nerve("shell")
    #expect(transcript.output.hasPrefix("The format is text.\n[{\"a\":1}]\n"))
    #expect(transcript.output.contains("[{\"a\":3}]\n"))
    #expect(!transcript.output.contains("4}"))
    #expect(transcript.output.hasSuffix("[{\"a\":5}]\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "a\r\n2\r\n")
    #expect(transcript.messages.contains("Unknown format 'zq9'"))
    #expect(transcript.status == 1)
  }

  @Test func `A chart is drawn of the statement that follows, once`() throws {
    let sql = "SELECT moment, leg_pain FROM check_in;"
    let (_, desk) = try shell([])
    let drawn = desk.nerve("sql", sql, "--chart", "bar").output
    #expect(drawn.contains("leg_pain"))
    #expect(try shell(["\\chart bar \(sql)"]).transcript.output == drawn)
    let (transcript, _) = try shell(
      ["\\chart bar", "SELECT moment, leg_pain", "FROM check_in;", "SELECT 1 AS a;"])
    #expect(transcript.output.hasPrefix(drawn))
    #expect(transcript.output.hasSuffix("a\n-\n1\n"))
    let again = try shell(["\\chart bar", "SELECT nothing FROM check_in;", sql]).transcript
    #expect(again.output == drawn)
    let wrong = try shell(["\\chart pie \(sql)"]).transcript
    #expect(wrong.messages == "nerve: Unknown chart 'pie'; use line, bar, scatter or heat.\n")
  }

  @Test func `Help lists the commands`() throws {
    let output = try shell(["\\h"]).transcript.output
    for (name, _) in MetaCommand.list { #expect(output.contains("  \(name)"), "\(name)") }
  }

  @Test func `The sample journal says that it is one`() throws {
    var desk = try Desk()
    desk.results("sample", desk.folder["sample.sqlite"])
    desk.piped = ["SELECT 1;"]
    let transcript = desk.nerve("shell", "--journal", desk.folder["sample.sqlite"])
    #expect(transcript.messages.hasPrefix("SYNTHETIC SAMPLE JOURNAL"))
  }

  @Test func `Without a journal, or with a wrong option, it says so`() throws {
    let desk = try Desk()
    #expect(desk.nerve("shell").status == 1)
    #expect(desk.nerve("shell").messages.contains("journal"))
    #expect(try shell([], ["--with", "zq9"]).transcript.status == 64)
    #expect(try shell([], ["--format", "zq9"]).transcript.status == 64)
    #expect(try shell([], ["--timeout", "soon"]).transcript.status == 64)
    #expect(try shell([], ["--with", "sqlite3", "--format", "csv"]).transcript.status == 64)
  }
}

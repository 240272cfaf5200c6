import JSONText
import Testing

@testable import JournalCLI

/// Entries that an assistant logs.
@Suite struct MCPWritingTests {
  private func session(_ options: String...) throws -> AssistantSession {
    AssistantSession(desk: try AssistantSession.desk(), options: options)
  }

  @Test func `Nothing is logged unless it is allowed`() throws {
    let session = try session()
    let answer = try session.call("log_line", ["line": "pain 4"])
    #expect(answer["error"]["code"].int == -32602)
    #expect(answer["error"]["message"].string?.contains("--allow-writing") == true)
    #expect(try session.desk.folder.contents.isEmpty)
  }

  @Test(arguments: [
    "pain 4 left calf", "nerve pain 4 --note 'after the stairs'", "run 8.2km 45:10 --rpe 6",
    "rest yesterday", "stretch piriformis 3x30s", "cross swim 30m", "flare start",
    "gap 2026-11-01..2026-11-03",
  ])
  func `A line is one entry, and undo undoes it`(line: String) throws {
    let session = try session("--allow-writing")
    session.desk.results("pain", "2", "--on", "2026-11-20", "--quiet")
    let before = try session.desk.rows("SELECT max(id) FROM action")
    let answer = try session.call("log_line", ["line": .string(line)])
    #expect(answer["result"]["isError"] == .bool(false), "\(answer)")
    #expect(AssistantSession.text(answer).hasPrefix("Logged. Undo it with: nerve undo"))
    #expect(before == ["1"])
    #expect(try session.desk.rows("SELECT max(id) FROM action") == ["2"])
    session.desk.results("undo")
    #expect(try session.desk.rows("SELECT count(*) FROM action WHERE undoes = 2") == ["1"])
  }

  @Test(arguments: [
    "undo", "redo", "delete run 1", "forget run 1", "sql \"DELETE FROM run\"", "config units mi",
    "import a.csv", "export", "backup", "restore", "shell", "mcp", "query save a 'SELECT 1'",
    "edit run 1 --rpe 3", "shoe add a", "guidance add a", "exercise add a", "routine add a plank",
    "routine delete a", "flare reopen", "flare list", "checkin", "trial start shoe", "merge a",
    "sample a", "completions install", "help run", "--version", "", "   ", "nerve",
    "pain 4 --journal /tmp/other.sqlite", "pain 4 --journal=/tmp/other.sqlite", "pain 4 --note -",
    "pain 4 --note=-", "run --help", "pain 4 -h", "run 5km --note \"open", "pain 4\nundo",
    "pain 4 --generate-completion-script bash", "run --experimental-dump-help",
    "pain 4; undo", "pain 4 && undo", "pain 4 | undo", "pain $(undo)",
  ])
  func `Other commands, files and powers of a shell are refused`(line: String) throws {
    let session = try session("--allow-writing")
    session.desk.results("run", "5km", "--on", "2026-11-20", "--quiet")
    let before = try session.desk.dump()
    let answers = try session.calls([
      ("log_line", ["line": .string(line)]), ("query", ["sql": "SELECT count(*) AS n FROM run"]),
    ])
    #expect(answers[0]["result"]["isError"] == .bool(true), "\(answers[0])")
    #expect(answers[1]["result"]["structuredContent"]["rows"][0]["n"].int == 1)
    #expect(try session.desk.dump() == before)
  }

  @Test(arguments: ["pain 6 --saddle", "pian 6 --saddle", "pain 6 --saddle --tingeling"])
  func `Signs of an emergency bring up the card first`(line: String) throws {
    let answer = try session("--allow-writing").call("log_line", ["line": .string(line)])
    #expect(answer["result"]["content"][0]["text"].string == RedFlags.card)
    #expect(answer["result"]["content"].array.count == 2)
    #expect(answer["result"]["isError"] == .bool(line != "pain 6 --saddle"))
  }

  @Test func `A question is a refusal that says what to do`() throws {
    let session = try session("--allow-writing")
    let line: JSON = ["line": "run 8.2km 45:10"]
    let answers = try session.calls([
      ("log_line", line), ("log_line", line), ("log_line", ["line": "run 8.2km 45:10 --yes"]),
    ])
    #expect(answers[1]["result"]["isError"] == .bool(true))
    #expect(AssistantSession.text(answers[1]).hasPrefix("Nothing was logged."))
    #expect(answers[2]["result"]["isError"] == .bool(false))
    #expect(try session.desk.rows("SELECT count(*) FROM run") == ["2"])
  }

  @Test func `With notes the answer is the echo of the terminal`() throws {
    let answer = try session("--allow-writing", "--with-notes")
      .call("log_line", ["line": "pain 4 left calf"])
    #expect(AssistantSession.text(answer).contains("Check-in: leg 4, left, down to the calf"))
    #expect(AssistantSession.text(answer).contains("Not right? Undo it with: nerve undo"))
  }

  @Test func `The journal of the server gets the entry`() throws {
    let desk = try AssistantSession.desk()
    let other = desk.folder["other.sqlite"]
    let session = AssistantSession(
      desk: desk, options: ["--allow-writing", "--journal", other])
    _ = try session.call("log_line", ["line": "pain 4"])
    #expect(try JournalFile(path: other).rows("SELECT leg_pain FROM check_in") == ["4"])
    #expect(try desk.folder.contents == ["other.sqlite"])
  }
}

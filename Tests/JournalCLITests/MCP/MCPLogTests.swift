import Foundation
import JSONText
import Testing

@testable import JournalCLI

/// The log of an assistant's calls.
@Suite struct MCPLogTests {
  @Test func `Every call has its line, and no answer is in it`() throws {
    let desk = try AssistantSession.desk()
    desk.results("run", "8.2km", "45:10", "--quiet")
    let session = AssistantSession(desk: desk)
    _ = try session.calls([
      ("query", ["sql": "SELECT 'a\nb' AS x, distance_m FROM run"]),
      ("query", ["sql": "SELECT distans FROM run"]), ("month", ["month": "2026-11"]),
      ("rm", ["sql": "x\u{1B}[31m"]), ("query", .object([])),
    ])
    let log = desk.results("mcp", "--log")
    let lines = log.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.count == 5 && $0[0] == "2026-11-23 07:30:00" })
    #expect(lines.map { $0[1] } == ["query", "query", "month", "rm", "query"])
    #expect(lines[0][2] == "1 row")
    #expect(lines[0][4] == "{\"sql\":\"SELECT 'a\\nb' AS x, distance_m FROM run\"}")
    #expect(lines[1][2].hasPrefix("error: Cannot run the SQL: no such column: distans"))
    #expect(lines[2][2] == "done")
    #expect(lines[3][2].hasPrefix("error: Unknown tool 'rm'"))
    #expect(!log.contains("8200"))
    #expect(!log.contains("\u{1B}"))
    #expect(try desk.folder.permissions(of: ".local/state/nerve/mcp.log") == 0o600)
  }

  @Test func `Without a log nothing is read`() throws {
    var desk = try AssistantSession.desk()
    desk.results("pain", "3", "--quiet")
    desk.variables["HOME"] = nil
    let answer = try AssistantSession(desk: desk).call("query", ["sql": "SELECT 1"])
    #expect(answer["error"]["code"].int == -32000)
    #expect(answer["error"]["message"].string?.contains("nothing was read") == true)
  }

  @Test func `A link in place of the log is not followed`() throws {
    let desk = try AssistantSession.desk()
    desk.results("pain", "3", "--quiet")
    try desk.folder.write("mine", to: "other.txt")
    let log = desk.folder[".local/state/nerve/mcp.log"]
    try FileManager.default.createSymbolicLink(
      atPath: log, withDestinationPath: desk.folder["other.txt"])
    let answer = try AssistantSession(desk: desk).call("query", ["sql": "SELECT 1"])
    #expect(answer["error"]["code"].int == -32000)
    #expect(FileManager.default.contents(atPath: desk.folder["other.txt"]) == Data("mine".utf8))
  }

  @Test func `A full log becomes the part before, and there are two at most`() throws {
    let desk = try AssistantSession.desk()
    desk.results("pain", "3", "--quiet")
    let session = AssistantSession(desk: desk)
    let folder = desk.folder[".local/state/nerve"]
    for round in 1...3 {
      _ = try session.call("query", ["sql": .string("SELECT \(round)")])
      let path = "\(folder)/mcp.log"
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(repeating: 0x2E, count: CallLog.mostBytes))
      try file.write(contentsOf: Data("\n".utf8))
      try file.close()
    }
    _ = try session.call("query", ["sql": "SELECT 4"])
    let log = desk.results("mcp", "--log")
    #expect(!log.contains("SELECT 2"))
    #expect(log.contains("SELECT 3"))
    #expect(log.contains("SELECT 4"))
    #expect(log.utf8.count < 3 * CallLog.mostBytes)
    let parts = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("mcp.log") }
    #expect(parts.sorted() == ["mcp.log", "mcp.log.1"])
  }

  @Test func `Without a call the log says so`() throws {
    let transcript = try AssistantSession.desk().nerve("mcp", "--log")
    #expect(transcript == Transcript(messages: "No assistant has read the journal yet.\n"))
    #expect(try AssistantSession.desk().nerve("mcp", "--log", "--with-notes").status == 64)
  }
}

import Foundation
import Testing
@testable import JournalCLI

/// Statements that are stopped before their end.
@Suite struct SQLInterruptionTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("pain", "4")
    }
  }

  @Test func `Ctrl-C ends a statement at once, and leaves nothing beside the journal`() throws {
    let desk = try desk()
    var binary = try BuiltBinary()
    binary.wrapper = ["/usr/bin/timeout", "--signal=INT", "--preserve-status", "1"]
    let start = Date()
    let result = try binary.run([
      "sql",
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a",
      "--journal", desk.folder["journal.sqlite"],
    ])
    #expect(result == Transcript(130, messages: "nerve: Stopped.\n"))
    #expect(Date().timeIntervalSince(start) < 5)
    #expect(try desk.folder.contents == ["journal.sqlite"])
  }

  @Test func `A statement that takes too long is ended`() throws {
    #expect(
      try desk().nerve(
        "sql",
        "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a",
        "--timeout", "0.2")
        == Transcript(
          1,
          messages: "nerve: The query timed out after 0.2 s; increase the limit with --timeout.\n"))
  }
}

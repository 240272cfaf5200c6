import Foundation
import JSONText
import Testing

@testable import JournalCLI

/// Attacks through the server: each is refused or harmless, and the next call is answered.
@Suite struct MCPAttackTests {
  /// Ways to the seed of a trial, and to what a copy leaves out.
  private static let detours = [
    "SELECT x FROM trial_seed JOIN (SELECT 5 AS sealed, 'hit' AS x) USING (sealed)",
    "SELECT x FROM (SELECT 5 AS sealed, 'hit' AS x) NATURAL JOIN trial_seed",
    "SELECT (1, 5) IN trial_seed", "SELECT 1 WHERE 1 IN (SELECT trial_id FROM trial_seed)",
    "SELECT 1, 1 UNION ALL SELECT * FROM trial_seed", "SELECT * FROM main.'trial_seed'",
    "WITH trial_seed AS (SELECT * FROM main.trial_seed) SELECT * FROM trial_seed",
    "SELECT * FROM sqlite_dbpage", "SELECT * FROM sqlite_stat1", "SELECT * FROM sqlite_stat4",
    "PRAGMA table_info(trial_seed); SELECT * FROM trial_seed",
    "SELECT max(rowid) FROM trial_seed", "SELECT * FROM trial_seed NOT INDEXED",
  ]

  private static let attacks: [String] =
    detours
    + (Attack.writes + Attack.definitions + Attack.files + Attack.pragmas + Attack.tricks
    + Attack.bombs + Attack.functions + Attack.endlessFunctions + Attack.endless
    + Attack.readings).map(\.sql)

  private static let refused: Set<String> = Set(
    (Attack.writes + Attack.definitions + Attack.files + Attack.pragmas + Attack.tricks).filter {
      $0.outcome == .refused
    }.map(\.sql))

  /// A home with a journal, and a file beside it that nobody should see.
  private func binary() throws -> BuiltBinary {
    let desk = try Desk.prepared { desk in
      for day in 1...4 {
        desk.results("run", "5km", "--on", "-\(day)d", "--quiet", "--note", "TOP-SECRET note")
        desk.results("pain", "\(day)", "--on", "-\(day)d", "--quiet")
      }
      try JournalFile(path: desk.folder["journal.sqlite"])
        .run("INSERT INTO trial_seed VALUES (1, 5)")
    }
    var binary = try BuiltBinary()
    binary.secondsAllowed = 500
    try binary.home.makeFolder(".local/share/nerve", permissions: 0o700)
    try binary.home.copy(desk.folder["journal.sqlite"], to: Self.journal)
    try binary.home.write("TOP-SECRET", to: "secret.txt")
    return binary
  }

  private static let journal = ".local/share/nerve/journal.sqlite"

  @Test func `There are enough of them`() {
    #expect(Set(Self.attacks).count >= 150)
  }

  /// A single step of SQLite that takes seconds; a short limit would end the server.
  private static let slow: Set = ["SELECT printf('%.*c', 2000000000, 'a')"]

  /// In a process of its own, as limits of memory are those of a process.
  @Test(arguments: [("3", false), ("60", true)])
  func `Every attack is refused or harmless, and the server goes on`(
    limit: String, isSlow: Bool
  ) throws {
    let attacks = Self.attacks.filter { Self.slow.contains($0) == isSlow }
    #expect(!attacks.isEmpty)
    let binary = try binary()
    let before = FileManager.default.contents(atPath: binary.home[Self.journal])
    let session = AssistantSession(desk: try Desk())
    let lines = attacks.enumerated().flatMap { index, sql in
      [
        AssistantSession.call(2 * index + 1, "query", ["sql": .string(sql)]),
        AssistantSession.call(
          2 * index + 2, "query", ["sql": "SELECT count(*) AS n FROM run"]),
      ]
    }
    let transcript = try binary.run(
      ["mcp", "--timeout", limit],
      input: .text((session.greeting + lines).map { $0 + "\n" }.joined()))
    #expect(transcript.status == 0)
    #expect(transcript.messages == "")
    let answers = transcript.output.split(separator: "\n").dropFirst().map(String.init)
    let last = attacks[min(answers.count / 2, attacks.count - 1)]
    try #require(answers.count == lines.count, "\(last.prefix(200))")
    for (index, sql) in attacks.enumerated() {
      let what = "\(sql.prefix(80))"
      let told = answers[2 * index]
      let isShown = told.contains("TOP-SECRET") || told.contains("\\\"hit\\\"")
      #expect(!isShown, "\(what)")
      #expect(told.utf8.count < 1_000_000, "\(what)")
      let answer = try ReadJSON(told)
      #expect(answer["id"].int == 2 * index + 1, "\(what)")
      if Self.refused.contains(sql) {
        #expect(answer["result"]["isError"] == .bool(true), "\(what)")
      }
      let after = try ReadJSON(answers[2 * index + 1])
      #expect(after["result"]["structuredContent"]["rows"][0]["n"].int == 4, "\(what)")
    }
    #expect(FileManager.default.contents(atPath: binary.home[Self.journal]) == before)
    #expect(
      try binary.home.contents.filter { $0.contains(".") && !$0.hasPrefix(".local") } == [
        "secret.txt"
      ])
  }
}

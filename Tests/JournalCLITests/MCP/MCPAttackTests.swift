import ArgumentParser
import Foundation
import JSONText
import JournalStore
import Platform
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

  private func desk() throws -> Desk {
    var desk = try Desk.prepared { desk in
      for day in 1...4 {
        desk.results("run", "5km", "--on", "-\(day)d", "--quiet", "--note", "TOP-SECRET note")
        desk.results("pain", "\(day)", "--on", "-\(day)d", "--quiet")
      }
      try JournalFile(path: desk.folder["journal.sqlite"])
        .run("INSERT INTO trial_seed VALUES (1, 5)")
    }
    desk.variables["HOME"] = desk.folder.path
    try desk.folder.write(Array("TOP-SECRET".utf8), to: "secret.txt")
    return desk
  }

  @Test func `There are enough of them`() {
    #expect(Set(Self.attacks).count >= 150)
  }

  @Test(arguments: 0..<8)
  func `Every attack is refused or harmless, and the server goes on`(part: Int) throws {
    let desk = try desk()
    let path = desk.folder["journal.sqlite"]
    let before = FileManager.default.contents(atPath: path)
    let context = CommandContext(
      now: desk.now, variable: { desk.variables[$0] }, output: ByteBuffer(),
      messages: ByteBuffer(), answers: ReadyAnswers(nil), utcOffset: { _, _ in 60 })
    let journal = AssistantJournal(try JournalOptions.parse([]), .figures, context)
    let server = ModelContextServer(
      AssistantTools(journal, mayWrite: false, seconds: 0.3, context.variable))
    func answer(_ line: String) throws -> ReadJSON {
      let value = try #require(try server.answer(to: .bytes(Array(line.utf8))))
      return try ReadJSON(AssistantSession.line(value))
    }
    _ = try answer(AssistantSession(desk: desk).greeting[0])
    for (index, sql) in Self.attacks.enumerated() where index % 8 == part {
      let told = try answer(AssistantSession.call(index, "query", ["sql": .string(sql)]))
      let text = AssistantSession.text(told)
      #expect(told["id"].int == index)
      #expect(!text.contains("TOP-SECRET"), "\(sql.prefix(80))")
      #expect(text.utf8.count < 500_000, "\(sql.prefix(80))")
      #expect(!text.contains("\"hit\""), "\(sql.prefix(80))")
      if Self.refused.contains(sql) {
        #expect(told["result"]["isError"] == .bool(true), "\(sql.prefix(80))")
      }
      let after = try answer(
        AssistantSession.call(9_999, "query", ["sql": "SELECT count(*) AS n FROM run"]))
      #expect(
        after["result"]["structuredContent"]["rows"][0]["n"].int == 4, "\(sql.prefix(80))")
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try desk.folder.contents == ["journal.sqlite", "secret.txt"])
  }
}

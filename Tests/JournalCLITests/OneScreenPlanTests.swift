import Testing

@testable import JournalCLI

/// That a command which fills one screen reads what it shows, and not the whole
/// of a table that grows with the years.
@Suite struct OneScreenPlanTests {
  private static let commands = [
    ["today"], ["today", "--plan", "12km"], ["list"], ["list", "-n", "10"], ["list", "runs"],
    ["list", "--from", "2026-01-01", "--to", "2026-12-31"], ["list", "--shoe", "pegasus"],
    ["list", "runs", "pain", "--on", "-7d..today"], ["show"], ["show", "run", "1"],
    ["show", "pain", "1"], ["show", "stretch", "1"], ["show", "shoe", "pegasus"],
    ["show", "exercise", "calf"], ["show", "2026-11-22"], ["search", "canal"],
    ["search", "canal", "--kind", "run"], ["history"], ["history", "run", "1"], ["shoe", "list"],
    ["exercise", "list"], ["guidance", "list"], ["flare", "list"], ["config"], ["config", "units"],
    ["redflags"], ["checkin", "--no-input"], ["undo", "--dry-run"],
    ["redo", "--dry-run"],
  ]

  /// Scans that may be, by the beginning of the step.
  private static let reasons: KeyValuePairs = [
    "SCAN CONSTANT ROW": "no table",
    "SCAN setting": "a handful of rows",
    "SCAN day_boundary": "a view of one setting",
    "SCAN footwear": "shoes are few; so is the view of them",
    "SCAN exercise": "the catalogue",
    "SCAN import": "a row a file",
    "SCAN guidance": "all of it is shown, or what holds is",
    "SCAN flare_up": "all of them are shown, or the one that lasts is by its index",
    "SCAN (subquery": "the ends of the tables, by their indexes",
    "SCAN day_span": "the same, as a view",
    "SCAN column_type": "a table that is always empty",
    "SCAN sqlite_schema": "the schema, which does not grow",
    "SCAN action": "backwards from the newest, as many as are shown",
  ]

  /// What the view `day` puts together of the few days after the cached ones.
  private static let tail: Set = [
    "SCAN calendar", "SCAN day", "SCAN day_tail", "SCAN dose", "SCAN ewma", "SCAN last",
    "SCAN placed", "SCAN placed_run", "SCAN span", "SCAN stated",
  ]

  @Test func `One screen reads no table that grows from end to end`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "pegasus")
    desk.results("run", "8km", "45m", "--shoe", "pegasus", "--note", "canal")
    desk.results("pain", "4", "--note", "canal")
    desk.results("stretch", "calf", "3x30s")
    desk.results("flare", "start")
    desk.results("guidance", "add", "no hills")
    desk.results("run", "5km", "--on", "yesterday")
    desk.results("undo", "--yes")
    let path = desk.folder["journal.sqlite"]
    for command in Self.commands {
      let typed = command.joined(separator: " ")
      let statements = statements(on: path) {
        let transcript = desk.nerve(command)
        #expect(transcript.status == 0 || command[0] == "checkin", "\(typed)")
      }
      #expect(!statements.isEmpty || command == ["redflags"], "\(typed)")
      // The words of all notes are indexed when they are looked for.
      let queries = statements.filter { sql in
        ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
          && !sql.contains("temp.")
      }
      for sql in queries {
        let scans = try JournalFile(path: path).plan(sql).filter { step in
          step.hasPrefix("SCAN") && !Self.reasons.contains { step.hasPrefix($0.key) }
            && !Self.tail.contains(step)
        }
        #expect(scans == [], "\(typed): \(sql)")
      }
    }
  }
}

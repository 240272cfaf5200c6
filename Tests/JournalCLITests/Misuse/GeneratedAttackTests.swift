import Foundation
import Testing

@testable import JournalCLI

/// Attacks by the hundred, in the test's own process: reading changes nothing, and
/// what `--write` changes are entries, and comes back.
@Suite struct GeneratedAttackTests {
  private static let aims = Attack.entryTables + Attack.keptTables + Attack.views

  /// A journal with every kind of entry, and a trial whose seed is known.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "pegasus")
      for day in 1...4 {
        desk.results("run", "5km", "--on", "-\(day)d", "--shoe", "pegasus", "--quiet")
        desk.results("pain", "\(day)", "--on", "-\(day)d", "--quiet")
      }
      desk.results("routine", "add", "evening", "piriformis 3x30s")
      desk.results("stretch", "piriformis", "3x30s", "--on", "-2d", "--quiet")
      desk.results("cross", "swim", "30m", "--on", "-2d", "--quiet")
      desk.results("guidance", "add", "no hills", "--by", "physio")
      desk.results("flare", "start", "--on", "-2d", "--quiet")
      desk.results("config", "units", "mi")
      desk.results("rest", "-9d")
      desk.results("sql", "--save", "mine", "SELECT 1")
      desk.results("shoe", "add", "endorphin")
      desk.results("trial", "start", "shoe", "pegasus", "endorphin", "--on", "today")
    }
  }

  /// Checks that each of `statements` is refused, and that they changed nothing.
  private func expectRefusal(of statements: [String]) throws {
    let desk = try desk()
    let path = desk.folder["journal.sqlite"]
    try desk.folder.write(Array("TOP-SECRET".utf8), to: "secret.txt")
    let before = FileManager.default.contents(atPath: path)
    for sql in statements {
      let result = desk.nerve("sql", sql, "--plain", "--timeout", "5")
      #expect(result.status == 1, "\(sql)")
      #expect(result.output.isEmpty, "\(sql)")
      #expect(result.messages.hasPrefix("nerve: "), "\(sql)")
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try desk.folder.contents.sorted() == ["journal.sqlite", "secret.txt"])
  }

  @Test(arguments: aims)
  func `Reading changes no row and no schema`(table: String) throws {
    try expectRefusal(of: Attack.changes(of: table) + Attack.definitions(around: table))
  }

  @Test func `The seed of a trial is read by no detour`() throws {
    try expectRefusal(of: Attack.seedDetours)
  }

  @Test func `No function reaches beyond the journal, wherever it stands`() throws {
    try expectRefusal(of: Attack.functionDetours)
  }

  @Test func `No pragma sets anything, whatever its form`() throws {
    try expectRefusal(of: Attack.pragmaDetours)
  }

  @Test func `No other file is opened or made`() throws {
    try expectRefusal(of: Attack.fileDetours)
  }

  @Test func `There are more than a thousand different generated attacks`() {
    #expect(Set(Attack.generated).count == Attack.generated.count)
    #expect(Attack.generated.count > 1_000)
  }

  /// What is neither an entry nor the record of changes.
  private func kept(_ desk: Desk) throws -> String {
    try JournalFile(path: desk.folder["journal.sqlite"]).entries.split(separator: "\n")
      .filter { line in !Attack.entryTables.contains { line.hasPrefix("\($0): ") } }
      .joined(separator: "\n")
  }

  @Test(arguments: aims)
  func `Writing changes only entries, and comes back`(table: String) throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let (entries, kept) = try (file.entries, kept(desk))
    for sql in Attack.changes(of: table) + Attack.definitions(around: table) {
      let result = desk.nerve("sql", "--write", "--yes", sql, "--timeout", "5")
      #expect([0, 1].contains(result.status), "\(sql)")
      #expect(try self.kept(desk) == kept, "\(sql)")
      if result.status == 0, !result.output.hasPrefix("No rows changed") {
        #expect(Attack.entryTables.contains(table), "\(sql)")
        desk.results("undo")
      }
      #expect(try file.entries == entries, "\(sql)")
    }
  }

  @Test(arguments: [
    Attack.seedDetours, Attack.functionDetours, Attack.pragmaDetours, Attack.fileDetours,
  ])
  func `Writing allows no detour either`(statements: [String]) throws {
    let desk = try desk()
    let before = try desk.dump()
    for sql in statements {
      let result = desk.nerve("sql", "--write", "--yes", sql, "--timeout", "5")
      #expect(result.status == 1 && result.output.isEmpty, "\(sql)")
    }
    #expect(try desk.dump() == before)
    #expect(try desk.folder.contents.filter { !$0.hasPrefix("journal.sqlite") } == [])
  }
}

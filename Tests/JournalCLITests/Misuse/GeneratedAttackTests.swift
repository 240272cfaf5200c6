import Foundation
import JournalStore
import SQLFunctions
import Testing

@testable import JournalCLI

/// Attacks by the hundred, in the test's own process: reading changes nothing, and
/// what `--write` changes are entries, and comes back.
@Suite struct GeneratedAttackTests {
  private static let aims = Attack.entryTables + Attack.keptTables + Attack.views

  /// A journal with every kind of entry, and a trial with its seed.
  private func desk() throws -> Desk {
    let desk = try Desk.prepared { desk in
      desk.results("shoe", "add", "pegasus")
      for day in 1...4 {
        desk.results("run", "5km", "--on", "-\(day)d", "--shoe", "pegasus", "--quiet")
        desk.results("pain", "\(day)", "--on", "-\(day)d", "--quiet")
      }
      desk.results("routine", "add", "evening", "piriformis", "3x30s")
      desk.results("stretch", "piriformis", "3x30s", "--on", "-2d", "--quiet")
      desk.results("cross", "swim", "30m", "--on", "-2d", "--quiet")
      desk.results("guidance", "add", "no hills", "--by", "physio")
      desk.results("flare", "start", "--on", "-2d", "--quiet")
      desk.results("flare", "end", "--on", "yesterday", "--quiet")
      desk.results("config", "units", "mi")
      desk.results("rest", "-9d")
      desk.results("sql", "--save", "mine", "SELECT 1")
      try JournalFile(path: desk.folder["journal.sqlite"])
        .run("INSERT INTO trial_seed VALUES (1, 20240229)")
    }
    try desk.folder.write(Array("TOP-SECRET".utf8), to: "secret.txt")
    return desk
  }

  /// The journal of `desk`, with our functions, as commands have it.
  private func journal(_ desk: Desk, for purpose: Journal.Purpose) throws -> Journal {
    let journal = try Journal(path: desk.folder["journal.sqlite"], for: purpose)
    try journal.addFunctions { addFunctions(to: $0, routines: $1, dayBoundaryMinutes: 240) }
    return journal
  }

  /// A query that ends after a while.
  private func query(_ sql: String) -> Query {
    let start = ContinuousClock.now
    return Query(sql, mayGoOn: { start.duration(to: .now) < .seconds(5) })
  }

  /// Checks that each of `statements` is refused, and that they changed nothing.
  private func expectRefusal(of statements: [String]) throws {
    let desk = try desk()
    let path = desk.folder["journal.sqlite"]
    let before = FileManager.default.contents(atPath: path)
    do {
      let journal = try journal(desk, for: .reading)
      for sql in statements {
        var rows = CountedRows()
        #expect(throws: (any Error).self, "\(sql)") {
          try journal.read(query(sql), into: &rows)
        }
        #expect(rows.count == 0, "\(sql)")
      }
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

  @Test(arguments: aims)
  func `Writing changes only entries, and comes back`(table: String) throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let before = try file.entries
    let journal = try journal(desk, for: .changing)
    for sql in Attack.changes(of: table) + Attack.definitions(around: table) {
      // Refused, or announced.
      guard let changes = try? journal.changes(by: query(sql)), !changes.isEmpty else { continue }
      #expect(Attack.entryTables.contains(table), "\(sql)")
      try journal.change(query(sql), announced: changes)
      let after = try file.entries
      #expect(after != before && kept(after) == kept(before), "\(sql)")
      _ = try journal.undo()
      #expect(try file.entries == before, "\(sql)")
    }
    #expect(try file.entries == before)
  }

  /// The lines of a dump that are of no entry.
  private func kept(_ dump: String) -> [Substring] {
    dump.split(separator: "\n").filter { line in
      !Attack.entryTables.contains { line.hasPrefix("\($0): ") }
    }
  }

  @Test func `Writing allows no detour either`() throws {
    let desk = try desk()
    let before = try desk.dump()
    do {
      let journal = try journal(desk, for: .changing)
      for sql in Attack.seedDetours + Attack.functionDetours + Attack.pragmaDetours
        + Attack.fileDetours
      {
        #expect(throws: (any Error).self, "\(sql)") { try journal.changes(by: query(sql)) }
      }
    }
    #expect(try desk.dump() == before)
    #expect(try desk.folder.contents.sorted() == ["journal.sqlite", "secret.txt"])
  }
}

/// Counts the rows that a statement hands over.
private struct CountedRows: ResultReader {
  private(set) var count = 0

  mutating func begin(_ columns: [String]) {}
  mutating func take(_ row: borrowing QueryRow) { count += 1 }
  mutating func end() {}
}

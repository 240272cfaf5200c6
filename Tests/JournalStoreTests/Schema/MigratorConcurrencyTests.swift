import Foundation
import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

/// Several processes, or threads that stand for them, open one journal at once.
@Suite struct MigratorConcurrencyTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  private static let colour = [Migration.next("colour", "ALTER TABLE footwear ADD colour TEXT")]

  @Test(arguments: 1...8)
  func `All that open a new journal at the same moment get it`(_ round: Int) throws {
    let path = path
    let results = concurrently(8) { number in
      let journal = try Journal(path: path, for: .writing(makingFolder: false))
      return try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": .integer(number)]).id
    }
    let ids = try results.map { try $0.get() }
    #expect(Set(ids) == Set(1...8))
    let journal = try Journal(path: path, for: .reading)
    #expect(try journal.ratings(of: .leg).count == 8)
    // The steps ran once.
    #expect(try journal.connection.integer("SELECT count(*) FROM exercise") == 26)
  }

  @Test(arguments: 1...8)
  func `Of all that open an outdated journal one migrates it, with one copy`(
    _ round: Int
  ) throws {
    _ = try Journal(path: path, for: .writing(makingFolder: false))
    let (path, place) = (path, folder.path("backups"))
    let results = concurrently(6) { _ in
      try Journal(
        path: path, for: .writing(makingFolder: false), migrations: allMigrations + Self.colour,
        backups: .testing(place)
      ).migrationBackup
    }
    #expect(try results.compactMap { try $0.get() }.count == 1)
    #expect(try folder.files(in: "backups", ending: ".sqlite").count == 1)
  }

  @Test func `A journal that is made while another process looks is not taken for another's`()
    throws
  {
    let path = path
    let connection = try Connection(path: path, access: .create)
    try connection.execute(script: "PRAGMA journal_mode = WAL")
    let migrator = Migrator(path: path, migrations: allMigrations)
    var isMade = false
    var state: Migrator.State?
    // Right between the two marks that are looked at.
    try connection.traced(beforeEach: { sql in
      guard sql == "PRAGMA user_version", !isMade else { return }
      isMade = (try? Journal(path: path, for: .writing(makingFolder: false))) != nil
    }) {
      state = try migrator.state(of: connection)
    }
    #expect(isMade)
    #expect(state == .empty)
    #expect(try migrator.state(of: connection) == .current)
  }

  @Test func `One that waited while a later version migrated refuses`() throws {
    _ = try Journal(path: path, for: .writing(makingFolder: false))
    let path = path
    let newest =
      allMigrations + Self.colour + [
        .next("size", "ALTER TABLE footwear ADD size TEXT", after: allMigrations.count + 1)
      ]
    let outdated = Array(newest.dropLast())
    let isLocked = SharedFlag()
    let results = concurrently(2) { thread -> Void in
      if thread == 0 {
        while !isLocked.isSet { Thread.sleep(forTimeInterval: 0.01) }
        _ = try Journal(path: path, for: .writing(makingFolder: false), migrations: outdated)
      } else {
        let connection = try Connection(path: path, access: .readWrite)
        try connection.execute(script: "BEGIN IMMEDIATE")
        isLocked.set()
        // Long enough for the other to have read the version it wants to change.
        Thread.sleep(forTimeInterval: 0.3)
        for migration in newest.suffix(2) { try connection.execute(script: migration.sql) }
        try connection.execute(script: "PRAGMA user_version = \(newest.count); COMMIT")
      }
    }
    try results[1].get()
    #expect(throws: JournalError.newer(path: path, found: newest.count, supported: outdated.count))
    {
      try results[0].get()
    }
  }

  @Test func `Processes that open a new journal at the same moment all get it`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, number = number as Int] in
            let journal = try Journal(path: path, for: .writing(makingFolder: false))
            for _ in 0..<10 {
              try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": .integer(number)])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let journal = try Journal(path: path, for: .reading)
    #expect(try journal.ratings(of: .leg).count == 60)
    try journal.connection.checkIntegrity()
  }

  @Test func `A process that is killed half-way leaves a journal as before`() async throws {
    let path = path
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 1])
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let journal = try Journal(path: path, for: .writing(makingFolder: false))
      try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 2])
      try journal.connection.transaction {
        for _ in 0..<2_000 {
          _ = try journal.connection.run(
            "INSERT INTO check_in (day, note) VALUES ('2026-01-04', ?1)",
            .text(String(repeating: "x", count: 5_000)))
        }
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try journal.ratings(of: .leg).map(\.value) == [1, 2])
    try journal.connection.checkIntegrity()
    try journal.log(.checkIn, ["day": "2026-01-05", "leg_pain": 3])
    #expect(try Journal(path: path, for: .reading).ratings(of: .leg).count == 3)
  }
}

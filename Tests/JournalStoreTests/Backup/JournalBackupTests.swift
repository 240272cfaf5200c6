import Foundation
import JournalModel
import Testing

@testable import JournalStore

@Suite struct JournalBackupTests {
  private let folder: TemporaryFolder
  private let clock = SetClock()
  private let told = Told()

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("journal.sqlite") }

  private func open(_ name: String = "journal.sqlite", home: String? = "backups") throws
    -> Journal
  {
    try Journal(
      path: folder.path(name), for: .writing(makingFolder: false),
      backups: .testing(home.map(folder.path), clock, told: told))
  }

  private func log(_ count: Int = 1, in name: String = "journal.sqlite", home: String? = "backups")
    throws
  {
    for _ in 0..<count {
      try open(name, home: home).log(.checkIn, ["day": "2026-01-02", "leg_pain": 3])
    }
  }

  private var names: [String] {
    get throws { try folder.files(in: "backups", ending: ".sqlite") }
  }

  private func ratings(in backup: String) throws -> Int {
    try Connection(path: folder.path("backups/\(backup)"), access: .immutable)
      .integer("SELECT count(*) FROM check_in")
  }

  @Test func `The first write of a day makes a backup, and the others do not`() throws {
    try log(3)
    #expect(try names.count == 1)
    clock.now += 86_400
    try log(2)
    let names = try names
    #expect(names.count == 2)
    #expect(try ratings(in: names[0]) == 1)
    #expect(try ratings(in: names[1]) == 4)
    #expect(told.sentences.isEmpty)
    // Nothing beside the journal, and no drafts.
    #expect(try folder.names == ["backups", "journal.sqlite"])
    let identity = try #require(names[0].split(separator: "/").first.map(String.init))
    #expect(try open().connection.value("SELECT journal FROM identity") == .text(identity))
    #expect(try folder.permissions("backups") == 0o700)
    #expect(try folder.permissions("backups/\(identity)") == 0o700)
    #expect(try folder.permissions("backups/\(names[0])") == 0o600)
    let copy = try Connection(path: folder.path("backups/\(names[0])"), access: .readOnly)
    #expect(try copy.value("PRAGMA journal_mode") == "delete")
  }

  @Test func `Reading makes none`() throws {
    try log()
    clock.now += 86_400
    _ = try Journal(
      path: path, for: .reading, backups: .testing(folder.path("backups"), clock)
    ).days()
    _ = try open().days()
    #expect(try names.count == 1)
  }

  @Test func `A backup before something holds what was there before`() throws {
    try log()
    let journal = try open()
    let backup = try #require(journal.backUp(before: .import))
    try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 3])
    #expect(backup.contains("-import-"))
    #expect(
      try Connection(path: backup, access: .immutable)
        .integer("SELECT count(*) FROM check_in") == 1)
    // Two of the same second.
    #expect(journal.backUp(before: .import) != backup)
  }

  @Test func `A script does not fill the disk with backups`() throws {
    try log()
    let journal = try open()
    let made = (1..<50).compactMap { _ in journal.backUp(before: .sql) }
    // One more is that of the day.
    #expect(made.count == 19)
    #expect(journal.backUp(before: .merge) != nil)
    clock.now += 3700
    #expect(journal.backUp(before: .sql) != nil)
  }

  @Test func `A setting ends them, and another moves them`() throws {
    try log()
    _ = try open().set(BackupSetting.isOn, to: "off")
    clock.now += 86_400
    try log()
    #expect(try open().backUp(before: .sql) == nil)
    #expect(try names.count == 1)
    // What is asked for is made.
    #expect(try open().backUpAsAsked().path.hasPrefix(folder.path("backups")))

    try FileManager.default.createDirectory(
      atPath: folder.path("disk"), withIntermediateDirectories: false)
    _ = try open().set(BackupSetting.isOn, to: nil)
    _ = try open().set(BackupSetting.folder, to: folder.path("disk"))
    clock.now += 86_400
    try log()
    // One on the day of the move, and one on the next.
    #expect(try folder.files(in: "disk", ending: ".sqlite").count == 2)
    #expect(try names.count == 2)
    #expect(
      BackupTrace.all(in: folder.path("backups"), of: originMark(of: path)).map(\.folder)
        .contains { $0.hasPrefix(folder.path("disk")) })
  }

  @Test func `A folder that is not there is told once a day, and entries are logged`() throws {
    _ = try open().set(BackupSetting.folder, to: folder.path("disk"))
    told.sentences = []
    for _ in 0..<2 {
      // By its own clock, by which the journal says when something was done.
      clock.now = Int(Date().timeIntervalSince1970) + 86_400
      try log(1)
    }
    #expect(told.sentences.count == 2)
    #expect(told.sentences[0].hasPrefix("No backup was made in \(folder.path("disk/"))"))
    #expect(told.sentences[0].hasSuffix(": its folder does not exist."))
    clock.now = Int(Date().timeIntervalSince1970)
    try log(3)
    #expect(told.sentences.count == 2)
    #expect(try open().ratings(of: .leg).count == 5)
  }

  @Test func `Without a home folder it is told once, and entries are logged`() throws {
    clock.now = Int(Date().timeIntervalSince1970)
    try log(3, home: nil)
    #expect(told.sentences == ["No backup was made: there is no home folder for it."])
    #expect(try open().ratings(of: .leg).count == 3)
  }

  @Test func `A sample has none`() throws {
    _ = try open().set(BackupSetting.sample, to: "1")
    try log()
    #expect(try open().backUp(before: .sql) == nil)
    #expect(try names.isEmpty && told.sentences.isEmpty)
  }

  @Test func `A damaged journal takes the place of no good backup`() throws {
    try log()
    let good = try names
    do {
      let connection = try Connection(path: path, access: .readWrite)
      try connection.setForeignKeys(false)
      try connection.run("INSERT INTO stretch (day, exercise_id) VALUES ('2026-01-01', 999)")
    }
    clock.now += 400 * 86_400
    try log()
    #expect(try names == good)
    #expect(
      told.sentences == [
        "No backup was made: the journal is damaged. Examine it with: nerve doctor"
      ])
    #expect(throws: JournalError.damaged(path: path)) { try open().backUpAsAsked() }
    #expect(throws: JournalError.damaged(path: path)) { try open().verifiedCopy() }
  }

  @Test func `Two copies at different paths have a backup a day each`() throws {
    try log()
    try FileManager.default.copyItem(atPath: path, toPath: folder.path("copy.sqlite"))
    try log(1, in: "copy.sqlite")
    #expect(try names.count == 2)
    #expect(Set(try names.map { $0.prefix(32) }).count == 1)
  }

  @Test func `Of many that write the first entry of a day one makes the backup`() throws {
    try log()
    let (path, place, now) = (path, folder.path("backups"), clock.now + 86_400)
    let results = concurrently(6) { number in
      let clock = SetClock()
      clock.now = now
      let journal = try Journal(
        path: path, for: .changing, backups: .testing(place, clock))
      try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": .integer(number)])
    }
    for result in results { try result.get() }
    #expect(try names.count == 2)
    #expect(try open().ratings(of: .leg).count == 7)
  }

  @Test func `What a killed process left is cleared by the next`() throws {
    try log()
    let place = try #require(try names[0].split(separator: "/").first)
    let draft = "backups/\(place)/.nerve-1abc"
    try Data("half".utf8).write(to: folder.url.appending(path: draft))
    clock.now += 86_400
    try log()
    #expect(!FileManager.default.fileExists(atPath: folder.path(draft)))
  }

  @Test func `A folder that cannot be written to is told`() throws {
    try log()
    let place = folder.path("backups/\(try #require(try names[0].split(separator: "/").first))")
    let image = try open().verifiedCopy()
    let folder = BackupFolder(in: "/", identity: nil, origin: "a")
    try withoutPrivileges {
      #expect(throws: (any Error).self) {
        try folder.add(DatabaseImage(image), for: .daily, at: 0)
      }
      #expect(BackupFolder.backups(in: place).isEmpty)
    }
  }
}

import Foundation
import JournalModel
import Testing

@testable import JournalStore

@Suite struct JournalExaminationTests {
  private let folder: TemporaryFolder
  private let clock = SetClock()

  init() throws {
    folder = try TemporaryFolder()
    clock.now = Int(Date().timeIntervalSince1970)
    try Journal(path: path, for: .writing(makingFolder: false), backups: place)
      .log(.checkIn, ["day": "2026-01-02", "leg_pain": 3])
  }

  private var path: String { folder.path("journal.sqlite") }
  private var place: BackupPlace { .testing(folder.path("backups"), clock) }

  private func examine(in place: BackupPlace? = nil) -> JournalExamination {
    JournalExamination(of: path, in: place ?? self.place, program: "nerve 1")
  }

  private func wrong(in place: BackupPlace? = nil) -> [Finding.Subject] {
    examine(in: place).findings.filter { $0.verdict == .wrong }.map(\.subject)
  }

  private func run(_ script: String) throws {
    let connection = try Connection(path: path, access: .readWrite)
    try connection.setForeignKeys(false)
    try connection.execute(script: script)
  }

  @Test func `A sound journal is sound in every respect`() throws {
    let examination = examine()
    #expect(!examination.isWrong, "\(examination.findings)")
    #expect(
      examination.findings.map(\.subject) == [
        .file, .integrity, .references, .schema, .permissions, .space, .clock, .backups, .versions,
      ])
    #expect(examination.findings.allSatisfy { $0.verdict == .ok && $0.advice == nil })
    #expect(examination.findings.last?.text.hasSuffix("SQLite \(sqliteVersion)") == true)
    #expect(try folder.names == ["backups", "journal.sqlite"])
  }

  @Test func `Each kind of fault is found, and says what to do`() throws {
    try run("DROP TRIGGER record_run_insert")
    #expect(wrong() == [.schema])
    try run("INSERT INTO stretch (day, exercise_id) VALUES ('2026-01-01', 999)")
    #expect(wrong() == [.references, .schema])
    chmod(path, 0o644)
    #expect(wrong() == [.references, .schema, .permissions])
    #expect(examine().findings.allSatisfy { $0.verdict != .wrong || $0.advice != nil })
  }

  @Test func `An index that lacks a row is found`() throws {
    do {
      let connection = try Connection(path: path, access: .readWrite)
      try connection.allowDamagedSchema()
      // A row that only the table has.
      try connection.execute(
        script: """
          UPDATE sqlite_schema SET sql = 'CREATE INDEX check_in_by_day ON check_in (leg_pain)'
          WHERE type = 'index' AND tbl_name = 'check_in' AND sql IS NOT NULL
          """)
    }
    #expect(wrong().contains(.integrity))
  }

  @Test func `A clock that was set back is found, and entries in the future are told`() throws {
    clock.now -= 86_400
    #expect(wrong() == [.clock])
    clock.now += 86_400
    try run("INSERT INTO check_in (day, leg_pain) VALUES ('2199-01-01', 1)")
    let note = examine().findings.first { $0.subject == .clock }
    #expect(note?.verdict == .note && note?.text == "1 entry is in the future")
  }

  @Test func `Backups that are missing, old, damaged or off are told`() throws {
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    #expect(wrong(in: .testing(nil, clock)) == [.backups])
    try Data("half".utf8).write(to: URL(filePath: backup.path))
    #expect(wrong() == [.backups])
    try FileManager.default.removeItem(atPath: backup.path)
    #expect(wrong() == [.backups])
    try run("INSERT INTO setting (name, value) VALUES ('backups', 'off')")
    #expect(wrong().isEmpty)
    #expect(examine().findings.first { $0.subject == .backups }?.verdict == .note)
    try run(
      "UPDATE setting SET name = 'backup_folder', value = '\(folder.path("nowhere"))'")
    #expect(wrong() == [.backups])
  }

  @Test func `An old backup is told once there are newer entries`() throws {
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    let old = Backup(
      in: String(backup.path.dropLast(backup.name.count + 1)), madeAt: backup.madeAt - 9 * 86_400,
      purpose: .daily, origin: backup.origin)
    try FileManager.default.moveItem(atPath: backup.path, toPath: old.path)
    let finding = try #require(examine().findings.first { $0.subject == .backups })
    #expect(finding.verdict == .wrong)
    #expect(finding.text == "1 backup, the newest 9 days old, older than the newest entries")
  }

  @Test func `A file that cannot be opened, or is missing, is told`() throws {
    try Data("no journal".utf8).write(to: URL(filePath: path))
    #expect(wrong().contains(.file))
    try FileManager.default.removeItem(atPath: path)
    #expect(wrong() == [.file])
    try Data(repeating: 1, count: 64).write(to: URL(filePath: path + "-wal"))
    #expect(wrong().contains(.log))
  }

  @Test func `A newer journal is told as one`() throws {
    try run("PRAGMA user_version = 9999")
    let finding = try #require(examine().findings.first)
    #expect(finding.verdict == .wrong && finding.text.contains("9999"))
  }
}

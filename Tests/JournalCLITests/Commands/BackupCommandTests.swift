import Foundation
import JournalStore
import Testing

@testable import JournalCLI

@Suite struct BackupCommandTests {
  private func desk() throws -> Desk {
    var desk = try Desk()
    desk.variables["XDG_STATE_HOME"] = desk.folder["state"]
    desk.results("pain", "3", "--quiet")
    return desk
  }

  /// The backups among the automatic ones.
  private func backups(_ desk: Desk) throws -> [String] {
    try desk.folder.contents.filter { $0.hasPrefix("state/") && $0.hasSuffix(".sqlite") }
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `A new file gets the whole journal, for its owner alone`() throws {
    let desk = try desk()
    let copy = desk.folder["copy.sqlite"]
    #expect(desk.nerve("backup", copy) == Transcript(output: "Backup: \(copy)\n"))
    #expect(try permissions(copy) == 0o600)
    #expect(
      try JournalFile(path: copy).entries
        == JournalFile(path: desk.folder["journal.sqlite"]).entries)
  }

  @Test func `No file is replaced`() throws {
    let desk = try desk()
    let copy = try desk.folder.write("mine", to: "copy.sqlite")
    #expect(
      desk.nerve("backup", copy)
        == Transcript(
          1,
          messages:
            "nerve: The file \(copy) already exists and was not changed; choose another name.\n"))
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
    let lost = desk.nerve("backup", desk.folder["nowhere/copy.sqlite"])
    #expect(lost.status == 1)
    #expect(lost.messages.hasSuffix("its folder does not exist; create it first.\n"))
  }

  @Test func `A folder gets a file with the day, as often as it is asked`() throws {
    let desk = try desk()
    let folder = try desk.folder.makeFolder("usb")
    #expect(desk.results("backup", folder) == "Backup: \(folder)/nerve-2026-11-23.sqlite\n")
    #expect(
      desk.results("backup", folder + "/") == "Backup: \(folder)/nerve-2026-11-23-2.sqlite\n")
  }

  @Test func `Without a file it joins the automatic ones`() throws {
    let desk = try desk()
    #expect(try backups(desk).count == 1)
    let told = desk.results("backup")
    #expect(told.hasPrefix("Backup: \(desk.folder["state/nerve/backups/"])"))
    #expect(try backups(desk).count == 2)
  }

  @Test func `A stream is the journal, and is not for the terminal`() throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = binary.home["journal.sqlite"]
    #expect(try binary.run(["pain", "3", "--quiet"]).status == 0)
    let copy = binary.home["stream.sqlite"]
    let told = try binary.run(["backup", "-"], output: .path(copy))
    #expect(told.status == 0 && told.messages.isEmpty)
    #expect(
      try JournalFile(path: copy).entries
        == JournalFile(path: binary.home["journal.sqlite"]).entries)
    var desk = try desk()
    desk.width = 80
    #expect(desk.nerve("backup", "-").status == 64)
  }

  @Test(.enabled(if: Tool.isThere("age", "age-keygen")))
  func `An encrypted backup comes back through a pipe`() throws {
    var binary = try BuiltBinary()
    let home = binary.home
    #expect(try binary.run(["pain", "3", "--quiet"]).status == 0)
    let journal = home[".local/share/nerve/journal.sqlite"]
    let before = try JournalFile(path: journal).entries
    // The program is the first argument of the script.
    binary.wrapper = [
      "/bin/sh", "-c",
      """
      set -e
      age-keygen -o key.txt 2>/dev/null
      "$0" backup - | age -e -r "$(age-keygen -y key.txt)" > journal.sqlite.age
      "$0" pain 9 --quiet --yes
      age -d -i key.txt journal.sqlite.age | "$0" restore - --yes
      """,
    ]
    let told = try binary.run([])
    #expect(told.status == 0, "\(told.messages)")
    #expect(told.output == "Restored 1 entry to \(today()) from standard input.\n")
    #expect(try JournalFile(path: journal).entries == before)
    let encrypted = try Data(contentsOf: URL(filePath: home["journal.sqlite.age"]))
    #expect(encrypted.starts(with: "age-encryption.org".utf8))
    #expect(!encrypted.contains("SQLite format".utf8))
  }

  private func today() -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: Date())
    let numbers = [parts.month ?? 0, parts.day ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(parts.year ?? 0)-\(numbers.joined(separator: "-"))"
  }

  @Test func `A damaged journal gets no backup`() throws {
    let desk = try desk()
    _ = try desk.rows("PRAGMA foreign_keys = OFF")
    try JournalFile(path: desk.folder["journal.sqlite"]).run(
      "PRAGMA foreign_keys = OFF; INSERT INTO stretch (day, exercise_id) VALUES ('2026-01-01', 999)"
    )
    for words in [["backup"], ["backup", desk.folder["copy.sqlite"]], ["backup", "-"]] {
      let told = desk.nerve(words)
      #expect(told.status == 1 && told.output.isEmpty, "\(words)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder["copy.sqlite"]))
    #expect(try backups(desk).count == 1)
  }

  @Test func `Without a home folder it is said once, and doctor says it too`() throws {
    var desk = try Desk()
    desk.showsMissingBackups = true
    let sentence = "No backup was made: there is no home folder for it.\n"
    #expect(desk.nerve("pain", "3").messages.components(separatedBy: sentence).count == 2)
    #expect(desk.nerve("doctor").output.contains("there is no home folder for backups"))
  }

  @Test func `An import and a typed change are preceded by a backup`() throws {
    let desk = try desk()
    let file = try desk.folder.write("date,km\n2026-01-01,5\n", to: "runs.csv")
    let select = "SELECT date AS day, km * 1000 AS distance_m FROM csv"
    desk.results("import", file, "--as", "run", "--select", select, "--dry-run", "--quiet")
    #expect(try backups(desk).count == 1)
    desk.results("import", file, "--as", "run", "--select", select, "--quiet")
    desk.results("sql", "--write", "--yes", "DELETE FROM run")
    let purposes = try backups(desk).map { $0.split(separator: "-").dropLast().last }
    #expect(Set(purposes) == ["daily", "import", "sql"])
  }

  @Test func `Settings end the backups and move them`() throws {
    var desk = try desk()
    #expect(desk.results("config", "backups", "off") == "backups: off (was on)\n")
    desk.setClock(9, daysLater: 1)
    desk.results("pain", "3", "--quiet")
    #expect(try backups(desk).count == 1)
    let usb = try desk.folder.makeFolder("usb")
    desk.results("config", "backups", "on")
    desk.results("config", "backup-folder", usb)
    #expect(try desk.folder.contents.contains { $0.hasPrefix("usb/") && $0.hasSuffix(".sqlite") })
    #expect(desk.nerve("config", "backups", "perhaps").status == 64)
    #expect(desk.nerve("config", "backup-folder", "usb").status == 64)
    #expect(desk.nerve("config", "backup-folder", "/nowhere/at/all").status == 1)
    #expect(desk.results("restore").contains("-daily-"))
  }
}

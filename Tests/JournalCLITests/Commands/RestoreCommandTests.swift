import Foundation
import JournalStore
import Testing

@testable import JournalCLI

@Suite struct RestoreCommandTests {
  /// Three days with an entry each, and a backup a day.
  private func desk() throws -> Desk {
    var desk = try Desk()
    desk.variables["XDG_STATE_HOME"] = desk.folder["state"]
    for day in 0...2 {
      desk.setClock(8, 30, daysLater: day)
      desk.results("pain", "\(day)", "--quiet")
    }
    return desk
  }

  private func ratings(_ desk: Desk) throws -> [String] {
    try desk.rows("SELECT leg_pain FROM check_in ORDER BY id")
  }

  @Test func `The list says what there is, newest first`() throws {
    let desk = try desk()
    let list = desk.results("restore").split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(list.count == 3)
    #expect(list[0].prefix(5) == ["2026-11-25", "08:30", "today", "3", "2026-11-25"])
    #expect(list[1].prefix(5) == ["2026-11-24", "08:30", "yesterday", "2", "2026-11-24"])
    #expect(list[2].prefix(6) == ["2026-11-23", "08:30", "2", "days", "1", "2026-11-23"])
    let json = try ReadJSON(desk.results("restore", "--json"))
    #expect(json.array.count == 3)
  }

  @Test func `A day, a name or a path is restored, and the way back is told`() throws {
    var desk = try desk()
    let told = desk.nerve("restore", "yesterday", "--yes")
    #expect(told.status == 0)
    #expect(told.output.hasPrefix("Restored 2 entries to 2026-11-24 from "))
    #expect(try ratings(desk) == ["0", "1"])
    let back = try #require(
      told.messages.split(separator: "\n").first { $0.hasPrefix("Go back to it with: nerve ") })
    let path = try #require(back.split(separator: " ").last.map(String.init))
    desk.results("restore", path, "--yes")
    #expect(try ratings(desk) == ["0", "1", "2"])
    let name = try #require(
      desk.results("restore", "--plain").split(separator: "\n").last?.split(separator: "\t").first)
    desk.answers = ["y"]
    desk.results("restore", String(name))
    #expect(try ratings(desk) == ["0"])
  }

  @Test func `It asks, and does nothing without a yes`() throws {
    var desk = try desk()
    #expect(
      desk.nerve("restore", "yesterday")
        == Transcript(
          1, messages: "nerve: Cannot ask here whether to replace the journal; add --yes.\n"))
    desk.answers = ["n"]
    let told = desk.nerve("restore", "yesterday")
    #expect(told.output == "Nothing was changed.\n")
    #expect(
      told.messages.hasPrefix(
        "Replace the journal, 3 entries to 2026-11-25, with the backup, 2 entries to 2026-11-24?"))
    #expect(try ratings(desk).count == 3)
  }

  @Test func `What cannot be restored is refused in one sentence`() throws {
    let desk = try desk()
    for (word, sentence) in [
      ("nonsense", "There is no backup called 'nonsense'; list them with: nerve restore"),
      (
        "2026-01-01", "There is no backup from 2026-01-01; list those there are with: nerve restore"
      ),
      ("/nowhere", "The file /nowhere is not a Nerve journal and was not changed. "),
    ] {
      let told = desk.nerve("restore", word, "--yes")
      #expect(told.status == 1)
      #expect(told.messages.hasPrefix("nerve: \(sentence)"), "\(told.messages)")
    }
    #expect(desk.nerve("restore", "yesterday", "--json").status == 64)
  }

  @Test func `A lost journal comes back on its old path`() throws {
    let desk = try desk()
    try FileManager.default.removeItem(atPath: desk.folder["journal.sqlite"])
    desk.results("restore", "today", "--yes")
    #expect(try ratings(desk) == ["0", "1", "2"])
    #expect(desk.nerve("restore", "--journal", desk.folder["other.sqlite"]).status == 0)
  }

  @Test func `A damaged journal is replaced, and kept`() throws {
    let desk = try desk()
    try desk.folder.write([UInt8](repeating: 0xA5, count: 20_000), to: "journal.sqlite")
    let told = desk.nerve("restore", "today", "--yes")
    #expect(told.status == 0, "\(told.messages)")
    #expect(told.messages.contains("-damaged-"))
    #expect(try ratings(desk) == ["0", "1", "2"])
  }

  @Test func `A journal that another program has open is left alone`() throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = binary.home["journal.sqlite"]
    #expect(try binary.run(["pain", "3", "--quiet"]).status == 0)
    let copy = binary.home["copy.sqlite"]
    #expect(try binary.run(["backup", copy]).status == 0)
    #expect(try binary.run(["pain", "4", "--quiet", "--yes"]).status == 0)
    // The wrapper keeps the journal open while the program runs.
    binary.wrapper = [
      "/bin/sh", "-c",
      """
      mkfifo pipe
      sqlite3 journal.sqlite < pipe > answer & exec 3> pipe
      echo 'SELECT count(*) FROM check_in;' >&3
      while [ ! -s answer ]; do sleep 0.05; done
      "$0" restore copy.sqlite --yes; status=$?
      exec 3>&-; wait; exit $status
      """,
    ]
    let told = try binary.run([])
    #expect(told.status == 1)
    #expect(told.messages.contains("Another program has the journal"))
    #expect(
      try JournalFile(path: binary.home["journal.sqlite"]).rows("SELECT count(*) FROM check_in")
        == ["2"])
  }
}

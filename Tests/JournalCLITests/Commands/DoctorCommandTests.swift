import ArgumentParser
import Foundation
import JournalStore
import Testing

@testable import JournalCLI

@Suite struct DoctorCommandTests {
  private func desk() throws -> Desk {
    var desk = try Desk()
    desk.variables["XDG_STATE_HOME"] = desk.folder["state"]
    desk.results("pain", "3", "--quiet")
    try desk.setTimes()
    desk.setClock(13, 30)
    return desk
  }

  @Test func `A sound journal has a line for each check, and status 0`() throws {
    let desk = try desk()
    let told = desk.nerve("doctor")
    #expect(told.status == 0, "\(told.output)")
    let lines = told.output.split(separator: "\n").dropFirst(2)
    #expect(lines.allSatisfy { $0.split(separator: " ")[1] == "ok" }, "\(told.output)")
    #expect(told.output.contains(NerveCommand.configuration.version))
    let json = try ReadJSON(desk.results("doctor", "--json"))
    #expect(json["sound"] == .bool(true))
    #expect(json["findings"].array.count == lines.count)
  }

  @Test func `A fault is told with what to do, and status 1`() throws {
    var desk = try desk()
    try JournalFile(path: desk.folder["journal.sqlite"]).run("DROP TRIGGER record_run_insert")
    let told = desk.nerve("doctor")
    #expect(told.status == 1 && told.messages.isEmpty)
    #expect(told.output.contains("trigger record_run_insert is missing"))
    #expect(told.output.contains("nerve doctor --repair"))

    #expect(desk.nerve("doctor", "--repair").status == 1)
    desk.answers = ["n"]
    #expect(desk.nerve("doctor", "--repair").output.hasSuffix("Nothing was changed.\n"))
    #expect(desk.nerve("doctor").status == 1)
    let repaired = desk.nerve("doctor", "--repair", "--yes")
    #expect(
      repaired.output == "Indexes, views and triggers can be rebuilt; no entry is lost.\n"
        + "Repaired.\n")
    #expect(desk.nerve("doctor").status == 0, "\(desk.nerve("doctor").output)")
    #expect(try desk.rows("SELECT leg_pain FROM check_in") == ["3"])
    #expect(
      desk.results("doctor", "--repair")
        == "The journal is sound; there is nothing to repair.\n")
  }

  @Test func `What is damaged is recovered as far as it goes, and kept`() throws {
    let desk = try desk()
    let path = desk.folder["journal.sqlite"]
    for number in 0..<300 {
      try JournalFile(path: path).run(
        "INSERT INTO check_in (day, leg_pain, note) VALUES ('2025-01-01', 1, 'number \(number) "
          + "\(String(repeating: "word ", count: 30))')")
    }
    var bytes = try Data(contentsOf: URL(filePath: path))
    let place = try #require(bytes.range(of: Data("number 150 ".utf8))).lowerBound / 4096 * 4096
    bytes.replaceSubrange(place..<place + 4096, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(filePath: path))

    #expect(desk.nerve("doctor").status == 1)
    let told = desk.nerve("doctor", "--repair", "--yes")
    #expect(told.status == 0, "\(told.messages)")
    #expect(told.output.contains(" of check_in.\nRepaired.\n"))
    #expect(told.messages.contains("in the newest backup: 1. "))
    #expect(told.messages.contains("-damaged-"))
    let count = try #require(Int(try desk.rows("SELECT count(*) FROM check_in")[0]))
    #expect((250..<301).contains(count))
    #expect(desk.nerve("doctor", "--repair").output.hasPrefix("The journal is sound"))
    #expect(!told.output.contains("word") && !told.messages.contains("word"))
  }

  @Test func `Formats are for findings, not for repairs`() throws {
    let desk = try desk()
    #expect(desk.nerve("doctor", "--repair", "--json").status == 64)
    #expect(desk.nerve("doctor", "--csv").status == 64)
  }
}

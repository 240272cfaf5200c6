import JournalModel
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import JournalStore

@Suite struct ConfigCommandTests {
  @Test func `Without a journal the defaults are listed, and none is made`() throws {
    var desk = try Desk()
    desk.width = 140
    #expect(
      desk.nerve("config")
        == Transcript(
          output: """
            setting           value  default  meaning
            ----------------  -----  -------  \
            ------------------------------------------------------------------------------------
            units             km     km       \
            km or mi: the unit of distances shown, and of numbers and paces typed without one
            day-boundary      04:00  04:00    \
            when a new day begins, 00:00 to 11:59
            smallest-change   1      1        \
            the smallest change of pain within 24 hours that matters to you, in points
            smallest-effect   0.5    0.5      \
            the smallest effect of one run on the next days' pain that matters to you, in points
            run-pain-limit    5      5        \
            the most pain during and after a run that month calls settled, 0 to 10; a convention
            default-shoe      none   none     the shoe for runs logged without one
            morning-reminder  none   none     a reminder to show in the morning, up to 1000 characters
            name              none   none     \
            your name, for the top of the clinician's page, up to 100 characters
            backups           on     on       on or off: a backup once a day and before larger changes
            backup-folder     none   none     the folder for backups, such as one on another disk

            """))
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test func `The same as JSON, CSV and Markdown`() throws {
    let desk = try Desk()
    desk.results("config", "units", "mi")
    let json = try ReadJSON(desk.results("config", "--json"))
    #expect(
      json.array.map { $0["name"].string } == [
        "units", "day-boundary", "smallest-change", "smallest-effect", "run-pain-limit",
        "default-shoe", "morning-reminder", "name", "backups", "backup-folder",
      ])
    #expect(json[0].keys == ["default", "meaning", "name", "value"])
    #expect(json[0]["value"].string == "mi")
    #expect(json[0]["default"].string == "km")
    #expect(json[5]["value"].isNull)
    #expect(json[5]["default"].isNull)
    #expect(
      desk.results("config", "units", "--json") == """
        {
          "name": "units",
          "value": "mi",
          "default": "km",
          "meaning": "km or mi: the unit of distances shown, and of numbers and paces typed without one"
        }

        """)
    let csv = desk.results("config", "default-shoe", "--format", "csv")
    #expect(
      csv == "name,value,default,meaning\r\n"
        + "default-shoe,,,the shoe for runs logged without one\r\n")
    #expect(
      desk.results("config", "day-boundary", "--format", "markdown").hasPrefix(
        "| setting      | value | default | meaning"))
  }

  /// What is typed after `nerve config`, what is echoed, and what is stored.
  @Test(arguments: [
    (["units", "mi"], "units: mi (was km)", "units|mi"),
    (["unit", "Miles"], "units: mi (was km)", "units|mi"),
    (["day-boundary", "3am"], "day-boundary: 03:00 (was 04:00)", "day_boundary|03:00"),
    (["day_boundary", "0:00"], "day-boundary: 00:00 (was 04:00)", "day_boundary|00:00"),
    (["day-boundary", "11:59"], "day-boundary: 11:59 (was 04:00)", "day_boundary|11:59"),
    (["smallest-change", "2"], "smallest-change: 2 (was 1)", "smallest_change|2"),
    (["run-pain-limit", "3"], "run-pain-limit: 3 (was 5)", "run_pain_limit|3"),
    (["smallest-change", "1,5"], "smallest-change: 1.5 (was 1)", "smallest_change|1.5"),
    (
      ["morning-reminder", "Rate", "the leg"], "morning-reminder: Rate the leg (was none)",
      "morning_reminder|Rate the leg"
    ),
    (["name", "Ana", "Example"], "name: Ana Example (was none)", "name|Ana Example"),
  ])
  func `A setting is changed, echoed, and undone`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try Desk()
    desk.results("pain", "3")
    let before = try JournalFile(path: desk.folder["journal.sqlite"]).entries
    let remark =
      told.hasPrefix("day-boundary")
      ? "This applies from now on; existing entries keep their day.\n" : ""
    #expect(
      desk.nerve(["config"] + words)
        == Transcript(output: "\(told)\n", messages: remark + undoHint))
    #expect(try desk.rows("SELECT name, value FROM setting") == [stored])
    desk.results("undo")
    #expect(try JournalFile(path: desk.folder["journal.sqlite"]).entries == before)
  }

  @Test func `What is changed again is one row, and each change an action`() throws {
    let desk = try Desk()
    desk.results("config", "units", "mi")
    #expect(desk.results("config", "units", "km") == "units: km (was mi)\n")
    #expect(desk.nerve("config", "units", "km") == Transcript(output: "units: km (unchanged)\n"))
    #expect(try desk.rows("SELECT count(*) FROM setting") == ["1"])
    #expect(try desk.rows("SELECT command FROM action") == ["config units", "config units"])
    desk.results("undo")
    #expect(try ReadJSON(desk.results("config", "units", "--json"))["value"].string == "mi")
  }

  @Test func `A setting is cleared, and that is undone too`() throws {
    let desk = try Desk()
    desk.results("config", "morning-reminder", "Rate the leg")
    #expect(
      desk.nerve("config", "morning-reminder", "--clear")
        == Transcript(output: "morning-reminder: none (was Rate the leg)\n", messages: undoHint))
    #expect(
      desk.nerve("config", "morning-reminder", "--clear")
        == Transcript(output: "morning-reminder: none (unchanged)\n"))
    #expect(try desk.rows("SELECT count(*) FROM setting") == ["0"])
    desk.results("undo")
    #expect(try desk.rows("SELECT value FROM setting") == ["Rate the leg"])
    #expect(desk.results("config", "morning-reminder", "none").hasPrefix("morning-reminder: none "))
    #expect(
      desk.nerve("config", "units", "--clear") == Transcript(output: "units: km (unchanged)\n"))
  }

  @Test func `The default shoe is a mark on the shoe`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus 40")
    desk.results("shoe", "add", "Nova")
    #expect(
      desk.results("config", "default-shoe", "peg") == "default-shoe: Pegasus 40 (was none)\n")
    #expect(
      desk.results("config", "default-shoe", "nova") == "default-shoe: Nova (was Pegasus 40)\n")
    #expect(try desk.rows("SELECT name FROM footwear WHERE is_default = 1") == ["Nova"])
    #expect(try ReadJSON(desk.results("config", "--json"))[5]["value"].string == "Nova")
    desk.results("undo")
    #expect(try desk.rows("SELECT name FROM footwear WHERE is_default = 1") == ["Pegasus 40"])
    #expect(
      desk.results("config", "default-shoe", "none") == "default-shoe: none (was Pegasus 40)\n")
    #expect(try desk.rows("SELECT count(*) FROM setting") == ["0"])
  }

  @Test func `A retired shoe cannot be the default`() throws {
    let desk = try Desk()
    let csv = try desk.folder.write("name,retired\nOld,2025-01-01\n", to: "shoes.csv")
    desk.results(
      "import", csv, "--as", "footwear", "--select", "SELECT name, retired AS retired_day FROM csv")
    let refused = desk.nerve("config", "default-shoe", "old")
    #expect(refused.status != 0)
    #expect(refused.messages.contains("retired"))
  }

  @Test func `The boundary of the day moves what today is, in commands and views`() throws {
    var desk = try Desk(at: 3, 30)
    desk.results("pain", "3")
    desk.results("config", "day-boundary", "03:00")
    #expect(desk.results("pain", "4").contains("on Mon 23 Nov 2026 (today)"))
    #expect(try desk.rows("SELECT back FROM day_boundary") == ["-03:00"])
    desk.setClock(2, 59)
    #expect(desk.results("pain", "5").contains("on Sun 22 Nov 2026 (today)"))
    #expect(
      try desk.rows("SELECT day, leg_pain FROM check_in ORDER BY id")
        == ["2026-11-22|3", "2026-11-23|4", "2026-11-22|5"])
  }

  @Test func `What another program wrote and cannot be counts as not set`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    try Connection(path: desk.folder["journal.sqlite"], access: .readWrite).run(
      """
      INSERT INTO setting (name, value)
      VALUES ('units', 'furlongs'), ('day_boundary', '13:00'), ('smallest_change', '-1')
      """)
    let json = try ReadJSON(desk.results("config", "--json"))
    #expect(json.array.prefix(3).map { $0["value"].string } == ["km", "04:00", "1"])
    #expect(desk.results("config", "units", "mi") == "units: mi (was km)\n")
  }
}

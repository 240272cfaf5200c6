import Foundation
import Testing

@testable import JournalCLI

@Suite struct InboxCommandTests {
  /// A desk with an inbox that nobody has touched for an hour.
  private func desk(_ text: String, at hour: Int = 20) throws -> Desk {
    let desk = try Desk(at: hour)
    try desk.writeInbox(text)
    return desk
  }

  @Test func `Lines are logged as if they had been typed at their moments`() throws {
    let desk = try desk(
      """
      2026-11-23 06:52 pain 4 left calf
      2026-11-23 18:10 8.2km 45:10 peg
      2026-11-22 21:00 stretch piriformis 3x30s
      2026-11-23 07:00 yesterday run 5km
      2026-11-21 rest
      2026-11-23 19:00 flare start --trigger "long drive"

      """)
    desk.results("shoe", "add", "pegasus", "--on", "2026-11-01")
    let told = desk.nerve("inbox", desk.inbox)
    #expect(told.status == 0, "\(told.messages)")
    #expect(told.output.hasPrefix("6 lines logged, 0 already known, 0 unread\n"))
    #expect(
      try desk.rows("SELECT day, time, utc_offset_min, moment, leg_pain, side FROM check_in")
        == ["2026-11-23|06:52:00|60|morning|4|left"])
    #expect(
      try desk.rows(
        """
        SELECT run.day, distance_m, duration_s, footwear.name FROM run
        LEFT JOIN footwear ON footwear.id = run.footwear_id ORDER BY run.day
        """)
        == ["2026-11-22|5000.0|NULL|NULL", "2026-11-23|8200.0|2710.0|pegasus"])
    #expect(try desk.rows("SELECT day, kind FROM day_mark") == ["2026-11-21|rest"])
    #expect(
      try desk.rows("SELECT onset_day, trigger_text FROM flare_up") == ["2026-11-23|long drive"])
    #expect(try desk.rows("SELECT day, hold_s FROM stretch") == ["2026-11-22|30.0"])
    #expect(try desk.folder.contents == ["inbox.txt", "journal.sqlite"])
  }

  @Test func `A rating is of the morning until the day's first run, in whatever order lines are`()
    throws
  {
    let lines = [
      "2026-11-23 06:52 pain 4", "2026-11-23 08:10 run 8km", "2026-11-23 09:30 pain 5",
      "2026-11-23 20:00 pain 3", "2026-11-22 08:00 pain 2",
    ]
    for lines in [lines, lines.reversed(), lines.sorted()] {
      let desk = try desk(lines.joined(separator: "\n") + "\n", at: 21)
      desk.results("inbox", desk.inbox)
      #expect(
        try desk.rows("SELECT leg_pain, moment FROM check_in ORDER BY day, time")
          == ["2|morning", "4|morning", "5|later", "3|later"])
    }
  }

  @Test func `A rating from before a run that is in the journal already is of the morning`() throws
  {
    let desk = try desk("2026-11-23 08:10 run 8km\n")
    desk.results("inbox", desk.inbox)
    try desk.writeInbox(
      "2026-11-23 08:10 run 8km\n2026-11-23 06:52 pain 4\n2026-11-23 09:00 pain 5\n")
    desk.results("inbox", desk.inbox)
    #expect(
      try desk.rows("SELECT time, moment FROM check_in ORDER BY time")
        == ["06:52:00|morning", "09:00:00|later"])
  }

  @Test func `A line with a date only has neither a time nor a moment`() throws {
    let desk = try desk("2026-11-23 pain 4\n2026-11-22 pain 3\n")
    desk.results("inbox", desk.inbox)
    #expect(
      try desk.rows("SELECT day, time, utc_offset_min, moment FROM check_in ORDER BY day")
        == ["2026-11-22|NULL|NULL|NULL", "2026-11-23|NULL|NULL|NULL"])
  }

  @Test func `The night belongs to the day before, as when it is typed`() throws {
    let desk = try desk("2026-11-23 00:15 pain 4\n2026-11-23T05:00:10+02:00 pain 2\n")
    desk.results("inbox", desk.inbox)
    #expect(
      try desk.rows("SELECT day, time, utc_offset_min FROM check_in ORDER BY day")
        == ["2026-11-22|00:15:00|60", "2026-11-23|05:00:10|120"])
  }

  @Test func `Reading a file again changes nothing, however it was shuffled or saved`() throws {
    let desk = try desk("2026-11-23 06:52 pain 4 left calf\n2026-11-22 18:00 run 8km\n")
    desk.results("inbox", desk.inbox)
    let before = try desk.dump()
    #expect(
      desk.results("inbox", desk.inbox) == "0 lines logged, 2 already known, 0 unread\n")
    try desk.writeInbox(
      "\u{FEFF}2026-11-22T18:00  Run 8km.\r\n\r\n# mine\r\n"
        + "- [2026-11-23 06:52] nerve Pain 4\u{A0}left calf\r\n"
        + "2026-11-23 06:52:00 pain 4 left calf\r\n")
    let told = desk.results("inbox", desk.inbox)
    // The full stop is another text, and the run like one that is there.
    #expect(told.hasPrefix("0 lines logged, 2 already known, 1 unread\n"))
    try FileManager.default.removeItem(atPath: desk.unread)
    #expect(try desk.dump() == before)
  }

  @Test func `Phones may change quotes, dashes and capitals`() throws {
    let desk = try desk(
      """
      2026-11-23 07:00 Pain 4 Left Calf \u{2014}note \u{201C}it\u{2019}s sore, isn\u{2019}t it\u{201D}
      2026-11-23 08:00 Run 8.2km 45:10 \u{2013}rpe 6
      2026-11-23 09:00 didn\u{2019}t sleep \u{2013} hot
      2026-11-23 10:00 Rest 2026-11-19\u{2026}2026-11-20

      """)
    let told = desk.nerve("inbox", desk.inbox)
    #expect(told.output.hasPrefix("4 lines logged"), "\(told.output)")
    #expect(
      try desk.rows("SELECT leg_pain, side, note FROM check_in ORDER BY time")
        == [
          "4|left|it\u{2019}s sore, isn\u{2019}t it", "NULL|NULL|didn\u{2019}t sleep \u{2013} hot",
        ])
    #expect(try desk.rows("SELECT rpe FROM run") == ["6.0"])
    #expect(try desk.rows("SELECT count(*) FROM day_mark") == ["2"])
  }

  @Test func `Plain words are a note, even if they begin like a day or a view`() throws {
    let desk = try desk(
      """
      2026-11-23 07:00 sun was warm
      2026-11-23 08:00 Today was good
      2026-11-23 09:00 note run felt heavy -e6
      2026-11-23 10:00 yesterday note legs tired

      """)
    desk.results("inbox", desk.inbox)
    #expect(
      try desk.rows("SELECT day, note FROM check_in ORDER BY id")
        == [
          "2026-11-23|sun was warm", "2026-11-23|Today was good", "2026-11-23|run felt heavy -e6",
          "2026-11-22|legs tired",
        ])
  }

  @Test(arguments: [
    "undo", "redo", "delete run 1", "edit run 1 --rpe 3", "sql 'DELETE FROM run'", "query hard",
    "config units mi", "import x.fit", "export", "forget run 1 --yes", "restore", "merge x.sqlite",
    "inbox x.txt", "shell", "backup x", "doctor --repair", "checkin", "shoe add nike",
    "exercise add hop", "routine add morning bridge 3x12", "routine delete morning", "routine",
    "flare reopen", "flare list", "guidance end", "trial stop", "pain 4 --journal other.sqlite",
    "pain 4 --note -", "note -", "run --help", "--version", "-",
  ])
  func `Only commands that log are taken from a file`(line: String) throws {
    let desk = try desk("2026-11-23 07:00 \(line)\n")
    desk.results("run", "5km", "--on", "2026-11-20")
    let before = try desk.dump()
    let told = desk.nerve("inbox", desk.inbox)
    #expect(told.status == 1)
    #expect(told.output.hasPrefix("0 lines logged, 0 already known, 1 unread\n"), "\(told.output)")
    #expect(try desk.dump() == before)
    #expect(try desk.folder.contents == ["inbox.txt", "inbox.txt.unread", "journal.sqlite"])
  }

  @Test(arguments: [
    "8.2km 45:10", "yesterday 8.2km", "mon pain 4", "-2d rest", "pain 4", "06:52 pain 4",
  ])
  func `A line without a date is left unread`(line: String) throws {
    let desk = try desk(line + "\n")
    let told = desk.nerve("inbox", desk.inbox)
    #expect(told.status == 1)
    #expect(told.output.contains("  The line has no date, so its day"), "\(told.output)")
    #expect(try desk.folder.contents == ["inbox.txt", "inbox.txt.unread"])
  }

  @Test(arguments: [
    ("pian 4 left", "did you mean pain?"), ("swim 30m", "nerve cross swim 30m"),
    ("run 8km --shoe nike", "nike"), ("4 left calf", "could be a rating or a distance"),
    ("pain 4 --note \u{201C}sore", "quote"), ("", "nothing after the date"),
    ("pain in the calf", "begin the line with the word note"),
    ("yesterday pain 4 --on mon", "given twice"),
  ])
  func `A line with an error says what to do`(line: String, reason: String) throws {
    let desk = try desk("2026-11-23 07:00 \(line)\n")
    let told = desk.nerve("inbox", desk.inbox)
    let words = told.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(reason), "\(words)")
    #expect(told.status == 1)
    // Names are looked up in the journal, which is made for that as it is when one types.
    #expect(
      FileManager.default.fileExists(atPath: desk.folder["journal.sqlite"])
        == line.contains("--shoe"))
  }

  @Test func `A corrected line is logged once, and its original is settled`() throws {
    let desk = try desk("2026-11-23 18:10 8.2km 45:10 pegg\n2026-11-23 06:52 pain 4\n")
    let inbox = try String(contentsOfFile: desk.inbox, encoding: .utf8)
    desk.results("shoe", "add", "pegasus", "--on", "2026-11-01")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("1 line logged, 0 already known, 1 unread"))
    let unread = try String(contentsOfFile: desk.unread, encoding: .utf8)
    #expect(unread.contains("\n2026-11-23 18:10 8.2km 45:10 pegg\n"))
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 1 already known, 1 unread"))
    #expect(try String(contentsOfFile: desk.unread, encoding: .utf8) == unread)
    // Wrong a second time.
    try desk.folder.write(unread.replacing(" pegg\n", with: " pegassus\n"), to: "inbox.txt.unread")
    #expect(desk.results("inbox", desk.inbox).contains("pegassus"))
    let again = try String(contentsOfFile: desk.unread, encoding: .utf8)
    #expect(!again.contains(" pegg"))
    try desk.folder.write(again.replacing(" pegassus\n", with: " peg\n"), to: "inbox.txt.unread")
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("1 line logged, 1 already known, 0 unread"))
    #expect(!FileManager.default.fileExists(atPath: desk.unread))
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known, 0 unread"))
    // Corrected in the file as well, it is still one run.
    try desk.writeInbox(inbox + "2026-11-23 18:10 8.2km 45:10 peg\n")
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 3 already known, 0 unread"))
    #expect(try desk.rows("SELECT count(*) FROM run") == ["1"])
    #expect(desk.results("undo").hasPrefix("Undone"), "not the settling of the original")
    #expect(try desk.rows("SELECT count(*) FROM run") == ["0"])
  }

  @Test func `Undone lines are not read again, and redo brings them back`() throws {
    let desk = try desk("2026-11-23 06:52 pain 4\n2026-11-22 18:00 run 8km\n")
    desk.results("inbox", desk.inbox)
    desk.results("undo")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known"))
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["0"])
    desk.results("redo")
    desk.results("delete", "run", "1")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known"))
    #expect(
      try desk.rows("SELECT (SELECT count(*) FROM check_in), (SELECT count(*) FROM run)") == ["1|0"]
    )
  }

  @Test func `A mark that is there already settles the line`() throws {
    let desk = try desk("2026-11-20 rest\n")
    desk.results("rest", "2026-11-20")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("1 line logged"))
    desk.results("undo")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 1 already known"))
    #expect(try desk.rows("SELECT count(*) FROM day_mark") == ["0"])
  }

  @Test func `A run like a typed one waits, or is asked about`() throws {
    var desk = try desk("2026-11-22 18:00 8.2km 45:10\n2026-11-22 19:00 stretch piriformis 3x30s\n")
    desk.results("run", "8.2km", "45:10", "--on", "2026-11-22")
    desk.results("stretch", "piriformis", "3x30s", "--on", "2026-11-22")
    let told = desk.nerve("inbox", desk.inbox)
    #expect(told.output.hasPrefix("0 lines logged, 0 already known, 2 unread\n"))
    #expect(told.output.contains("This looks like run 1 on Sun 22 Nov 2026; add --yes"))
    // No: it is settled. Yes: it is another one.
    desk.answers = ["n", "y"]
    let answered = desk.nerve("inbox", desk.inbox)
    #expect(answered.output.hasPrefix("1 line logged, 0 already known, 1 declined, 0 unread\n"))
    #expect(answered.messages.contains("inbox.txt.unread: 2026-11-22 18:00 8.2km 45:10\n"))
    desk.answers = nil
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known, 0 unread"))
    #expect(
      try desk.rows("SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM stretch)") == ["1|2"])
  }

  @Test func `--yes accepts what is unlikely, in the line or for all`() throws {
    let desk = try desk(
      "2026-11-22 18:00 8.2km 45:10 --yes\n2026-11-24 07:00 pain 4\n2016-11-22 run 5km\n")
    desk.results("run", "8.2km", "45:10", "--on", "2026-11-22")
    let told = desk.results("inbox", desk.inbox)
    #expect(told.hasPrefix("1 line logged, 0 already known, 2 unread\n"), "\(told)")
    #expect(told.contains("in the future") && told.contains("10 years ago"))
    #expect(desk.results("inbox", desk.inbox, "--yes").hasPrefix("2 lines logged"))
    #expect(try desk.rows("SELECT count(*) FROM run") == ["3"])
  }

  @Test func `The same exercise at two times of a day is two`() throws {
    let desk = try desk(
      "2026-11-23 07:00 stretch piriformis 3x30s\n2026-11-23 19:00 stretch piriformis 3x30s\n")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("2 lines logged"))
  }

  @Test func `The end of a flare-up may be read before its start`() throws {
    let desk = try desk("2026-11-20 flare end\n2026-11-20 19:00 flare start --on 2026-11-19\n")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("2 lines logged"))
    #expect(
      try desk.rows("SELECT onset_day, end_day FROM flare_up") == ["2026-11-19|2026-11-20"])
  }

  @Test func `The emergency card comes first and once, and again only for new lines`() throws {
    let desk = try desk(
      "2026-11-23 07:00 pain 6 --saddle --bladder\n2026-11-23 08:00 pain eleven --saddle\n")
    let told = desk.results("inbox", desk.inbox, "--quiet")
    #expect(told.hasPrefix(RedFlags.card))
    #expect(told.components(separatedBy: "GO TO AN EMERGENCY DEPARTMENT").count == 2)
    #expect(!desk.results("inbox", desk.inbox).contains("EMERGENCY"))
    try desk.writeInbox("2026-11-23 09:00 saddle numbness since last night\n")
    #expect(desk.results("inbox", desk.inbox).hasPrefix(RedFlags.card))
    // Even if there can be no journal.
    try desk.writeInbox("2026-11-23 10:00 pain 6 --both --weakness\n")
    let failed = desk.nerve("inbox", desk.inbox, "--journal", desk.folder["none/journal.sqlite"])
    #expect(failed.output.hasPrefix(RedFlags.card))
    #expect(failed.status == 1)
  }

  @Test func `For programs the card is among the messages`() throws {
    let desk = try desk("2026-11-23 07:00 pain 6 --saddle\n")
    let told = desk.nerve("inbox", desk.inbox, "--json")
    #expect(told.output.hasPrefix("{"))
    #expect(told.messages.contains("GO TO AN EMERGENCY DEPARTMENT"))
  }

  @Test func `A dry run changes nothing`() throws {
    let desk = try desk("2026-11-23 07:00 pain 4\n2026-11-23 08:00 run fast\n")
    let told = desk.results("inbox", desk.inbox, "--dry-run")
    #expect(told.hasPrefix("1 line would be logged, 0 already known, 1 unread\n"))
    #expect(try desk.folder.contents == ["inbox.txt"])
    desk.results("pain", "3", "--on", "2026-11-20")
    let before = try desk.dump()
    #expect(desk.results("inbox", desk.inbox, "--dry-run").hasPrefix("1 line would be logged"))
    #expect(try desk.dump() == before)
    #expect(desk.results("inbox", desk.inbox).hasPrefix("1 line logged"))
  }

  @Test func `A new exercise is an action of its own, so that copies agree on the line`() throws {
    let desk = try desk("2026-11-23 07:00 stretch wall sit 3x45s --new --kind strength\n")
    desk.results("inbox", desk.inbox)
    #expect(
      try desk.rows("SELECT command, uid LIKE 'inbox-20261123T070000-%' FROM action ORDER BY id")
        == ["exercise add|0", "stretch|1"])
  }
}

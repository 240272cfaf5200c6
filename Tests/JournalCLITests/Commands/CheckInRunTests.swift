import Foundation
import JournalModel
import Testing
@testable import JournalCLI

/// The question whether there was a run, which a check-in asks where it closes a day.
@Suite struct CheckInRunTests {
  private static let question =
    "Did you run? (n = no run, Enter = don't know, or type it: 8.2km 45:10): "

  private func state(_ desk: Desk, of day: String) throws -> [String] {
    try desk.rows("SELECT state, rest_is, distance_km FROM day WHERE day = '\(day)'")
  }

  @Test(arguments: [
    ("n", "rest|said|0.0"), ("no", "rest|said|0.0"), ("", "NULL|NULL|NULL"),
    ("8.2km 45:10", "run|NULL|8.2"),
  ])
  func `Each answer is kept`(answer: String, state: String) throws {
    for arguments in [["checkin", "--day", "yesterday"], ["checkin", "--on", "-1d", "--morning"]] {
      var desk = try Desk()
      desk.piped = [answer, "3"]
      #expect(desk.nerve(arguments).messages.contains("\n\(Self.question)"))
      #expect(try self.state(desk, of: "2026-11-22") == [state])
      #expect(try desk.rows("SELECT leg_pain FROM check_in") == ["3"])
      #expect(try desk.rows("SELECT command FROM action") == ["checkin"])
      desk.results("undo")
      #expect(try desk.rows("SELECT day FROM day") == [])
    }
  }

  @Test func `In the evening today is asked about too, in the morning it is not`() throws {
    var desk = try Desk(at: 22)
    desk.piped = ["n"]
    #expect(
      desk.results("checkin") == "Check-in: marked as rest on Mon 23 Nov 2026 (today)  [1]\n")
    // It was said, so it is not asked again unless all is.
    #expect(!desk.nerve("checkin").messages.contains(Self.question))
    desk.piped = [""]
    #expect(
      desk.results("checkin", "--again")
        == "Check-in: marked as not tracked on Mon 23 Nov 2026 (today)  [1]\n")
    #expect(try state(desk, of: "2026-11-23") == ["NULL|NULL|NULL"])
    for hour in [7, 13] {
      var early = try Desk(at: hour)
      early.piped = ["1"]
      #expect(!early.nerve("checkin").messages.contains(Self.question))
    }
    var declared = try Desk(at: 22)
    declared.piped = ["1"]
    #expect(!declared.nerve("checkin", "--morning").messages.contains(Self.question))
  }

  @Test func `What was done beside is no answer, a run, a mark and a complete import are`() throws {
    let desk = try Desk(at: 22)
    desk.results("stretch", "piriformis", "3x30s")
    desk.results("cross", "swim", "30m")
    desk.results("pain", "2", "--morning")
    #expect(desk.nerve("checkin").messages.contains(Self.question))
    for logged in [["run", "5km"], ["rest"], ["gap", "today"]] {
      desk.results(logged)
      #expect(!desk.nerve("checkin").messages.contains(Self.question))
      desk.results("undo")
    }
    try desk.folder.write("day,distance_m\n2026-11-20,5000\n2026-11-23,5000\n", to: "runs.csv")
    desk.results(
      "import", desk.folder["runs.csv"], "--as", "run", "--covers-all-runs", "--select",
      "SELECT day, distance_m FROM csv")
    #expect(!desk.nerve("checkin", "--day", "yesterday").messages.contains(Self.question))
    #expect(try state(desk, of: "2026-11-22") == ["rest|covered|0.0"])
  }

  @Test func `The latest thing said counts, and a run goes before it`() throws {
    var desk = try Desk(at: 22)
    desk.results("rest", "yesterday")
    desk.results("gap", "yesterday")
    #expect(try state(desk, of: "2026-11-22") == ["NULL|NULL|NULL"])
    desk.piped = ["n"]
    desk.results("checkin", "--day", "yesterday", "--again")
    #expect(try state(desk, of: "2026-11-22") == ["rest|said|0.0"])
    desk.results("run", "5km", "--on", "yesterday")
    #expect(try state(desk, of: "2026-11-22") == ["run|NULL|5.0"])
    // The mark stays for the case that the run is taken back.
    desk.results("undo")
    #expect(try state(desk, of: "2026-11-22") == ["rest|said|0.0"])
  }

  @Test func `A run is typed as behind nerve run`() throws {
    var desk = try Desk(at: 22)
    desk.results("shoe", "add", "Pegasus", "--on", "-90d")
    desk.results("guidance", "add", "short", "--limit", "5km", "--on", "-1d")
    desk.piped = ["8.2km 45:10 --rpe 6 -s peg --start 17:30 --note \"hilly, \t windy\"", "3"]
    let transcript = desk.nerve("checkin")
    #expect(
      transcript.output == """
        Run: 8.2 km in 45:10 (5:30 /km), effort 6, Pegasus on Mon 23 Nov 2026 (today)  [1]
        Check-in: leg 3, rated in the evening on Mon 23 Nov 2026 (today)  [1]

        """)
    #expect(transcript.messages.contains("no run longer than 5.0 km. This one was 8.2 km."))
    #expect(transcript.messages.hasSuffix(undoHint))
    #expect(
      try desk.rows("SELECT distance_m, duration_s, rpe, start_time, note FROM run")
        == ["8200.0|2710.0|6.0|17:30:00|hilly, \t windy"])
    desk.results("undo")
    #expect(try desk.rows("SELECT id FROM run UNION ALL SELECT id FROM check_in") == [])
  }

  @Test(arguments: [
    ("y", "Type the distance or duration"), ("elbow", "nerve"), ("8km --shoe zq9", "shoe"),
    ("8km --rpi 5", "Unknown option '--rpi'; did you mean --rpe?"), ("8km 50m 6km", "distance"),
    ("8km --on mon", "The run belongs to the day and journal of the check-in"),
    ("8km --note -", "The run belongs to the day and journal of the check-in"),
    ("8km --note felt good", "quotes"), ("8km --rpe 11", "0 (rest) to 10"),
    ("--help", "nerve run --help"),
  ])
  func `What is no run is asked again at a terminal, and ends a pipe`(
    line: String, told: String
  ) throws {
    var desk = try Desk(at: 22)
    desk.answers = [line, "5km"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.status == 0)
    #expect(transcript.messages.contains(told), "\(transcript.messages)")
    #expect(try desk.rows("SELECT distance_m FROM run") == ["5000.0"])
    var pipe = try Desk(at: 22)
    pipe.piped = [line, "5km"]
    let refused = pipe.nerve("checkin")
    #expect(refused.status == 64)
    #expect(refused.messages.contains("\nnerve: Invalid answer about the run. "))
    #expect(try pipe.folder.contents.isEmpty)
  }

  @Test func `A run that is unlikely is asked about at once`() throws {
    let doubt = "The pace is faster than anyone runs: 20:00 = 20 minutes. Log it anyway? [y/N] "
    var desk = try Desk(at: 22)
    desk.answers = ["30km 20m", "n", "3km 20m"]
    #expect(desk.nerve("checkin").messages.contains("\n\(Self.question)\(doubt)\(Self.question)"))
    #expect(try desk.rows("SELECT distance_m FROM run") == ["3000.0"])
    desk.answers = ["30km 20m", "y"]
    desk.results("checkin", "--day", "-2d")
    #expect(try state(desk, of: "2026-11-21") == ["run|NULL|30.0"])
    desk.answers = nil
    desk.piped = ["30km 20m"]
    let refused = desk.nerve("checkin", "--day", "-3d")
    #expect(refused.status == 1)
    #expect(refused.messages.hasSuffix("check it, or add --yes to log it anyway.\n"))
    desk.results("checkin", "--day", "-3d", "--yes")
    #expect(try state(desk, of: "2026-11-20") == ["run|NULL|30.0"])
  }

  @Test func `b takes the answer back, and the end of the answers none`() throws {
    var desk = try Desk(at: 22)
    desk.piped = ["8km 50m", "b", "n", "b", "", "3"]
    desk.results("checkin")
    #expect(try desk.rows("SELECT id FROM run") == [])
    #expect(try desk.rows("SELECT kind FROM day_mark") == ["not_tracked"])
    var ended = try Desk(at: 22)
    ended.piped = []
    #expect(ended.nerve("checkin").messages.hasSuffix("so nothing was logged.\n"))
    #expect(try ended.folder.contents.isEmpty)
  }

  @Test func `A day that lacks only that is not complete`() throws {
    var desk = try Desk(at: 22)
    desk.results(
      "pain", "0", "--back", "0", "--no-numbness", "--no-tingling", "--no-weakness", "--no-saddle",
      "--no-bladder", "--sitting", "5", "--stress", "1", "--mood", "7")
    #expect(
      desk.nerve("checkin", "--no-input").messages.hasPrefix(
        "nerve: Mon 23 Nov 2026 (today), evening: 1 answer missing; log a run with nerve run, "))
    desk.piped = ["n"]
    desk.results("checkin")
    #expect(desk.nerve("checkin", "--no-input").status == 0)
  }

  @Test func `No flare-up is an answer, if none that is logged`() throws {
    var desk = try Desk()
    desk.results("pain", "3", "--on", "-2d")
    desk.results("rest", "yesterday")
    desk.piped = ["", "", "n"]
    #expect(
      desk.nerve("checkin", "--since-last").messages.contains(
        "Start of a flare-up (y/n): no\nThere is nothing to log.\n"))
  }
}

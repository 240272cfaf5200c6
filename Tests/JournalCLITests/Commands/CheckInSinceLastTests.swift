import JournalModel
import Testing
@testable import JournalCLI

/// Check-ins for the days since the last one.
@Suite struct CheckInSinceLastTests {
  @Test func `Each day since the last check-in is asked for little, then today`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-3d")
    desk.results("run", "5km", "--on", "-1d")
    desk.piped = ["n", "2", "4", "n", "y", "0", "n", "y", "8km 50m", "1"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(
      transcript.output == """
        Check-in: leg 2, down to the calf, no saddle numbness, no bladder or bowel trouble, marked \
        as rest, flare-up started on Sat 21 Nov 2026 (2 days ago)  [2]
        Check-in: leg 0, no saddle numbness, no bladder or bowel trouble, flare-up ended on Sun \
        22 Nov 2026 (yesterday)  [3]
        Run: 8.0 km in 50:00 (6:15 /km) on Mon 23 Nov 2026 (today)  [2]
        Check-in: leg 1, rated in the evening on Mon 23 Nov 2026 (today)  [4]

        """)
    #expect(
      transcript.messages == """
        \(checkInKeys)
        Sat 21 Nov 2026 (2 days ago), 1 of 3
        Did you run? (n = no run, Enter = don't know, or type it: 8.2km 45:10): no run
        Leg pain (0-10): 2
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): calf
        New or worse (n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both): no
        Start of a flare-up (y/n): yes

        Sun 22 Nov 2026 (yesterday), 2 of 3
        Leg pain (0-10): 0
        New or worse (n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both): no
        Last day of the flare-up (y/n): yes

        Mon 23 Nov 2026 (today), evening, 3 of 3
        Did you run? (n = no run, Enter = don't know, or type it: 8.2km 45:10): 8km 50m
        Leg pain (0-10): 1
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): 
        \(undoHint)
        """)
    #expect(try desk.rows("SELECT onset_day, end_day FROM flare_up") == ["2026-11-21|2026-11-22"])
    #expect(
      try desk.rows("SELECT command FROM action").suffix(3) == ["checkin", "checkin", "checkin"])
    // Each day can be taken back for itself.
    desk.results("undo")
    desk.results("undo")
    #expect(try desk.rows("SELECT onset_day, end_day FROM flare_up") == ["2026-11-21|NULL"])
  }

  @Test func `A flare-up is not asked about where none can begin or end`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-4d")
    desk.results("flare", "start", "--on", "-3d")
    desk.results("flare", "end", "--on", "-3d")
    desk.results("flare", "start", "--on", "-1d")
    desk.piped = ["", "0", "n", "", "0", "n", "", "0", "n", "n", "", "0"]
    let messages = desk.nerve("checkin", "--since-last").messages
    #expect(!messages.contains("Start of"))
    #expect(messages.split(separator: "\n").count { $0.hasPrefix("Last day of") } == 1)
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["5"])
  }

  /// The check-in itself does not make it a rest day.
  @Test func `A day of which nobody knows whether there was a run is unknown`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-3d")
    desk.piped = ["", "", "", "", "", "1", "2", "n", "n", "n"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(
      transcript.output == """
        Check-in: marked as not tracked on Sat 21 Nov 2026 (2 days ago)  [1]
        Check-in: leg 1, down to the thigh, no saddle numbness, no bladder or bowel trouble, marked \
        as not tracked on Sun 22 Nov 2026 (yesterday)  [2]
        Check-in: marked as rest on Mon 23 Nov 2026 (today)  [3]

        """)
    // What is logged later for such a day implies no rest either.
    desk.results("stretch", "piriformis", "3x30s", "--on", "-2d")
    #expect(
      try desk.rows("SELECT state, rest_is FROM day ORDER BY day")
        == ["rest|implied", "NULL|NULL", "NULL|NULL", "rest|said"])
  }

  @Test func `A rating of today does not hide the forgotten days`() throws {
    var desk = try Desk()
    desk.results("pain", "3", "--on", "-3d")
    desk.results("pain", "2")
    desk.piped = ["n", "4", "", "n", "n", "n", "5"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(transcript.messages.contains("\nSun 22 Nov 2026 (yesterday), 2 of 2\n"))
    #expect(
      try desk.rows("SELECT day, state, rest_is, leg_pain FROM day ORDER BY day") == [
        "2026-11-20|rest|implied|3", "2026-11-21|rest|said|4", "2026-11-22|rest|said|5",
        "2026-11-23|rest|implied|2",
      ])
    desk.piped = []
    #expect(
      desk.nerve("checkin", "--since-last").messages
        == "You have checked in today, so there are no days to fill in.\n")
  }

  @Test func `Fourteen days are asked about unless more are wanted`() throws {
    let desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-30d")
    let some = desk.nerve("checkin", "--since-last").messages
    #expect(
      some.hasPrefix(
        "This asks about the last 14 days only. For more, add --at-most DAYS.\n\(checkInKeys)\n"
          + "Tue 10 Nov 2026 (13 days ago), 1 of 14\n"))
    let all = desk.nerve("checkin", "--since-last", "--at-most", "90").messages
    #expect(all.hasPrefix("\(checkInKeys)\nSun 25 Oct 2026, 1 of 30\n"))
    #expect(
      desk.nerve("checkin", "--since-last", "--no-input")
        == Transcript(
          1,
          messages: """
            nerve: No check-in for 14 days from Tue 10 Nov 2026 (13 days ago) on; log \
            a run with nerve run, a rest day with nerve rest, or an unknown day with nerve gap; \
            log each check-in with: nerve pain PAIN --reach PLACE --on DAY

            """))
    desk.results("pain", "3", "--on", "yesterday")
    desk.results("pain", "3")
    #expect(
      desk.nerve("checkin", "--since-last")
        == Transcript(
          messages: "You have checked in today, so there are no days to fill in.\n"))
  }

  @Test func `In a new journal there is only today`() throws {
    var desk = try Desk()
    desk.piped = ["1"]
    #expect(
      desk.nerve("checkin", "--since-last").messages.hasPrefix(
        "\(checkInKeys)\nMon 23 Nov 2026 (today), morning, 1 of 1\n"))
  }

  @Test func `A slip on a later day keeps the days before it`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-3d")
    desk.piped = ["n", "1", "2", "n", "n", "zq9"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(transcript.status == 64)
    #expect(transcript.output.hasPrefix("Check-in: leg 1, down to the thigh, no saddle numbness"))
    #expect(try desk.rows("SELECT day FROM check_in ORDER BY id") == ["2026-11-20", "2026-11-21"])
  }
}

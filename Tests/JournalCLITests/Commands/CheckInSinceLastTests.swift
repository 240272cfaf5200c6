import Testing

@testable import JournalCLI

/// Check-ins for the days since the last one.
@Suite struct CheckInSinceLastTests {
  @Test func `Each day since the last check-in is asked for little, then today`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-3d")
    desk.results("run", "5km", "--on", "-1d")
    desk.piped = ["2", "4", "y", "0", "y", "1"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(
      transcript.output == """
        Check-in: leg 2, down to the calf, a flare-up begins on Sat 21 Nov 2026 (2 days ago)  [2]
        Check-in: leg 0, the flare-up ends on Sun 22 Nov 2026 (yesterday)  [3]
        Check-in: leg 1, rated later in the day on Mon 23 Nov 2026 (today)  [4]

        """)
    #expect(
      transcript.messages == """
        \(checkInKeys)
        Sat 21 Nov 2026 (2 days ago), 1 of 3
        Leg pain (0-10): 2
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): calf
        Did a flare-up begin (y/n): yes

        Sun 22 Nov 2026 (yesterday), 2 of 3
        Leg pain (0-10): 0
        Was it the last day of the flare-up (y/n): yes

        Mon 23 Nov 2026 (today), evening, 3 of 3
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
    desk.piped = ["0", "0", "0", "n", "0"]
    let messages = desk.nerve("checkin", "--since-last").messages
    #expect(!messages.contains("begin"))
    #expect(messages.split(separator: "\n").count { $0.hasPrefix("Was it the last day") } == 1)
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["5"])
  }

  @Test func `A day of which nothing is known is left out`() throws {
    var desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-3d")
    desk.piped = ["", "", "1", "2", "n"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(
      transcript.output
        == "Check-in: leg 1, down to the thigh on Sun 22 Nov 2026 (yesterday)  [2]\n")
    #expect(transcript.messages.contains("Nothing was answered, so nothing was logged.\n\nSun "))
  }

  @Test func `Fourteen days are asked about unless more are wanted`() throws {
    let desk = try Desk(at: 22)
    desk.results("pain", "3", "--on", "-30d")
    let some = desk.nerve("checkin", "--since-last").messages
    #expect(
      some.hasPrefix(
        "Only the last 14 days are asked about; for more, add --at-most DAYS.\n\(checkInKeys)\n"
          + "Tue 10 Nov 2026 (13 days ago), 1 of 14\n"))
    let all = desk.nerve("checkin", "--since-last", "--at-most", "90").messages
    #expect(all.hasPrefix("\(checkInKeys)\nSun 25 Oct 2026, 1 of 30\n"))
    #expect(
      desk.nerve("checkin", "--since-last", "--no-input")
        == Transcript(
          1,
          messages: """
            nerve: There is no check-in for 14 days from Tue 10 Nov 2026 (13 days ago) on; log each \
            with: nerve pain PAIN --reach PLACE --on DAY

            """))
    desk.results("pain", "3")
    #expect(
      desk.nerve("checkin", "--since-last")
        == Transcript(
          messages: "The last check-in is of today, so there is no day to fill in.\n"))
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
    desk.piped = ["1", "2", "n", "zq9"]
    let transcript = desk.nerve("checkin", "--since-last")
    #expect(transcript.status == 64)
    #expect(transcript.output.hasPrefix("Check-in: leg 1, down to the thigh on Sat 21 Nov"))
    #expect(try desk.rows("SELECT day FROM check_in ORDER BY id") == ["2026-11-20", "2026-11-21"])
  }
}

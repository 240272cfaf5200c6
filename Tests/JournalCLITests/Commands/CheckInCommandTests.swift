import Testing

@testable import JournalCLI

/// One check-in, key by key.
@Suite struct CheckInCommandTests {
  /// An evening on which a run was logged.
  private func evening() throws -> Desk {
    var desk = try Desk(at: 18)
    desk.results("run", "8km", "--start", "17:00")
    desk.setClock(22, 30)
    return desk
  }

  /// What a usual evening is answered by: pain 3 down the left calf, tingling, no
  /// sign of an emergency, back pain 1, and Enter for the rest.
  ///
  /// 13 keys are 22 seconds even if each takes 1.35 s to decide and 0.28 s to
  /// press, as the keystroke-level model of Card, Moran and Newell (1980) has it.
  /// One of them is for the emergency, which is asked about always.
  static let usualKeys = ["3", "c", "l", "n", "y", "n", "n", "1", "", "", "", "", ""]

  @Test func `A usual evening takes thirteen keys`() throws {
    #expect(Self.usualKeys.count == 13)
    #expect(Double(Self.usualKeys.count) * (1.35 + 0.28) < 22)
    var desk = try evening()
    desk.piped = Self.usualKeys
    #expect(
      desk.nerve("checkin")
        == Transcript(
          output: """
            Check-in: leg 3, back 1, left, down to the calf, no numbness, tingling, no weakness, \
            no saddle numbness, no bladder or bowel trouble, rated in the evening on Mon 23 Nov \
            2026 (today)  [1]

            """,
          messages: """
            Check-in for Mon 23 Nov 2026 (today), evening
            \(checkInKeys)\
            Leg pain (0-10): 3
            How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): calf
            Which side (l left, r right, 2 both): left
            Numbness in the leg or foot (y/n): no
            Tingling or pins and needles (y/n): yes
            Weakness in the leg or foot, new or worse (y/n, k known and unchanged): no
            New or worse (n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both): no
            Back pain (0-10): 1
            Hours sitting (0-24): unknown
            Stress (0-10): unknown
            Mood (0-10): unknown
            Medication: unknown
            Note: unknown
            \(undoHint)
            """))
    #expect(
      try desk.rows(
        """
        SELECT day, time, utc_offset_min, moment, leg_pain, back_pain, reach, side, numbness, tingling,
          weakness, saddle_numbness, sitting_hours, stress, mood, medication, note
        FROM check_in
        """)
        == [
          "2026-11-23|22:30:00|60|later|3|1|4|left|0|1|0|0|NULL|NULL|NULL|NULL|NULL"
        ])
    #expect(try desk.rows("SELECT command FROM action") == ["run", "checkin"])
  }

  @Test func `A morning asks for sleep and says its reminder first`() throws {
    var desk = try Desk()
    desk.results("pain", "0", "--on", "-9d")
    _ = try desk.rows(
      "INSERT INTO setting (name, value) VALUES ('morning_reminder', 'Glide before you sit.')")
    desk.piped = ["0", "n", "n", "n", "n", "0", "7,5", "slept well"]
    let transcript = desk.nerve("checkin")
    #expect(
      transcript.output == """
        Check-in: leg 0, back 0, no numbness, no tingling, no weakness, no saddle numbness, no \
        bladder or bowel trouble, sleep 7.5 h, rated in the morning on Mon 23 Nov 2026 (today)  [2]

        """)
    #expect(
      transcript.messages == """
        Glide before you sit.
        Check-in for Mon 23 Nov 2026 (today), morning
        \(checkInKeys)\
        Leg pain (0-10): 0
        Numbness in the leg or foot (y/n): no
        Tingling or pins and needles (y/n): no
        Weakness in the leg or foot, new or worse (y/n, k known and unchanged): no
        New or worse (n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both): no
        Back pain (0-10): 0
        Hours slept (0-24): 7.5
        Note: slept well
        \(undoHint)
        """)
  }

  @Test func `Only what the day lacks is asked`() throws {
    var desk = try evening()
    desk.results(
      "pain", "4", "--reach", "calf", "--no-numbness", "--no-weakness", "--sitting", "8", "--mood",
      "6")
    desk.piped = ["left", "y", "n", "2", "5"]
    let transcript = desk.nerve("checkin")
    #expect(
      transcript.output == """
        Check-in: back 2, left, tingling, no saddle numbness, no bladder or bowel trouble, stress 5, \
        rated in the evening on Mon 23 Nov 2026 (today)  [2]

        """)
    desk.piped = []
    #expect(
      desk.nerve("checkin")
        == Transcript(
          messages: """
            Nothing is missing for Mon 23 Nov 2026 (today), evening. To answer again, add --again.

            """))
    desk.piped = ["5"]
    #expect(desk.results("checkin", "--again").hasPrefix("Check-in: leg 5, rated in"))
  }

  @Test func `The pain of the morning is not that of the evening, but sleep is of the day`() throws
  {
    var desk = try Desk(at: 7)
    desk.results("pain", "2", "--sleep", "7", "--sitting", "1", "--mood", "5")
    desk.setClock(22)
    let lacking = desk.nerve("checkin", "--no-input")
    #expect(lacking.messages.contains(": nerve pain PAIN --reach PLACE --side SIDE "))
    #expect(lacking.messages.contains("mood"))
    #expect(!lacking.messages.contains("--sitting"))
    let morning = desk.nerve("checkin", "--no-input", "--morning")
    #expect(morning.messages.contains(": nerve pain --reach PLACE --side SIDE "))
    #expect(!morning.messages.contains("--sleep"))
  }

  /// As the view `rating` has it.
  @Test func `A rating after the run's start is none of the morning`() throws {
    var desk = try Desk(at: 8)
    desk.results("pain", "2", "--morning", "--time", "7:50")
    desk.results("run", "5km", "--start", "7:00")
    #expect(
      desk.nerve("checkin", "--no-input", "--morning").messages.contains(": nerve pain PAIN "))
    desk.setClock(22)
    #expect(
      desk.nerve("checkin", "--no-input").messages.contains(": nerve pain --reach "))
  }

  @Test(arguments: [
    (7, 30, [], "morning", "--sleep"), (13, 0, [], "evening", "--back PAIN --note TEXT\n"),
    (17, 0, [], "evening", "--mood"), (1, 0, [], "evening", "--mood"),
    (22, 0, ["--morning"], "morning", "--sleep"), (7, 30, ["--evening"], "evening", "--mood"),
  ])
  func `The moment is the declared one, else that of the clock`(
    hour: Int, minute: Int, options: [String], moment: String, lacking: String
  ) throws {
    let desk = try Desk(at: hour, minute)
    let messages = desk.nerve(["checkin", "--no-input"] + options).messages
    #expect(messages.contains("(today), \(moment): "))
    #expect(messages.contains(lacking))
  }

  @Test func `After a run in the morning the questions of the whole day wait`() throws {
    var desk = try Desk(at: 9)
    desk.results("run", "5km")
    #expect(
      desk.nerve("checkin", "--no-input")
        == Transcript(
          1,
          messages: """
            nerve: Mon 23 Nov 2026 (today), evening: 8 answers missing; log your \
            answers with: nerve pain PAIN --reach PLACE --side SIDE --[no-]numbness --[no-]tingling \
            --[no-]weakness --[no-]saddle --[no-]bladder --back PAIN --note TEXT

            """))
    desk.piped = ["1"]
    desk.results("checkin")
    #expect(try desk.rows("SELECT time, moment FROM check_in") == ["09:00:00|later"])
  }

  @Test func `Another day can be asked about, whose clock time nobody knows`() throws {
    var desk = try Desk()
    desk.piped = ["n", "2", "0", "r"]
    #expect(
      desk.nerve("checkin", "--day", "yesterday").output == """
        Check-in: leg 2, right, down to the back, marked as rest on Sun 22 Nov 2026 (yesterday)  [1]

        """)
    #expect(
      try desk.rows("SELECT day, time, utc_offset_min, moment FROM check_in")
        == ["2026-11-22|NULL|NULL|NULL"])
    let lacking = desk.nerve("checkin", "--on", "-1d", "--evening", "--no-input").messages
    #expect(
      lacking.hasPrefix("nerve: Sun 22 Nov 2026 (yesterday), evening: 11 answers missing; log "))
    #expect(lacking.hasSuffix(" --note TEXT --on 2026-11-22 --evening\n"))
  }

  @Test func `b goes back and changes the answer`() throws {
    var desk = try evening()
    desk.piped = ["b", "3", "c", "b", "b", "5", "k"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.output.hasPrefix("Check-in: leg 5, down to the knee, rated in"))
    #expect(
      transcript.messages.contains(
        """
        Leg pain (0-10): back
        This is the first question.
        Leg pain (0-10): 3
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): calf
        Which side (l left, r right, 2 both): back
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): back
        Leg pain (0-10): 5
        """))
  }

  @Test func `The value of an earlier day is shown only to those who ask`() throws {
    var desk = try evening()
    desk.results("pain", "6", "--side", "right", "--on", "-3d")
    desk.results("pain", "--back", "2", "--on", "-2d", "--note", "gone\u{1B}[2J")
    desk.results("pain", "9", "--on", "today", "--morning")
    desk.piped = ["l", "3", "l", "c", "L", "l"]
    let messages = desk.nerve("checkin").messages
    #expect(
      messages.contains(
        """
        Leg pain (0-10): last value
        6 on Fri 20 Nov 2026 (3 days ago)
        Leg pain (0-10): 3
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): last value
        No earlier day has a value.
        """))
    #expect(
      messages.contains(
        """
        Which side (l left, r right, 2 both): last value
        right on Fri 20 Nov 2026 (3 days ago)
        Which side (l left, r right, 2 both): left
        """))
    desk.piped = Array(repeating: "", count: 9) + ["l"]
    #expect(
      desk.nerve("checkin").messages.contains("gone␛[2J on Sat 21 Nov 2026 (2 days ago)\n"))
    desk.piped = []
    #expect(!desk.nerve("checkin").messages.contains("Nov 2026 (3 days"))
  }

  @Test func `A question mark explains`() throws {
    var desk = try evening()
    desk.piped = ["?", "3"]
    #expect(
      desk.nerve("checkin").messages.contains(
        """
        Leg pain (0-10): ?
        Leg pain, 0 (none) to 10 (the worst imaginable). Back pain is asked separately.
        Leg pain (0-10): 3
        """))
  }

  @Test func `At a terminal a slip is asked again`() throws {
    var desk = try evening()
    desk.answers = ["zq9", "3"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.output.hasPrefix("Check-in: leg 3, rated in"))
    #expect(
      transcript.messages.contains(
        "Leg pain (0-10): Type a whole number from 0 to 10; x is 10.\nLeg pain (0-10): "))
  }

  @Test func `In a pipe a slip ends it, for the answers after it would be others'`() throws {
    var desk = try evening()
    desk.piped = ["3", "zq9", "left"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.status == 64)
    #expect(transcript.output.isEmpty)
    #expect(
      transcript.messages.hasSuffix(
        """
        : \n\
        nerve: Invalid answer about how far down. Type 0 (back) to 6 (toes), or u buttock, t thigh, \
        k knee, c calf, f foot, o toes.

        """))
    #expect(!transcript.messages.contains("zq9"))
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["0"])
  }

  @Test func `The end of the answers saves what is there, and nothing where nothing is`() throws {
    var desk = try Desk()
    let transcript = desk.nerve("checkin")
    #expect(transcript.status == 0)
    #expect(transcript.output.isEmpty)
    #expect(
      transcript.messages.hasSuffix(
        "Leg pain (0-10): \nNo answers, so nothing was logged.\n"))
    desk.piped = Array(repeating: "", count: 30)
    #expect(desk.nerve("checkin").messages.hasSuffix("so nothing was logged.\n"))
    // Not even an empty journal is left.
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test func `Signs of an emergency print the card before the next question`() throws {
    var desk = try evening()
    desk.piped = ["4", "c", "2", "n", "n", "y", "n", "0"]
    #expect(
      desk.results("checkin") == """
        \(RedFlags.card)
        Check-in: leg 4, back 0, both, down to the calf, no numbness, no tingling, weakness, no \
        saddle numbness, no bladder or bowel trouble, rated in the evening on Mon 23 Nov 2026 (today)  [1]

        """)
    // What is the emergency itself is never held back.
    desk.piped = ["4", "c", "2", "n", "n", "n", "1"]
    #expect(
      desk.results("checkin", "--again").hasPrefix("\(RedFlags.card)\n\(RedFlags.card)\nCheck-in:"))
    #expect(
      try desk.rows("SELECT saddle_numbness, bladder_or_bowel FROM check_in ORDER BY id")
        == ["0|0", "1|0"])
  }

  @Test func `The card is printed also where nothing is logged then`() throws {
    var desk = try evening()
    desk.piped = ["4", "c", "2", "zq9"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.status == 64)
    #expect(transcript.output == RedFlags.card + "\n")
  }

  /// Retention or tingling in the saddle alone: nothing else would lead to it.
  @Test(arguments: [("1", "1|0"), ("2", "0|1"), ("3", "1|1")])
  func `Every check-in asks about an emergency, whatever was answered before`(
    key: String, stored: String
  ) throws {
    for hour in [7, 13, 22] {
      var desk = try Desk(at: hour)
      if hour == 22 { desk.results("run", "5km") }
      desk.piped = ["6", "c", "l", "n", "y", "n", key]
      let transcript = desk.nerve("checkin")
      #expect(transcript.output.hasPrefix(RedFlags.card + "\nCheck-in: leg 6"))
      let signs = "SELECT saddle_numbness, bladder_or_bowel FROM check_in ORDER BY id DESC LIMIT 1"
      #expect(try desk.rows(signs) == [stored])
      // Half an answer does not skip the other half, and a whole one is asked again.
      desk.results("pain", "3", "--no-saddle", "--yes")
      #expect(desk.nerve("checkin").messages.contains("\nNew or worse (n no, 1 numb"))
    }
  }

  @Test func `Half an answer leaves the other half lacking`() throws {
    let desk = try Desk(at: 13)
    desk.results("pain", "0", "--no-saddle", "--no-numbness", "--no-tingling", "--no-weakness")
    desk.results("pain", "--back", "0")
    let messages = desk.nerve("checkin", "--no-input").messages
    #expect(
      messages.contains(": 1 answer missing; log your answers with: nerve pain --[no-]saddle "))
  }

  @Test func `A yes to the emergency brings the card before it is asked which sign`() throws {
    var desk = try evening()
    desk.answers = ["4", "c", "l", "n", "n", "n", "y", "2"]
    let transcript = desk.nerve("checkin")
    #expect(transcript.output.hasPrefix(RedFlags.card + "\n" + RedFlags.card + "\nCheck-in: "))
    #expect(
      transcript.messages.contains(
        "Type 1 for numbness or tingling between the legs, 2 for bladder"))
    #expect(
      try desk.rows("SELECT saddle_numbness, bladder_or_bowel FROM check_in") == ["0|1"])
    desk.answers = nil
    desk.piped = ["4", "c", "l", "n", "n", "n", "yes"]
    #expect(desk.nerve("checkin", "--again").output == RedFlags.card + "\n")
  }

  @Test func `Nothing but yes prints the card`() throws {
    var desk = try evening()
    desk.piped = ["4", "c", "l", "y", "y", "n", "n", "0"]
    #expect(!desk.results("checkin").contains("EMERGENCY"))
  }
}

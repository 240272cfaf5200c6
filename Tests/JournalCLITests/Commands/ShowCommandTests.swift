import CivilDay
import JournalModel
import JournalStore
import Testing
@testable import JournalCLI

@Suite struct ShowCommandTests {
  /// A run with pain around it, and what else belongs to a day.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results(
        "shoe", "add", "Pegasus", "--kind", "cushioned", "--limit", "700km", "--start-distance",
        "120km", "--on", "2026-03-01")
      desk.results("shoe", "add", "1080")
      desk.results("pain", "3", "--morning", "--on", "-2d")
      desk.results(
        "run", "8.234km", "45:10", "--rpe", "6", "--shoe", "peg", "--start", "17:30", "--surface",
        "trail", "--ascent", "120", "--heart-rate", "150", "--cadence", "172", "--form", "stride",
        "--before", "2", "--mood", "8", "--note", "windy\nand cold", "--on", "-2d")
      desk.results("pain", "5", "--evening", "--on", "-2d")
      desk.results("pain", "4", "--on", "yesterday")
      desk.results("stretch", "piriformis", "3x30s", "--side", "left", "--on", "yesterday")
      desk.results(
        "guidance", "add", "no hills", "--by", "physio", "--limit", "8km", "--days-off", "2",
        "--until", "2026-12-24", "--on", "-20d")
      desk.results("cross", "swim", "30m", "1500m", "--on", "-20d", "--note", "cold")
      desk.results("gap", "-20d")
      desk.results("flare", "start", "--peak", "7", "--trigger", "long drive", "--on", "yesterday")
      desk.results(
        "pain", "4", "--back", "2", "--reach", "calf", "--side", "left", "--tingling",
        "--no-weakness", "--sleep", "7.5")
    }
  }

  @Test func `A run is shown with all that is known and the pain around it`() throws {
    #expect(
      try desk().nerve("show", "run", "1")
        == Transcript(
          output: """
            Run 1

              day                        Sat 21 Nov 2026 (2 days ago)
              start                      17:30
              distance                   8.234 km
              duration                   45:10
              pace                       5:29 /km
              effort                     6 of 10
              shoe                       Pegasus
              surface                    trail
              ascent                     120 m
              mean heart rate            150 bpm
              cadence                    172 steps/min
              change of form             stride
              leg pain before            2 of 10
              mood after                 8 of 10
              note                       windy
                                         and cold
              leg pain that morning      3 of 10
              leg pain that evening      5 of 10
              leg pain the next morning  4 of 10
              leg pain 48 h later        4 of 10

            """))
  }

  @Test func `A run comes in every format, for programs in metres`() throws {
    let desk = try desk()
    desk.results("run", "5km", "--on", "-9d")
    #expect(
      try ReadJSON(desk.results("show", "run", "1", "--json"))
        == .object([
          "kind": .string("run"), "id": .number(1), "day": .string("2026-11-21"),
          "start_time": .string("17:30:00"), "utc_offset_min": .number(60),
          "distance_m": .number(8234),
          "duration_s": .number(2710), "rpe": .number(6), "footwear_id": .number(1),
          "footwear": .string("Pegasus"), "surface": .string("trail"), "ascent_m": .number(120),
          "heart_rate_avg": .number(150), "cadence_spm": .number(172),
          "form_change": .string("stride"), "pain_before": .number(2), "mood_after": .number(8),
          "note": .string("windy\nand cold"), "morning_pain": .number(3),
          "evening_pain": .number(5), "next_morning_pain": .number(4),
          "pain_48_h_later": .number(4),
        ]))
    #expect(
      desk.results("show", "run", "--format", "csv") == """
        kind,id,field,value\r
        run,2,day,2026-11-14\r
        run,2,distance_m,5000\r
        run,2,morning_pain,\r
        run,2,evening_pain,\r
        run,2,next_morning_pain,\r
        run,2,pain_48_h_later,\r

        """)
    #expect(
      desk.results("show", "run", "--format", "markdown") == """
        ## Run 2

        | field    | value                        |
        | :------- | :--------------------------- |
        | day      | Sat 14 Nov 2026 (9 days ago) |
        | distance | 5.0 km                       |

        """)
  }

  @Test func `A shoe is shown with what it has run, by name, start or id`() throws {
    let desk = try desk()
    let shown = """
      Shoe 1

        name             Pegasus
        kind             cushioned
        first day        Sun 1 Mar 2026
        distance before  120.0 km
        limit            700.0 km
        runs             1
        total distance   128.2 km
        last run         Sat 21 Nov 2026 (2 days ago)

      """
    for words in [["Pegasus"], ["peg"], ["1"]] {
      #expect(desk.results(["show", "shoe"] + words) == shown)
    }
    // A name that is a number is a name first.
    let json = try ReadJSON(desk.results("show", "shoe", "1080", "--json"))
    #expect(json["id"].int == 2)
    #expect(json["runs"].int == 0)
    #expect(json["last_day"].isNull)
    #expect(try ReadJSON(desk.results("show", "shoe", "--json"))["id"].int == 2)
  }

  @Test(arguments: [
    (
      "stretch",
      """
      Stretch 1

        day       Sun 22 Nov 2026 (yesterday)
        exercise  piriformis
        sets      3
        hold      30 s
        side      left

      """
    ),
    (
      "flare",
      """
      Flare-up 1

        first day   Sun 22 Nov 2026 (yesterday)
        last day    in progress
        peak pain   7 of 10
        set off by  long drive

      """
    ),
    (
      "pain",
      """
      Check-in 4

        day        Mon 23 Nov 2026 (today)
        time       07:30
        rated      in the morning
        leg pain   4 of 10
        back pain  2 of 10
        reach      calf
        side       left
        tingling   yes
        weakness   no
        sleep      7.5 h

      """
    ),
    (
      "guidance",
      """
      Piece of guidance 1

        day          Tue 3 Nov 2026
        given by     physio
        advice       no hills
        longest run  8.0 km
        days off     2
        until        Thu 24 Dec 2026

      """
    ),
    (
      "cross 1",
      """
      Cross-training session 1

        day       Tue 3 Nov 2026
        activity  swim
        duration  30:00
        distance  1.5 km
        note      cold

      """
    ),
    (
      "gap",
      """
      Day mark 1

        day   Tue 3 Nov 2026
        kind  not tracked

      """
    ),
    (
      "exercise calf",
      """
      Exercise 5

        name  calf
        kind  stretch

      """
    ),
    ("exercise sciatic t", ""),
  ])
  func `An entry of any kind is shown in plain words`(line: String, shown: String) throws {
    let transcript = try desk().nerve(["show"] + line.split(separator: " ").map(String.init))
    guard !shown.isEmpty else {
      return #expect(transcript.messages.contains("put a name of several words in quotes"))
    }
    #expect(transcript == Transcript(output: shown))
  }

  @Test(arguments: [
    (["yesterday"], ["Check-in 3", "Stretch 1", "Flare-up 1"]),
    (["last", "sat"], ["Check-in 1", "Check-in 2", "Run 1"]),
    (["2026-11-21"], ["Check-in 1", "Check-in 2", "Run 1"]),
    (["--on", "-2d"], ["Check-in 1", "Check-in 2", "Run 1"]),
    (["runs", "--on", "-2d"], ["Run 1"]), (["pain", "--on", "-2d"], ["Check-in 1", "Check-in 2"]),
    ([], ["Check-in 4"]),
  ])
  func `A day is shown with all of its entries`(words: [String], titles: [String]) throws {
    let desk = try desk()
    let shown = desk.results(["show"] + words).split(separator: "\n").map(String.init)
    #expect(shown.filter { !$0.hasPrefix(" ") }.sorted() == titles.sorted())
    let json = try ReadJSON(desk.results(["show", "--json"] + words))
    #expect(json.array.count == titles.count)
  }

  @Test func `A day without entries says so`() throws {
    let desk = try desk()
    #expect(desk.nerve("show", "9 days ago") == Transcript(messages: "No entries.\n"))
    #expect(
      desk.nerve("show", "-9d")
        == Transcript(
          64, messages: "nerve: '-9d' is a day; put it after --on, as in: --on yesterday\n"))
    #expect(
      desk.nerve("show", "--on", "-9d", "--json")
        == Transcript(output: "[]\n", messages: "No entries.\n"))
  }

  @Test func `Distances are shown in the owner's unit`() throws {
    let desk = try desk()
    _ = try Journal(path: desk.folder["journal.sqlite"], for: .changing)
      .add(Entry(.setting, ["name": "units", "value": "mi"]), command: "config", today: nil)
    let shown = desk.results("show", "run", "1")
    #expect(shown.contains("  distance                   5.116 mi\n"))
    #expect(shown.contains("  pace                       8:50 /mi\n"))
    #expect(desk.results("show", "run", "1", "--json").contains("\"distance_m\": 8234.0"))
  }
}

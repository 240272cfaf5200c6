import ArgumentParser
import CivilDay
import JournalStore
import Testing

@testable import JournalCLI

/// Flare-ups, planned runs and advice in `nerve today`.
@Suite struct TodayPlanTests {
  @Test func `A flare-up is counted from its first day until it ends`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--trigger", "long drive", "--on", "-4d")
    desk.results("pain", "6")
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          flare-up      day 5, since Thu 19 Nov 2026; suspected trigger: long drive
          logged        check-in: 07:30 leg 6

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                                              6   blank unknown
          run, km                                   -               - no run

        """)
    desk.results("flare", "end")
    #expect(!desk.results([]).contains("flare-up"))
  }

  @Test func `A flare-up that is still to come does not last`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--on", "tomorrow", "--force")
    #expect(!desk.results([]).contains("flare-up"))
  }

  @Test func `A plan is described beside the pain of the morning and what it would break`() throws {
    let desk = try deskWithDiary()
    desk.results("pain", "2")
    for (day, longest, off, until) in [
      ("2026-11-02", "8000", "NULL", "'2026-12-24'"), ("2026-11-20", "NULL", "5", "NULL"),
      ("2026-11-01", "NULL", "NULL", "NULL"), ("2026-11-10", "20000", "3", "NULL"),
    ] {
      _ = try desk.rows(
        """
        INSERT INTO guidance (day, given_by, advice, longest_run_m, days_off, until_day)
        VALUES ('\(day)', 'physio', 'as \(day) said', \(longest), \(off), \(until))
        """)
    }
    #expect(
      desk.results("today", "--plan", "12km") == """
        Mon 23 Nov 2026

          guidance      physio: as 2026-11-20 said (no run up to Tue 24 Nov 2026)
                        physio: as 2026-11-10 said (runs up to 20.0 km)
                        and 2 more: nerve guidance list
          plan          12.0 km, 15 % longer than the longest run of the previous 30
                        days: 10.4 km on Tue 10 Nov 2026; 10 of these 30 days are
                        unknown
          study         After runs more than 10 % and up to 30 % longer, injury was 1.64
                        times as frequent as after runs up to 10 % longer (95 % interval
                        1.31 to 2.05). 5,205 runners; overuse injury, not sciatica
                        (Frandsen 2025).
          this morning  leg pain 2
          breaks        physio: as 2026-11-20 said (no run up to Tue 24 Nov 2026)
                        physio: as 2026-11-02 said (runs up to 8.0 km; until Thu 24 Dec
                        2026)
          this week     no runs (4-week mean 14.1 km, load 460)
          last 28 days  56.4 km, 8 runs, load 1840; 7 of 28 days unknown, 1 partly

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1  2   blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -      - no run, x unknown

        """)
    #expect(
      desk.results("today") == """
        Mon 23 Nov 2026

          guidance      physio: as 2026-11-20 said (no run up to Tue 24 Nov 2026)
                        physio: as 2026-11-10 said (runs up to 20.0 km)
                        and 2 more: nerve guidance list
          logged        check-in: 07:30 leg 2
          this week     no runs (4-week mean 14.1 km, load 460)
          last 28 days  56.4 km, 8 runs, load 1840; 7 of 28 days unknown, 1 partly;
                        longest 10.4 km on Tue 10 Nov 2026
          shoe          Pegasus: 630 of 700 km, due for a check

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1  2   blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -      - no run, x unknown

        """)
  }

  @Test(
    arguments: [
      ("10km", "4 % shorter than", "the reference group of the study"),
      ("10.4km", "as long as", "the reference group of the study"),
      ("11.4km", "10 % longer than", "the reference group of the study"),
      ("13.5km", "30 % longer than", "1.64 times"),
      ("13.6km", "31 % longer than", "1.52 times as frequent"),
      ("21km", "102 % longer than", "2.28 times as frequent"),
    ])
  func `A plan is told in the words of the study`(
    plan: String, relation: String, found: String
  ) throws {
    let text = try deskWithDiary().results("today", "--plan", plan).split(separator: " ")
      .joined(separator: " ").split(separator: "\n").joined()
    #expect(text.contains(relation), "\(text)")
    #expect(text.contains(found), "\(text)")
    #expect(text.contains("not sciatica (Frandsen 2025)"))
    for word in ["danger", "risk", "too", "should", "must", "warning", "!"] {
      #expect(!text.contains(" \(word)"), "\(word)")
    }
  }

  @Test func `A plan without a run before it is told to have no comparison`() throws {
    let desk = try Desk()
    desk.results("pain", "1")
    #expect(
      desk.results("today", "--plan", "5km") == """
        Mon 23 Nov 2026

          plan          5.0 km; no run in the previous 30 days has a distance to
                        compare; 30 of these 30 days are unknown
          this morning  leg pain 1

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                                              1   blank unknown
          run, km

        """)
  }

  @Test func `Where something comes first, no study reads like a go-ahead`() throws {
    let desk = try deskWithDiary()
    #expect(desk.results("today", "--plan", "5km").contains("reference group"))
    desk.results("flare", "start", "--on", "-2d")
    let (short, long) = (
      desk.results("today", "--plan", "5km"), desk.results("today", "--plan", "13.5km")
    )
    #expect(!short.contains("study"))
    #expect(long.contains("1.64"))
    #expect(short.hasPrefix("Mon 23 Nov 2026\n\n  flare-up "))
  }

  @Test func `Answers that called for the card stand first for four weeks`() throws {
    for (days, isShown) in [(27, true), (28, false)] {
      let desk = try Desk()
      desk.results("pain", "6", "--bladder", "--on", "-\(days)d")
      desk.results("guidance", "add", "no hills", "--by", "physio")
      desk.results("flare", "start", "--on", "-3d")
      let text = desk.results([])
      let names = text.split(separator: "\n").dropFirst().prefix { !$0.contains("missing") }
        .compactMap { line in
          ["red flag", "guidance", "flare-up"].first { line.hasPrefix("  \($0) ") }
        }
      #expect(names == (isShown ? ["red flag"] : []) + ["guidance", "flare-up"], "\(text)")
      let json = try ReadJSON(desk.results("today", "--json"))
      #expect(json["red_flag_days"].array.count == (isShown ? 1 : 0))
    }
  }
}

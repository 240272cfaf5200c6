import JournalModel
import Testing
@testable import JournalCLI

@Suite struct RunCommandTests {
  /// What is typed after `nerve run`, and what is understood.
  @Test(arguments: [
    (["8.2km", "45:10"], "8.2 km in 45:10 (5:30 /km)"),
    (["45:10", "8.2km"], "8.2 km in 45:10 (5:30 /km)"),
    (["8,2km"], "8.2 km"),
    (["8.2", "km", "45", "min"], "8.2 km in 45:00 (5:29 /km)"),
    (["8.2"], "8.2 km"),
    (["5mi"], "8.0 km"),
    (["10k", "--rpe", "6"], "10.0 km, effort 6"),
    (["10k", "-e6"], "10.0 km, effort 6"), (["-e", "6", "10k"], "10.0 km, effort 6"),
    (["10k", "--rpe", "6,5"], "10.0 km, effort 6.5"),
    (["50m"], "50:00"),
    (["1h05"], "1:05:00"),
    (["10km", "5:30/km"], "10.0 km in 55:00 (5:30 /km)"),
    (["55m", "5:30/km"], "10.0 km in 55:00 (5:30 /km)"),
    (["5000m", "--surface", "Track"], "5.0 km, track"),
    (
      ["8km", "--before", "2", "--during", "4/10", "--after", "1", "--mood", "8"],
      "8.0 km, pain 2 before, 4 during, 1 after, mood 8"
    ),
    (
      ["8km", "--ascent", "120", "--heart-rate", "150", "--cadence", "172", "--form", "cadence"],
      "8.0 km, 120 m up, heart rate 150, cadence 172, form: cadence"
    ),
  ])
  func `A run is echoed as it was understood`(words: [String], told: String) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["run"] + words)
        == Transcript(
          output: "Run: \(told) on Mon 23 Nov 2026 (today)  [1]\n", messages: undoHint))
  }

  @Test func `Everything that was typed is stored`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus 40")
    desk.results(
      "run", "8.2km", "45:10", "--rpe", "6", "--shoe", "peg", "--start", "7am", "--surface",
      "trail", "--ascent", "120", "--heart-rate", "150", "--cadence", "172", "--form", "stride",
      "--before", "2", "--during", "3", "--after", "1", "--mood", "8", "--note", "Läufer's knee",
      "--on", "-1d")
    #expect(
      try desk.rows(
        """
        SELECT run.day, start_time, utc_offset_min, distance_m, duration_s, rpe, footwear.name,
          surface, ascent_m, heart_rate_avg, cadence_spm, form_change, pain_before, pain_during,
          pain_after, mood_after, run.note
        FROM run JOIN footwear ON footwear.id = footwear_id
        """) == [
          "2026-11-22|07:00:00|60|8200.0|2710.0|6.0|Pegasus 40|trail|120.0|150|172.0|stride"
            + "|2|3|1|8|Läufer's knee"
        ])
  }

  @Test func `What the clock is ahead of UTC is known where there is a clock time`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--start", "7am")
    desk.results("run", "5km", "--start", "7am", "--on", "yesterday")
    desk.results("run", "9km")
    #expect(try desk.rows("SELECT utc_offset_min FROM run") == ["60", "60", "NULL"])
  }

  @Test(arguments: [
    ("peg", "Pegasus 40"), ("PEGASUS 40", "Pegasus 40"), ("b", "Brooks"), ("novab", "Novablast"),
  ])
  func `A shoe is known by its name or the start of it`(typed: String, name: String) throws {
    let desk = try Desk()
    for shoe in ["Pegasus 40", "Brooks", "Novablast", "Nova"] {
      desk.results("shoe", "add", shoe)
    }
    #expect(desk.results("run", "5km", "--shoe", typed).hasPrefix("Run: 5.0 km, \(name) on "))
  }

  @Test(arguments: [
    ("pegasis", "Unknown shoe 'pegasis'; did you mean Pegasus 40?"),
    ("n", "'n' could be more than one shoe: Nova, Novablast. Type more of the name."),
    ("zzzzzz", "Unknown shoe 'zzzzzz'; see nerve shoe list"),
  ])
  func `A near miss is suggested and never run`(typed: String, told: String) throws {
    let desk = try Desk()
    for shoe in ["Pegasus 40", "Novablast", "Nova"] { desk.results("shoe", "add", shoe) }
    let before = try desk.dump()
    let transcript = desk.nerve("run", "5km", "--shoe", typed)
    #expect(transcript.status == 64)
    #expect(transcript.output.isEmpty)
    #expect(transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages)")
    #expect(try desk.dump() == before)
  }

  @Test func `A run is in the default shoe unless another is named or none`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus", "--on", "-3d")
    desk.results("shoe", "add", "Brooks", "--on", "-3d")
    desk.results("shoe", "default", "peg")
    #expect(
      desk.nerve("run", "5km", "--rpe", "4", "--surface", "road")
        == Transcript(
          output:
            "Run: 5.0 km, effort 4, Pegasus (default shoe), road on Mon 23 Nov 2026 (today)  [1]\n",
          messages: undoHint))
    #expect(
      desk.results("run", "5km", "-y", "--shoe", "brooks").hasPrefix("Run: 5.0 km, Brooks on "))
    #expect(desk.results("run", "5km", "-y", "--shoe", "peg").hasPrefix("Run: 5.0 km, Pegasus on "))
    #expect(desk.results("run", "5km", "-y", "--no-shoe").hasPrefix("Run: 5.0 km on "))
    #expect(desk.results("run", "5km", "-y", "--shoe", "None").hasPrefix("Run: 5.0 km on "))
    #expect(desk.results("run", "5km", "--on", "-3d").contains("Pegasus (default shoe)"))
    // It was not there yet.
    #expect(
      desk.nerve("run", "5km", "--on", "-4d")
        == Transcript(
          output: "Run: 5.0 km on Thu 19 Nov 2026 (4 days ago)  [7]\n",
          messages: undoHint + "The default shoe, Pegasus, has only been in use since Fri 20 Nov "
            + "2026, so this run has no shoe. Add one with --shoe.\n"))
    #expect(
      try desk.rows("SELECT footwear_id FROM run ORDER BY id") == [
        "1", "2", "1", "NULL", "NULL", "1", "NULL",
      ])
  }

  @Test func `An import leaves the default shoe alone`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus", "--on", "2026-01-01")
    desk.results("shoe", "default", "peg")
    let csv = try desk.folder.write("day,km\n2026-11-20,5\n", to: "runs.csv")
    desk.results(
      "import", csv, "--as", "run", "--select", "SELECT day, km * 1000 AS distance_m FROM csv")
    #expect(try desk.rows("SELECT footwear_id FROM run") == ["NULL"])
  }

  @Test func `A shoe near its limit is told after the run`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus", "--start-distance", "80km", "--limit", "100km")
    func messages(_ distance: String) -> String {
      desk.nerve("run", distance, "-y", "--shoe", "peg").messages
    }
    #expect(messages("9.9km") == undoHint)
    #expect(
      messages("2km") == undoHint
        + "Pegasus has 91.9 km on it and is due for a check at 100 km.\n")
    #expect(
      messages("10km") == undoHint
        + "Pegasus has 101.9 km on it and was due for a check at 100 km. Look at the sole and foam: "
        + "their state counts more than the number.\n")
    #expect(desk.nerve("run", "5km", "-y").messages == undoHint)
  }

  @Test func `A retired shoe is found where no other fits`() throws {
    let desk = try Desk()
    let csv = try desk.folder.write(
      "name,retired\nPegasus 38,2025-01-01\nPegasus 40,\n", to: "shoes.csv")
    desk.results(
      "import", csv, "--as", "footwear", "--select",
      "SELECT name, retired AS retired_day FROM csv")
    #expect(
      desk.results("run", "5km", "-y", "--shoe", "peg").hasPrefix("Run: 5.0 km, Pegasus 40 on "))
    #expect(
      desk.results("run", "6km", "--shoe", "pegasus 38").hasPrefix("Run: 6.0 km, Pegasus 38 on "))
  }

  /// Days by hand from Monday, 23 November 2026.
  @Test(arguments: [
    ("yesterday", "Sun 22 Nov 2026 (yesterday)"), ("-2d", "Sat 21 Nov 2026 (2 days ago)"),
    ("sat", "Sat 21 Nov 2026 (2 days ago)"), ("mon", "Mon 23 Nov 2026 (today)"),
    ("last mon", "Mon 16 Nov 2026 (7 days ago)"), ("2026-02-03", "Tue 3 Feb 2026"),
    ("7 feb", "Sat 7 Feb 2026"), ("24 nov", "Mon 24 Nov 2025"),
  ])
  func `The day is echoed with its weekday`(typed: String, day: String) throws {
    let desk = try Desk()
    #expect(desk.results("run", "5km", "--on", typed) == "Run: 5.0 km on \(day)  [1]\n")
  }

  @Test func `A day to come is refused unless it is forced`() throws {
    let desk = try Desk()
    let refused = desk.nerve("run", "5km", "--on", "tomorrow")
    #expect(
      refused
        == Transcript(
          64,
          messages: "nerve: 'tomorrow' is Tue 24 Nov 2026, in the future; check it, or "
            + "add --yes to use it anyway.\n"))
    #expect(
      desk.results("run", "5km", "--on", "tomorrow", "--force")
        == "Run: 5.0 km on Tue 24 Nov 2026 (tomorrow)  [1]\n")
  }

  @Test func `The night until four belongs to the day before`() throws {
    var desk = try Desk(at: 3, 59)
    #expect(desk.results("run", "5km") == "Run: 5.0 km on Sun 22 Nov 2026 (today)  [1]\n")
    // Whoever writes the date out means it.
    #expect(
      desk.results("run", "5km", "--on", "2026-11-23")
        == "Run: 5.0 km on Mon 23 Nov 2026 (tomorrow)  [2]\n")
    #expect(desk.nerve("run", "5km", "--on", "2026-11-24").status == 64)
    desk.setClock(4)
    #expect(desk.results("run", "6km") == "Run: 6.0 km on Mon 23 Nov 2026 (today)  [3]\n")
  }
}

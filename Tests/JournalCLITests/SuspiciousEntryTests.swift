import JournalModel
import Testing
@testable import JournalCLI
@testable import JournalStore

/// What is asked about before it is logged.
@Suite struct SuspiciousEntryTests {
  /// A desk on which 8.2 km in 45:10 of yesterday is run 1.
  private func desk(_ words: String...) throws -> Desk {
    let desk = try Desk()
    desk.results(["run"] + (words.isEmpty ? ["8.2km", "45:10"] : words) + ["--on", "yesterday"])
    return desk
  }

  private let question =
    "This looks like run 1 on Sun 22 Nov 2026: 8.2 km in 45:10. Log it anyway? [y/N] "

  @Test(arguments: ["y", "Y", "yes", " YES "])
  func `At a terminal a repeated run is asked about, and yes logs it`(answer: String) throws {
    var desk = try desk()
    desk.answers = [answer]
    #expect(
      desk.nerve("run", "8.2km", "45:10", "--on", "yesterday")
        == Transcript(
          output: "Run: 8.2 km in 45:10 (5:30 /km) on Sun 22 Nov 2026 (yesterday)  [2]\n",
          messages: question + undoHint))
  }

  @Test(arguments: [["n"], [""], ["nonsense"], []])
  func `Anything else logs nothing`(answers: [String]) throws {
    var desk = try desk()
    let before = try desk.dump()
    desk.answers = answers
    #expect(
      desk.nerve("run", "8.2km", "45:10", "--on", "yesterday")
        == Transcript(
          1, messages: question + (answers.isEmpty ? "\n" : "") + "nerve: Nothing was logged.\n"))
    #expect(try desk.dump() == before)
  }

  @Test func `Where nobody sits it is refused, in words that repeat nothing typed`() throws {
    var desk = try desk()
    let before = try desk.dump()
    let refusal = Transcript(
      1,
      messages: "nerve: This looks like run 1 on Sun 22 Nov 2026; add --yes to log it anyway.\n")
    #expect(desk.nerve("run", "8.2km", "45:10", "--on", "yesterday") == refusal)
    desk.answers = ["y"]
    #expect(
      desk.nerve("run", "8.2km", "45:10", "--on", "yesterday", "--no-input") == refusal)
    #expect(try desk.dump() == before)
  }

  @Test(arguments: ["--yes", "-y", "--force"])
  func `Yes can be said beforehand`(flag: String) throws {
    var desk = try desk()
    desk.answers = []
    #expect(
      desk.nerve("run", "8.2km", "45:10", "--on", "yesterday", flag).messages == undoHint)
    #expect(
      desk.nerve("run", "8.2km", "45:10", "--on", "yesterday", flag, "--no-input").status == 0)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["3"])
  }

  /// The run of the day before, the one that is typed, and whether it repeats it.
  @Test(arguments: [
    (["8.2km", "45:10"], ["8.3km", "45:30"], true),
    (["8.2km", "45:10"], ["8.2km"], true),
    (["8.2km"], ["8.2km", "45:10"], true),
    (["8.2km", "45:10"], ["45:30"], true),
    (["45:10"], ["45:10"], true),
    (["10km"], ["10.2km"], true),
    (["8.2km", "45:10"], ["8.2km", "50:00"], false),
    (["8.2km", "45:10"], ["9km", "45:10"], false),
    (["10km"], ["10.3km"], false),
    // Neither says what the other does.
    (["8.2km"], ["45:10"], false),
    (["5km", "--start", "7:00"], ["9km", "--start", "7:02"], true),
    (["5km", "--start", "7:00"], ["9km", "--start", "7:03"], false),
    (["5km", "--start", "23:59"], ["9km", "--start", "0:01"], true),
    // To work and back.
    (["5km", "--start", "7:00"], ["5km", "--start", "17:30"], false),
    (["5km", "--start", "7:00"], ["5km", "--start", "7:10"], true),
    (["5km", "--start", "7:00"], ["5km"], true),
  ])
  func `A run repeats another one if distance and time agree`(
    first: [String], second: [String], repeats: Bool
  ) throws {
    let desk = try Desk()
    desk.results(["run"] + first + ["--on", "yesterday"])
    let transcript = desk.nerve(["run"] + second + ["--on", "yesterday"])
    #expect(transcript.status == (repeats ? 1 : 0), "\(transcript.messages)")
    // Another day is another run.
    #expect(desk.nerve(["run"] + first).status == 0)
  }

  @Test func `An equal check-in is a slip for five minutes, then a second rating`() throws {
    var desk = try Desk()
    desk.results("pain", "4", "--back", "2")
    desk.setClock(7, 35)
    desk.answers = ["n"]
    #expect(
      desk.nerve("pain", "4", "--back", "2")
        == Transcript(
          1,
          messages:
            "This looks like check-in 1 on Mon 23 Nov 2026: leg 4, back 2. Log it anyway? [y/N] "
            + "nerve: Nothing was logged.\n"))
    #expect(desk.nerve("pain", "4").status == 0, "it says something else")
    desk.setClock(7, 36)
    #expect(desk.nerve("pain", "4", "--back", "2").status == 0)
    desk.setClock(21)
    #expect(desk.nerve("pain", "4", "--back", "2").status == 0)
  }

  @Test func `What has no clock time is a slip for five minutes after it was logged`() throws {
    let desk = try Desk()
    desk.results("stretch", "piriformis", "3x30s")
    desk.results("pain", "3", "--on", "yesterday")
    let stretch = desk.nerve("stretch", "piri", "3x30s")
    #expect(stretch.status == 1)
    #expect(
      stretch.messages
        == "nerve: This looks like stretch 1 on Mon 23 Nov 2026; add --yes to log it anyway.\n")
    #expect(desk.nerve("pain", "3", "--on", "yesterday").status == 1)
    #expect(desk.nerve("pain", "3", "--on", "yesterday", "--evening").status == 0)
    #expect(desk.nerve("stretch", "piriformis", "3x30s", "--side", "left").status == 0)
    #expect(desk.nerve("stretch", "piriformis", "3x30s", "--on", "yesterday").status == 0)

    try Connection(path: desk.folder["journal.sqlite"], access: .readWrite)
      .run("UPDATE action SET done_at = '2026-01-01T00:00:00Z'")
    #expect(desk.nerve("stretch", "piriformis", "3x30s").status == 0)
    #expect(desk.nerve("pain", "3", "--on", "yesterday").status == 0)
  }

  @Test func `A note in the question cannot drive the terminal`() throws {
    var desk = try Desk()
    desk.results("pain", "3", "--medication", "a\u{1B}[2Jb")
    desk.answers = ["n"]
    let messages = desk.nerve("pain", "3", "--medication", "a\u{1B}[2Jb").messages
    #expect(messages.contains("a␛[2Jb"))
    #expect(!messages.contains("\u{1B}"))
  }

  @Test(arguments: [
    (["run", "8km", "5:30"], "The pace is faster than anyone runs: 5:30 = 5 minutes 30 seconds"),
    (["run", "5km", "2h"], "The pace is slower than a walk: 2:00:00 = 2 hours"),
    (["run", "101km"], "The run is longer than 100 km"),
    (["run", "25h"], "The run takes more than a day: 25:00:00 = 25 hours"),
    (["pain", "--sleep", "17"], "More than 16 hours of sleep is unlikely"),
    (["pain", "4", "--sitting", "18,5"], "More than 18 hours of sitting is unlikely"),
  ])
  func `An unlikely value is asked about`(words: [String], told: String) throws {
    var desk = try Desk()
    #expect(
      desk.nerve(words)
        == Transcript(1, messages: "nerve: \(told); check it, or add --yes to log it anyway.\n"))
    desk.answers = ["n", "y"]
    #expect(
      desk.nerve(words)
        == Transcript(
          1, messages: "\(told). Log it anyway? [y/N] nerve: Nothing was logged.\n"))
    desk.answers = ["y"]
    #expect(desk.nerve(words).status == 0)
    desk.answers = nil
    #expect(desk.nerve(words + ["--yes"]).status == 0)
  }

  @Test(arguments: [
    (["run", "1", "82km"], "The pace is faster than anyone runs"),
    (["run", "1", "4:10"], "The pace is faster than anyone runs: 4:10 = 4 minutes 10 seconds"),
    (["run", "--clear", "duration", "101km"], "The run is longer than 100 km"),
    (["pain", "--sleep", "17"], "More than 16 hours of sleep is unlikely"),
  ])
  func `A change to an unlikely value is asked about`(words: [String], told: String) throws {
    var desk = try desk()
    desk.results("pain", "3")
    let before = try desk.dump()
    #expect(
      desk.nerve(["edit"] + words)
        == Transcript(1, messages: "nerve: \(told); check it, or add --yes to change it anyway.\n"))
    desk.answers = ["n"]
    #expect(
      desk.nerve(["edit"] + words)
        == Transcript(
          1, messages: "\(told). Change it anyway? [y/N] nerve: Nothing was changed.\n"))
    #expect(try desk.dump() == before)
    desk.answers = ["y"]
    #expect(desk.nerve(["edit"] + words).status == 0)
  }

  @Test func `What was unlikely before the change is not asked about again`() throws {
    let desk = try desk("150km", "--yes")
    #expect(desk.nerve("edit", "run", "--rpe", "9").status == 0)
    #expect(desk.nerve("edit", "run", "160km").status == 0)
    #expect(desk.nerve("edit", "run", "1h").messages.contains("The pace is faster"))
  }

  @Test func `A change to what cannot be is refused before anything is asked`() throws {
    var desk = try desk()
    desk.answers = ["y"]
    let note = String(repeating: "x", count: 10_001)
    let transcript = desk.nerve("edit", "run", "82km", "--note", note)
    #expect(transcript.status != 0)
    #expect(transcript.messages.hasPrefix("nerve: "), "\(transcript.messages)")
  }

  @Test(arguments: [
    ["run", "100km", "9h"], ["run", "5km", "10:05"], ["run", "5km", "1h39"], ["run", "24h"],
    ["pain", "--sleep", "16"], ["pain", "--sitting", "18"],
  ])
  func `A value that somebody has is not`(words: [String]) throws {
    #expect(try Desk().nerve(words).status == 0)
  }

  @Test func `Each doubt is a question of its own`() throws {
    var desk = try desk("150km", "-y")
    desk.answers = ["y", "n"]
    let messages = desk.nerve("run", "150km", "--on", "yesterday", "--no-input").messages
    #expect(messages.hasPrefix("nerve: The run is longer"))
    #expect(
      desk.nerve("run", "150km", "--on", "yesterday").messages
        == "The run is longer than 100 km. Log it anyway? [y/N] "
        + "This looks like run 1 on Sun 22 Nov 2026: 150.0 km. Log it anyway? [y/N] "
        + "nerve: Nothing was logged.\n")
  }

  @Test func `A day to come is asked about too`() throws {
    var desk = try Desk()
    desk.answers = ["n"]
    #expect(
      desk.nerve("run", "5km", "--on", "tomorrow")
        == Transcript(
          1,
          messages: "Tue 24 Nov 2026 (tomorrow) is in the future. Log it anyway? [y/N] "
            + "nerve: Nothing was logged.\n"))
    desk.answers = ["y"]
    #expect(
      desk.nerve("run", "5km", "--on", "tomorrow").output
        == "Run: 5.0 km on Tue 24 Nov 2026 (tomorrow)  [1]\n")
    #expect(desk.nerve("flare", "start", "--on", "tomorrow", "--no-input").status == 64)
  }

  @Test(arguments: [
    ["run", "5km"], ["pain", "4"], ["stretch", "piriformis", "3x30s"], ["shoe", "add", "Nova"],
    ["flare", "start"],
  ])
  func `A quiet command logs without a word and tells errors`(words: [String]) throws {
    let desk = try Desk()
    #expect(desk.nerve(words + ["--quiet"]) == Transcript())
    #expect(
      desk.nerve(words + ["-q", "--on", "zq9"]).messages.hasPrefix("nerve: 'zq9' is not a day"))
    #expect(try desk.rows("SELECT count(*) FROM action") == ["1"])
  }

  // MARK: - Beside a file

  /// A desk on which run 1 came from a file.
  private func imported() throws -> Desk {
    let desk = try Desk()
    desk.results(["import", try desk.folder.write(TrackFile().text, to: "run.gpx")])
    return desk
  }

  private let typed = ["run", "6km", "30:00", "--rpe", "6", "--on", "2026-11-20", "-q"]
  private let fileQuestion =
    "This looks like run 1 on Fri 20 Nov 2026, from an import: 6.0 km in 30:00. Add your details "
    + "to it? [y/N] "

  @Test func `What is typed after its file can be added to that run`() throws {
    var desk = try imported()
    desk.answers = ["y"]
    #expect(desk.nerve(typed) == Transcript(messages: fileQuestion))
    #expect(
      try desk.rows("SELECT id, start_time, distance_m, rpe FROM run")
        == ["1|07:00:00|6000.0|6.0"])
    desk.results("undo")
    #expect(try desk.rows("SELECT rpe FROM run") == ["NULL"])
  }

  @Test func `Or it is logged as one more, and no file joins the two`() throws {
    var desk = try imported()
    desk.answers = ["n", "y"]
    #expect(
      desk.nerve(typed) == Transcript(messages: fileQuestion + "Log it as a new run? [y/N] "))
    let again = TrackFile(start: "2026-11-20T06:00:30Z").text
    desk.results(["import", try desk.folder.write(again, to: "again.gpx")])
    #expect(try desk.rows("SELECT count(*) FROM run") == ["2"])
  }

  @Test func `Where nobody can be asked both ways are told`() throws {
    let desk = try imported()
    #expect(
      desk.nerve(typed)
        == Transcript(
          1,
          messages: "nerve: This looks like run 1 on Fri 20 Nov 2026, from an import; add to it "
            + "with nerve edit run 1, or add --yes to log another one.\n"))
    #expect(desk.nerve(typed + ["--yes"]).status == 0)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["2"])
  }
}

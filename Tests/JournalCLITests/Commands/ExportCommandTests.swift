import Foundation
import Testing
@testable import JSONText
@testable import JournalCLI

@Suite struct ExportCommandTests {
  /// A journal with something in every table, changes undone, and text that is
  /// hard to write.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus \"40\", blue")
      desk.results("shoe", "default", "peg")
      desk.results(
        "run", "8.2km", "45:10", "--rpe", "6.5", "--note", "calf, \"tight\"\r\nöäü 👟\u{1}\\ end",
        "--on", "2026-11-20")
      desk.results("run", "5km", "--on", "2026-11-21", "--note", "007")
      desk.results("edit", "run", "2", "6km", "--note", "8.0")
      desk.results("pain", "4", "--reach", "calf", "--side", "left", "--on", "2026-11-21")
      desk.results("stretch", "piriformis", "3x30s")
      desk.results("flare", "start", "--on", "2026-11-01")
      desk.results("cross", "swim", "30m")
      desk.results("guidance", "add", "no hills")
      desk.results("rest", "--on", "2026-11-10")
      desk.results("config", "units", "mi")
      let file = try desk.folder.write(TrackFile(start: "2026-11-18T06:00:00Z").text, to: "a.gpx")
      desk.results("import", file)
      desk.results("delete", "run", "3")
      desk.results("undo")
      desk.results("exercise", "add", "Wall sit", "--kind", "strength")
    }
  }

  private func journal(_ desk: Desk, _ name: String) -> JournalFile {
    JournalFile(path: desk.folder[name])
  }

  @Test(arguments: ["json", "ndjson", "csv"])
  func `An export makes an empty journal the same one, history and all`(_ format: String) throws {
    var desk = try desk()
    desk.width = 120
    let file = desk.folder["export"]
    #expect(desk.nerve("export", "--format", format, "-o", file) == Transcript())
    let copy = desk.folder["copy.sqlite"]
    let report = desk.results("import", file, "--journal", copy)
    #expect(report.hasPrefix("Restored: "))
    #expect(
      report.hasSuffix(
        "3 in run, 1 in check_in, 1 in stretch, 1 in cross_training, 1 in flare_up, 1 in footwear\n"
      ))
    #expect(try journal(desk, "copy.sqlite").dump == desk.dump())
    #expect(try journal(desk, "copy.sqlite").rows("PRAGMA integrity_check") == ["ok"])
    // What was logged there goes on as if it was here.
    for path in [copy, desk.folder["journal.sqlite"]] {
      desk.results("undo", "--journal", path)
      desk.results("run", "7km", "--on", "2026-11-22", "--journal", path)
    }
    // Every action has a time and an identity of its own.
    for name in ["copy.sqlite", "journal.sqlite"] {
      try journal(desk, name).run(
        "UPDATE action SET done_at = '2026-11-23T12:00:00Z', uid = 'action ' || id, stamp = id")
    }
    #expect(try journal(desk, "copy.sqlite").dump == desk.dump())
    // A second export is the first to the byte.
    let again = desk.folder["again"]
    desk.results("import", file, "--journal", desk.folder["third.sqlite"])
    desk.results(
      "export", "--format", format, "-o", again, "--journal", desk.folder["third.sqlite"])
    #expect(FileManager.default.contentsEqual(atPath: file, andPath: again))
  }

  @Test func `An export can go through a pipe, and be laid out anew`() throws {
    let desk = try desk()
    let json = desk.results("export")
    let pretty = JSONWriter.text(
      [
        "nerve": "export", "schema": 8,
        "tables": ["run": [["id": 4, "day": "2026-01-01", "distance_m": 5e3]]],
      ])
    let file = try desk.folder.write(pretty, to: "pretty.json")
    #expect(
      desk.results("import", file, "--journal", desk.folder["p.sqlite"])
        == "Restored: 1 row, including 1 in run\n")
    #expect(try journal(desk, "p.sqlite").rows("SELECT id, distance_m FROM run") == ["4|5000.0"])
    let binary = try BuiltBinary()
    #expect(try binary.run(["import", "-"], input: .text(json)).status == 0)
    #expect(
      try JournalFile(path: binary.home[".local/share/nerve/journal.sqlite"]).dump == desk.dump())
    #expect(try ReadJSON(json) != .null)
  }

  @Test func `The lines name their tables and the folder has a file for each`() throws {
    let desk = try Desk()
    desk.results("run", "8km", "--on", "2026-11-20")
    let lines = desk.results("export", "--format", "ndjson").split(separator: "\n")
    #expect(lines.first == "{\"nerve\":\"export\",\"schema\":18}")
    #expect(
      lines.last == """
        {"table":"run","id":1,"day":"2026-11-20","start_time":null,"utc_offset_min":null,\
        "distance_m":8000.0,"duration_s":null,"rpe":null,"footwear_id":null,"surface":null,\
        "ascent_m":null,"heart_rate_avg":null,"heart_rate_max":null,"cadence_spm":null,\
        "form_change":null,"pain_before":null,"pain_during":null,"pain_after":null,\
        "mood_after":null,"note":null,"import_id":null,"descent_m":null,"steps":null,"doubt":null}
        """)
    desk.results("export", "--format", "csv", "-o", desk.folder["csv"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder["csv"]).sorted() == [
        "action.csv", "activity_source.csv", "change.csv", "change_after.csv", "change_entry.csv",
        "change_value.csv", "check_in.csv", "cross_training.csv", "day_mark.csv", "exercise.csv",
        "export.csv", "flare_up.csv", "footwear.csv", "forgotten.csv", "guidance.csv",
        "identity.csv", "import.csv", "routine.csv", "routine_step.csv", "run.csv",
        "saved_query.csv", "setting.csv", "stretch.csv", "trial_answer.csv",
        "trial_arm.csv", "trial_end.csv", "trial_look.csv", "trial_pause.csv", "trial_plan.csv",
        "typed_activity.csv",
      ])
    #expect(
      try String(contentsOfFile: desk.folder["csv"] + "/run.csv", encoding: .utf8).hasSuffix(
        "\r\n1,2026-11-20,,,8000.0,,,,,,,,,,,,,,,,,,\r\n"))
    #expect(try desk.folder.permissions(of: "csv") == 0o700)
    #expect(try desk.folder.permissions(of: "csv/run.csv") == 0o600)
  }

  @Test func `An export goes into an empty journal only`() throws {
    let desk = try desk()
    let file = desk.folder["export.json"]
    desk.results("export", "-o", file)
    let before = try desk.dump()
    let refused = desk.nerve("import", file)
    #expect(refused.status == 1)
    #expect(
      refused.messages.hasSuffix("an export needs an empty one. Choose another with --journal.\n")
    )
    #expect(try desk.dump() == before)
    // It replaces an earlier one, and nothing else.
    desk.results("export", "-o", file)
    let other = try desk.folder.write("[1]", to: "other.json")
    #expect(desk.nerve("export", "-o", other).messages.contains("is not a Nerve export"))
    #expect(
      desk.results("import", file, "--dry-run", "--json", "--journal", desk.folder["new.sqlite"])
        .contains("\"dry_run\": true"))
    #expect(try !desk.folder.contents.contains("new.sqlite"))
  }

  @Test(arguments: [
    ("{\"nerve\":\"export\",\"schema\":99}", "it is from a newer version of nerve"),
    (
      "{\"nerve\":\"export\",\"schema\":9,\"tables\":{\"nope\":[{}]}}",
      "contains an unknown table"
    ),
    (
      "{\"nerve\":\"export\",\"schema\":9,\"tables\":{\"run\":[{\"x\":1}]}}",
      "has an unknown column"
    ),
    ("{\"nerve\":\"export\",\"schema\":9,\"tables\":{\"run\":[{\"id\":1}]}}", "breaks a rule"),
    (
      "{\"nerve\":\"export\",\"schema\":9,\"tables\":{\"run\":[{\"id\":1,\"day\":\"2026-01-01\",\"distance_m\":5,\"footwear_id\":9}]}}",
      "refers to a missing row"
    ),
    ("{\"nerve\":\"export\",\"schema\":9,\"tables\":{\"run\":[", "damaged or cut short"),
    ("{\"nerve\":\"export\",\"schema\":9}\n{\"table\":\"run\",\"id\":", "damaged or cut short"),
    (
      "{\"nerve\":\"export\",\"schema\":9}\n{\"table\":\"sqlite_schema\",\"id\":1}",
      "contains an unknown table"
    ),
  ])
  func `An export that cannot be used changes nothing`(_ text: String, _ told: String) throws {
    let desk = try Desk()
    desk.results("export", "-o", desk.folder["none"], "--journal", try empty(desk))
    let file = try desk.folder.write(text, to: "bad.json")
    let before = try desk.dump()
    let refused = desk.nerve("import", file)
    #expect(refused.status == 1)
    #expect(refused.messages.contains(told), "\(refused.messages)")
    #expect(try desk.dump() == before)
  }

  /// Makes the desk's journal, with nothing ever logged in it.
  private func empty(_ desk: Desk) throws -> String {
    let file = try desk.folder.write("{\"nerve\":\"export\",\"schema\":9}", to: "empty.json")
    desk.results("import", file)
    return desk.folder["journal.sqlite"]
  }

  @Test func `Every cut of an export is refused or the whole of it`() throws {
    let desk = try Desk()
    desk.results("run", "8km", "--on", "2026-11-20")
    let whole = Array(desk.results("export").utf8)
    for length in stride(from: 40, to: whole.count - 5, by: 97) {
      let file = try desk.folder.write(Array(whole[..<length]), to: "cut.json")
      #expect(
        desk.nerve("import", file, "--dry-run", "--journal", desk.folder["new.sqlite"]).status == 1)
    }
  }
}

import Foundation
import Testing

@testable import JSONText
@testable import JournalCLI
@testable import JournalStore

/// What `nerve correlate --summary` prints, and what it must not.
@Suite struct CorrelateSummaryTests {
  private let words: Set<String> = [
    "km", "minutes", "leg", "morning", "evening", "unknown", "worsens", "less_pain_after", "mixed",
    "depends_on_length", "hint", "no_link_seen", "unclear", "not_enough_data",
  ]

  /// A desk with a journal of two years.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.results("sample", desk.folder["journal.sqlite"], "--until", "2026-10-31")
    return desk
  }

  /// Every text inside a value.
  private func texts(in value: ReadJSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object(let members): members.values.flatMap(texts)
    default: []
    }
  }

  @Test func `A summary is one line, as its schema says`() throws {
    let desk = try desk()
    let short = desk.folder["short.sqlite"]
    desk.results("run", "5km", "--journal", short)
    let schema = try JSONSchema(of: "summary")
    for line in [
      [], ["--journal", short], ["--load", "srpe"], ["--timing", "unknown"], ["--lags", "-3...14"],
      ["--from", "2026-01-01"], ["--pain", "back"],
    ] {
      let transcript = desk.nerve(["correlate", "--summary"] + line)
      #expect(transcript.status == 0)
      #expect(transcript.output.split(separator: "\n").count == 1)
      #expect(transcript.output.hasSuffix("}\n"))
      let problems = schema.problems(of: try ReadJSON(transcript.output))
      #expect(problems.isEmpty, "\(line): \(problems)")
    }
    #expect(!schema.problems(of: .object(["summary": .number(1)])).isEmpty)
  }

  @Test func `A summary has the numbers of the whole answer`() throws {
    let desk = try desk()
    let summary = try ReadJSON(desk.results("correlate", "--summary"))
    let whole = try ReadJSON(desk.results("correlate", "--json", "--lags", "1...3"))
    for name in [
      "program", "schema_version", "journal_id", "settings", "timing_doubtful", "days", "run_days",
      "rest_days", "implied_rest_days", "typical_run", "pain_sd", "slope_covariance",
    ] {
      #expect(summary[name] == whole[name], "\(name)")
      #expect(!summary[name].isNull)
    }
    #expect(summary["verdict"]["kind"] == whole["verdict"]["kind"])
    #expect(summary["verdict"]["reason"] == whole["verdict"]["reason"])
    #expect(summary["synthetic"] == .bool(true))
    let typical = try #require(whole["typical_run"].number)
    for (place, lag) in summary["lags"].array.enumerated() {
      let adjusted = whole["lags"][place]["adjusted"]
      for name in ["pairs", "df", "slope", "se", "points_per_typical_run"] {
        #expect(lag[name] == adjusted[name], "\(name)")
      }
      let se = try #require(adjusted["se"].number)
      expectClose(lag["points_se"], se * typical, "points_se")
      expectClose(
        summary["slope_covariance"]["matrix"][place][place], se * se, "variance", tolerance: 1e-14)
    }
    #expect(summary["settings"]["all_days"] == .bool(true))
    let part = try ReadJSON(desk.results("correlate", "--summary", "--to", "2026-06-01"))
    #expect(part["settings"]["all_days"] == .bool(false))
  }

  @Test func `A summary of a file has no id and no schema`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(CorrelateContractTests.unrelated.text, to: "days.csv")
    let summary = try ReadJSON(desk.results("correlate", "--summary", "--csv", file))
    #expect(try JSONSchema(of: "summary").problems(of: summary).isEmpty)
    #expect(summary["journal_id"].isNull)
    #expect(summary["schema_version"].isNull)
    #expect(summary["days"].int == 600)
    #expect(summary["verdict"]["kind"].string == "no_link_seen")
  }

  /// Every text column of every table gets a text that stands out, wherever the schema
  /// allows it.
  @Test func `No word, name, note or day of a journal is in its summary`() throws {
    let desk = try desk()
    desk.results("pain", "4", "--note", "canary", "--medication", "canary")
    desk.results("flare", "start", "--trigger", "canary", "--note", "canary")
    desk.results("guidance", "add", "canary")
    desk.results("config", "name", "canary")
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let columns = try file.rows(
      """
      SELECT list.name, info.name FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
      WHERE list.type = 'table' AND list.schema = 'main' AND info.type IN ('TEXT', 'ANY')
        AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      """
    ).map { $0.split(separator: "|").map(String.init) }
    var changed: [String] = []
    for column in columns {
      let (table, name) = (column[0], column[1])
      // Names are unique.
      let canary = "'canary ' || rowid"
      if (try? file.run("UPDATE \"\(table)\" SET \"\(name)\" = \(canary)")) != nil,
        try file.rows("SELECT count(*) FROM \"\(table)\" WHERE \"\(name)\" LIKE 'canary%'") != ["0"]
      {
        changed.append("\(table).\(name)")
      }
    }
    for expected in [
      "run.note", "check_in.note", "check_in.medication", "flare_up.trigger_text", "footwear.name",
      "guidance.advice", "exercise.name", "action.command", "setting.value",
    ] {
      #expect(changed.contains(expected), "\(expected) was not changed: \(changed)")
    }
    let transcript = desk.nerve("correlate", "--summary")
    try #require(transcript.status == 0, "\(transcript.messages)")
    #expect(!transcript.output.lowercased().contains("canary"))
    #expect(!transcript.messages.lowercased().contains("canary"))
    #expect(transcript.output.firstMatch(of: /\d{4}-\d{2}/) == nil)
    #expect(transcript.output.firstMatch(of: /\d{1,2}:\d{2}/) == nil)
    #expect(!transcript.output.contains(desk.folder.path))
    let summary = try ReadJSON(transcript.output)
    let verdict = try JSONSchema(of: "summary").root["properties"]["verdict"]["properties"]
    let known = words.union(verdict["reason"]["enum"].array.compactMap(\.string))
    let program = desk.results("--version").trimmingCharacters(in: .whitespacesAndNewlines)
    for text in texts(in: summary) where !known.contains(text) {
      #expect(text == program || text.wholeMatch(of: /[0-9a-f]{32}/) != nil, "\(text)")
    }
    let identity = try #require(try file.rows("SELECT journal FROM identity").first)
    #expect(summary["journal_id"].string?.count == 32)
    #expect(!transcript.output.contains(identity.prefix(12)))
  }

  @Test func `A journal that is summarised keeps every byte, its mode and its neighbours`() throws {
    var desk = try desk()
    let folder = desk.folder
    desk.variables["HOME"] = folder.path
    let path = folder["journal.sqlite"]
    chmod(path, 0o644)
    let before = try #require(FileManager.default.contents(atPath: path))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(desk.nerve("correlate", "--summary").status == 0)
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try folder.permissions(of: "journal.sqlite") == 0o644)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == names)
  }

  @Test func `A failure is JSON on standard output, beside its sentence and its status`() throws {
    let desk = try desk()
    let folder = desk.folder
    let whole = try #require(FileManager.default.contents(atPath: folder["journal.sqlite"]))
    try folder.write(Array(whole.prefix(40_000)), to: "cut.sqlite")
    try folder.write("Dear diary, today I ran.", to: "diary.sqlite")
    try folder.copy(folder["journal.sqlite"], to: "newer.sqlite")
    try JournalFile(path: folder["newer.sqlite"]).run("PRAGMA user_version = 9999")
    try folder.copy(folder["journal.sqlite"], to: "part.sqlite")
    try JournalFile(path: folder["part.sqlite"]).run("DROP VIEW day")
    let schema = try JSONSchema(of: "failure")
    for (words, kind, status) in [
      (["--journal", folder["cut.sqlite"]], "damaged", 1),
      (["--journal", folder["diary.sqlite"]], "not_a_journal", 1),
      (["--journal", folder["newer.sqlite"]], "newer_schema", 1),
      (["--journal", folder["missing.sqlite"]], "no_journal", 1),
      (["--journal", folder.path], "cannot_open", 1),
      (["--csv", folder["missing.csv"]], "file", 1),
      (["--lags", "zq9"], "usage", 64), (["--zq9"], "usage", 64),
      (["--journal", folder["part.sqlite"]], "incomplete_schema", 1),
    ] {
      for form in [["--summary"], ["--json"], ["--format", "json"], ["--format=JSON"]]
      // Without --summary a missing view is restored.
      where kind != "incomplete_schema" || form == ["--summary"] {
        let transcript = desk.nerve(["correlate"] + form + words)
        #expect(Int(transcript.status) == status, "\(words)")
        #expect(transcript.messages.hasPrefix("nerve: "))
        let failure = try ReadJSON(transcript.output)
        #expect(schema.problems(of: failure).isEmpty, "\(transcript.output)")
        #expect(failure["error"]["kind"].string == kind, "\(words)")
        #expect(failure["error"]["exit_status"].int == status)
        let told = transcript.messages.dropFirst("nerve: ".count)
        if form == ["--summary"] {
          #expect(failure["error"]["message"].isNull)
          #expect(!transcript.output.contains(folder.path))
          #expect(transcript.output.split(separator: "\n").count == 1)
        } else {
          #expect(failure["error"]["message"].string == told.dropLast().description)
        }
      }
      // Elsewhere the output stays empty.
      #expect(desk.nerve(["correlate"] + words).output.isEmpty || kind == "incomplete_schema")
    }
    #expect(desk.nerve("dose", "--json", "--journal", folder["cut.sqlite"]).output.isEmpty)
  }
}

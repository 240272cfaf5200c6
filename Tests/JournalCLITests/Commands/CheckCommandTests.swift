import CivilDay
import Foundation
import JournalModel
import JournalStore
import Platform
import Testing

@testable import JournalCLI
@testable import Presentation
@testable import WrittenValues

/// Whether a diary is fit for an answer, as a runner asks it.
@Suite struct CheckCommandTests {
  /// Half a year of a runner who rates in the evening, seldom after runs, always runs
  /// 5 km on the same weekdays, marks no rest day, and typed some slips.
  private func badDesk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus")
      desk.results("shoe", "add", "Nova")
      var entries: [Entry] = []
      for number in 0..<180 {
        let day = Desk.monday.day - 180 + number
        let text = SQLiteValue.text("\(day)")
        if [1, 3, 6].contains(day.weekday) {
          entries.append(
            Entry(
              .run,
              [
                "day": text, "distance_m": number % 3 == 0 ? nil : 5_000,
                "duration_s": number % 3 > 0 && number % 5 == 0 ? nil : 1_800,
                "start_time": "18:00:00",
              ]))
        }
        let isAfterRun = [2, 4, 0].contains(day.weekday)
        if number % (isAfterRun ? 4 : 7) == (isAfterRun ? 1 : 0) || !isAfterRun {
          entries.append(
            Entry(
              .checkIn,
              [
                "day": text, "time": "21:00:00",
                "leg_pain": .integer(number % 60 == 30 ? 10 : number % 3),
              ]))
        }
      }
      func day(_ ago: Int) -> SQLiteValue { .text("\(Desk.monday.day - ago)") }
      entries += [
        Entry(.run, ["day": day(9), "distance_m": 8_000, "duration_s": 480]),
        Entry(.run, ["day": day(16), "distance_m": 82_000]),
        Entry(.run, ["day": day(8), "distance_m": 7_000, "start_time": "07:00:00"]),
        Entry(.run, ["day": day(8), "distance_m": 7_050, "start_time": "07:01:00"]),
        Entry(
          .checkIn,
          ["day": day(12), "moment": "later", "sitting_hours": 17, "sleep_hours": 9]),
      ]
      let journal = try Journal(
        path: desk.folder["journal.sqlite"], for: .writing(makingFolder: false))
      _ = try journal.add(entries, command: "diary", today: nil)
    }
  }

  /// Ten months with a rating each morning and evening, hours of sitting, and a mark
  /// on each day without a run.
  private func goodDesk() throws -> Desk {
    try Desk.prepared { desk in
      try desk.live(World(days: 300, last: Desk.monday.day - 1) { km, _ in 0.15 * km })
      let evenings = (1...300).map { ago in
        Entry(
          .checkIn,
          [
            "day": .text("\(Desk.monday.day - ago)"), "moment": "later",
            "leg_pain": .integer(ago % 4), "sitting_hours": .integer(3 + ago % 5),
            "medication": ago % 30 == 0 ? "ibuprofen" : nil,
          ])
      }
      let journal = try Journal(path: desk.folder["journal.sqlite"], for: .changing)
      _ = try journal.add(evenings, command: "evenings", today: nil)
      desk.results("flare", "start", "--on", "\(Desk.monday.day - 40)")
      desk.results("flare", "end", "--on", "\(Desk.monday.day - 36)")
    }
  }

  private func topics(_ json: ReadJSON) -> [String?] {
    json["findings"].array.map { $0["topic"].string }
  }

  @Test func `A good diary has nothing to improve`() throws {
    let desk = try goodDesk()
    let text = desk.results("check")
    #expect(text.hasPrefix("Your diary can give an answer. There is nothing to improve.\n"))
    #expect(text.split(separator: "\n").count <= 4, "\(text)")
    let json = try ReadJSON(desk.results("check", "--json"))
    #expect(json["can_answer"] == .bool(true))
    #expect(json["findings"].array.isEmpty)
    #expect(json["figures"]["recent_rating_times"]["morning"].int == 56)
    #expect(json["figures"]["confirmed_rest_days"]["overall"]["count"].int ?? 0 > 100)
    #expect(json["fine"].array.count == 9)
    #expect(desk.results("check", "--plain").isEmpty)
  }

  @Test func `The worst diary fits one screen`() throws {
    var desk = try badDesk()
    for (width, most) in [(100, 40), (80, 52)] {
      desk.width = width
      let lines = desk.results("check").split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= most, "\(lines.joined(separator: "\n"))")
      #expect(lines[0].hasPrefix("Your diary cannot give an answer yet. "))
    }
    let json = try ReadJSON(desk.results("check", "--json"))
    #expect(
      topics(json) == [
        "rating_times", "known_days", "ratings", "rest_days", "entries", "days", "run_days",
        "columns",
      ])
    #expect(json["can_answer"] == .bool(false))
  }

  @Test func `Slips are told with the commands that mend them`() throws {
    let desk = try badDesk()
    let entries = try ReadJSON(desk.results("check", "--json"))["figures"]["entries"].array
    #expect(
      entries.map { $0["reason"].string } == ["duplicate", "value", "value", "load", "pain_jump"])
    let text = desk.results("check")
    #expect(text.contains("looks like run "))
    #expect(text.contains("and 2 more, listed by --json"))
    #expect(
      entries[3]["text"].string?.hasPrefix("82.0 km, while the other runs are 5.0 to ") == true)
    for (place, entry) in entries.enumerated() {
      let kind = entry["kind"].string == "run" ? "run" : "check-in"
      let id = try #require(entry["id"].int)
      let day = try #require(entry["day"].string.flatMap { Day($0) })
      #expect(desk.results("show", kind, "\(id)").contains(day.longDescription))
      #expect(text.contains("\(kind) \(id), \(day.longDescription): ") == (place < 3))
    }
    // The newest is there twice.
    let finding = try #require(
      try ReadJSON(desk.results("check", "--json"))["findings"].array
        .first { $0["topic"].string == "entries" })
    let delete = try #require(finding["command"].string)
    #expect(delete == "nerve delete run \(entries[0]["id"].int ?? 0)")
    desk.results(delete.split(separator: " ").dropFirst().map(String.init))
    let after = try ReadJSON(desk.results("check", "--json"))["figures"]["entries"].array
    #expect(after.map { $0["id"] } == entries.dropFirst().map { $0["id"] })
  }

  @Test func `Every command of the check runs`() throws {
    let desk = try badDesk()
    for finding in try ReadJSON(desk.results("check", "--json"))["findings"].array {
      guard let command = finding["command"].string else { continue }
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let result = desk.nerve(words + (words[0] == "checkin" ? ["--no-input"] : []))
      // A check-in without input says what is missing.
      #expect(result.status == (words[0] == "checkin" ? 1 : 0), "\(command): \(result.messages)")
    }
  }

  @Test func `Marked days are no finding any more`() throws {
    let desk = try badDesk()
    func implied() throws -> Int {
      let rest = try ReadJSON(desk.results("check", "--json"))["figures"]["confirmed_rest_days"]
      return (rest["overall"]["of"].int ?? 0) - (rest["overall"]["count"].int ?? 0)
    }
    while let command = try ReadJSON(desk.results("check", "--json"))["findings"].array
      .first(where: { $0["topic"].string == "rest_days" })?["command"].string
    {
      let before = try implied()
      desk.results(command.split(separator: " ").dropFirst().map(String.init))
      try #require(try implied() < before)
    }
    #expect(
      try ReadJSON(desk.results("check", "--json"))["fine"].array
        .contains { $0.string == "rest_days" })
  }

  @Test func `The month says the same of ratings and rest days`() throws {
    let desk = try badDesk()
    let check = try ReadJSON(desk.results("check", "--json"))
    let month = try ReadJSON(desk.results("month", "--json"))
    for name in ["high_pain", "after_high_pain", "after_runs"] {
      #expect(check["figures"]["missing_ratings"][name] == month["rating_gaps"][name])
    }
    #expect(
      month["next_step"].string == "record_missing"
        || month["next_step"].string == "rate_before_running")
    #expect(desk.results("month").contains("assumed, not logged"))
    let good = try goodDesk()
    #expect(!good.results("month").contains("assumed"))
  }

  @Test func `Text, Markdown, CSV and JSON say the same`() throws {
    let desk = try badDesk()
    let json = try ReadJSON(desk.results("check", "--json"))
    let sentence = try #require(json["text"].string)
    let text = desk.results("check").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let markdown = desk.results("check", "--format", "markdown")
    let rows = desk.results("check", "--plain").split(separator: "\n")
    #expect(text.hasPrefix(sentence) && markdown.hasPrefix(sentence))
    #expect(rows.count == json["findings"].array.count)
    for (finding, row) in zip(json["findings"].array, rows) {
      #expect(
        row.hasPrefix("\(finding["topic"].string ?? "?")\t\(finding["finding"].string ?? "?")\t"))
      guard let command = finding["command"].string else { continue }
      #expect(markdown.contains("`\(command)`"))
      #expect(text.contains(command))
      #expect(row.hasSuffix("\t\(command)"))
    }
  }

  @Test func `A period can be checked, and another measure`() throws {
    let desk = try badDesk()
    let json = try ReadJSON(desk.results("check", "--from", "-30d", "--load", "minutes", "--json"))
    #expect(json["load"].string == "minutes")
    #expect(json["days"].int ?? 99 <= 31)
    #expect(
      desk.results("check", "--load", "srpe").hasPrefix("Effort times minutes only describes"))
    #expect(
      desk.results("check", "--from", "2010-01-01", "--to", "2010-02-01")
        == "There are no days to check yet.\n")
  }

  @Test func `Nobody is told to run otherwise while a flare-up is in progress`() throws {
    let desk = try Desk()
    try desk.live(
      World(days: 300, last: Desk.monday.day - 1, runWeekdays: [1, 3, 6]) { _, _ in 0 })
    let advice = "swap your"
    let before = desk.results("check")
    desk.results("flare", "start", "--on", "yesterday")
    let after = desk.results("check")
    if before.contains(advice) { #expect(after.contains("Leave your running as it is for now.")) }
    #expect(!after.contains(advice) && !after.contains("other weekdays"))
  }

  @Test func `A file of days is checked without a journal`() throws {
    let desk = try Desk()
    var text = "date,load,pain\n"
    for number in 0..<120 {
      let pain = number == 60 ? "10" : "\(number % 3)"
      text +=
        "\(Desk.monday.day - 120 + number),\(number % 2 == 0 ? "" : "\(4 + number % 7)"),\(pain)\n"
    }
    let file = try desk.folder.write(text, to: "days.csv")
    let shown = desk.results("check", "--csv", file).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(shown.contains("add --timing morning"))
    #expect(shown.contains("Write 0 for a rest day."))
    #expect(shown.contains("pain 10, with 2 the day before and 1 the day after"))
    #expect(!shown.contains("nerve "))
    #expect(!desk.results("check", "--csv", file, "--timing", "morning").contains("--timing"))
  }
}

import CivilDay
import JournalModel
import JournalStore
import Platform
import TestSupport
import Testing

@testable import JournalCLI
@testable import WrittenValues

@Suite struct FlaresCommandTests {
  /// A run on every other day and as many flare-ups of four days, five weeks apart,
  /// each after a run of `spike` km and two short nights.
  private func desk(flareUps: Int, spike: Double = 25) throws -> Desk {
    let desk = try Desk()
    var chance = SplitMix64(seed: 9)
    let count = 35 * (flareUps + 1)
    let first = Desk.monday.day - count
    let onsets = (0..<flareUps).map { 35 * ($0 + 1) - 1 }
    var entries = [Entry(.footwear, ["name": "old"]), Entry(.footwear, ["name": "fresh"])]
    for day in 0..<count {
      let date = SQLiteValue.text("\(first + day)")
      let isEve = onsets.contains(day + 1)
      let isShort = isEve || onsets.contains(day + 2)
      entries.append(
        Entry(
          .checkIn,
          [
            "day": date, "moment": "morning", "leg_pain": .integer(day % 5),
            "sleep_hours": .real(isShort ? 4 : 7.5 + Double(Int.random(in: 0...1, using: &chance))),
          ]))
      if isEve || day.isMultiple(of: 2) {
        entries.append(
          Entry(
            .run,
            [
              "day": date, "distance_m": .real(isEve ? spike * 1000 : 5_000),
              "footwear": isEve && day > 60 ? "fresh" : "old",
            ]))
      } else {
        entries.append(Entry(.dayMark, ["day": date, "kind": "rest"]))
      }
    }
    for onset in onsets {
      entries.append(
        Entry(
          .flareUp,
          [
            "onset_day": .text("\(first + onset)"), "end_day": .text("\(first + onset + 3)"),
            "peak_pain": 7, "trigger_text": "long drive",
          ]))
    }
    let journal = try Journal(
      path: desk.folder["journal.sqlite"], for: .writing(makingFolder: false))
    _ = try journal.add(entries, command: "flare-ups", today: nil)
    return desk
  }

  @Test func `What came before flare-ups is told as an association`() throws {
    let desk = try desk(flareUps: 10)
    let text = desk.results("flares")
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flat.hasPrefix(
        "In the three days before your 10 flare-ups you ran more, ran further in one go "),
      "\(flat)")
    #expect(flat.contains("and slept less than before other days."))
    #expect(flat.contains("an association and hindsight, not proof"))
    #expect(flat.contains("before 1 of 10 flare-ups"))
    #expect(flat.contains("not recorded sitting, stress and minutes of stretching"))
    let json = try ReadJSON(desk.results("flares", "--json"))
    #expect(json["cases"].int == 10 && json["reason"].isNull)
    #expect(
      json["contrasts"].array.map { $0["exposure"].string }
        == ["load", "longest_run_ratio", "sleep"])
    for contrast in json["contrasts"].array {
      #expect((contrast["holm_p"].number ?? 1) < 0.05)
      #expect((contrast["p"].number ?? 1) <= (contrast["holm_p"].number ?? 0))
    }
    #expect(json["new_shoes"]["cases"].int == 1)
    #expect(json["lead_ups"].array.count == 10)
  }

  @Test func `Where nothing differs, nothing is found`() throws {
    let desk = try desk(flareUps: 8, spike: 5)
    // The nights are short all the same.
    let text = desk.results("flares").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.hasPrefix("In the three days before your 8 flare-ups you ")
        && text.contains("slept less"))
    #expect(!text.contains("in one go"))
    _ = try desk.rows("UPDATE check_in SET sleep_hours = NULL")
    _ = try desk.rows("UPDATE run SET distance_m = 5000")
    _ = try desk.rows("DELETE FROM run WHERE 1")
    _ = try desk.rows("DELETE FROM day_mark WHERE 1")
    let empty = desk.results("flares").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(empty.hasPrefix("Nothing recorded sets the three days before your 8 flare-ups"))
  }

  @Test func `Fewer than five are shown day by day instead`() throws {
    let desk = try desk(flareUps: 3)
    let text = desk.results("flares")
    #expect(text.hasPrefix("Not enough flare-ups to compare yet: 3 of 5 needed."))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("Before ") } == 3)
    #expect(text.contains("4 days, peak 7; suspected trigger: long drive"))
    #expect(text.contains("25.0"))
    #expect(!text.contains("three days before"))
    let json = try ReadJSON(desk.results("flares", "--json"))
    #expect(json["reason"].string == "fewer_than_5_flare_ups")
    #expect(json["contrasts"].array.allSatisfy { $0["p"].isNull })
    let days = json["lead_ups"][0]["days"].array
    #expect(days.count == 7)
    #expect(days.last?["load"].number == 25 && days.last?["sleep_hours"].number == 4)
    #expect(desk.results("flares", "--format", "csv").split(whereSeparator: \.isNewline).count == 4)
    let markdown = desk.results("flares", "--format", "markdown")
    #expect(
      markdown.hasPrefix("Not enough flare-ups") && markdown.contains("| ---")
        || markdown.contains("|:--"))
  }

  @Test func `Without a flare-up it says how to log one`() throws {
    let desk = try deskWithDiary()
    #expect(
      desk.results("flares")
        == "No flare-ups on the days looked at.\n\n  to log one  nerve flare start\n")
    let json = try ReadJSON(desk.results("flares", "--json"))
    #expect(json["reason"].string == "no_flare_ups")
  }

  @Test func `Precautions come first`() throws {
    let desk = try desk(flareUps: 3)
    desk.results("flare", "start")
    let text = desk.results("flares")
    #expect(text.hasPrefix("  flare-up  day 1"))
    #expect(text.contains("4 of 5 needed"))
    #expect(text.contains(", in progress"))
  }

  @Test func `Flare-ups close to another are left out, and it is said`() throws {
    let desk = try desk(flareUps: 4)
    let day = Desk.monday.day
    desk.results("flare", "start", "--on", "\(day - 6)")
    desk.results("flare", "end", "--on", "\(day - 5)")
    desk.results("flare", "start", "--on", "\(day - 2)")
    let text = desk.results("flares").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("left out 1 flare-up within a week of an earlier one"))
    #expect(text.contains("In the three days before your 5 flare-ups"))
  }
}

import CivilDay
import JournalModel
import JournalStore
import Platform
import TestSupport
import Testing

@testable import JournalCLI
@testable import WrittenValues

@Suite struct CompareCommandTests {
  /// Ninety runs on every other day in two shoes; the leg hurts two points more the
  /// morning after the first.
  ///
  /// The shoe changes after every `block` runs; the surface, the time, the ascent
  /// and the effort follow it.
  private func fill(
    _ desk: Desk, block: Int = 1, moment: String = "morning", rated: Range<Int> = 0..<180
  ) throws {
    var chance = SplitMix64(seed: 3)
    func share() -> Double { Double(chance.next() >> 11) / 0x1p53 }
    var entries = ["sore", "soft", "spare"].map { Entry(.footwear, ["name": .text($0)]) }
    var worn: String?
    for day in 0..<180 {
      let date = SQLiteValue.text("\(Desk.monday.day - 180 + day)")
      let pain = 2 + Int(share() * 3) + (worn == "sore" ? 2 : 0)
      if rated.contains(day) {
        entries.append(
          Entry(.checkIn, ["day": date, "moment": .text(moment), "leg_pain": .integer(pain)]))
      }
      worn = nil
      guard day.isMultiple(of: 2) else { continue }
      let isSore = (day / 2 / block).isMultiple(of: 2)
      worn = day == 20 ? "spare" : isSore ? "sore" : "soft"
      entries.append(
        Entry(
          .run,
          [
            "day": date, "distance_m": .integer(4_000 + Int(share() * 8_000)),
            "footwear": .text(worn ?? ""), "surface": isSore ? "road" : "trail",
            "start_time": isSore ? "18:00:00" : "07:00:00", "ascent_m": isSore ? 20 : 400,
            "rpe": isSore ? 8 : 3,
          ]))
      if isSore { entries.append(Entry(.stretch, ["day": date, "exercise": "calf"])) }
    }
    let journal = try Journal(
      path: desk.folder["journal.sqlite"], for: .writing(makingFolder: false))
    _ = try journal.add(entries, command: "runs", today: nil)
  }

  private func desk() throws -> Desk { try Desk.prepared { try fill($0) } }

  /// A shoe is worn for two months before the other one.
  private func deskOfBlocks() throws -> Desk { try Desk.prepared { try fill($0, block: 30) } }

  private static let topics: [[String]] = [
    ["shoe", "soft", "sore"], ["surface", "trail", "road"], ["stretch"], ["stretch", "calf"],
    ["routine", "legs"], ["time"], ["rpe > 6"], ["start_time > '12'"],
  ]

  @Test(arguments: topics)
  func `A difference that was put in is told as an association`(topic: [String]) throws {
    let desk = try desk()
    desk.results("routine", "add", "legs", "calf")
    let text = desk.results(["compare"] + topic)
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.hasPrefix("Leg pain the next morning is "), "\(text)")
    #expect(flat.contains(" points higher after "))
    #expect(flat.contains("an association, not proof"))
    let json = try ReadJSON(desk.results(["compare", "--json"] + topic))
    let points = try #require(json["fit"]["points"].number)
    let ci95 = json["fit"]["ci95"].array.compactMap(\.number)
    #expect(ci95[0] < 2 && 2 < ci95[1] && ci95[1] - ci95[0] < 1.5)
    #expect(text.contains(NumberText.signed(points, 2)))
    #expect(json["alternations"].int ?? 0 > 80)
  }

  @Test func `Terrain is parted at the median, which is told`() throws {
    let text = try desk().results("compare", "terrain")
    #expect(text.contains("lower after hillier runs than after flatter runs"))
    #expect(text.contains("m of ascent per km, the median of your own"))
  }

  @Test func `Two most used shoes are chosen, others are listed, and a coin is offered`() throws {
    let text = try desk().results("compare", "shoe")
    #expect(text.contains("after runs in s"))
    #expect(text.contains("left out"))
    #expect(text.contains("spare 1"))
    #expect(text.contains("nerve trial plan shoe s"))
  }

  @Test func `A trial is offered only for what it can randomise, and only in shoes in use`() throws
  {
    let desk = try desk()
    for topic in [["surface"], ["time"], ["terrain"], ["rpe > 6"]] {
      #expect(!desk.results(["compare"] + topic).contains("nerve trial"), "\(topic)")
    }
    #expect(desk.results("compare", "stretch").contains("nerve trial plan stretch calf"))
    desk.results("routine", "add", "the legs", "calf")
    #expect(
      desk.results("compare", "routine", "legs").contains("nerve trial plan routine 'the legs'"))
    desk.results("shoe", "retire", "soft")
    #expect(!desk.results("compare", "shoe", "sore", "soft").contains("nerve trial"))
  }

  /// Whatever comes first, no page may speak of a trial or of other runs.
  @Test(arguments: [
    ["flare", "start"], ["guidance", "add", "no hills"], ["pain", "5", "--saddle"],
  ])
  func `Precautions come first, and nothing is advised`(command: [String]) throws {
    for desk in [try desk(), try deskOfBlocks()] {
      let before = desk.results("compare", "shoe", "sore", "soft")
      #expect(before.contains("nerve trial plan"))
      desk.results(command + ["--yes"])
      let text = desk.results("compare", "shoe", "sore", "soft")
      #expect(text.hasPrefix("  "), "\(text)")
      #expect(!text.contains("trial") && !text.contains("more often"))
      let json = try ReadJSON(desk.results("compare", "shoe", "sore", "soft", "--json"))
      #expect(json["trial_command"].isNull)
    }
  }

  /// A look before the end would let people stop when they like what they see.
  @Test func `A trial in progress is neither looked at nor offered again`() throws {
    let desk = try desk()
    desk.results("trial", "start", "shoe", "sore", "soft", "--unit", "run", "--yes")
    desk.results("run", "5km", "--shoe", "sore", "--surface", "road", "--yes")
    for topic in ["shoe", "footwear = 'sore'"] {
      let json = try ReadJSON(desk.results("compare", topic, "--json"))
      #expect(json["held_back_since"].string == "\(Desk.monday.day)")
      #expect(json["last"].string == "\(Desk.monday.day - 1)")
      #expect(json["trial_command"].isNull)
    }
    #expect(desk.results("compare", "shoe").contains("held back"))
    let surface = try ReadJSON(desk.results("compare", "surface", "--json"))
    #expect(surface["held_back_since"].isNull)
    #expect(surface["last"].string == "\(Desk.monday.day)")
    let stretch = try ReadJSON(desk.results("compare", "stretch", "--json"))
    #expect(stretch["held_back_since"].isNull && stretch["trial_command"].isNull)
  }

  @Test func `Too few alternations are counted, with the way out`() throws {
    let desk = try deskOfBlocks()
    let text = desk.results("compare", "shoe", "sore", "soft")
    #expect(
      text.hasPrefix("Cannot compare yet: 2 alternations of 6 needed. Change shoes more often"))
    #expect(!text.contains("95 % interval"))
    let json = try ReadJSON(desk.results("compare", "shoe", "sore", "soft", "--json"))
    #expect(json["reason"].string == "fewer_than_6_alternations" && json["fit"].isNull)
  }

  @Test func `Too few runs are counted for each kind, with what is missing`() throws {
    let desk = try Desk()
    try fill(desk, rated: 0..<30)
    let text = desk.results("compare", "shoe", "sore", "soft").replacing("\n", with: " ")
    #expect(
      text.hasPrefix("Not enough runs to compare yet. Run days that can be used: sore 7 of 8"))
    #expect(text.contains("without a distance, a rating that morning or one the next morning"))
    let json = try ReadJSON(desk.results("compare", "shoe", "sore", "soft", "--json"))
    #expect(json["reason"].string == "fewer_than_8_runs")
    #expect(json["a"]["used_days"].int == 7)
  }

  @Test func `What is not recorded is said plainly`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    #expect(desk.results("compare", "shoe").hasPrefix("Nothing to compare yet: no day with a run"))
    desk.results("run", "5km")
    for (topic, told) in [
      ("shoe", "no run has a shoe."), ("surface", "no run has a surface."),
      ("time", "no run has a start time."),
      ("terrain", "no run has both a distance and an ascent."),
      ("stretch", "no stretch or exercise is logged."),
      ("rpe > 6", "the condition is unknown for every run."),
    ] {
      #expect(desk.results("compare", topic) == "Nothing to compare yet: \(told)\n")
    }
    desk.results("shoe", "add", "pegasus")
    desk.results("run", "6km", "--shoe", "pegasus", "--yes")
    // Two runs, one of them in an unknown shoe: the day has none.
    #expect(desk.results("compare", "shoe").contains("no run has a shoe"))
    desk.results("run", "6km", "--shoe", "pegasus", "--on", "yesterday")
    #expect(desk.results("compare", "shoe").contains("has the same one, pegasus."))
    #expect(
      desk.results("compare", "time", "--load", "minutes").contains("use --load km"))
  }

  @Test func `Ratings of the evening and of unknown times say what they hide`() throws {
    func told(_ desk: Desk, _ words: String...) -> String {
      desk.results(["compare", "shoe"] + words).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    let rated = try Desk()
    try fill(rated, moment: "later")
    let evening = told(rated)
    #expect(evening.contains("Leg pain the next day is"))
    #expect(evening.contains("for equal pain that day"))
    #expect(evening.contains("were made after the run"))
    let unknown = told(try desk(), "--timing", "unknown")
    #expect(unknown.contains("nobody knows whether the pain was rated before or after"))
    let worst = told(try desk(), "--pain", "worst")
    #expect(worst.contains("the day's worst pain may come after the run"))
    #expect(!told(try desk()).contains("timing"))
  }

  @Test func `All formats say the same numbers`() throws {
    let desk = try desk()
    let json = try ReadJSON(desk.results("compare", "shoe", "--json"))
    let csv = desk.results("compare", "shoe", "--format", "csv").split(whereSeparator: \.isNewline)
    try #require(csv.count == 3)
    #expect(csv[0].hasPrefix("kind,name,run_days,used_days,"))
    #expect(csv[2].hasPrefix("b,\(json["b"]["name"].string ?? "?"),"))
    #expect(csv[2].contains(",\(NumberText.shortest(json["fit"]["points"].number)),"))
    #expect(!csv[1].contains(NumberText.shortest(json["fit"]["points"].number)))
    let markdown = desk.results("compare", "shoe", "--format", "markdown")
    #expect(markdown.hasPrefix(json["text"].string ?? "?"))
    #expect(markdown.contains(NumberText.signed(json["fit"]["points"].number, 2)))
    #expect(desk.results("compare", "shoe", "--plain").split(separator: "\n").count == 2)
  }

  @Test func `A period and the other units narrow and change what is shown`() throws {
    let desk = try desk()
    let all = try ReadJSON(desk.results("compare", "shoe", "--json"))
    let some = try ReadJSON(desk.results("compare", "shoe", "--from", "-60d", "--json"))
    #expect(some["days"].int == 60 && all["days"].int == 180)
    #expect((some["a"]["run_days"].int ?? 0) < (all["a"]["run_days"].int ?? 0))
    #expect(desk.results("compare", "shoe").contains("km"))
    desk.results("config", "units", "mi")
    let miles = desk.results("compare", "shoe")
    #expect(miles.contains("mi") && !miles.contains("km"))
  }

  @Test func `Names need no quotes and the start of one is enough`() throws {
    let desk = try desk()
    desk.results("exercise", "add", "long slow stretch")
    let text = desk.results("compare", "stretch", "long", "slow")
    #expect(text.contains("with long slow stretch"))
    #expect(desk.results("compare", "shoe", "sor", "sof").contains("runs in soft"))
  }

  @Test func `A wrong condition is explained at its place, and nothing is written`() throws {
    let desk = try desk()
    let before = try desk.dump()
    let unknown = desk.nerve("compare", "rep > 6")
    #expect(unknown.status == 1)
    #expect(
      unknown.messages
        == "nerve: Cannot run the SQL: no such column: rep; did you mean rpe?\n  rep > 6\n  ^\n")
    for condition in [
      "1); DELETE FROM run; --", "1) FROM day; UPDATE run SET rpe = 1 --",
      "(SELECT 1 FROM pragma_journal_mode('DELETE'))",
    ] {
      #expect(desk.nerve("compare", condition).status != 0, "\(condition)")
    }
    #expect(try desk.dump() == before)
  }

  @Test func `Functions of nerve sql may be used`() throws {
    #expect(try desk().results("compare", "month(day) < '2026-09'").contains("condition"))
  }
}

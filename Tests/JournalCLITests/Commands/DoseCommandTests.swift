import CivilDay
import Correlator
import Foundation
import Testing
@testable import JournalCLI
@testable import WrittenValues

@Suite struct DoseCommandTests {
  private let members = [
    "load", "pain", "timing", "first", "last", "days", "since_day", "lag", "bands", "reason",
    "text",
  ].sorted()

  /// A year of runs on every other day or so; `hurts` tells after which ones pain
  /// is three points higher.
  private func csv(
    km: (_ any: Int) -> Int = { 1 + $0 % 12 }, hurts: (_ km: Int) -> Bool = { $0 > 8 }
  ) -> String {
    var random = SplitMix64(seed: 1)
    var before = 0
    var text = "date,load,pain\n"
    for day in 0..<365 {
      let pain = Int.random(in: 0...3, using: &random) + (hurts(before) ? 3 : 0)
      before = Bool.random(using: &random) ? km(Int.random(in: 0...999, using: &random)) : 0
      text += "\(Day(daysSince1970: 20_000) + day),\(before),\(pain)\n"
    }
    return text
  }

  @Test func `A clear effect is parted into thirds`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv(), to: "days.csv")
    let json = try ReadJSON(desk.results("dose", "--timing", "morning", "--csv", file, "--json"))
    #expect(json.keys == members)
    #expect(json["first"].string == "\(Day(daysSince1970: 20_000))")
    #expect(json["days"].int == 365)
    #expect(json["lag"].int == 1)
    #expect(json["reason"].isNull)
    let bands = json["bands"].array
    #expect(bands.map { $0["band"].string } == ["bottom", "middle", "top"])
    for band in bands {
      #expect(
        band.keys
          == ["band", "ci95", "days", "df", "load_from", "load_to", "outcome", "p", "points", "se"])
    }
    try #require(bands.count == 3)
    #expect(bands[0]["load_from"].number == 1)
    #expect(bands[2]["load_to"].number == 12)
    #expect(bands[2]["outcome"].string == "found")
    #expect((bands[2]["points"].number ?? 0) > 2)
    #expect(bands[0]["outcome"].string != "found")
  }

  @Test func `Text, Markdown, CSV and plain say the same numbers`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv(), to: "days.csv")
    let json = try ReadJSON(desk.results("dose", "--timing", "morning", "--csv", file, "--json"))
    let top = json["bands"][2]
    let points = NumberText.signed(top["points"].number, 2)
    let text = desk.results("dose", "--timing", "morning", "--csv", file)
    let sentence = json["text"].string ?? "?"
    #expect(text.replacing("\n", with: " ").contains(sentence))
    #expect(text.contains("not a limit"))
    let markdown = desk.results(
      "dose", "--timing", "morning", "--csv", file, "--format", "markdown")
    #expect(markdown.hasPrefix(sentence))
    for page in [text, markdown] { #expect(page.contains(points)) }
    let table = desk.results("dose", "--timing", "morning", "--csv", file, "--format", "csv").split(
      whereSeparator: \.isNewline)
    try #require(table.count == 4)
    #expect(table[3].hasPrefix("top,"))
    #expect(table[3].contains(",\(NumberText.shortest(top["points"].number)),"))
    #expect(
      desk.results("dose", "--timing", "morning", "--csv", file, "--plain").split(separator: "\n")
        .count == 3)
  }

  @Test func `Without bands it says why and gives no row`() throws {
    let desk = try Desk()
    let days = csv().split(separator: "\n").prefix(20)
    let cases = [
      (days.joined(separator: "\n"), "not_enough_data", "Not enough data"),
      (csv(hurts: { _ in false }), "no_clear_effect", "clear enough"),
      (csv(km: { $0 < 4 ? 8 : $0 < 8 ? 10 : 9 }), "thirds_too_small", "eight days each"),
    ]
    for (text, reason, words) in cases {
      let file = try desk.folder.write(text, to: "\(reason).csv")
      let json = try ReadJSON(desk.results("dose", "--timing", "morning", "--csv", file, "--json"))
      #expect(json["reason"].string == reason)
      #expect(json["bands"].array.isEmpty)
      #expect(json["lag"].isNull)
      let shown = desk.results("dose", "--timing", "morning", "--csv", file)
      #expect(shown.contains(words))
      #expect(!shown.contains("third "))
      let table = desk.results("dose", "--timing", "morning", "--csv", file, "--format", "csv")
      #expect(table.split(whereSeparator: \.isNewline).count == 1)
    }
  }

  @Test func `Miles are told where they are the runner's unit`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--until", "2026-10-31")
    let metric = desk.results("dose", "--journal", path)
    desk.results("config", "unit", "mi", "--journal", path)
    let imperial = desk.results("dose", "--journal", path)
    #expect(metric.contains(" km") && !imperial.contains(" km"))
    #expect(imperial.contains(" mi"))
  }
}

import JournalModel
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import WrittenValues

/// Miles for whoever thinks in them: in every text, and for every bare number.
@Suite struct UnitTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("config", "units", "mi")
    }
  }

  @Test(arguments: [
    (["5", "45:00"], "5.0 mi in 45:00 (9:00 /mi)", "8046.72|2700.0"),
    (["8km", "48m"], "5.0 mi in 48:00 (9:39 /mi)", "8000.0|2880.0"),
    (["5", "9:00/mi"], "5.0 mi in 45:00 (9:00 /mi)", "8046.72|2700.0"),
    (["5", "6:00/km"], "5.0 mi in 48:17 (9:39 /mi)", "8046.72|2897.0"),
  ])
  func `A run is typed and echoed in miles, and stored in metres`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try desk()
    #expect(
      desk.results(["run"] + words) == "Run: \(told) on Mon 23 Nov 2026 (today)  [1]\n")
    #expect(try desk.rows("SELECT distance_m, duration_s FROM run") == [stored])
    #expect(desk.results("list").contains(told))
    #expect(desk.results("list", "--format", "markdown").contains(told))
  }

  @Test func `Shoes are in miles in text and in kilometres in JSON and CSV`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "peg", "--limit", "400", "--start-distance", "100")
    #expect(
      try desk.rows("SELECT start_distance_m, limit_distance_m FROM footwear")
        == ["160934.4|643737.6"])
    let text = desk.results("shoe", "list")
    #expect(text.contains("  mi"))
    #expect(text.contains("limit mi"))
    #expect(text.contains("100.0"))
    #expect(!text.contains("km"))
    let json = try ReadJSON(desk.results("shoe", "list", "--json"))
    expectClose(json[0]["distance_km"], 160.9344, "distance_km")
    expectClose(json[0]["limit_km"], 643.7376, "limit_km")
    #expect(desk.results("shoe", "list", "--format", "csv").contains("distance_km,limit_km"))
  }

  @Test func `The monthly summary is in miles in text and Markdown only`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "Pegasus", "--on", "2026-09-01")
    desk.results("run", "10", "90m", "--shoe", "peg", "--on", "2026-10-02")
    desk.results("run", "5", "--on", "2026-10-05")
    let text = desk.results("month", "oct", "--full")
    for line in [
      "distance               15.0 mi", "longest run  10.0 mi", "shoes        Pegasus 10.0 mi",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(text.contains("load (mi) and the next day's leg pain"))
    #expect(!text.contains("km"))
    for options in [[], ["--full"]] {
      let page = desk.results(["month", "oct", "--format", "markdown"] + options)
      #expect(!page.contains("km"))
    }
    let json = try ReadJSON(desk.results("month", "oct", "--json"))
    expectClose(json["distance_km"], 15 * 1.609344, "distance_km")
    expectClose(json["longest_km"], 16.09344, "longest_km")
    #expect(json["correlation"]["load"].string == "km")
    #expect(desk.results("month", "oct", "--format", "csv").contains("24.14016"))
  }

  @Test func `The correlation is in miles in text only, and a file has no miles`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "2026-10-20", "--seed", "11")
    func correlate(_ words: String...) -> String {
      desk.results(["correlate", "--lags", "0...3"] + words + ["--journal", path])
    }
    let metric = (text: correlate(), json: correlate("--json"), csv: correlate("--format", "csv"))
    desk.results("config", "units", "mi", "--journal", path)
    #expect(correlate("--json") == metric.json)
    #expect(correlate("--format", "csv") == metric.csv)
    let typical = try #require(ReadJSON(metric.json)["typical_run"].number)
    #expect(metric.text.contains(" \(NumberText.fixed(typical, 1)) km\n"))
    let text = correlate()
    #expect(text.contains(" \(NumberText.fixed(typical / 1.609344, 1)) mi\n"))
    #expect(!text.contains(" km"))
    let slope = try #require(ReadJSON(metric.json)["reverse"][0]["slope"].number)
    #expect(
      text.contains("you run \(NumberText.fixed(abs(slope) / 1.609344, 1)) mi")
        || text.contains("no clear sign"))

    let days = try desk.folder.write(
      "date,load,pain\n"
        + (1...28).map { "2026-02-\($0 < 10 ? "0" : "")\($0),\($0 % 5 * 2),\($0 % 4)\n" }.joined(),
      to: "days.csv")
    #expect(desk.results("correlate", "--csv", days, "--load", "km").contains("28 days"))
    #expect(!desk.results("correlate", "--csv", days, "--load", "km").contains(" mi\n"))
  }

  /// The smallest effect that matters decides between an answer and none.
  @Test func `The setting is the smallest effect of month and correlate`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "2026-10-20", "--seed", "11")
    func verdict(_ words: String...) throws -> ReadJSON {
      let json = try ReadJSON(desk.results(words + ["--json", "--journal", path]))
      return json["verdict"].isNull ? json["correlation"]["verdict"] : json["verdict"]
    }
    for points in ["0.05", "3", "10"] {
      let asked = try verdict("correlate", "--limit", points)
      desk.results("config", "smallest-effect", points, "--journal", path)
      #expect(try verdict("correlate") == asked)
      #expect(try verdict("month")["kind"].string != nil)
      #expect(try verdict("correlate", "--limit", "1") == verdict("correlate", "--limit", "1,0"))
    }
  }
}

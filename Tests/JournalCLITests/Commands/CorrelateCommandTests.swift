import CivilDay
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import WrittenValues

@Suite struct CorrelateCommandTests {
  /// METHOD 9: the members of the document and of its parts; the first line is for pooling.
  private let members = [
    "journal_id", "program", "schema_version", "settings", "slope_covariance", "pain_sd",
    "load", "pain", "timing", "timing_doubtful", "first", "last", "days", "lags",
    "second_line_columns", "reverse", "typical_run", "run_days", "rest_days", "implied_rest_days",
    "longest_gap", "last_365", "bands", "habit_cost", "same_day", "missing_after_runs", "verdict",
  ].sorted()
  private let estimateMembers = ["ci95", "effective_n", "p", "r"]
  private let adjustedMembers = [
    "pairs", "controls", "df", "slope", "se", "t", "p", "holm_p", "ci95", "ci90", "share",
    "partial_r", "partial_r_ci95", "points_per_typical_run", "crosscheck_p",
  ].sorted()

  /// Twelve weeks in which a longer run is followed by more pain.
  private func csv(days: Int = 84) -> String {
    let first = Day(daysSince1970: 20_600)
    let rows = (0..<days).map { day -> String in
      let load = [5, 0, 8, 0, 3, 12, 0, 6, 0, 0, 9][day * day % 11]
      let before = [5, 0, 8, 0, 3, 12, 0, 6, 0, 0, 9][max(0, day - 1) * max(0, day - 1) % 11]
      return "\(first + day),\(load),\(before / 4 + day % 3)\n"
    }
    return "date,load,pain\n" + rows.joined()
  }

  @Test func `The JSON has every member of the method and no other`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv(), to: "days.csv")
    let transcript = desk.nerve("correlate", "--csv", file, "--lags", "-2...4", "--json")
    #expect(transcript.status == 0)
    #expect(transcript.messages.isEmpty)
    let json = try ReadJSON(transcript.output)
    #expect(json.keys == members)
    #expect(json["load"].string == "km")
    #expect(json["pain"].string == "leg")
    #expect(json["timing"].string == "unknown")
    #expect(json["first"].string == "\(Day(daysSince1970: 20_600))")
    #expect(json["last"].string == "\(Day(daysSince1970: 20_683))")
    #expect(json["days"].int == 84)
    #expect(json["longest_gap"].int == 0)
    #expect(json["lags"].array.map { $0["lag"].int } == Array(-2...4))
    for lag in json["lags"].array {
      #expect(
        lag.keys == ["adjusted", "kendall", "lag", "n", "pearson", "second_line", "spearman"])
      #expect(lag["pearson"].keys == estimateMembers)
      #expect(lag["spearman"].keys == estimateMembers)
      #expect(lag["kendall"].keys == ["tau"])
      #expect(lag["pearson"]["ci95"].array.count == 2)
      // Adjusted effects look forward only.
      let isForward = try #require(lag["lag"].int) >= 1
      #expect(lag["adjusted"].isNull == !isForward)
      if isForward { #expect(lag["adjusted"].keys == adjustedMembers) }
    }
    #expect(json["reverse"].array.map { $0["lag"].int } == [0, 1])
    for effect in json["reverse"].array {
      #expect(effect.keys == ["ci95", "holm_p", "lag", "p", "pairs", "se", "slope"])
    }
    #expect(
      Set(json["verdict"].keys).isSuperset(of: [
        "kind", "reason", "lags", "direction", "since", "earlier", "could_be_missed", "limit",
        "more_days", "pairs_now", "pairs_needed", "text", "lines", "upper_bound_points",
      ]))
  }

  @Test func `What is undefined is null and never 0`() throws {
    let desk = try Desk()
    let constant = try desk.folder.write(
      "date,load,pain\n2026-01-01,5,3\n2026-01-02,5,3\n2026-01-03,5,3\n2026-01-04,5,3\n",
      to: "constant.csv")
    let json = try ReadJSON(
      desk.results("correlate", "--csv", constant, "--lags", "0...1", "--json"))
    let undefined = ReadJSON.object([
      "r": .null, "effective_n": .null, "ci95": .null, "p": .null,
    ])
    for lag in json["lags"].array {
      #expect(lag["pearson"] == undefined)
      #expect(lag["spearman"] == undefined)
      #expect(lag["kendall"] == .object(["tau": .null]))
      #expect(lag["adjusted"].isNull)
    }
    #expect(json["lags"].array.map { $0["n"].int } == [4, 3])
    #expect(json["verdict"]["kind"].string == "not_enough_data")

    let empty = try desk.folder.write("date,load,pain\n", to: "empty.csv")
    let nothing = try ReadJSON(desk.results("correlate", "--csv", empty, "--json"))
    #expect(nothing.keys == members)
    #expect(nothing["first"].isNull)
    #expect(nothing["days"].int == 0)
    #expect(nothing["typical_run"].isNull)
    #expect(nothing["lags"].array.map { $0["lag"].int } == Array(-7...14))
  }

  @Test(arguments: [
    ("-7...14", Array(-7...14)), ("-2..2", Array(-2...2)), ("1", [1]), ("-1", [-1]),
    ("0 ... 3", Array(0...3)),
  ])
  func `Lags may begin with a dash as typed`(typed: String, lags: [Int]) throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv(), to: "days.csv")
    for words in [["--lags", typed], ["--lags=\(typed)"]] {
      let json = try ReadJSON(desk.results(["correlate", "--csv", file, "--json"] + words))
      #expect(json["lags"].array.compactMap { $0["lag"].int } == lags)
    }
  }

  @Test func `Text, CSV and Markdown tell the same numbers as the JSON`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv(), to: "days.csv")
    let words = ["correlate", "--csv", file, "--lags", "1"]
    let lag = try ReadJSON(desk.results(words + ["--json"]))["lags"][0]
    let r = try #require(lag["pearson"]["r"].number)
    let tau = try #require(lag["kendall"]["tau"].number)
    let n = try #require(lag["n"].int)

    let rows = desk.results(words + ["--format", "csv"]).split(separator: "\r\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 2)
    let record = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(record["lag"] == "1")
    #expect(record["n"] == "\(n)")
    #expect(record["pearson_r"].flatMap(Double.init) == r)
    #expect(record["kendall_tau"].flatMap(Double.init) == tau)
    #expect(record["adjusted_slope"].flatMap(Double.init) == lag["adjusted"]["slope"].number)

    let (shownR, shownTau) = (NumberText.signed(r, 2), NumberText.signed(tau, 2))
    let markdown = desk.results(words + ["--format", "markdown"])
    #expect(markdown.contains("|   1 |  \(n) |"))
    #expect(markdown.contains("| \(shownR) ("))
    let text = desk.results(words)
    #expect(text.contains(" \(shownR) "))
    #expect(text.contains(" \(shownTau)\n"))
    #expect(text.contains("nerve correlate --explain"))
    #expect(desk.results(words + ["--explain"]).contains("How to read it\n"))
  }

  @Test func `A file's days can stand in any order, with blanks and other columns`() throws {
    let desk = try Desk()
    let plain = try desk.folder.write(
      "date,load,pain\n2026-01-01,5,\n2026-01-02,,3\n2026-01-03,0,2.5\n", to: "plain.csv")
    let other = try desk.folder.write(
      "\u{FEFF}Pain;note;DATE;Load\r\n2.5;\"a;b\";2026-01-03;0\r\nNA;;2026-01-01;5\r\n"
        + "3;;2026-01-02;NaN\r\n", to: "other.csv")
    let words = ["--lags", "-1...1", "--json"]
    #expect(
      desk.results(["correlate", "--csv", plain] + words)
        == desk.results(["correlate", "--csv", other] + words))
  }

  @Test func `The journal's days, loads and ratings are chosen by options`() throws {
    var desk = try Desk(at: 20)
    for day in 0..<6 {
      desk.results(
        "run", "\(5 + day % 3)km", "\(30 + day)m", "--rpe", "\(3 + day % 2)", "--ascent",
        "\(100 * day)", "--on", "-\(day)d")
      desk.results(
        "pain", "\(day % 4)", "--back", "\(day % 3)", "--reach", "\(day % 5)", "--on", "-\(day)d",
        "--morning")
    }
    desk.setClock(21)
    func json(_ words: String...) throws -> ReadJSON {
      try ReadJSON(desk.results(["correlate", "--lags", "1", "--json"] + words))
    }
    #expect(try json()["typical_run"].number == 6)
    #expect(try json("--load", "minutes")["typical_run"].number == 32.5)
    #expect(try json("--load", "ascent")["run_days"].int == 5)
    #expect(try json("--load", "SRPE")["load"].string == "srpe")
    #expect(try json("--pain", "back")["pain"].string == "back")
    #expect(try json("--pain", "reach")["lags"][0]["n"].int == 5)
    #expect(try json("--timing", "evening")["lags"][0]["n"].int == 0)
    #expect(try json("--timing", "unknown")["timing"].string == "unknown")
    #expect(try json("--from", "-3d")["days"].int == 4)
    #expect(try json("--from", "-3d", "--to", "-2d")["days"].int == 2)
    #expect(try json("--to", "-9d")["days"].int == 0)
  }

  @Test func `A journal of one day gets a sentence and no table of dashes`() throws {
    let desk = try Desk()
    desk.results("run", "8.2km")
    let text = desk.results("correlate")
    #expect(text.hasPrefix("Not enough data yet: "))
    #expect(text.contains("1 day from 2026-11-23 to 2026-11-23: 1 run day, 0 rest days"))
    #expect(!text.contains("lag"))
    #expect(desk.results("correlate", "--json").contains("\"lag\": 14"))
  }

  @Test func `Runs without a distance are counted in minutes`() throws {
    let desk = try Desk()
    desk.results("run", "50m", "--on", "-1d")
    desk.results("pain", "4")
    let hint = "no run has a distance; use --load minutes"
    #expect(desk.results("correlate", "--load", "km").contains(hint))
    #expect(try ReadJSON(desk.results("correlate", "--json"))["load"].string == "minutes")
    #expect(!desk.results("correlate").contains(hint))
    #expect(!desk.results("month", "nov").contains(hint))
  }
}

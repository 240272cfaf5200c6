import CivilDay
import Testing
@testable import JSONText
@testable import JournalCLI

/// The JSON of `nerve correlate --csv FILE --json`: its names are a contract.
@Suite struct CorrelateContractTests {
  /// A file to correlate, and what the verdict on it must be.
  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    let days: Int
    let verdict: String
    let reason: String?
    /// Load and pain of day `t`; `nil` is unknown.
    let values: @Sendable (Int) -> (Double?, Double?)
    var testDescription: String { name }

    var text: String {
      let first = Day(daysSince1970: 0)
      return "date,load,pain\n"
        + (0..<days).map { day in
          let (load, pain) = values(day)
          return "\(first + day),\(load.map { "\($0)" } ?? ""),\(pain.map { "\($0)" } ?? "")\n"
        }.joined()
    }
  }

  /// Six hundred days without any link.
  static let unrelated = File(
    name: "unrelated", days: 600, verdict: "no_link_seen", reason: "within_limit"
  ) { day in (Double(day * 7919 % 101 % 13), Double(day * 104_729 % 97 % 6)) }

  static let files = [
    unrelated,
    File(name: "no days", days: 0, verdict: "not_enough_data", reason: "fewer_than_60_pairs") { _ in
      (nil, nil)
    },
    File(name: "one day", days: 1, verdict: "not_enough_data", reason: "fewer_than_60_pairs") { _ in
      (5, 3)
    },
    File(name: "all unknown", days: 200, verdict: "not_enough_data", reason: "fewer_than_60_pairs")
    { _ in
      (nil, nil)
    },
    File(
      name: "no load known", days: 200, verdict: "not_enough_data", reason: "fewer_than_60_pairs"
    ) {
      (nil, Double($0 % 7))
    },
    File(name: "never ran", days: 200, verdict: "not_enough_data", reason: "fewer_than_15_run_days")
    {
      (0, Double($0 % 5))
    },
    File(
      name: "constant pain", days: 200, verdict: "not_enough_data", reason: "too_little_variation"
    ) { (Double($0 * $0 % 13), 2) },
    File(
      name: "runs on fixed weekdays", days: 200, verdict: "not_enough_data",
      reason: "load_fixed_by_weekday"
    ) { ([0, 5, 0, 8, 0, 5, 12][$0 % 7], Double($0 * $0 % 11 % 5)) },
    File(name: "huge numbers", days: 120, verdict: "not_enough_data", reason: "interval_too_wide") {
      (Double($0 * $0 % 17) * 1e60, Double($0 * $0 * $0 % 23) * 1e60)
    },
    File(name: "sixty years", days: 21_915, verdict: "no_link_seen", reason: "within_limit") {
      day in
      (Double(day * 7919 % 101 % 13), Double(day * 104_729 % 97 % 6))
    },
  ]

  private static func answer(_ text: String, _ arguments: String...) throws -> ReadJSON {
    let desk = try Desk()
    let path = try desk.folder.write(text, to: "days.csv")
    let output = desk.results(["correlate", "--csv", path, "--json"] + arguments)
    for word in ["nan", "inf", "-0.0,"] {
      #expect(!output.lowercased().contains(word))
    }
    return try ReadJSON(output)
  }

  @Test(arguments: files)
  func `Any file of days gives valid JSON with every name and no made-up number`(
    file: File
  ) throws {
    let answer = try Self.answer(file.text)
    #expect(
      answer.keys == [
        "bands", "days", "first", "habit_cost", "implied_rest_days", "journal_id", "lags", "last",
        "last_365", "load", "longest_gap", "missing_after_runs", "pain", "pain_sd", "program",
        "rest_days", "reverse", "run_days", "same_day", "schema_version", "second_line_columns",
        "settings", "slope_covariance", "timing", "timing_doubtful", "typical_run", "verdict",
      ])
    #expect(answer["days"].int == file.days)
    #expect(answer["first"].string == (file.days == 0 ? nil : "1970-01-01"))
    #expect(answer["lags"].array.compactMap { $0["lag"].int } == Array(-7...14))
    for lag in answer["lags"].array {
      #expect(
        lag.keys == ["adjusted", "kendall", "lag", "n", "pearson", "second_line", "spearman"])
      #expect(lag["kendall"].keys == ["tau"])
      for name in ["pearson", "spearman"] {
        #expect(lag[name].keys == ["ci95", "effective_n", "p", "r"])
      }
      if let number = lag["lag"].int, number < 1 { #expect(lag["adjusted"].isNull) }
      if !lag["adjusted"].isNull {
        #expect(
          lag["adjusted"].keys == [
            "ci90", "ci95", "controls", "crosscheck_p", "df", "holm_p", "p", "pairs", "partial_r",
            "partial_r_ci95", "points_per_typical_run", "se", "share", "slope", "t",
          ])
      }
    }
    #expect(answer["reverse"].array.map { $0["lag"].int } == [0, 1])
    for lag in answer["reverse"].array {
      #expect(lag.keys == ["ci95", "holm_p", "lag", "p", "pairs", "se", "slope"])
    }
    let verdict = answer["verdict"]
    #expect(
      verdict.keys == [
        "all_days_kind", "could_be_missed", "direction", "earlier", "free_pairs", "kind", "lags",
        "less_pain_bands", "limit", "lines", "more_days", "more_pain_bands", "pairs_needed",
        "pairs_now", "reason", "share", "since", "since_day", "smallest_p", "text",
        "upper_bound_points",
      ])
    #expect(verdict["kind"].string == file.verdict)
    #expect(verdict["reason"].string == file.reason)
    #expect(verdict["text"].string?.isEmpty == false)
  }

  @Test(arguments: files.filter { $0.days < 1_000 })
  func `Text, CSV and Markdown can be printed for any file too`(file: File) throws {
    let desk = try Desk()
    let path = try desk.folder.write(file.text, to: "days.csv")
    for format in ["text", "csv", "markdown"] {
      let output = desk.results("correlate", "--csv", path, "--format", format, "--explain")
      #expect(!output.isEmpty)
      #expect(!output.lowercased().contains("nan"))
    }
  }

  @Test func `The timing, the lags and the smallest effect that matters are taken as asked`() throws
  {
    let file = Self.unrelated.text
    let answer = try Self.answer(
      file, "--timing", "evening", "--lags", "-1...2", "--load", "minutes")
    #expect(answer["timing"].string == "evening")
    #expect(answer["load"].string == "minutes")
    #expect(answer["lags"].array.compactMap { $0["lag"].int } == [-1, 0, 1, 2])
    let strict = try Self.answer(file, "--limit", "0.01")
    #expect(strict["verdict"]["kind"].string == "not_enough_data")
    #expect((strict["verdict"]["more_days"].int ?? 0) > 0)
    #expect(try Self.answer(file)["timing"].string == "unknown")
    let described = try Self.answer(file, "--load", "ascent")
    #expect(described["verdict"].isNull)
    #expect(!described["lags"].array.isEmpty)
  }
}

import CivilDay
import Foundation
import TestSupport
import Testing

/// Five years of one person's steps and knee pain, day by day.
@Suite struct MyAIGuideTests {
  /// Where a diary is from: made up, or of a real person beside the checkout.
  enum Source: String, CaseIterable {
    case madeUp, shared

    static let atHand = allCases.filter { $0 == .madeUp || Shared.isPresent }
  }

  /// The diary with what is lost as unknown.
  private struct Diary {
    var load: [Day: Double] = [:]
    var pain: [Day: Double] = [:]
    var csv = "date,load,pain\n"
    var days: [Day] = []

    init(_ source: Source) throws {
      switch source {
      case .madeUp: makeUp()
      case .shared: try read()
      }
    }

    private mutating func add(_ day: Day, _ steps: Double?, _ knee: Double?) {
      days.append(day)
      load[day] = steps
      pain[day] = knee
      csv += "\(day),\(steps.map { "\($0)" } ?? ""),\(knee.map { "\($0)" } ?? "")\n"
    }

    /// Steps and a pain that each keep on for days, a tenth of them lost.
    private mutating func makeUp() {
      var random = SplitMix64(seed: 20_261_126)
      var (habit, level) = (8000.0, 3.0)
      for number in 0..<1827 {
        habit += 0.1 * (8000 - habit) + Double.random(in: -1500...1500, using: &random)
        level += 0.15 * (3 - level) + Double.random(in: -0.8...0.8, using: &random)
        let isLost = (0..<2).map { _ in Int.random(in: 0..<10, using: &random) == 0 }
        add(
          Day(daysSince1970: 16_801) + number, isLost[0] ? nil : max(1, habit.rounded()),
          isLost[1] ? nil : min(10, max(1, level.rounded())))
      }
    }

    /// 0, which its makers wrote for a lost day, is unknown.
    private mutating func read() throws {
      for row in try Shared.table("data/series/myaiguide_p1_daily_to_2020.csv") {
        let known = try ["fitbitSteps", "kneePain"].map { name in
          Double(try #require(row[name])).flatMap { $0 > 0 ? $0 : nil }
        }
        add(try #require(row["date"].flatMap { Day($0) }), known[0], known[1])
      }
    }
  }

  @Test(arguments: Source.atHand)
  func `Five years of steps and pain correlate as the formulas say`(source: Source) throws {
    let diary = try Diary(source)
    let binary = try BuiltBinary()
    let file = try binary.home.write(diary.csv, to: "days.csv")
    let transcript = try binary.run(["correlate", "--csv", file, "--lags", "-2...14", "--json"])
    #expect(transcript.status == 0, "\(transcript.messages)")
    let result = try ReadJSON(transcript.output)
    let (first, last) = (try #require(diary.days.first), try #require(diary.days.last))
    #expect(diary.days.count > 1800)
    #expect(result["first"].string == "\(first)")
    #expect(result["last"].string == "\(last)")
    #expect(result["days"].int == diary.days.count)
    #expect(result["run_days"].int == diary.load.count)
    #expect(result["rest_days"].int == 0)
    for lag in [-2, -1, 0, 1, 2, 7, 14] {
      expectSame(
        result["lags"][lag + 2],
        as: PlainCorrelation(load: diary.load, pain: diary.pain, lag: lag), "lag \(lag)")
    }
    // Pain of one day is much like that of the next, so pairs are worth less.
    let atLag1 = result["lags"][3]
    #expect(
      try #require(atLag1["pearson"]["effective_n"].number)
        < Double(try #require(atLag1["n"].int)))

    let text = try binary.run(["correlate", "--csv", file, "--lags", "1"])
    #expect(text.status == 0)
    #expect(text.output.contains("\(first) to \(last)"))
  }

  @Test(arguments: Source.atHand, 2017...2020)
  func `A year cut out of the diary correlates as it would alone`(
    source: Source, year: Int
  ) throws {
    let diary = try Diary(source)
    let transcript = try BuiltBinary().run(
      [
        "correlate", "--csv", "-", "--lags", "-3...7", "--json", "--from", "\(year)-01-01",
        "--to", "\(year)-12-31",
      ], input: .text(diary.csv))
    #expect(transcript.status == 0, "\(transcript.messages)")
    let result = try ReadJSON(transcript.output)
    let isInYear = { (day: Day) in day.civil.year == year }
    #expect(result["days"].int == diary.days.count(where: isInYear))
    #expect(result["lags"].array.count == 11)
    for lag in -3...7 {
      expectSame(
        result["lags"][lag + 3],
        as: PlainCorrelation(
          load: diary.load.filter { isInYear($0.key) },
          pain: diary.pain.filter { isInYear($0.key) }, lag: lag), "lag \(lag)")
    }
    guard source == .shared else { return }
    // The reference files were cut from the same diary by other hands.
    let reference = try Shared.json("data/reference/lagged_correlations_shared.json")
    let expected = reference["series"]["myaiguide_p1_steps_knee_\(year)"]
    #expect(result["days"] == expected["days"])
    for lag in result["lags"].array {
      let expected = expected["lags"]["\(try #require(lag["lag"].int))"]
      #expect(lag["n"] == expected["n"])
      expectClose(lag["pearson"]["r"], expected["pearson"].number, "Pearson")
      expectClose(lag["spearman"]["r"], expected["spearman"].number, "Spearman")
      expectClose(lag["kendall"]["tau"], expected["kendall_tau_b"].number, "Kendall")
    }
  }
}

import CivilDay
import Foundation
import Testing

/// Five years of one person's steps and knee pain, day by day.
@Suite struct MyAIGuideTests {
  /// The diary with 0, which its makers wrote for a lost day, as unknown.
  private struct Diary {
    var load: [Day: Double] = [:]
    var pain: [Day: Double] = [:]
    var csv = "date,load,pain\n"
    var days: [Day] = []

    init() throws {
      for row in try Shared.table("data/series/myaiguide_p1_daily_to_2020.csv") {
        let day = try #require(row["date"].flatMap { Day($0) })
        let steps = try #require(row["fitbitSteps"])
        let knee = try #require(row["kneePain"])
        days.append(day)
        load[day] = Double(steps).flatMap { $0 > 0 ? $0 : nil }
        pain[day] = Double(knee).flatMap { $0 > 0 ? $0 : nil }
        csv += "\(day),\(load[day] == nil ? "" : steps),\(pain[day] == nil ? "" : knee)\n"
      }
    }
  }

  @Test(Shared.isNeeded)
  func `Five years of steps and pain correlate as the formulas say`() throws {
    let diary = try Diary()
    let binary = try BuiltBinary()
    let file = try binary.home.write(diary.csv, to: "days.csv")
    let transcript = try binary.run(["correlate", "--csv", file, "--lags", "-2...14", "--json"])
    #expect(transcript.status == 0, "\(transcript.messages)")
    let result = try ReadJSON(transcript.output)
    #expect(result["first"].string == "2015-11-19")
    #expect(result["last"].string == "2020-12-31")
    #expect(result["days"].int == 1870)
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
    #expect(text.output.contains("2015-11-19 to 2020-12-31"))
  }

  /// The reference files were cut from the same diary by other hands.
  @Test(Shared.isNeeded, arguments: 2017...2020)
  func `A year cut out of the diary gives the reference's numbers`(year: Int) throws {
    let binary = try BuiltBinary()
    let transcript = try binary.run(
      [
        "correlate", "--csv", "-", "--lags", "-3...7", "--json", "--from", "\(year)-01-01",
        "--to", "\(year)-12-31",
      ], input: .text(try Diary().csv))
    #expect(transcript.status == 0, "\(transcript.messages)")
    let reference = try Shared.json("data/reference/lagged_correlations_shared.json")
    let expected = reference["series"]["myaiguide_p1_steps_knee_\(year)"]
    let result = try ReadJSON(transcript.output)
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

import CivilDay
import Foundation
import Testing

@testable import JournalCLI

/// The built binary against correlations that other programs computed.
@Suite struct CorrelateReferenceTests {
  /// Expected by scipy 1.17 and R on diaries of real people.
  @Test(
    Shared.isNeeded,
    arguments: Shared.names(in: "data/reference/tidy", suffix: ".csv"))
  func `The coefficients of a real diary equal those of scipy and R`(file: String) throws {
    let binary = try BuiltBinary()
    let transcript = try binary.run([
      "correlate", "--csv", Shared.path("data/reference/tidy/\(file)"), "--lags", "-3...7",
      "--json",
    ])
    #expect(transcript.status == 0)
    #expect(transcript.messages.isEmpty)
    let series = try Shared.json("data/reference/lagged_correlations_shared.json")["series"]
    let expected = try #require(
      series.object.values.first { $0["file"].string == "tidy/\(file)" })

    let result = try ReadJSON(transcript.output)
    #expect(result["first"] == expected["first"])
    #expect(result["last"] == expected["last"])
    #expect(result["days"] == expected["days"])
    #expect(result["lags"].array.map { $0["lag"].int } == Array(-3...7))
    for lag in result["lags"].array {
      let number = try #require(lag["lag"].int)
      let expected = expected["lags"]["\(number)"]
      #expect(lag["n"] == expected["n"], "n at lag \(number)")
      expectClose(lag["pearson"]["r"], expected["pearson"].number, "Pearson at lag \(number)")
      expectClose(lag["spearman"]["r"], expected["spearman"].number, "Spearman at lag \(number)")
      expectClose(
        lag["kendall"]["tau"], expected["kendall_tau_b"].number, "Kendall at lag \(number)")
    }
    // The home was not needed, and so nothing was put in it.
    #expect(try binary.home.contents.isEmpty)
  }

  @Test(Shared.isNeeded) func `Every reference series has its file`() throws {
    let series = try Shared.json("data/reference/lagged_correlations_shared.json")["series"]
    let files = series.object.values.compactMap { $0["file"].string?.dropFirst(5) }.sorted()
    #expect(files.map(String.init) == Shared.names(in: "data/reference/tidy", suffix: ".csv"))
    #expect(files.count >= 14)
  }

  /// Expected by numpy, with p-values by scipy.
  @Test(arguments: DiaryFixture.all)
  func `The lag profile of a simulated diary equals the reference`(
    diary: DiaryFixture
  ) throws {
    let fixture = diary.json
    let binary = try BuiltBinary()
    let csv = try binary.home.write(diary.csv, to: "days.csv")

    let transcript = try binary.run(["correlate", "--csv", csv, "--lags", "-7...14", "--json"])
    #expect(transcript.status == 0)
    let lags = try ReadJSON(transcript.output)["lags"].array
    let expected = fixture["expected"]["by_lag"].array
    #expect(lags.map { $0["lag"] } == expected.map { $0["lag"] })
    for (lag, expected) in zip(lags, expected) {
      func check(_ value: ReadJSON, _ key: String) {
        expectClose(value, expected[key].number, "\(key) at lag \(lag["lag"])")
      }
      #expect(lag["n"] == expected["n"])
      check(lag["pearson"]["r"], "pearson")
      check(lag["spearman"]["r"], "spearman")
      check(lag["kendall"]["tau"], "kendall_tau_b")
      check(lag["pearson"]["effective_n"], "neff_pearson")
      check(lag["spearman"]["effective_n"], "neff_spearman")
      check(lag["pearson"]["p"], "p_pearson_neff")
      check(lag["spearman"]["p"], "p_spearman_neff")
      for name in ["pearson", "spearman"] {
        let (interval, key) = (lag[name]["ci95"], "ci95_\(name)_neff")
        #expect(interval.isNull == expected[key].isNull, "\(key) at lag \(lag["lag"])")
        expectClose(interval[0], expected[key][0].number, "\(key), lower")
        expectClose(interval[1], expected[key][1].number, "\(key), upper")
      }
    }
  }
}

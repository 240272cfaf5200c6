import CivilDay
import Testing

@testable import Correlator

@Suite struct LoadSummaryTests {
  /// Expected by numpy.
  ///
  /// The population standard deviation of seven days is √(6/7) of the sample's.
  @Test(arguments: Fixture.all.filter { !$0.expected["load"].isNull })
  func `Summaries of a simulated diary equal the reference`(fixture: Fixture) throws {
    let expected = fixture.expected["load"]
    let population = (7.0 / 6).squareRoot()
    let columns: [(String, (LoadSummary) -> Double?)] = [
      ("ewma7", \.acute), ("ewma28", \.chronic), ("acwr_ewma", \.ratio),
      ("acwr_rolling_coupled", \.rollingRatioCoupled),
      ("acwr_rolling_uncoupled", \.rollingRatioUncoupled), ("week_load", \.weekLoad),
      ("monotony_sample", \.monotony), ("strain_sample", \.strain),
      ("monotony_population", { $0.monotony.map { $0 * population } }),
      ("strain_population", { $0.strain.map { $0 * population } }),
    ]
    #expect(Set(columns.map(\.0)) == Set(expected.object.keys))
    let summaries = loadSummaries(fixture.load)
    for (key, value) in columns {
      #expect(expected[key].array.count == summaries.count)
      for (day, number) in expected[key].numbers.enumerated() {
        expectClose(value(summaries[day]), number, "\(key) on day \(day)")
      }
    }
  }
}

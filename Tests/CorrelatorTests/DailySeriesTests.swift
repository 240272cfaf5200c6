import CivilDay
import Correlator
import Testing

@Suite struct DailySeriesTests {
  @Test func `A value that is not finite is unknown`() {
    let series = DailySeries(
      firstDay: Day(daysSince1970: 0), values: [1, nil, .nan, .infinity, 0])
    #expect(series.values == [1, nil, nil, nil, 0])
  }
}

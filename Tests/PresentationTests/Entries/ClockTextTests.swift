import JournalModel
import Testing

@testable import Presentation

@Suite struct ClockTextTests {
  @Test(arguments: [
    (0.0, "0:00"), (45, "0:45"), (2710, "45:10"), (3599.4, "59:59"), (3599.6, "1:00:00"),
    (3753, "1:02:33"), (93_784, "26:03:04"),
  ])
  func `A duration reads as on a watch`(seconds: Double, expected: String) {
    #expect(ClockText.duration(seconds) == expected)
  }

  @Test(arguments: [nil, -1, .nan, .infinity] as [Double?])
  func `A duration that makes no sense is unknown`(seconds: Double?) {
    #expect(ClockText.duration(seconds) == "–")
  }

  @Test func `A pace is the time for one unit`() {
    #expect(ClockText.pace(metres: 10_000, seconds: 3300, per: .kilometres) == "5:30 /km")
    #expect(ClockText.pace(metres: 1609.344, seconds: 525, per: .miles) == "8:45 /mi")
    #expect(ClockText.pace(metres: 1000, seconds: 359.7, per: .kilometres) == "6:00 /km")
  }

  @Test(
    arguments: [(nil, 10), (10, nil), (0, 10), (10, 0), (-1, 10), (.nan, 10), (1e-300, 1e300)]
      as [(Double?, Double?)])
  func `A pace without distance or time is unknown`(metres: Double?, seconds: Double?) {
    #expect(ClockText.pace(metres: metres, seconds: seconds, per: .kilometres) == "–")
  }
}

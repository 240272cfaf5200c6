import Testing

@testable import Correlator

/// Numbers of the abstract: Frandsen and others 2025, Br J Sports Med 59:1203.
@Suite struct SpikeBandTests {
  @Test(
    arguments: [
      (0.1, .reference), (1, .reference), (1.1, .reference), (1.101, .small), (1.3, .small),
      (1.301, .moderate), (2, .moderate), (2.001, .large), (40, .large),
    ] as [(Double, SpikeBand)])
  func `A limit belongs to the band below it`(spike: Double, band: SpikeBand) {
    #expect(SpikeBand(spike: spike) == band)
  }

  @Test(arguments: 1...200)
  func `Kilometres that are just at a limit are not beyond it`(metres: Int) throws {
    for (percent, band) in [(110, .reference), (130, .small), (200, .moderate)]
      as [(Int, SpikeBand)]
    {
      let spike = try #require(
        sessionSpike(of: Double(metres * percent) / 1000, after: [Double(metres) / 10]))
      #expect(SpikeBand(spike: spike) == band)
    }
  }

  @Test func `Only longer runs have a ratio, which lies in its interval`() throws {
    #expect(SpikeBand.reference.hazardRatio == nil)
    #expect(SpikeBand.reference.ci95 == nil)
    let bands = [(1.64, 1.31, 2.05), (1.52, 1.16, 2.0), (2.28, 1.5, 3.48)]
    for (band, numbers) in zip([SpikeBand.small, .moderate, .large], bands) {
      #expect(band.hazardRatio == numbers.0)
      #expect(band.ci95 == Interval(lower: numbers.1, upper: numbers.2))
    }
  }
}

import CivilDay
import Testing

@testable import Presentation

@Suite struct TimeChartTests {
  private let first = Day(daysSince1970: 20_727)

  private func chart(_ pains: [Double?], loads: [Double?] = []) -> String {
    let points = pains.indices.map { index in
      TimeChart.Point(
        days: first + index...first + index, pain: pains[index],
        load: loads.indices.contains(index) ? loads[index] : nil)
    }
    return TimeChart(points: points, flares: [first + 1...first + 2], loadName: "<km>")
      .svg(id: "x", title: "T & T", description: "D", width: 400)
  }

  private func count(_ text: String, in svg: String) -> Int {
    svg.split(separator: "\n").count { $0.contains(text) }
  }

  @Test func `No line crosses an unknown day`() {
    let svg = chart([1, 2, nil, 3, nil, 4, 5, 6])
    #expect(count("<path", in: svg) == 2)
    // A rating alone between two gaps is a mark.
    #expect(count("<circle", in: svg) == 6)
  }

  @Test func `An unknown load has no bar and a rest has one without height`() {
    let svg = chart([1, 1, 1], loads: [5, nil, 0])
    #expect(count("class=\"load\"", in: svg) == 2)
    #expect(count("height=\"0\"", in: svg) == 1)
  }

  @Test func `It has a title, a description and nothing that is not escaped`() {
    let svg = chart([1])
    #expect(svg.contains("<title id=\"x-title\">T &amp; T</title>"))
    #expect(svg.contains("<desc id=\"x-text\">D</desc>"))
    #expect(svg.contains("&lt;km&gt;"))
  }

  @Test func `Flare-ups are bands`() {
    #expect(count("class=\"flare\"", in: chart([1, 2, 3, 4])) == 1)
  }

  /// Digits and letters of 12 pixels are about 6.2 wide.
  @Test(arguments: [340.0, 720]) func `Words below the axis stand apart and within`(width: Double)
    throws
  {
    for length in Array(1...50) + [60, 120, 364, 730, 1500, 2600, 7300] {
      let points = [TimeChart.Point(days: first...first + (length - 1), pain: 3, load: 1)]
      let svg = TimeChart(points: points, flares: [], loadName: "km")
        .svg(id: "x", title: "T", description: "D", width: width)
      let words = svg.matches(
        of: /<text x="([0-9.]+)" y="284" text-anchor="start">([^<]*)</)
      #expect(!words.isEmpty, "\(length) days")
      var end = 0.0
      for word in words {
        let start = try #require(Double(String(word.1)))
        #expect(start >= end, "\(length) days, \(word.2)")
        end = start + Double(word.2.count) * 6.2
      }
      #expect(end <= width, "\(length) days")
    }
  }
}

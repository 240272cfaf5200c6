import CivilDay
import Testing

@testable import Presentation

@Suite struct CourseChartTests {
  private let first = Day(daysSince1970: 20_727)

  private func chart(_ means: [Double?], worst: Int? = 8, width: Double = 720) -> String {
    let points = means.enumerated().map { index, mean in
      CourseChart.Point(
        days: first + 7 * index...first + 7 * index + 6, mean: mean,
        worst: mean == nil ? nil : worst, load: index == 0 ? nil : 10)
    }
    return CourseChart(
      points: points,
      lanes: [
        CourseChart.Lane(name: "flare-up", spans: [first + 1...first + 9], shadesPain: true),
        CourseChart.Lane(name: "medication", spans: [first...first, first + 4...first + 4]),
        CourseChart.Lane(name: "<guidance>", spans: [first - 40...first + 400]),
      ], loadName: "km a week"
    ).svg(id: "x", title: "T & T", description: "D", width: width)
  }

  private func count(_ text: String, in svg: String) -> Int {
    svg.split(separator: "\n").count { $0.contains(text) }
  }

  @Test func `No line crosses an unknown week, and a lone week has its dot`() {
    let svg = chart([1, 2, nil, 3, nil, 4, 5])
    #expect(count("<path", in: svg) == 2)
    // The one of the legend among them.
    #expect(count("<circle", in: svg) == 1 + 5)
    #expect(count("class=\"load\"", in: svg) == 6)
  }

  @Test func `Each known week has a stem with a cap up to its worst`() {
    #expect(count("<line class=\"pain-line\"", in: chart([1, nil, 3])) == 2 * (1 + 2))
    #expect(count("<line class=\"pain-line\"", in: chart([1, 3], worst: nil)) == 2)
  }

  @Test func `Lanes are named and marked, and only flare-ups shade the pain`() {
    let svg = chart([1, 2, 3])
    #expect(count("class=\"flare\"", in: svg) == 1)
    #expect(count("class=\"mark\"", in: svg) == 4)
    for name in [">flare-up<", ">medication<", ">&lt;guidance&gt;<"] {
      #expect(count(name, in: svg) == 1)
    }
  }

  @Test(arguments: [340.0, 720]) func `Nothing is drawn outside`(width: Double) throws {
    for weeks in [1, 2, 13, 60, 170] {
      let svg = chart(Array(repeating: 10, count: weeks), worst: 10, width: width)
      for box in svg.matches(of: /<rect[^>]* x="([0-9.-]+)"[^>]* width="([0-9.]+)"/) {
        let (start, size) = (try #require(Double(box.1)), try #require(Double(box.2)))
        #expect(start >= 74 && start + size <= width - 7)
      }
      for dot in svg.matches(of: /<circle[^>]* cx="([0-9.-]+)"/) {
        #expect(try #require(Double(dot.1)) <= width - 8)
      }
    }
  }

  @Test func `Without a week there is an empty picture`() {
    #expect(!chart([]).contains("<line"))
  }
}

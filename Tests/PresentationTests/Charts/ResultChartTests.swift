import CivilDay
import JournalStore
import Testing
import WrittenValues

@testable import Presentation

/// Charts of results, drawn from values and not from a journal.
@Suite struct ResultChartTests {
  private enum Value {
    case null, integer(Int64), real(Double), text(String)
  }

  private func columns(_ names: [String], _ rows: [[Value]]) -> [ChartColumn] {
    var columns = names.enumerated().map { ChartColumn($1, keepsText: $0 < 2) }
    for row in rows {
      for (index, value) in row.enumerated() {
        switch value {
        case .null: columns[index].append(.null)
        case .integer(let number): columns[index].append(.integer(number))
        case .real(let number): columns[index].append(.real(number))
        case .text(var text):
          text.withUTF8 { bytes in columns[index].append(.text(bytes)) }
        }
      }
    }
    return columns
  }

  private func days(_ values: [Double?], from first: Day = Day(daysSince1970: 20_727))
    -> [ChartColumn]
  {
    columns(
      ["day", "pain"],
      values.enumerated().map { index, value in
        [.text((first + index).description), value.map(Value.real) ?? .null]
      })
  }

  private func pen(_ width: Int, unicode: Bool = true) -> TextPen {
    TextPen(width: width, showsUnicode: unicode, style: .plain)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: - What is drawn

  @Test func `Days, months, times, numbers and names are told apart`() throws {
    func kind(_ values: [Value]) throws -> ChartPositions.Kind {
      try ChartData(columns(["x", "y"], values.map { [$0, .integer(1)] }), isSorted: true)
        .positions.kind
    }
    #expect(try kind([.text("2026-11-03"), .null]) == .days)
    #expect(try kind([.text("2026-11"), .text("2026-12-01")]) == .days)
    #expect(try kind([.text("2026-11-03 07:30:00"), .text("2026-11-03T23:59")]) == .days)
    #expect(try kind([.integer(3), .real(2.5), .null]) == .numbers)
    #expect(try kind([.text("road"), .null]) == .names(["road", "(unknown)"]))
    #expect(try kind([.text("2026-11-03"), .text("later")]) == .names(["2026-11-03", "later"]))
    #expect(try kind([.text("2026-13-03")]) == .names(["2026-13-03"]))
    #expect(try kind([.integer(3), .text("a")]) == .names(["3", "a"]))
  }

  @Test func `Rows are put in order, and those without a day are left out and told`() throws {
    let data = try ChartData(
      columns(
        ["day", "a", "note", "b"],
        [
          [.text("2026-11-03"), .integer(3), .text("x"), .null],
          [.null, .integer(9), .null, .null],
          [.text("2026-11-01"), .integer(1), .null, .null],
        ]), isSorted: true)
    #expect(data.positions.labels == ["2026-11-01", "2026-11-03"])
    #expect(data.series.map(\.name) == ["a"])
    #expect(data.series[0].values == [1, 3])
    #expect(data.remarks == ["Not drawn: note, b.", "1 row without day left out."])
    #expect(data.title == "a by day")
  }

  @Test func `More than six series are named, not drawn`() throws {
    let names = ["x"] + (1...8).map { "s\($0)" }
    let data = try ChartData(columns(names, [names.map { _ in .integer(1) }]), isSorted: true)
    #expect(data.series.count == 6)
    #expect(data.remarks == ["Not drawn: s7, s8."])
  }

  @Test func `What cannot be drawn says why`() {
    #expect(throws: ChartProblem.noRows) { try ChartData(days([]), isSorted: true) }
    #expect(throws: ChartProblem.noNumbers) { try ChartData(days([nil]), isSorted: true) }
    #expect(throws: ChartProblem.noPositions("x")) {
      try ChartData(columns(["x", "y"], [[.null, .integer(1)]]), isSorted: true)
    }
    #expect(throws: ChartProblem.tooManyBars(101, most: 100)) {
      try BarChart.data(days(Array(repeating: 1, count: 101)))
    }
    #expect(throws: ChartProblem.noHeat) {
      try HeatMap(columns(["x", "y"], [[.text("road"), .integer(1)]]))
    }
    #expect(throws: ChartProblem.sameCell("2026-11-01")) {
      let row = [Value.text("2026-11-01"), .integer(1)]
      return try HeatMap(columns(["x", "y"], [row, row]))
    }
    #expect(throws: ChartProblem.tooManyCells(300, most: 78)) {
      let rows = (0..<300).map { [Value.integer($0), .integer(0), .integer(1)] }
      return try TextHeat(map: HeatMap(columns(["x", "y", "z"], rows)), pen: pen(80)).text
    }
  }

  @Test(
    arguments: [
      (0, "0"), (12, "12"), (-3, "-3"), (0.321_43, "0.3214"), (12.5, "12.5"), (1234.56, "1235"),
      (99.999, "100"), (0.000_012_34, "0.00001234"), (-2.25, "-2.25"),
    ] as [(Double, String)])
  func `A value beside its mark has at most four digits that count`(value: Double, text: String) {
    #expect(figure(value).replacing("\u{2212}", with: "-") == text)
  }

  // MARK: - Text

  @Test func `A line goes from the first to the last value and has a gap at NULL`() throws {
    let data = try ChartData(days([0, 10, nil, 10, 0]), isSorted: true)
    let text = TextPlot(data: data, isLine: true, pen: pen(30, unicode: false)).text
    let lines = lines(text)
    #expect(lines[0] == "pain by day")
    #expect(lines[1].hasPrefix("10+") && lines[12].hasPrefix(" 0+"))
    #expect(lines[13].hasPrefix("  +"))
    // Five days of 27 cells; the middle one has none.
    let plot = lines[1...12].map { Array($0.dropFirst(3)) }
    let used = Set(plot.flatMap { row in row.indices.filter { row[$0] != " " } })
    #expect(used.contains(2) && used.contains(24))
    #expect(used.isDisjoint(with: 11...15))
  }

  @Test func `A line does not bridge missing days`() throws {
    let rows: [[Value]] = [1, 2, 3, 10, 11].map { day in
      [.text((Day(daysSince1970: 20_727) + day).description), .integer(Int64(day))]
    }
    let data = try ChartData(columns(["day", "pain"], rows), isSorted: true)
    let drawn = data.withGaps.series[0].values
    #expect(drawn.count == 6 && drawn[3].isNaN && drawn.filter(\.isNaN).count == 1)
    #expect(data.withGaps.positions.places[3] == Double(20_727) + 6.5)
    #expect(data.description.hasPrefix("5 rows, "))
    // Weeks and months are as far apart as usual.
    let months: [[Value]] = (1...9).map { [.text("2026-0\($0)"), .integer(Int64($0))] }
    let even = try ChartData(columns(["month", "km"], months), isSorted: true)
    #expect(even.withGaps.series[0].values.count == 9)
  }

  @Test func `A scatter chart tells how many rows lack either value`() throws {
    let rows: [[Value]] = [
      [.integer(1), .integer(2)], [.null, .integer(3)], [.integer(4), .null], [.null, .null],
      [.integer(5), .integer(6)],
    ]
    let data = try ChartData(columns(["km", "pain"], rows), isSorted: true, isOfPairs: true)
    #expect(data.remarks == ["3 rows left out, without km or pain."])
    let line = try ChartData(columns(["km", "pain"], rows), isSorted: true)
    #expect(line.remarks == ["2 rows without km left out."])
  }

  @Test func `No extreme is lost where many values share a cell`() throws {
    var values = [Double?](repeating: 5, count: 20_000)
    (values[7_777], values[15_555]) = (0, 10)
    let data = try ChartData(days(values), isSorted: true)
    let lines = lines(TextPlot(data: data, isLine: true, pen: pen(60)).text)
    #expect(lines[1].dropFirst(3).contains { $0 != " " })
    #expect(lines[12].dropFirst(3).contains { $0 != " " })
    // The picture keeps them too, with far fewer points.
    let svg = PlotDrawing(data: data, isLine: true).drawing(width: 700)
      .svg(id: "x", title: "T", description: "D")
    #expect(svg.utf8.count < 60_000)
    #expect(svg.contains(" 24L") || svg.contains(" 24\"") || svg.contains(" 24 "))
  }

  @Test func `Each mark of a scatter chart says how many rows it stands for`() throws {
    let rows = [1, 1, 1, 1, 1, 2, 2, 3].map { [Value.integer($0), .integer($0)] }
    let data = try ChartData(columns(["x", "y"], rows), isSorted: true)
    let text = TextPlot(data: data, isLine: false, pen: pen(40, unicode: false)).text
    let plot = lines(text)[1...12].joined()
    for (sign, count) in [("@", 1), ("o", 1), (".", 1)] as [(Character, Int)] {
      #expect(plot.count { $0 == sign } - (sign == "." ? labelPoints(plot) : 0) == count)
    }
    #expect(text.hasSuffix(". 1 row  o 2 to 4  @ 5 or more\n"))
  }

  /// The points of the labels of the axis, which are no marks.
  private func labelPoints(_ plot: String) -> Int {
    plot.matches(of: /[0-9]\.[0-9]/).count
  }

  @Test func `Bars are as long as their values, and no name is cut`() throws {
    let data = try BarChart.data(
      columns(
        ["shoe", "runs"],
        [
          [.text("Harrier"), .integer(40)], [.text("Curlew"), .integer(20)],
          [.null, .integer(0)], [.text("Heron"), .null],
        ]))
    #expect(
      TextBars(data: data, pen: pen(32, unicode: false)).text == """
        runs by shoe
        Harrier    ################## 40
        Curlew     ######### 20
        (unknown)   0
        Heron

        """)
    let long = String(repeating: "long ", count: 12) + "name"
    let wide = try BarChart.data(columns(["a", "b"], [[.text(long), .integer(1)]]))
    let text = lines(TextBars(data: wide, pen: pen(60)).text)
    #expect(text[1] == long)
    #expect(text[2].hasPrefix("  █") && text[2].hasSuffix(" 1"))
  }

  @Test func `Bars below zero point to the left`() throws {
    let data = try BarChart.data(
      columns(["a", "b"], [[.text("x"), .integer(-10)], [.text("y"), .integer(10)]]))
    #expect(
      TextBars(data: data, pen: pen(27, unicode: false)).text == """
        b by a
        x  ########## -10
        y            ########## 10

        """)
  }

  @Test func `A calendar has weeks as columns from Monday on, and a block for each year`() throws {
    // From Monday, 28 December 2026 to Sunday, 10 January 2027.
    let first = try #require(Day("2026-12-28"))
    let map = try HeatMap(days((0..<14).map { $0 == 3 ? nil : Double($0) }, from: first))
    #expect(map.blocks.map(\.title) == ["2026", "2027"])
    #expect(map.blocks.map(\.columns) == [["Dec"], ["Jan", ""]])
    #expect(map.blocks[0].rows == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect(map.blocks[0].values.map { $0[0] }.prefix(3) == [0, 1, 2])
    #expect(map.blocks[0].values[3][0].isNaN && map.blocks[0].values[4][0].isNaN)
    #expect(map.blocks[1].values[4][0] == 4 && map.blocks[1].values[6][1] == 13)
    let text = try TextHeat(map: map, pen: pen(60, unicode: false)).text
    #expect(lines(text)[0] == "pain by day")
    #expect(lines(text).contains("Mon ++"))
    #expect(text.hasSuffix("  blank: unknown\n"))
  }

  @Test func `A table of two columns has a cell for each pair`() throws {
    let map = try HeatMap(
      columns(
        ["month", "surface", "runs"],
        [
          [.text("2026-02"), .text("road"), .integer(4)],
          [.text("2026-01"), .text("trail"), .integer(0)],
          [.text("2026-01"), .text("road"), .integer(8)],
        ]))
    #expect(map.blocks[0].columns == ["2026-01", "2026-02"])
    #expect(map.blocks[0].rows == ["road", "trail"])
    #expect(map.blocks[0].values[0] == [8, 4])
    #expect(map.blocks[0].values[1][0] == 0 && map.blocks[0].values[1][1].isNaN)
    #expect(map.title == "runs by month and surface")
  }

  @Test(
    arguments: [
      (0...10, 5, ["from 0", "from 2", "from 4", "from 6", "from 8"]),
      (0...7, 4, ["from 0", "from 2", "from 4", "from 6"]),
      (3...3, 1, ["from 3.0"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func `Shades lie between round numbers`(
    values: ClosedRange<Double>, count: Int, labels: [String]
  ) {
    let levels = HeatLevels(holding: values)
    #expect(levels.count == count)
    #expect((0..<levels.count).map { levels.label($0) } == labels)
    #expect(levels.level(values.lowerBound) == 0)
    #expect(levels.level(values.upperBound) < count)
  }

  @Test(arguments: [60, 80, 120, 200], [true, false])
  func `Every chart keeps to the width`(width: Int, unicode: Bool) throws {
    let values = (0..<400).map { index in index % 9 == 0 ? nil : Double(index % 11) }
    let data = try ChartData(days(values), isSorted: true)
    let bars = try BarChart.data(days(Array(values.prefix(40))))
    let pen = pen(width, unicode: unicode)
    for text in [
      TextPlot(data: data, isLine: true, pen: pen).text,
      TextPlot(data: data, isLine: false, pen: pen).text, TextBars(data: bars, pen: pen).text,
      try TextHeat(map: HeatMap(days(values)), pen: pen).text,
    ] {
      for line in lines(text) {
        #expect(DisplayText.width(line) <= width && line.last != " ")
        #expect(unicode || line.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  // MARK: - Pictures

  @Test func `A picture has a title, a description and colours of its own`() throws {
    let data = try ChartData(days([1, nil, 3, 4]), isSorted: true)
    let picture = ChartPicture(title: data.title, description: data.description) { width in
      PlotDrawing(data: data, isLine: true).drawing(width: width)
    }
    let svg = picture.text(.svg)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\""))
    #expect(svg.contains("<title id=\"title\">pain by day</title>"))
    #expect(
      svg.contains("4 rows, day from 2026-10-01 to 2026-10-04. pain: 3 values from 1 to 4.</desc>"))
    #expect(!svg.contains("var("))
    #expect(svg.contains("prefers-color-scheme:dark"))
    // The line is broken at the gap; with few points, each has a mark.
    #expect(svg.split(separator: "<path").count == 2 && svg.split(separator: "<circle").count == 4)
    let page = picture.text(.html)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<div class=\"narrow\">"))
  }

  @Test(arguments: [340.0, 760]) func `Nothing is drawn outside a picture`(width: Double) throws {
    let values = (0..<400).map { index in index % 9 == 0 ? nil : Double(index % 11) - 3 }
    let data = try ChartData(days(values), isSorted: true)
    let bars = try BarChart.data(days(Array(values.prefix(40))))
    for drawing in [
      PlotDrawing(data: data, isLine: true).drawing(width: width),
      PlotDrawing(data: data, isLine: false).drawing(width: width),
      BarChart(data: bars).drawing(width: width),
      HeatDrawing(map: try HeatMap(days(values))).drawing(width: width),
    ] {
      let svg = drawing.svg(id: "x", title: "T", description: "D")
      for box in svg.matches(of: /<rect[^>]* x="([0-9.-]+)"[^>]* width="([0-9.]+)"/) {
        let (start, size) = (try #require(Double(box.1)), try #require(Double(box.2)))
        #expect(start >= 0 && start + size <= width + 0.1)
      }
      for dot in svg.matches(of: /<circle[^>]* cx="([0-9.-]+)" cy="([0-9.-]+)"/) {
        let (x, y) = (try #require(Double(dot.1)), try #require(Double(dot.2)))
        #expect(0...width ~= x && 0...drawing.height ~= y)
      }
    }
  }
}

package import JournalStore

/// Results as charts: the first column gives the positions, every other column of
/// numbers a series.
///
/// The rows are held back, as a scale needs all of them.
package struct ChartResult: ResultWriter {
  /// The most rows of a chart.
  private static let mostRows = 500_000

  /// What the first line of a chart in text contains.
  package static let titleMark = " by "

  private let output: ResultBuffer
  private let kind: ChartKind
  private let format: ChartFormat
  private let layout: TextLayout
  private let showsUnicode: Bool
  private var columns: [ChartColumn] = []
  private var rows = 0
  private var results = 0

  /// - Parameters:
  ///   - output: The destination.
  ///   - kind: The kind of chart.
  ///   - format: What it is drawn as.
  ///   - layout: The layout of a chart in text.
  ///   - showsUnicode: Whether that may have characters beyond ASCII.
  package init(
    _ output: ResultBuffer, _ kind: ChartKind, _ format: ChartFormat, _ layout: TextLayout,
    showsUnicode: Bool
  ) {
    (self.output, self.kind, self.format) = (output, kind, format)
    (self.layout, self.showsUnicode) = (layout, showsUnicode)
  }

  package mutating func begin(_ names: [String]) throws {
    results += 1
    guard results == 1 || format == .text else { throw ChartProblem.severalResults }
    columns = distinctNames(names).enumerated().map { index, name in
      ChartColumn(name, keepsText: index < 2)
    }
    rows = 0
  }

  package mutating func take(_ row: borrowing QueryRow) throws {
    rows += 1
    guard rows <= Self.mostRows else { throw ChartProblem.tooManyRows(most: Self.mostRows) }
    for column in columns.indices { columns[column].append(row[column]) }
  }

  package mutating func end() throws {
    if format == .text {
      if results > 1 { try output.append("\n") }
      try output.append(try text())
    } else {
      try output.append(try picture().text(format))
    }
    columns = []
  }

  private func text() throws(ChartProblem) -> String {
    let pen = TextPen(
      width: layout.width == .max ? TextLayout.usualWidth : layout.width,
      showsUnicode: showsUnicode, style: layout.style)
    return switch kind {
    case .line:
      TextPlot(
        data: try ChartData(columns, isSorted: true).withGaps, isLine: true, pen: pen
      ).text
    case .scatter:
      TextPlot(
        data: try ChartData(columns, isSorted: true, isOfPairs: true), isLine: false, pen: pen
      ).text
    case .bar: TextBars(data: try BarChart.data(columns), pen: pen).text
    case .heat: try TextHeat(map: try HeatMap(columns), pen: pen).text
    }
  }

  private func picture() throws(ChartProblem) -> ChartPicture {
    switch kind {
    case .line, .scatter:
      let data = try ChartData(columns, isSorted: true, isOfPairs: kind == .scatter)
      let drawn = kind == .line ? data.withGaps : data
      return ChartPicture(title: data.title, description: data.description) { width in
        PlotDrawing(data: drawn, isLine: kind == .line).drawing(width: width)
      }
    case .bar:
      let data = try BarChart.data(columns)
      return ChartPicture(title: data.title, description: data.description) { width in
        BarChart(data: data).drawing(width: width)
      }
    case .heat:
      let map = try HeatMap(columns)
      try map.check(most: HeatDrawing.mostCells)
      return ChartPicture(title: map.title, description: map.description) { width in
        HeatDrawing(map: map).drawing(width: width)
      }
    }
  }
}

/// A chart as a picture of any width.
struct ChartPicture {
  let title: String
  let description: String
  /// Returns the drawing of a width.
  let drawing: (_ width: Double) -> Drawing

  /// The picture as a file.
  func text(_ format: ChartFormat) -> String {
    guard format == .html else {
      return drawing(760).document(title: title, description: description)
    }
    var page = HTMLPage(title)
    page.figure("chart", title: title, description: description) { id, title, text, width in
      drawing(width).svg(id: id, title: title, description: text)
    }
    return page.text
  }
}

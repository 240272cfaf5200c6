import WrittenValues

/// A kind of chart of a result.
package enum ChartKind: String, CaseIterable, Sendable {
  /// A line through the values, broken at NULL.
  case line
  /// A bar for each row.
  case bar
  /// A mark for each row.
  case scatter
  /// A calendar or a table whose cells are shaded.
  case heat
}

/// What a chart is drawn as.
package enum ChartFormat: String, Sendable {
  /// Characters, for a terminal.
  case text
  /// A picture.
  case svg
  /// A page with the picture.
  case html

  /// The format called `word`, including file name extensions.
  package init?(word: String) {
    switch word.lowercased() {
    case "txt", "table": self = .text
    case "htm": self = .html
    case let word: self.init(rawValue: word)
    }
  }
}

/// A reason why a result cannot be drawn.
package enum ChartProblem: Error, Equatable {
  /// It has no rows.
  case noRows
  /// It has no column of numbers after the first.
  case noNumbers
  /// Its first column is NULL in every row.
  case noPositions(String)
  /// It has more rows than a chart of any kind takes.
  case tooManyRows(most: Int)
  /// It has more rows than a bar chart takes.
  case tooManyBars(Int, most: Int)
  /// Its columns are not those of a heat map.
  case noHeat
  /// Two rows are about the same cell of a heat map, which is named.
  case sameCell(String)
  /// A heat map has more columns or rows than there is room for.
  case tooManyCells(Int, most: Int)
  /// A picture can show one result, and there are more.
  case severalResults

  /// The problem as one sentence.
  package var sentence: String {
    switch self {
    case .noRows: "There is nothing to draw: the result has no rows."
    case .noNumbers:
      "A chart needs a column with numbers in it after the first one, as in: SELECT day, leg_pain FROM day"
    case .noPositions(let column):
      "There is nothing to draw: \(column), the first column, is NULL in every row."
    case .tooManyRows(let most):
      "A chart takes at most \(most) rows; group them, or add LIMIT."
    case .tooManyBars(let count, let most):
      "A bar chart takes at most \(most) rows, and there are \(count); group them, or use "
        + "--chart line."
    case .noHeat:
      "A heat map needs a day and a number, or three columns: across, down and a number."
    case .sameCell(let cell):
      "A heat map takes one row per cell, and \(DisplayText.visible(cell)) has several; add "
        + "GROUP BY."
    case .tooManyCells(let count, let most):
      "The heat map has \(count) columns or rows, and there is room for \(most); group them "
        + "further."
    case .severalResults: "A picture shows one result; give one statement."
    }
  }
}

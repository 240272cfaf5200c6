import DelimitedText
import JSONText
import JournalStore
import Platform
import Presentation

extension OutputFormat {
  /// Writes `result` in this format.
  func write(_ result: some Renderable, _ context: CommandContext) throws {
    switch self {
    case .text: try context.output.write(result.text(context.layout))
    case .json: try write(Array(JSONWriter.text(result.json).utf8), context)
    case .markdown: try write(Array(result.markdown.utf8), context)
    case .csv, .safeCSV:
      var writer = DelimitedTextWriter()
      let table = result.csv
      for row in [table.header] + table.rows {
        writer.write(self == .csv ? row : row.map { $0.map(FormulaGuard.neutralised) })
      }
      try write(writer.take(), context)
    case .plain:
      try write(Array(result.csv.rows.map(PlainText.line).joined().utf8), context)
    }
  }

  /// Writes a result for programs, which a terminal gets without what it would obey.
  private func write(_ bytes: [UInt8], _ context: CommandContext) throws {
    guard context.terminalWidth != nil else { return try context.output.write(bytes) }
    var filter = TerminalFilter(self == .json ? .escapesOfJSON : .pictures)
    try context.output.write(filter.visible(bytes))
  }
}

extension Journal {
  /// Says that a sample journal is made up, for results without room for it.
  func labelSample(_ context: CommandContext) throws {
    if try isSynthetic { try context.say(SampleNotice.sentence) }
  }
}

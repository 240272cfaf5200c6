import DelimitedText
import JSONText
import JournalStore
import Platform
import Presentation

extension OutputFormat {
  /// Writes `result` in this format.
  func write(_ result: some Renderable, _ context: CommandContext) throws {
    let output = context.output
    switch self {
    case .text: try output.write(result.text(context.layout))
    case .json: try output.write(JSONWriter.text(result.json))
    case .markdown: try output.write(result.markdown)
    case .csv:
      var writer = DelimitedTextWriter()
      writer.write(result.csv.header)
      for row in result.csv.rows { writer.write(row) }
      try output.write(writer.take())
    case .plain:
      try output.write(result.csv.rows.map(PlainText.line).joined())
    }
  }
}

extension Journal {
  /// Says that a sample journal is made up, for results without room for it.
  func labelSample(_ context: CommandContext) throws {
    if try isSynthetic { try context.say(SampleNotice.sentence) }
  }
}

import ArgumentParser
import DelimitedText
import JournalStore
import SQLFunctions

/// Runs a query typed by the person.
struct SQLCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the journal anything in SQL; it can only read.",
    discussion: """
        $ nerve sql "SELECT * FROM day ORDER BY day DESC LIMIT 7"
        $ nerve sql "SELECT footwear, avg(next_morning_pain) FROM run_response GROUP BY 1"
        $ nerve sql "SELECT * FROM month" --format csv > months.csv

      The views day, week, month, rating, footwear_use and run_response are \
      described in Documentation/data-dictionary.md.
      """)

  @Argument(help: "One SELECT statement; - reads it from standard input.")
  var statement: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in surroundings: Surroundings) throws {
    let format = try format.chosen()
    let sql = statement == "-" ? try standardInput() : statement
    let journal = try journal.session(for: .reading, surroundings).journal()
    try journal.labelSample(surroundings)
    try journal.addFunctions(addFunctions)
    switch format {
    case .json: try writeJSON(sql, journal, surroundings)
    case .csv: try writeCSV(sql, journal, surroundings)
    case .plain: try writePlain(sql, journal, surroundings)
    case .text, .markdown: try writeTable(sql, journal, surroundings, format)
    }
  }

  private func writeJSON(_ sql: String, _ journal: Journal, _ surroundings: Surroundings) throws {
    // Held back for a while, so that a query that fails early prints nothing.
    let buffer = ByteBuffer()
    var writer = JSONWriter(to: buffer)
    var names: [String] = []
    try journal.query(
      sql,
      header: {
        names = $0
        try writer.beginArray()
      },
      row: { values in
        try writer.writeElement(.object(zip(names, values.map { JSON($0) }).map { ($0, $1) }))
        if buffer.bytes.count >= 1 << 15 { try surroundings.output.write(buffer.take()) }
      })
    try writer.endArray()
    try surroundings.output.write(buffer.take())
  }

  private func writeCSV(_ sql: String, _ journal: Journal, _ surroundings: Surroundings) throws {
    var writer = DelimitedTextWriter()
    try journal.query(
      sql,
      header: { writer.write($0) },
      row: { values in
        writer.write(values.map(\.csvField))
        if writer.bytes.count >= 1 << 15 { try surroundings.output.write(writer.take()) }
      })
    try surroundings.output.write(writer.take())
  }

  private func writePlain(_ sql: String, _ journal: Journal, _ surroundings: Surroundings) throws {
    try journal.query(
      sql, header: { _ in },
      row: { try surroundings.output.write(PlainText.line($0.map(\.csvField))) })
  }

  private func writeTable(
    _ sql: String, _ journal: Journal, _ surroundings: Surroundings, _ format: OutputFormat
  ) throws {
    var columns: [TableColumn] = []
    var rows: [[String]] = []
    try journal.query(
      sql,
      header: { columns = $0.map { TableColumn($0) } },
      row: { values in
        for (index, value) in values.enumerated() where value.isNumber {
          columns[index].alignment = .right
        }
        rows.append(values.map { $0.csvField ?? "" })
      })
    try surroundings.output.write(
      format == .markdown
        ? MarkdownTable(columns: columns, rows: rows).text
        : TextTable(columns: columns, rows: rows).text(maximumWidth: surroundings.terminalWidth))
  }

  /// The most bytes of a statement, which is SQLite's own limit.
  private static let longestStatement = 1_000_000

  private func standardInput() throws -> String {
    let bytes = try InputFile("-").allBytes(upTo: Self.longestStatement)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError("The statement is not UTF-8 text.")
    }
    return text
  }
}

extension SQLiteValue {
  /// The value as a field of text; `nil`, which is an empty field, for NULL.
  fileprivate var csvField: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes)
    }
  }

  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }
}

import DelimitedText
import JSONText
import JournalFiles
import JournalModel
import JournalStore

// MARK: - Delimited text

/// Reads `bytes` as a table, writes it anew, and imports it.
func checkDelimitedText(_ bytes: [UInt8], into journal: ScratchJournal) throws {
  guard let records = try usableRecords(of: bytes, pieces: 1 << 16) else { return }
  let pieces = try usableRecords(of: bytes, pieces: 13)
  try promise(records == pieces, "small pieces are read otherwise")
  var writer = DelimitedTextWriter()
  for record in records { writer.write(record) }
  let again = try exactRecords(of: writer.take())
  try promise(again == records, "what was written is read otherwise")
  try journal.checkImport {
    DelimitedRecords(
      try DelimitedTextReader(source: source(of: bytes)))
  }
}

/// The header and the usable records, or `nil` if the text is refused.
private func usableRecords(of bytes: [UInt8], pieces: Int) throws -> [[String]]? {
  try refusing(DelimitedTextError.self) {
    var reader = try DelimitedTextReader(source: source(of: bytes, pieces: pieces))
    var records = [reader.columns]
    var line = 0
    while let record = try reader.next() {
      try promise(record.line > line, "lines go backwards")
      line = record.line
      guard record.problem == nil else { continue }
      try promise(record.count == records[0].count, "a record does not fit the header")
      records.append(record.fields)
    }
    return records
  }
}

private func exactRecords(of bytes: [UInt8]) throws -> [[String]] {
  var reader = try DelimitedTextReader(
    delimiter: .comma, hasHeader: false, form: .exact, source: source(of: bytes))
  var records: [[String]] = []
  while let record = try reader.next() {
    try promise(record.problem == nil, "what was written is damaged")
    records.append(record.fields)
  }
  return records
}

/// A table for the journal, as the command imports it.
private struct DelimitedRecords: JournalStore.TextTable, ~Copyable {
  private var reader: DelimitedTextReader

  init(_ reader: consuming DelimitedTextReader) { self.reader = reader }

  var header: [String] { reader.columns }
  var hasDecimalCommas: Bool { reader.delimiter == .semicolon }

  mutating func next() throws -> TextRecord? {
    guard let record = try reader.next() else { return nil }
    if let problem = record.problem {
      return .unusable(reason: problem.description, line: record.line)
    }
    return .fields(record.fields, line: record.line)
  }
}

// MARK: - JSON

/// Reads `bytes` as JSON, writes it anew, and imports it.
func checkJSON(_ bytes: [UInt8], into journal: ScratchJournal) throws {
  guard let values = try documents(of: bytes, pieces: 1 << 16) else { return }
  let text = values.map { JSONWriter.text($0, style: .compact) }
  let pieces = try documents(of: bytes, pieces: 13)
  try promise(
    text == pieces?.map { JSONWriter.text($0, style: .compact) }, "small pieces are read otherwise")
  let again = try documents(of: Array(text.joined().utf8), pieces: 1 << 16)
  try promise(
    text == again?.map { JSONWriter.text($0, style: .compact) },
    "what was written is read otherwise")
  try journal.checkImport { try JSONTable(source(of: bytes)) }
}

private func documents(of bytes: [UInt8], pieces: Int) throws -> [JSON]? {
  try refusing(JSONStream.Broken.self) {
    var stream = JSONStream(source(of: bytes, pieces: pieces))
    var values: [JSON] = []
    while try stream.peek() != nil { values.append(try stream.readValue()) }
    return values
  }
}

// MARK: - Import

extension ScratchJournal {
  /// Tries to import a table that `open` opens, with its first columns as fields; a trial
  /// must change nothing.
  fileprivate func checkImport(_ open: () throws -> some (JournalStore.TextTable & ~Copyable))
    throws
  {
    do {
      var table = try open()
      guard table.header.count >= 2 else { return }
      let columns = table.header.prefix(3).map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\""
      }
      let fields = ["day", "distance_m", "note"]
      let plan = ImportPlan(
        table: .run,
        select: "SELECT "
          + zip(columns, fields).map { "\($0) AS \($1)" }.joined(separator: ", ")
          + " FROM \(table.name)",
        fileName: "file", isDryRun: true, today: today)
      let report = try journal.importRows(of: &table, plan: plan)
      try promise(report.importID == nil, "a trial has an import")
    } catch is DelimitedTextError {
    } catch is FileError {
    } catch is JournalError {
    } catch is SQLiteError {
      // Names of columns that SQLite does not take.
    }
    try checkUnchanged()
  }
}

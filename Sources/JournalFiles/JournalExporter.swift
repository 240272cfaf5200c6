import DelimitedText
import JSONText
package import JournalStore
package import Platform

/// Writes every row of every table of a journal.
package struct JournalExporter {
  private let journal: Journal

  /// Creates an exporter of `journal`.
  package init(_ journal: Journal) {
    self.journal = journal
  }

  /// Writes one JSON document, row by row.
  ///
  /// - Throws: Errors of reading and writing.
  package func writeJSON(to sink: any ByteSink) throws {
    try journal.snapshot {
      try sink.write("{\"\(ExportFormat.mark)\": \"\(ExportFormat.kind)\", ")
      try sink.write("\"schema\": \(try journal.schemaVersion()), \"tables\": {")
      var tableEnd = "\n"
      for table in try journal.exportedTables() {
        try sink.write("\(tableEnd)\"\(table.name)\": [")
        tableEnd = "],\n"
        var rowEnd = "\n"
        try journal.forEachRow(of: table) { values in
          try sink.write(rowEnd)
          rowEnd = ",\n"
          try sink.write(Self.line(Self.members(table, values)))
        }
      }
      try sink.write("]\n}}\n")
    }
  }

  /// Writes one line per row.
  ///
  /// - Throws: Errors of reading and writing.
  package func writeLines(to sink: any ByteSink) throws {
    try journal.snapshot {
      let head: JSON = [
        "nerve": .string(ExportFormat.kind), "schema": JSON(try journal.schemaVersion()),
      ]
      try sink.write(JSONWriter.text(head, style: .compact))
      for table in try journal.exportedTables() {
        try journal.forEachRow(of: table) { values in
          let members = [("table", JSON.string(table.name))] + Self.members(table, values)
          try sink.write(Self.line(members) + "\n")
        }
      }
    }
  }

  /// Writes a CSV file for each table.
  ///
  /// - Parameter sink: Creates the file with a name, and finishes the previous one.
  /// - Throws: Errors of reading and writing.
  package func writeCSV(to sink: (String) throws -> any ByteSink) throws {
    try journal.snapshot {
      var writer = DelimitedTextWriter()
      for table in try journal.exportedTables() {
        let file = try sink("\(table.name).csv")
        writer.write(table.csvColumns)
        try journal.forEachRow(of: table) { values in
          writer.write(
            zip(table.columns, values).flatMap { column, value in
              column.kind == .any ? [value.csv, value.csvKind] : [value.csv]
            })
          if writer.bytes.count > 1 << 16 { try file.write(writer.take()) }
        }
        try file.write(writer.take())
      }
      // Last, so that only a complete folder is an export.
      writer.write([ExportFormat.mark, "schema"])
      writer.write([ExportFormat.kind, "\(try journal.schemaVersion())"])
      try sink(ExportFormat.markFile).write(writer.take())
    }
  }

  private static func members(
    _ table: ExportedTable, _ values: [SQLiteValue]
  ) -> [(String, JSON)] {
    zip(table.columns, values).map { ($0.name, $1.exported) }
  }

  private static func line(_ members: [(String, JSON)]) -> String {
    String(JSONWriter.text(.object(members), style: .compact).dropLast())
  }
}

extension ExportedTable {
  /// The columns of its CSV file; a column of values of any type is followed by one
  /// for the type.
  package var csvColumns: [String] {
    columns.flatMap { $0.kind == .any ? [$0.name, "\($0.name)_type"] : [$0.name] }
  }
}

extension SQLiteValue {
  /// The value in JSON; a number with a fraction has a point or an exponent.
  fileprivate var exported: JSON {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .number(number)
    case .text(let text): .string(text)
    case .blob(let bytes): ["hex": .string(hexDigits(bytes))]
    }
  }

  fileprivate var csv: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): number.description
    case .text(let text): text
    case .blob(let bytes): hexDigits(bytes)
    }
  }

  fileprivate var csvKind: String? {
    switch self {
    case .null: nil
    case .integer: "integer"
    case .real: "real"
    case .text: "text"
    case .blob: "blob"
    }
  }
}

private func hexDigits(_ bytes: [UInt8]) -> String {
  bytes.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
}

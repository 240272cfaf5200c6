import DelimitedText
import JSONText
package import JournalStore
import JournalModel

/// Reads an export of ``JournalExporter``.
package struct JournalImporter {
  private let journal: Journal
  private let isTrial: Bool

  /// Creates an importer into `journal`, which must be empty.
  package init(_ journal: Journal, isTrial: Bool) {
    (self.journal, self.isTrial) = (journal, isTrial)
  }

  /// Whether a file that begins with `prefix` is a JSON export, in one document or in
  /// lines.
  package static func isJSON(_ prefix: [UInt8]) -> Bool {
    let start = prefix.filter { !Set(" \t\r\n".utf8).contains($0) }
    return start.starts(with: "{\"\(ExportFormat.mark)\":\"\(ExportFormat.kind)\"".utf8)
  }

  /// Reads a document, or lines.
  ///
  /// - Returns: The number of rows per table.
  /// - Throws: ``JournalError``, or an error of `source`.
  package func readJSON(
    _ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [String: Int] {
    try journal.restore(isTrial: isTrial) { restoration in
      var stream = JSONStream(source)
      do {
        try stream.readObject { stream, name in
          switch name {
          case "tables":
            try stream.readObject { stream, table in
              try stream.readArray { stream in
                let row = try Self.row(&stream, in: restoration.table(table))
                try restoration.insert(row.values, into: table)
              }
            }
          case "schema": try check(version: try stream.readWord())
          default: _ = try stream.readText()
          }
        }
        while try stream.peek() != nil {
          let row = try Self.row(&stream, in: nil)
          try restoration.insert(row.values, into: row.table)
        }
      } catch is JSONStream.Broken {
        throw JournalError.badExport(reason: "it is damaged or cut short")
      }
    }
  }

  private static func row(
    _ stream: inout JSONStream, in table: ExportedTable?
  ) throws -> (table: String, values: [(column: String, value: SQLiteValue)]) {
    var name = table?.name ?? ""
    var values: [(column: String, value: SQLiteValue)] = []
    try stream.readObject { stream, member in
      if table == nil, member == "table" {
        name = try stream.readText()
      } else {
        values.append((member, try value(&stream)))
      }
    }
    return (name, values)
  }

  private static func value(_ stream: inout JSONStream) throws -> SQLiteValue {
    switch try stream.peek() {
    case UInt8(ascii: "\""): return .text(try stream.readText() as String)
    case UInt8(ascii: "{"):
      var blob: [UInt8]?
      try stream.readObject { stream, _ in blob = bytes(ofHex: try stream.readText()) }
      guard let blob else { throw JSONStream.Broken() }
      return .blob(blob)
    default:
      let word = try stream.readWord()
      if word == "null" { return .null }
      guard let number = number(word) else { throw JSONStream.Broken() }
      return number
    }
  }

  /// Reads the files of a folder.
  ///
  /// - Returns: The number of rows per table.
  /// - Throws: ``JournalError``, ``FileError`` or `DelimitedTextError`.
  package func readCSV(in folder: String) throws -> [String: Int] {
    try journal.restore(isTrial: isTrial) { restoration in
      try records(of: "\(folder)/\(ExportFormat.markFile)") { fields in
        guard fields.first?.name == ExportFormat.mark, fields.count == 2 else {
          throw JournalError.badExport(reason: "\(ExportFormat.markFile) is not from an export")
        }
        try check(version: fields[1].value)
      }
      for table in try journal.exportedTables() {
        let path = "\(folder)/\(table.name).csv"
        // An export from an older journal lacks newer tables.
        guard InputFile.size(of: path) != nil else { continue }
        try records(of: path) { fields in
          try restoration.insert(Self.row(fields, of: table), into: table.name)
        }
      }
    }
  }

  private func records(
    of path: String, _ body: ([(name: String, value: String)]) throws -> Void
  ) throws {
    try InputFile(path).withDelimitedText(delimiter: .comma, form: .exact) { reader in
      var reader = reader
      let names = reader.columns
      while let record = try reader.next() {
        guard record.problem == nil else {
          throw JournalError.badExport(reason: "a row of \(path) cannot be read")
        }
        try body(zip(names, record.fields).map { (name: $0, value: $1) })
      }
    }
  }

  private static func row(
    _ fields: [(name: String, value: String)], of table: ExportedTable
  ) throws -> [(column: String, value: SQLiteValue)] {
    let columns = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0) })
    let kinds = Dictionary(fields.map { ($0.name, $0.value) }) { $1 }
    return try fields.compactMap { field in
      guard let column = columns[field.name] else {
        // The type of the previous column.
        guard field.name.hasSuffix("_type") else {
          throw JournalError.badExport(
            reason: "a row of \(table.name) has an unknown column")
        }
        return nil
      }
      let kind =
        column.kind == .any ? kinds["\(field.name)_type"] ?? "" : column.kind.rawValue.lowercased()
      let value: SQLiteValue? =
        switch kind {
        case "": .null
        case "text" where !field.value.isEmpty || column.isRequired || column.kind == .any:
          .text(field.value as String)
        case _ where field.value.isEmpty: .null
        case "blob": bytes(ofHex: field.value).map { .blob($0) }
        default: number(field.value)
        }
      guard let value else {
        throw JournalError.badExport(
          reason: "a row of \(table.name) has text instead of a number")
      }
      return (field.name, value)
    }
  }

  private func check(version: String) throws {
    guard let version = Int(version), version > 0 else {
      throw JournalError.badExport(reason: "it has no version")
    }
    guard try version <= journal.schemaVersion() else {
      throw JournalError.badExport(reason: "it is from a newer version of nerve")
    }
  }
}

/// The number in `text`: an integer unless it has a point or an exponent.
private func number(_ text: String) -> SQLiteValue? {
  if let whole = Int64(text) { return .integer(whole) }
  guard text.utf8.contains(where: { ".eE".utf8.contains($0) }),
    let number = Double(text), number.isFinite
  else { return nil }
  return .real(number)
}

private func bytes(ofHex text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  let bytes = stride(from: 0, to: digits.count, by: 2).map { start in
    UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16)
  }
  return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
}

import CivilDay
package import JSONText
package import JournalModel
package import JournalStore

/// Entries of all kinds, newest first.
package struct EntryList: Renderable {
  package let entries: [StoredEntry]
  package let unit: DistanceUnit
  /// Whether to tell what is doubtful about them.
  package let tellsDoubts: Bool

  package init(entries: [StoredEntry], unit: DistanceUnit, tellsDoubts: Bool = false) {
    self.entries = entries
    self.unit = unit
    self.tellsDoubts = tellsDoubts
  }

  private static let columns = [
    TableColumn("day"), TableColumn("time"), TableColumn("what"), TableColumn("id", .right),
    TableColumn("entry", .left, .wrapped),
  ]

  package func text(_ layout: TextLayout) -> String {
    guard !entries.isEmpty else { return "" }
    return TextTable(columns: Self.columns, rows: rows(spoken: true)).aligned(layout)
      ?? lines(layout)
  }

  package var json: JSON { .array(entries.map { .object($0.members) }) }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      Self.columns.map(\.title),
      // A time that is not known is a missing field, not an empty text.
      rows(spoken: false).map { row in row.map { $0.isEmpty ? nil : $0 } }
    )
  }

  package var markdown: String {
    MarkdownTable(columns: Self.columns, rows: rows(spoken: true)).text
  }

  private func rows(spoken: Bool) -> [[String]] {
    entries.map { entry in
      [
        day(of: entry, spoken: spoken), time(of: entry), entry.table.noun, "\(entry.id)",
        summary(of: entry),
      ]
    }
  }

  /// Two lines or more for each entry, as a narrow terminal needs them: nothing
  /// is cut off.
  private func lines(_ layout: TextLayout) -> String {
    entries.map { entry in
      let head = [
        day(of: entry, spoken: true), time(of: entry), entry.table.word, "\(entry.id)",
      ].filter { !$0.isEmpty }.joined(separator: " ")
      return layout.style.heading(layout.wrapped(head)) + "\n"
        + HistoryTable.indented(summary(of: entry), layout)
    }.joined()
  }

  private func summary(of entry: StoredEntry) -> String {
    let summary = EntryText(unit: unit).summary(of: entry)
    guard tellsDoubts, let doubt = entry.doubt else { return summary }
    return "\(summary). \(doubt.map { $0 == "\n" ? " " : String($0) }.joined())"
  }

  private func day(of entry: StoredEntry, spoken: Bool) -> String {
    entry.day.map { day in
      let weekday = day.shortWeekdayName
      return spoken ? "\(weekday) \(day)" : day.description
    } ?? ""
  }

  private func time(of entry: StoredEntry) -> String {
    entry.time?.minuteText ?? ""
  }
}

extension StoredEntry {
  /// The entry for programs: its kind, its id and the fields that are known, by
  /// the names of the journal's columns; a column called kind, such as that of a
  /// shoe, is called `footwear_kind` beside the kind of the entry.
  package var members: [(String, JSON)] {
    let fields = fieldMembers.map { name, value in
      (name == "kind" ? "\(table.rawValue)_kind" : name, value)
    }
    return [("kind", .string(table.rawValue)), ("id", .integer(Int64(id)))] + fields
  }

  /// The fields that are known, in the order of the table's columns, so that
  /// equal kinds read alike; the day comes first.
  package var fieldMembers: [(String, JSON)] {
    let names = table.fields.map(\.name) + ["footwear", "exercise", "import_id"]
    let day: [(String, JSON)] =
      table.dayField == "onset_day" ? [("day", JSON(self.day?.description))] : []
    return day + names.compactMap { name in values[name].map { (name, JSON($0)) } }
  }
}

extension JSON {
  /// The value as JSON has it; bytes as hexadecimal digits.
  package init(_ value: SQLiteValue) {
    self =
      switch value {
      case .null: .null
      case .integer(let number): .integer(number)
      case .real(let number): .number(number)
      case .text(let text): .string(text)
      case .blob(let bytes): .string(hexadecimal(bytes))
      }
  }
}

/// Bytes as pairs of hexadecimal digits.
package func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

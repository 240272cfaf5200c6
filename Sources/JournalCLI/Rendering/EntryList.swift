import CivilDay
import JournalStore

/// Entries of all kinds, newest first.
struct EntryList: Renderable {
  let entries: [StoredEntry]
  let unit: DistanceUnit

  private static let columns = [
    TableColumn("day"), TableColumn("time"), TableColumn("what"), TableColumn("id", .right),
    TableColumn("entry"),
  ]

  func text(width: Int?) -> String {
    entries.isEmpty
      ? "" : TextTable(columns: Self.columns, rows: rows(spoken: true)).text(maximumWidth: width)
  }

  var json: JSON {
    .array(
      entries.map { entry in
        var members: [(String, JSON)] = [
          ("kind", .string(entry.table.rawValue)), ("id", .integer(Int64(entry.id))),
          ("day", .string(entry.day?.description ?? "")),
        ]
        // In the order of the table's columns, so that equal kinds read alike.
        let names = entry.table.fields.map(\.name) + ["footwear", "exercise", "import_id"]
        for name in names where name != "day" {
          guard let value = entry.values[name] else { continue }
          members.append((name, JSON(value)))
        }
        return .object(members)
      })
  }

  var csv: (header: [String], rows: [[String?]]) {
    (
      Self.columns.map(\.title),
      // A time that is not known is a missing field, not an empty text.
      rows(spoken: false).map { row in row.map { $0.isEmpty ? nil : $0 } }
    )
  }

  var markdown: String { MarkdownTable(columns: Self.columns, rows: rows(spoken: true)).text }

  private func rows(spoken: Bool) -> [[String]] {
    entries.map { entry in
      let day = entry.day.map { day in
        let weekday = CalendarNames.short(CalendarNames.weekdays[day.weekday])
        return spoken ? "\(weekday) \(day)" : day.description
      }
      let time = entry.text("time") ?? entry.text("start_time") ?? ""
      return [
        day ?? "", String(time.prefix(5)),
        entry.table.noun, "\(entry.id)", EntryText(unit: unit).summary(of: entry),
      ]
    }
  }
}

extension JSON {
  /// The value as JSON has it; bytes as hexadecimal digits.
  init(_ value: SQLiteValue) {
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
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

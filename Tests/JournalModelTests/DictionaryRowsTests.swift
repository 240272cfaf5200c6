import Foundation
import JournalModel
import Testing

/// The rows of the data dictionary that the catalogue of fields tells.
///
/// With `NERVE_UPDATE_GOLDEN=1` they are written into the page.
@Suite struct DictionaryRowsTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/data-dictionary.md")

  /// What a value of the field is counted in.
  private static func unit(of field: Field) -> String {
    switch (field.measure, field.kind) {
    case (.rating, _): "0-10"
    case (.distance, _), (.height, _): "m"
    case (.duration, _), (.hold, _): "s"
    case (.thickness, _): "mm"
    case (.heartRate, _): "bpm"
    case (.cadence, _): "1/min"
    case (.hours, _): "h"
    case (.days, _): "days"
    case (.utcOffset, _): "min"
    case (_, .day): "day"
    case (_, .clockTime): "time"
    case (_, .text): "text"
    case (_, .choice): "word"
    case (_, .reference): "id"
    case (.place, .whole(let range)): "\(range.lowerBound)-\(range.upperBound)"
    case (_, .whole(0...1)): "0/1"
    case (_, .whole(1...1)): "1"
    case (_, .whole), (_, .number): "count"
    }
  }

  /// The page with the rows of the catalogue in place of its own.
  private static func page(from page: String) -> String {
    var table: EntryTable?
    return page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("#") {
        // Settings are no entries: the page tells of them in its own words.
        table = EntryTable(rawValue: String(line.drop { "# ".contains($0) }))
          .flatMap { line.hasPrefix("### ") && $0 != .setting ? $0 : nil }
      }
      guard line.hasPrefix("| `"), let name = line.split(separator: "`").dropFirst().first,
        let field = table?.fields.first(where: { $0.name == name })
      else { return String(line) }
      return "| `\(name)` | \(unit(of: field)) | \(field.meaning) |"
    }.joined(separator: "\n")
  }

  @Test func `The data dictionary tells of fields as the catalogue does`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let told = Self.page(from: text)
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try told.write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(text == told)
    }
  }
}

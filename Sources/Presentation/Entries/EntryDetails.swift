package import CivilDay
package import JSONText
package import JournalModel
package import JournalStore
import WrittenValues

/// All that is known of some entries.
package struct EntryDetails: Renderable {
  /// An entry with what the journal works out about it.
  package struct Part {
    package let entry: StoredEntry
    /// The leg pain around a run.
    package var response: RunResponse?
    /// What a shoe has run.
    package var use: FootwearUse?

    package init(entry: StoredEntry, response: RunResponse? = nil, use: FootwearUse? = nil) {
      self.entry = entry
      self.response = response
      self.use = use
    }
  }

  package let parts: [Part]
  /// Whether one entry was asked for, rather than those of a day.
  package let isSingle: Bool
  package let unit: DistanceUnit
  package let today: Day

  package init(parts: [Part], isSingle: Bool, unit: DistanceUnit, today: Day) {
    self.parts = parts
    self.isSingle = isSingle
    self.unit = unit
    self.today = today
  }

  package func text(_ layout: TextLayout) -> String {
    parts.map { part in
      layout.style.heading(title(of: part.entry)) + "\n\n"
        + Paragraph.rows(rows(of: part).flatMap(Self.lines), width: layout.width)
    }.joined(separator: "\n")
  }

  package var json: JSON {
    let objects = parts.map { part in
      JSON.object(part.entry.members + Self.members(of: part))
    }
    return isSingle ? objects.first ?? .null : .array(objects)
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["kind", "id", "field", "value"],
      parts.flatMap { part in
        (part.entry.fieldMembers + Self.members(of: part)).map { name, value in
          [part.entry.table.rawValue, "\(part.entry.id)", name, value.csvField]
        }
      }
    )
  }

  package var markdown: String {
    parts.map { part in
      let table = MarkdownTable(
        columns: [TableColumn("field"), TableColumn("value")],
        rows: rows(of: part).map { [$0.name, $0.text] })
      return "## \(title(of: part.entry))\n\n\(table.text)"
    }.joined(separator: "\n")
  }

  private func title(of entry: StoredEntry) -> String {
    let noun = entry.table.noun
    return "\(noun.prefix(1).uppercased())\(noun.dropFirst()) \(entry.id)"
  }

  private func rows(of part: Part) -> [(name: String, text: String)] {
    var rows = FieldText(unit: unit, today: today).rows(of: part.entry)
    if let run = part.entry.record(Run.self), let metres = run.distanceM,
      let seconds = run.durationS,
      let place = rows.firstIndex(where: { $0.name == "duration" })
    {
      let pace = ClockText.pace(metres: metres, seconds: seconds, per: unit)
      rows.insert(("pace", pace), at: place + 1)
    }
    if let flareUp = part.entry.record(FlareUp.self), flareUp.endDay == nil {
      rows.insert(("last day", "in progress"), at: 1)
    }
    let pain = part.response.map { response in
      [
        ("leg pain that morning", response.morningPain),
        ("leg pain that evening", response.eveningPain),
        ("leg pain the next morning", response.nextMorningPain),
        ("leg pain 48 h later", response.pain48HoursLater),
      ].compactMap { name, pain in pain.map { (name: name, text: "\($0) of 10") } }
    }
    let use = part.use.map { use in
      [
        (name: "runs", text: "\(use.runs)"),
        (name: "total distance", text: unit.text(use.distanceKm * 1000)),
      ]
        + (use.lastDay.flatMap(Day.init).map {
          [("last run", $0.relativeDescription(today: today))]
        } ?? [])
    }
    return rows + (pain ?? []) + (use ?? [])
  }

  /// A row as several where its text has several lines.
  private static func lines(_ row: (name: String, text: String)) -> [(name: String, text: String)] {
    row.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (name: $0 == 0 ? row.name : "", text: String($1)) }
  }

  /// What the journal works out, under the names of the views that show it.
  private static func members(of part: Part) -> [(String, JSON)] {
    var members: [(String, JSON)] = []
    if let response = part.response {
      members += [
        ("morning_pain", JSON(response.morningPain)), ("evening_pain", JSON(response.eveningPain)),
        ("next_morning_pain", JSON(response.nextMorningPain)),
        ("pain_48_h_later", JSON(response.pain48HoursLater)),
      ]
    }
    if let use = part.use {
      members += [
        ("runs", JSON(use.runs)), ("distance_km", JSON(use.distanceKm)),
        ("last_day", JSON(use.lastDay)),
      ]
    }
    return members
  }
}

extension JSON {
  /// A plain value as a field of text; `nil`, which is an empty field, for null.
  fileprivate var csvField: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): NumberText.shortest(number)
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}

internal import CivilDay
internal import Correlator
internal import JournalModel
package import Reports
internal import WrittenValues

/// Whether a diary is fit for an answer, and what to improve.
package struct DiaryCheckText: Renderable {
  package let check: DiaryCheck
  /// The measure of load.
  package let unit: LoadUnit
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// Returns a command as it is typed for the same journal; `nil` for a file.
  package let typed: ((String) -> String)?

  package init(
    check: DiaryCheck, unit: LoadUnit, isSynthetic: Bool, typed: ((String) -> String)?
  ) {
    self.check = check
    self.unit = unit
    self.isSynthetic = isSynthetic
    self.typed = typed
  }

  var words: DiaryCheckWords { DiaryCheckWords(check: check, unit: unit, typed: typed) }

  private static let mostWidth = 100

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let words = words
    let sentence = Paragraph.lines(words.sentence, width: layout.width).joined(separator: "\n")
    let start = (isSynthetic ? SampleNotice.line : "") + layout.style.heading(sentence) + "\n"
    let (all, optional) = (words.rows.filter { !$0.isOptional }, words.rows.filter(\.isOptional))
    let (needed, others) = (all.prefix(Self.mostFindings), all.dropFirst(Self.mostFindings))
    // Equal columns in every part.
    let names = words.rows.map(\.name) + (words.fine.map { [$0.name] } ?? [])
    let indent = 4 + (names.map(DisplayText.width).max() ?? 0)
    func told(_ row: DiaryCheckWords.Row) -> String {
      let texts = [(row.name, row.text)] + row.details.map { ("", $0) }
      // A command is left whole, so that it can be copied whole.
      let margin = layout.width - indent < Self.narrowestText ? 4 : indent
      return Paragraph.rows(texts, width: layout.width, indent: indent)
        + (row.command.map { command in
          String(repeating: " ", count: margin) + "\(DisplayText.visible(command))\n"
        } ?? "")
    }
    let more =
      others.isEmpty
      ? "" : "\(NumberText.counted(others.count, "other finding")), listed by --json"
    let parts = [
      needed.map(told).joined()
        + Paragraph.rows([("more", more)], width: layout.width, indent: indent),
      optional.map(told).joined(),
      words.fine.map { Paragraph.rows([$0], width: layout.width, indent: indent) } ?? "",
    ]
    return start + parts.filter { !$0.isEmpty }.map { "\n\($0)" }.joined()
  }

  /// The findings that fit a screen.
  private static let mostFindings = 7

  /// The cells below which texts stand under their names.
  private static let narrowestText = 24

  package var markdown: String {
    let words = words
    let notice = isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : ""
    let items = words.rows.map { row in
      "- **\(row.name)**: \(MarkdownTable.escaped(row.wholeText))"
        + (row.command.map { " `\($0)`" } ?? "") + "\n"
    }.joined()
    let fine = words.fine.map { MonthText.items([$0]) } ?? ""
    return notice + words.sentence + "\n"
      + (items + fine).split(separator: "\n").map { "\n\($0)" }.joined()
      + (items.isEmpty && fine.isEmpty ? "" : "\n")
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["topic", "finding", "weight", "text", "command"],
      words.rows.map { row in
        [
          row.finding.topic.rawValue, row.finding.kind, check.weight(of: row.finding).rawValue,
          row.wholeText, row.command,
        ]
      }
    )
  }
}

extension DiaryCheck.Finding {
  /// Its name in data.
  var kind: String {
    switch self {
    case .noRuns: "no_runs"
    case .missingMeasure: "missing_measure"
    case .ratedAfterRunning: "rated_after_running"
    case .fewRatings: "few_ratings"
    case .ratingTimes: "rating_times"
    case .ratingsAfterRuns: "ratings_after_runs"
    case .ratingsAfterHighPain: "ratings_after_high_pain"
    case .littleVariation: "little_variation"
    case .unknownDays: "unknown_days"
    case .impliedRest: "implied_rest"
    case .fixedRunDays: "fixed_run_days"
    case .littleVariety: "little_variety"
    case .sameLoad: "same_load"
    case .unlikelyEntries: "unlikely_entries"
    case .missingColumns: "missing_columns"
    case .moreDays: "more_days"
    }
  }
}

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
    let (needed, optional) = (words.rows.filter { !$0.isOptional }, words.rows.filter(\.isOptional))
    let parts = [
      needed.flatMap(Self.lines), optional.flatMap(Self.lines), words.fine.map { [$0] } ?? [],
    ]
    // Equal columns in every part.
    let indent = 4 + (parts.joined().map { DisplayText.width($0.name) }.max() ?? 0)
    return start
      + parts.filter { !$0.isEmpty }.map {
        "\n" + Paragraph.rows($0, width: layout.width, indent: indent)
      }.joined()
  }

  /// A finding with its command on a line of its own, to be copied whole.
  private static func lines(_ row: DiaryCheckWords.Row) -> [(name: String, text: String)] {
    [(row.name, row.text)] + row.details.map { ("", $0) }
      + (row.command.map { [("", $0)] } ?? [])
  }

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

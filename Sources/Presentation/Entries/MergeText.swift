import CivilDay
package import JSONText
import JournalModel
package import JournalStore
import WrittenValues

/// What a merge did to the entries, or would do.
package struct MergeText: Renderable {
  package let report: MergeReport
  /// Whether nothing was changed.
  package let isTrial: Bool
  package let words: ChangeText
  package let values: FieldText

  package init(report: MergeReport, isTrial: Bool, words: ChangeText, values: FieldText) {
    self.report = report
    self.isTrial = isTrial
    self.words = words
    self.values = values
  }

  package func text(_ layout: TextLayout) -> String {
    guard report.changesSomething else {
      return layout.wrapped(
        "Nothing to merge: the journal already has everything in the other copy.\n")
    }
    let changes = report.entryCount == 0 ? "no entry changed" : words.tally(report.tally)
    var lines = ["\(isTrial ? "Would merge" : "Merged"): \(changes)"]
    lines += report.changes.map { "  \(DisplayText.visible(words.line($0)))" }
    let more = report.entryCount - report.changes.count
    if more > 0 { lines.append("  and \(more) more") }
    for (table, count) in report.united {
      lines.append("\(table.counted(count)) of both copies \(count == 1 ? "is" : "are") now one.")
    }
    if !report.conflicts.isEmpty {
      lines.append("Changed in both copies:")
      lines += report.conflicts.map { "  \(DisplayText.visible(line($0)))" }
    }
    return layout.wrapped(lines.map { "\($0)\n" }.joined())
  }

  /// A conflict as a line, such as "run 12 of Mon 23 Nov 2026, distance: 5.2 km from the
  /// other copy, not 5.0 km".
  private func line(_ conflict: MergeConflict) -> String {
    let name = "\(conflict.table.noun) \(conflict.id)\(occasion(of: conflict))"
    let (winner, loser) =
      conflict.isOwnKept ? ("this journal", "the other copy") : ("the other copy", "this journal")
    return switch conflict.kind {
    case .field(let field):
      "\(name), \(field.noun): \(told(field, conflict.kept)) from \(winner), "
        + "not \(told(field, conflict.lost))"
    case .deletion: "\(name) stays: \(winner) changed it after \(loser) deleted it"
    case .changeOfDeleted: "\(name) is deleted: \(winner) deleted it after \(loser) changed it"
    case .deletionOfUsed: "\(name) stays: \(winner) uses it, although \(loser) deleted it"
    case .brokenRule:
      "\(name): a change in \(loser) was left out, as it contradicts \(winner)"
    }
  }

  /// What tells the entry apart: its name or its day.
  private func occasion(of conflict: MergeConflict) -> String {
    guard let entry = conflict.kept else { return "" }
    if conflict.table.isNamed { return entry.name.map { " (\($0))" } ?? "" }
    return entry.day.map { " of \($0.relativeDescription(today: words.today))" } ?? ""
  }

  private func told(_ field: Field, _ entry: StoredEntry?) -> String {
    entry.flatMap { values.text(of: field, in: $0) } ?? "unknown"
  }

  package var json: JSON {
    [
      "dry_run": .bool(isTrial), "entries": JSON(report.entryCount),
      "new_actions": JSON(report.newActions),
      "changes": .array(
        report.tally.map { tally in
          [
            "kind": JSON(tally.table.rawValue), "change": JSON(tally.kind.rawValue),
            "count": JSON(tally.count),
          ]
        }),
      "united": .array(
        report.united.map { ["kind": JSON($0.table.rawValue), "count": JSON($0.count)] }),
      "conflicts": .array(
        report.conflicts.map { conflict in
          [
            "kind": JSON(conflict.table.rawValue), "id": JSON(conflict.id),
            "conflict": JSON(conflict.word), "field": conflict.field.map { JSON($0) } ?? .null,
            "kept": JSON(conflict.isOwnKept ? "own" : "other"),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["dry_run", "kind", "change", "count"],
      report.tally.map { tally in
        [isTrial ? "1" : "0", tally.table.rawValue, tally.kind.rawValue, "\(tally.count)"]
      }
    )
  }

  package var markdown: String { text(.document) }
}

extension MergeConflict {
  /// The kind of the conflict in JSON.
  fileprivate var word: String {
    switch kind {
    case .field: "field"
    case .deletion: "deletion"
    case .changeOfDeleted: "change_of_deleted"
    case .deletionOfUsed: "deletion_of_used"
    case .brokenRule: "broken_rule"
    }
  }

  fileprivate var field: String? {
    if case .field(let field) = kind { field.name } else { nil }
  }
}

package import JSONText
package import JournalStore

/// What happened to the rows of an imported file.
package struct ImportText: Renderable {
  package let report: ImportReport
  package let isDryRun: Bool
  /// Whether the file is declared to contain every run.
  package let isComplete: Bool

  package init(report: ImportReport, isDryRun: Bool, isComplete: Bool) {
    self.report = report
    self.isDryRun = isDryRun
    self.isComplete = isComplete
  }

  package func text(_ layout: TextLayout) -> String {
    let verb = isDryRun ? "would be added" : "added"
    let number = report.importID.map { "Import \($0): " } ?? ""
    var lines = [
      "\(number)\(report.added) \(verb), \(report.alreadyThere) already in the journal, "
        + "\(report.refused) skipped"
    ]
    if let coverage = report.coverage {
      lines.append(
        "Every run from \(coverage.lowerBound) to \(coverage.upperBound) is known: "
          + "other days are rest days"
      )
    } else if isComplete, report.refused > 0 {
      lines.append("Other days are not counted as rest days, because a skipped row may be a run")
    }
    lines += report.refusals.map { refusal in
      "  line \(refusal.line.map { "\($0)" } ?? "unknown"): \(refusal.reason)"
    }
    if report.refused > report.refusals.count {
      lines.append("  and \(report.refused - report.refusals.count) more")
    }
    return layout.wrapped(lines.map { $0 + "\n" }.joined())
  }

  package var json: JSON {
    [
      "import": JSON(report.importID), "dry_run": .bool(isDryRun), "added": JSON(report.added),
      "already_there": JSON(report.alreadyThere), "refused": JSON(report.refused),
      "refusals": .array(
        report.refusals.map { ["line": JSON($0.line), "reason": .string($0.reason)] }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["import", "dry_run", "added", "already_there", "refused"],
      [
        [
          report.importID.map { "\($0)" }, isDryRun ? "1" : "0", "\(report.added)",
          "\(report.alreadyThere)", "\(report.refused)",
        ]
      ]
    )
  }

  package var markdown: String { text(.document) }
}

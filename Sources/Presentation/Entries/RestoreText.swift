import WrittenValues
package import JSONText

/// What was restored from an export.
package struct RestoreText: Renderable {
  /// The number of rows restored per table.
  package let counts: [String: Int]
  package let isDryRun: Bool

  package init(counts: [String: Int], isDryRun: Bool) {
    self.counts = counts
    self.isDryRun = isDryRun
  }

  private var rows: Int { counts.values.reduce(0, +) }

  package func text(_ layout: TextLayout) -> String {
    let tables = ["run", "check_in", "stretch", "cross_training", "flare_up", "footwear"]
    let named = tables.compactMap { table in
      counts[table].map { "\($0) in \(table)" }
    }
    let rest = named.isEmpty ? "" : ", including \(named.joined(separator: ", "))"
    return layout.wrapped(
      "\(isDryRun ? "Would be restored" : "Restored"): "
        + "\(NumberText.counted(rows, "row"))\(rest)\n")
  }

  package var json: JSON {
    [
      "dry_run": .bool(isDryRun), "restored": JSON(rows),
      "tables": .object(counts.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (["table", "restored"], counts.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value)"] })
  }

  package var markdown: String { text(.document) }
}

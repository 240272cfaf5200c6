/// What came into a journal from an export of one.
struct RestoreText: Renderable {
  /// How many rows came into each table.
  let counts: [String: Int]
  let isDryRun: Bool

  private var rows: Int { counts.values.reduce(0, +) }

  func text(width: Int?) -> String {
    let tables = ["run", "check_in", "stretch", "cross_training", "flare_up", "footwear"]
    let named = tables.compactMap { table in
      counts[table].map { "\($0) in \(table)" }
    }
    let rest = named.isEmpty ? "" : ", among them \(named.joined(separator: ", "))"
    return "\(isDryRun ? "Would be restored" : "Restored"): "
      + "\(NumberText.counted(rows, "row"))\(rest)\n"
  }

  var json: JSON {
    [
      "dry_run": .bool(isDryRun), "restored": JSON(rows),
      "tables": .object(counts.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) }),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
    (["table", "restored"], counts.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value)"] })
  }

  var markdown: String { text(width: nil) }
}

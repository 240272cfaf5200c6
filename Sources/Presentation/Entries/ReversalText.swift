package import JSONText
import JournalModel
package import JournalStore
import WrittenValues

/// The effect of an undo or redo, done or only tried.
package struct ReversalText: Renderable {
  package let reversal: Reversal
  /// Whether nothing was changed.
  package let isTrial: Bool
  package let words: ChangeText

  package init(reversal: Reversal, isTrial: Bool, words: ChangeText) {
    self.reversal = reversal
    self.isTrial = isTrial
    self.words = words
  }

  package func text(_ layout: TextLayout) -> String {
    let verb =
      switch (reversal.isRedo, isTrial) {
      case (false, false): "Undone"
      case (false, true): "Would undo"
      case (true, false): "Redone"
      case (true, true): "Would redo"
      }
    var lines = ["\(verb): \(reversal.action.command) (action \(reversal.action.number))"]
    if reversal.entryCount > Reversal.listedChanges {
      lines.append("  \(words.tally(reversal.tally))")
    }
    lines += reversal.changes.map { "  \(DisplayText.visible(words.line($0)))" }
    let more = reversal.entryCount - reversal.changes.count
    if more > 0 { lines.append("  and \(more) more") }
    return layout.wrapped(lines.map { "\($0)\n" }.joined())
  }

  package var json: JSON {
    [
      "action": JSON(reversal.action.number), "command": JSON(reversal.action.command),
      "redo": .bool(reversal.isRedo), "dry_run": .bool(isTrial),
      "entries": JSON(reversal.entryCount),
      "changes": .array(
        reversal.tally.map { tally in
          [
            "kind": JSON(tally.table.rawValue), "change": JSON(tally.kind.rawValue),
            "count": JSON(tally.count),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["action", "command", "redo", "dry_run", "kind", "change", "count"],
      reversal.tally.map { tally in
        [
          "\(reversal.action.number)", reversal.action.command, reversal.isRedo ? "1" : "0",
          isTrial ? "1" : "0", tally.table.rawValue, tally.kind.rawValue, "\(tally.count)",
        ]
      }
    )
  }

  package var markdown: String { text(.document) }
}

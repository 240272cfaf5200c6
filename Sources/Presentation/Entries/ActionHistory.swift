import CivilDay
package import JSONText
package import JournalModel
package import JournalStore

/// Past actions, newest first.
package struct ActionHistory: Renderable {
  /// An action with its changes.
  package struct Line {
    package let action: RecordedAction
    /// Its changes, counted.
    package let tally: [ChangeTally]
    /// Its first few changes.
    package let changes: [EntryChange]

    package init(action: RecordedAction, tally: [ChangeTally], changes: [EntryChange]) {
      self.action = action
      self.tally = tally
      self.changes = changes
    }
  }

  package let lines: [Line]
  package let words: ChangeText

  package init(lines: [Line], words: ChangeText) {
    self.lines = lines
    self.words = words
  }

  /// The number of changes listed one by one; more are counted.
  package static let fewEntries = 3

  package func text(_ layout: TextLayout) -> String { table.text(layout) }

  package var json: JSON {
    .array(
      lines.map { line in
        let action = line.action
        return [
          "action": JSON(action.number), "done_at": JSON(action.doneAt),
          "command": JSON(action.command), "kind": JSON(action.kind.rawValue),
          "of": action.kind == .command ? .null : JSON(action.origin),
          "import": JSON(action.importNumber), "undone_by": JSON(action.undoneBy),
          "entries": JSON(line.count), "what": .string(what(line)),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "action", "done_at", "command", "kind", "of", "import", "undone_by", "entries", "what",
      ],
      lines.map { line in
        let action = line.action
        return [
          "\(action.number)", action.doneAt, action.command, action.kind.rawValue,
          action.kind == .command ? nil : "\(action.origin)",
          action.importNumber.map { "\($0)" }, action.undoneBy.map { "\($0)" }, "\(line.count)",
          what(line),
        ]
      }
    )
  }

  package var markdown: String { table.markdown }

  private var table: HistoryTable {
    HistoryTable(
      columns: [
        TableColumn("action", .right), TableColumn("when"), TableColumn("command"),
        TableColumn("status"), TableColumn("what"),
      ],
      rows: lines.map { line in
        [
          "\(line.action.number)", whenDone(line.action), command(of: line.action),
          line.action.undoneBy == nil ? "" : "undone", what(line),
        ]
      })
  }

  private func what(_ line: Line) -> String {
    let told =
      line.count > Self.fewEntries
      ? words.tally(line.tally) : line.changes.map(words.cell).joined(separator: "; ")
    return told.isEmpty ? "nothing" : told
  }

  private func command(of action: RecordedAction) -> String {
    action.kind == .command ? action.command : "\(action.command) of \(action.origin)"
  }
}

extension ActionHistory.Line {
  /// The number of changed entries.
  fileprivate var count: Int { tally.reduce(0) { $0 + $1.count } }
}

/// The local time of an action, such as
/// `Mon 2026-11-23 07:30`.
package func whenDone(_ action: RecordedAction) -> String {
  let (date, time) = (action.doneAtLocally.prefix(10), action.doneAtLocally.dropFirst(10))
  return (Day(String(date)).map(dated) ?? String(date)) + time
}

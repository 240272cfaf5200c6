import JournalStore
import WrittenValues

/// Results as tables, and the plan of a query as a tree.
///
/// `EXPLAIN QUERY PLAN` gives a row per step, with the number of the step it belongs
/// to. The tree looks as in the `sqlite3` shell.
struct PlanResult: ResultWriter {
  private static let columnsOfPlan = ["id", "parent", "notused", "detail"]

  private var table: TableResult
  private let output: ResultBuffer
  // The steps of the present plan; `nil` in another result.
  private var steps: [Step]?
  private var isFirst = true

  private struct Step {
    let id, parent: Int64
    let detail: String
  }

  init(_ table: TableResult, _ output: ResultBuffer) {
    self.table = table
    self.output = output
  }

  mutating func expect(_ results: Int) throws { table.expect(results) }

  mutating func begin(_ columns: [String]) throws {
    steps = columns == Self.columnsOfPlan ? [] : nil
    guard steps == nil else {
      if !isFirst { try output.append("\n") }
      isFirst = false
      return
    }
    isFirst = false
    try table.begin(columns)
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    guard steps != nil, case .integer(let id) = row[0], case .integer(let parent) = row[1] else {
      return try table.take(row)
    }
    steps?.append(
      Step(id: id, parent: parent, detail: DisplayText.visible(row[3].shown(null: ""))))
  }

  mutating func end() throws {
    guard let steps else { return try table.end() }
    let children = Dictionary(grouping: steps, by: \.parent)
    func write(_ step: Step, _ isLast: Bool, _ indent: String) throws {
      try output.append(indent + (isLast ? "`--" : "|--") + step.detail + "\n")
      try writeAll(of: step.id, indent + (isLast ? "   " : "|  "))
    }
    func writeAll(of parent: Int64, _ indent: String) throws {
      let steps = children[parent] ?? []
      for (index, step) in steps.enumerated() {
        try write(step, index == steps.count - 1, indent)
      }
    }
    try writeAll(of: 0, "")
  }

  mutating func finish() throws { try table.finish() }
}

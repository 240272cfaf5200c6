package import JournalStore

/// What a repair recovered and lost, in sentences.
package enum RecoveryText {
  /// Returns the sentences on the tables of a journal, each with a line feed.
  package static func told(_ tables: [JournalRepair.Table]) -> String {
    let rows = tables.reduce(0) { $0 + $1.recovered }
    let lost = tables.filter { $0.lost > 0 }
    guard !lost.isEmpty else {
      return "Read \(counted(rows, "row")); no row is known to be lost.\n"
    }
    let list = lost.map { "\($0.lost) of \($0.name)" }.joined(separator: ", ")
    return "Read \(counted(rows, "row")). Lost, as far as is known: \(list).\n"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

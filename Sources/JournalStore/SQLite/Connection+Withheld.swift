internal import CSQLite

extension Connection {
  /// The first pages of the withheld table and its indexes.
  ///
  /// Read before an authorizer is set, which may count what is read.
  func pagesOfWithheldTable() -> Set<Int> {
    let pages = try? rows(
      "SELECT rootpage FROM sqlite_schema WHERE tbl_name = ?1 COLLATE NOCASE AND rootpage > 0",
      .text(withheldTable)
    ) { (row) throws(SQLiteError) in try row.integer(0) }
    return Set(pages ?? [])
  }

  /// Refuses a statement that opens the withheld table.
  ///
  /// SQLite does not ask the authorizer about a column that only USING or a NATURAL JOIN
  /// names, and a join tells whether a guess is right. The steps that SQLite makes of a
  /// statement list every table they open, whatever the words are.
  ///
  /// - Throws: ``SQLiteError/Code/denied`` if it does, or SQLite's error.
  func checkWithheld(_ statement: borrowing Statement) throws(SQLiteError) {
    let pages = withheldPages
    // What only describes steps does not take them.
    guard !pages.isEmpty, !statement.isExplanation else { return }
    let sql = statement.sql
    var steps = try prepare("EXPLAIN " + sql)
    while try steps.step() {
      let (name, page, database) = try steps.withRow { (row) throws(SQLiteError) in
        (try row.text(1), try row.integer(3), try row.integer(4))
      }
      let isOpening = Self.openingSteps.contains(name) && database == 0 && pages.contains(page)
      // A check of the whole file opens every table, and shows no value of any.
      guard isOpening, SQLToken.tokens(of: sql).first?.keyword != "PRAGMA" else { continue }
      throw SQLiteError(.denied, "access to \(withheldTable) is prohibited")
    }
  }

  /// The steps that open a table of a file: the third operand is its database, the second
  /// its first page.
  private static let openingSteps: Set<String> = ["OpenRead", "OpenWrite", "ReopenIdx"]
}

internal import JournalModel

/// A trace of the newest actions in a journal's file, to be found again in the
/// file combined with its log.
struct JournalTrace {
  /// The number of the newest action.
  let lastAction: Int
  private let schema: Int
  /// The newest actions: number, time and command.
  private let actions: [[SQLiteValue]]
  /// The entries that they changed.
  private let entries: [(table: String, id: SQLiteValue, row: [SQLiteValue])]

  /// A few actions are enough: differences are in the newest.
  private static let count = 20

  /// Reads it from a journal's file without its log; `nil` if there is no action
  /// yet, or it cannot be read.
  init?(in file: Connection) {
    do {
      lastAction = try Self.lastAction(in: file)
      guard lastAction > 0 else { return nil }
      let first = lastAction - Self.count
      actions = try Self.actions(after: first, to: lastAction, in: file)
      schema = try file.integer("PRAGMA user_version")
      let changed = try file.rows(
        "SELECT DISTINCT table_name, row_id FROM change WHERE action_id > ?1", .integer(first)
      ) { (row) throws(SQLiteError) in (try row.text(0), row.value(1)) }
      entries = try changed.compactMap { table, id throws(SQLiteError) in
        try Self.row(id, of: table, in: file).map { (table, id, $0) }
      }
    } catch {
      return nil
    }
  }

  /// The number of the newest action in a journal; 0 without one.
  static func lastAction(in journal: Connection) throws(SQLiteError) -> Int {
    try journal.integer("SELECT coalesce(max(id), 0) FROM action")
  }

  /// The number of merges that a journal has been through.
  static func merges(in journal: Connection) throws(SQLiteError) -> Int {
    let hasTable = try journal.first(
      "SELECT 1 FROM pragma_table_info('identity') WHERE name = 'merges'", body: { _ in true })
    guard hasTable == true else { return 0 }
    return try journal.first("SELECT merges FROM identity") { (row) throws(SQLiteError) in
      try row.integer(0)
    } ?? 0
  }

  /// Whether the actions are also in `journal`, and the entries that were only
  /// ever added.
  ///
  /// If the log was being moved into the file, other entries there may be older
  /// than the actions.
  ///
  /// - Parameter journal: The file combined with its log.
  /// - Returns: `false` if something is missing or differs.
  /// - Throws: ``SQLiteError``.
  func isFound(in journal: Connection) throws(SQLiteError) -> Bool {
    let found = try Self.actions(after: lastAction - Self.count, to: lastAction, in: journal)
    guard found == actions else { return false }
    // A migration may change entries without an action.
    guard try journal.integer("PRAGMA user_version") == schema else { return true }
    for entry in entries {
      let changes = try journal.integer(
        "SELECT count(*) FROM change WHERE table_name = ?1 AND row_id = ?2", .text(entry.table),
        entry.id)
      guard changes == 1 else { continue }
      guard try Self.row(entry.id, of: entry.table, in: journal) == entry.row else { return false }
    }
    return true
  }

  private static func actions(
    after first: Int, to last: Int, in journal: Connection
  ) throws(SQLiteError) -> [[SQLiteValue]] {
    try journal.rows(
      "SELECT id, done_at, command FROM action WHERE id > ?1 AND id <= ?2 ORDER BY id",
      .integer(first), .integer(last), body: Self.values)
  }

  private static func row(
    _ id: SQLiteValue, of table: String, in journal: Connection
  ) throws(SQLiteError) -> [SQLiteValue]? {
    let name = table.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\"\"")
    return try journal.first(
      "SELECT * FROM \"\(name)\" WHERE id = ?1", id, body: Self.values)
  }

  private static func values(_ row: borrowing Row) throws(SQLiteError) -> [SQLiteValue] {
    var values: [SQLiteValue] = []
    for column in 0..<row.count { values.append(row.value(column)) }
    return values
  }
}

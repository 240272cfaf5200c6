internal import CSQLite
internal import JournalModel

/// Prepared statements kept for reuse, most recently used last.
///
/// A running statement is taken out, so that code that runs the same SQL inside a
/// row closure gets a second one and does not disturb the first.
struct StatementCache: ~Copyable {
  private var entries: [(sql: String, handle: OpaquePointer)] = []
  // An undo runs about twenty different statements, and an import as many.
  private let capacity = 64

  /// The number of times the cache was emptied; older statements are not put
  /// back.
  private(set) var generation = 0

  deinit {
    for entry in entries { sqlite3_finalize(entry.handle) }
  }

  /// Takes the statement for `sql` out of the cache, or prepares it.
  mutating func take(_ sql: String, on db: OpaquePointer) throws(SQLiteError) -> Statement {
    guard let index = entries.lastIndex(where: { $0.sql == sql }) else {
      return try Statement(sql, on: db, isPersistent: true)
    }
    return Statement(adopting: entries.remove(at: index).handle)
  }

  /// Puts a statement back after use; the least recently used one makes room.
  ///
  /// - Parameters:
  ///   - statement: A statement that was taken out.
  ///   - sql: Its SQL.
  ///   - generation: The cache's generation at that time.
  mutating func put(_ statement: consuming Statement, for sql: String, of generation: Int) {
    guard generation == self.generation else { return }
    if entries.count == capacity {
      sqlite3_finalize(entries.removeFirst().handle)
    }
    entries.append((sql, statement.release()))
  }

  /// Finalizes all kept statements, and those in use when they come back, because
  /// the rules for statements have changed.
  mutating func removeAll() {
    generation += 1
    for entry in entries { sqlite3_finalize(entry.handle) }
    entries.removeAll()
  }
}

import CSQLite
import Synchronization

/// The file whose statements are written down, and those that were.
private let watched = Mutex<(path: String, statements: Set<String>)?>(nil)

/// The statements that `body` runs on the journal at `path`, whatever connection
/// it opens; one such body at a time.
func statements(on path: String, _ body: () -> Void) -> Set<String> {
  typealias Extension =
    @convention(c) (
      OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, OpaquePointer?
    ) -> Int32
  // Called with each new connection, also those of tests that run beside.
  let trace: Extension = { connection, _, _ in
    let name = connection.flatMap { sqlite3_db_filename($0, "main") }.map(String.init(cString:))
    guard let name, watched.withLock({ $0?.path == name }) else { return 0 }
    return sqlite3_trace_v2(
      connection, UInt32(SQLITE_TRACE_STMT),
      { _, _, _, text in
        guard let text else { return 0 }
        let sql = String(cString: text.assumingMemoryBound(to: CChar.self))
        // What a trigger runs is announced by its name only.
        if !sql.hasPrefix("--") { watched.withLock { _ = $0?.statements.insert(sql) } }
        return 0
      }, nil)
  }
  let entry = unsafeBitCast(trace, to: (@convention(c) () -> Void).self)
  watched.withLock { $0 = (path, []) }
  sqlite3_auto_extension(entry)
  defer { sqlite3_cancel_auto_extension(entry) }
  body()
  return watched.withLock { found in
    defer { found = nil }
    return found?.statements ?? []
  }
}

import CSQLite

@testable import JournalStore

/// The statements that SQLite ran, in order, with their placeholders.
final class StatementTrace {
  fileprivate(set) var statements: [String] = []
}

extension Connection {
  /// Runs `body` and tells the statements that it ran, those of triggers left
  /// out.
  func traced(_ body: () throws -> Void) rethrows -> [String] {
    let trace = StatementTrace()
    sqlite3_trace_v2(
      handle, UInt32(SQLITE_TRACE_STMT),
      { _, context, _, text in
        guard let context, let text else { return 0 }
        let sql = String(cString: text.assumingMemoryBound(to: CChar.self))
        if !sql.hasPrefix("--") {
          Unmanaged<StatementTrace>.fromOpaque(context).takeUnretainedValue().statements.append(sql)
        }
        return 0
      }, Unmanaged.passUnretained(trace).toOpaque())
    defer { sqlite3_trace_v2(handle, 0, nil, nil) }
    try body()
    return trace.statements
  }
}

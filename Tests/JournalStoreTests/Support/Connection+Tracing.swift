import CSQLite

@testable import JournalStore

/// The statements that SQLite ran, in order, with their placeholders.
final class StatementTrace {
  fileprivate(set) var statements: [String] = []
  fileprivate let beforeEach: (String) -> Void

  fileprivate init(_ beforeEach: @escaping (String) -> Void) { self.beforeEach = beforeEach }
}

extension Connection {
  /// Runs `body` and tells the statements that it ran, those of triggers left
  /// out.
  ///
  /// - Parameters:
  ///   - beforeEach: Called with each statement before it runs.
  ///   - body: What runs statements.
  /// - Returns: The statements, in order.
  @discardableResult
  func traced(
    beforeEach: @escaping (String) -> Void = { _ in }, _ body: () throws -> Void
  ) rethrows -> [String] {
    let trace = StatementTrace(beforeEach)
    sqlite3_trace_v2(
      handle, UInt32(SQLITE_TRACE_STMT),
      { _, context, _, text in
        guard let context, let text else { return 0 }
        let sql = String(cString: text.assumingMemoryBound(to: CChar.self))
        if !sql.hasPrefix("--") {
          let trace = Unmanaged<StatementTrace>.fromOpaque(context).takeUnretainedValue()
          trace.beforeEach(sql)
          trace.statements.append(sql)
        }
        return 0
      }, Unmanaged.passUnretained(trace).toOpaque())
    defer { sqlite3_trace_v2(handle, 0, nil, nil) }
    try body()
    return trace.statements
  }
}

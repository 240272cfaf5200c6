/// A failure of the disk at the last moment of a transaction, which may be kept or not.
struct UncertainCommit: Error {
  let cause: SQLiteError
}

extension Connection {
  /// Runs `body` in a transaction that is committed if it returns.
  ///
  /// The write lock is taken at the start (`BEGIN IMMEDIATE`), so `body` never
  /// discovers half-way that another process was faster. Inside another
  /// transaction this is a savepoint, which can fail without ending the outer
  /// one.
  ///
  /// - Parameters:
  ///   - isTrial: Whether to roll back even if `body` returns.
  ///   - body: Reads and writes.
  /// - Returns: The result of `body`.
  /// - Throws: The error of `body`, after a complete rollback, or SQLite's error
  ///   if the transaction cannot begin or end.
  func transaction<T>(isTrial: Bool = false, _ body: () throws -> T) throws -> T {
    let (begin, commit, rollback) =
      isInTransaction
      ? ("SAVEPOINT nested", "RELEASE nested", "ROLLBACK TO nested; RELEASE nested")
      : ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
    return try nest(begin: begin, commit: isTrial ? rollback : commit, rollback: rollback, body)
  }

  /// Runs `body` with a consistent view of the journal.
  func snapshot<T>(_ body: () throws -> T) throws -> T {
    guard !isInTransaction else { return try body() }
    return try nest(begin: "BEGIN", commit: "COMMIT", rollback: "ROLLBACK", body)
  }

  /// Runs `body` so that another connection's lock is an error at once.
  func withoutWaiting<T>(_ body: () throws -> T) rethrows -> T {
    setBusyTimeout(milliseconds: 0)
    defer { setBusyTimeout(milliseconds: Self.busyTimeoutMilliseconds) }
    return try body()
  }

  // Savepoints of the same name nest: each statement means the innermost one.
  private func nest<T>(
    begin: String, commit: String, rollback: String, _ body: () throws -> T
  ) throws -> T {
    try execute(script: begin)
    do {
      let result = try body()
      try end(commit)
      return result
    } catch {
      // A full disk or a failed write may have ended the transaction already, and
      // the first error is more useful than one about rolling back.
      if isInTransaction {
        try? execute(script: rollback)
      }
      throw error
    }
  }

  /// Ends a transaction, or a savepoint.
  ///
  /// - Throws: ``UncertainCommit`` if the disk failed: the log may hold the whole
  ///   transaction, which the next program would then find.
  private func end(_ script: String) throws {
    do {
      try execute(script: script)
    } catch {
      guard script == "COMMIT", error.code.primary == .ioError else { throw error }
      throw UncertainCommit(cause: error)
    }
  }
}

extension Journal {
  /// Runs `body` in a transaction that is committed if it returns, as
  /// ``Connection/transaction(isTrial:_:)`` does; the days that it changed are
  /// cached when the journal is closed.
  ///
  /// Whatever writes entries goes through this.
  func writing<T>(isTrial: Bool = false, _ body: () throws -> T) throws -> T {
    let result = try connection.transaction(isTrial: isTrial, body)
    if !isTrial {
      hasUncachedDays = true
      writes += 1
    }
    return result
  }

  /// Caches the days that the cache lacks, but for the two newest of the journal:
  /// those are still being written.
  ///
  /// Nothing depends on it: a day that is not cached is computed by whoever asks
  /// for it. So what goes wrong here goes unsaid, and while another process writes
  /// nobody waits: it will cache the days itself.
  func cacheDays() {
    try? connection.withoutWaiting {
      let isLacking = try connection.first(
        """
        SELECT 1 FROM day_span
        WHERE coalesce((SELECT max(day) FROM day_cache), date(first_day, '-1 day'))
          < date(last_day, '-2 days')
        """
      ) { _ in true }
      guard isLacking == true else { return }
      _ = try connection.transaction {
        try connection.run(
          """
          INSERT INTO day_cache
          SELECT * FROM day_tail WHERE day <= (SELECT date(last_day, '-2 days') FROM day_span)
          """)
      }
    }
  }
}

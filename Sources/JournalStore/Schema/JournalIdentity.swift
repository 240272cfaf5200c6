/// Gives the journal its identity, which copies of it share.
///
/// Two copies of an old journal get the same one: it follows from the first action. A
/// new journal gets a random one.
func installIdentity(on connection: Connection) throws(SQLiteError) {
  // A journal with only a few steps of the schema, as in tests, has no such table.
  let hasTable = try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'identity'") {
    _ in true
  }
  guard hasTable == true else { return }
  try connection.run(
    """
    INSERT INTO identity (id, journal)
    SELECT 1, coalesce(
      (
        SELECT lower(substr(hex(strftime('%s', done_at) || command) || printf('%032d', 0), 1, 32))
        FROM action WHERE id = (SELECT min(id) FROM action)
      ),
      lower(hex(randomblob(16))))
    WHERE NOT EXISTS (SELECT 1 FROM identity)
    """)
}

/// Identifies actions of an export from before there were identities, as the schema did
/// for the journals of that time.
func identifyActions(on connection: Connection) throws(SQLiteError) {
  try connection.run(
    """
    UPDATE action
    SET uid = old.uid, stamp = old.stamp
    FROM (
      SELECT
        id, id || '@' || done_at AS uid,
        id + max(1000 * CAST(strftime('%s', done_at) AS INTEGER) - id) OVER (ORDER BY id) AS stamp
      FROM action
    ) AS old
    WHERE old.id = action.id AND action.uid IS NULL
    """)
}

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

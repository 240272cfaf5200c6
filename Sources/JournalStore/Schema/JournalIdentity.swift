/// The identity that follows from the first action, on which two copies of an old journal
/// agree; NULL without one.
private let derivedIdentity = """
  (
    SELECT lower(substr(hex(strftime('%s', done_at) || command) || printf('%032d', 0), 1, 32))
    FROM action WHERE id = (SELECT min(id) FROM action)
  )
  """

/// The identity that the journal has, or will have once it is upgraded; `nil` if that is
/// not known yet.
func identity(of connection: Connection) throws(SQLiteError) -> String? {
  let tables = try connection.rows(
    "SELECT name FROM sqlite_schema WHERE name IN ('action', 'identity')"
  ) { (row) throws(SQLiteError) in try row.text(0) }
  if tables.contains("identity"),
    let stored = try connection.first(
      "SELECT journal FROM identity", body: { (row) throws(SQLiteError) in try row.text(0) })
  {
    return stored
  }
  guard tables.contains("action") else { return nil }
  return try connection.first("SELECT \(derivedIdentity)") { (row) throws(SQLiteError) in
    try row.optionalText(0)
  }.flatMap { $0 }
}

/// Gives the journal its identity, which copies of it share.
///
/// Two copies of an old journal get the same one. A new journal gets a random one.
func installIdentity(on connection: Connection) throws(SQLiteError) {
  // A journal with only a few steps of the schema, as in tests, has no such table.
  let hasTable = try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'identity'") {
    _ in true
  }
  guard hasTable == true else { return }
  try connection.run(
    """
    INSERT INTO identity (id, journal)
    SELECT 1, coalesce(\(derivedIdentity), lower(hex(randomblob(16))))
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

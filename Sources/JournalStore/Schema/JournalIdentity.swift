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

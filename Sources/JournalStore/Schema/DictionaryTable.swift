/// Fills the table `dictionary`, for people who open the file in other programs.
///
/// It is filled whenever the schema changes.
func installDictionary(on connection: Connection) throws(SQLiteError) {
  // A journal with only a few steps of the schema, as in tests, has no such table.
  let hasTable = try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'dictionary'") {
    _ in true
  }
  guard hasTable == true else { return }
  try connection.execute(script: "DELETE FROM dictionary")
  for relation in DataDictionary.current.relations {
    let rows =
      [(nil, nil, relation.meaning)] + relation.columns.map { ($0.name, $0.unit, $0.meaning) }
    for (position, row) in rows.enumerated() {
      try connection.run(
        "INSERT INTO dictionary (relation, position, name, unit, meaning) VALUES (?1, ?2, ?3, ?4, ?5)",
        .text(relation.name), .integer(position), row.0.map { .text($0) } ?? .null,
        row.1.map { .text($0) } ?? .null, .text(row.2))
    }
  }
}

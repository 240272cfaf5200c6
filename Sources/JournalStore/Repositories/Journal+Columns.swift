/// A column of the journal.
public struct ColumnFacts: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its type: declared in a table, from the example in a view.
  public let type: String?
  /// One of its values as text, `nil` without any.
  public let example: String?
}

extension Journal {
  /// The columns of a table or view, each with one of its latest values.
  ///
  /// The seed of a trial is withheld here too.
  ///
  /// - Parameter relation: A name of ``schemaNames()``.
  /// - Returns: The columns in order.
  /// - Throws: ``SQLiteError``.
  public func columnFacts(of relation: String) throws -> [ColumnFacts] {
    try explaining {
      let columns = try connection.rows(
        "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid", .text(relation)
      ) { (row) throws(SQLiteError) in (name: try row.text(0), type: try row.text(1)) }
      return try columns.map { column in
        // The names come from the schema.
        let example =
          relation == withheldTable
          ? nil
          : try connection.first(
            """
            SELECT typeof("\(column.name)"), CAST("\(column.name)" AS TEXT)
            FROM "\(relation)" WHERE "\(column.name)" IS NOT NULL
            ORDER BY 1 LIMIT 1
            """
          ) { (row) throws(SQLiteError) in (type: try row.text(0), value: try row.text(1)) }
        return ColumnFacts(
          name: column.name,
          type: ["", "ANY"].contains(column.type) ? example?.type.uppercased() : column.type,
          example: example?.value)
      }
    }
  }
}

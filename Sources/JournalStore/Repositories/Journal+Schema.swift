/// The names available to a statement.
public struct SchemaNames: Sendable {
  /// The columns of each table and view, in order.
  public let tables: [String: [String]]
  /// The functions, in alphabetical order.
  public let functions: [String]

  /// The same with some of the tables and views.
  public func only(_ chosen: Set<String>) -> SchemaNames {
    SchemaNames(tables: tables.filter { chosen.contains($0.key) }, functions: functions)
  }
}

extension Journal {
  /// What the views are made of and nobody needs to ask: not part of the interface.
  static let internalRelations: Set<String> = [
    "column_type", "day_cache", "day_span", "day_tail", "rating_order", "trial_week",
  ]

  /// The names of the journal's tables, views and columns, and of functions, as far
  /// as a statement may use them.
  ///
  /// - Throws: ``SQLiteError``.
  public func schemaNames() throws -> SchemaNames {
    try explaining {
      let columns = try connection.rows(
        """
        SELECT list.name, info.name
        FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
        WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
        ORDER BY list.name, info.cid
        """
      ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) }
      let functions = try connection.rows(
        "SELECT DISTINCT name FROM pragma_function_list ORDER BY name"
      ) { (row) throws(SQLiteError) in try row.text(0) }
      let hidden = Self.internalRelations.union([withheldTable])
      return SchemaNames(
        tables: Dictionary(grouping: columns.filter { !hidden.contains($0.0) }, by: \.0)
          .mapValues { $0.map(\.1) },
        functions: functions.filter { !harmfulFunctions.contains($0) })
    }
  }
}

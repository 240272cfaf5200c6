/// A column of the journal.
public struct ColumnFacts: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its declared type; `nil` if it may hold anything and has no value.
  public let type: String?
  /// One of its values as text, `nil` without any.
  public let example: String?
  /// The table and column that it refers to, such as `footwear.id`.
  public let reference: String?
}

extension Journal {
  /// The columns of a table or view, each with one of its values.
  ///
  /// The seed of a trial is withheld here too.
  ///
  /// - Parameter relation: A name of ``schemaNames()``.
  /// - Returns: The columns in order.
  /// - Throws: ``SQLiteError``.
  public func columnFacts(of relation: String) throws -> [ColumnFacts] {
    try explaining {
      let columns = try connection.rows(
        """
        SELECT info.name, info.type, reference."table" || '.' || reference."to"
        FROM pragma_table_info(?1) AS info
        LEFT JOIN pragma_foreign_key_list(?1) AS reference ON reference."from" = info.name
        ORDER BY cid
        """, .text(relation)
      ) { (row) throws(SQLiteError) in
        (name: try row.text(0), type: try row.text(1), reference: try row.optionalText(2))
      }
      let examples = relation == withheldTable ? [:] : try examples(columns.map(\.name), relation)
      return columns.map { column in
        let example = examples[column.name]
        return ColumnFacts(
          name: column.name, type: column.type == "ANY" ? example?.type.uppercased() : column.type,
          example: example?.value, reference: column.reference)
      }
    }
  }

  /// The first value of each of `columns`, with its type; a column without a value has none.
  private func examples(
    _ columns: [String], _ relation: String
  ) throws(SQLiteError) -> [String: (type: String, value: String)] {
    // The names come from the schema. One pass over the rows for all columns: a view
    // takes its time.
    let values = columns.map { "typeof(\"\($0)\"), CAST(\"\($0)\" AS TEXT)" }
    return try connection.withStatement(
      "SELECT \(values.joined(separator: ", ")) FROM \"\(relation)\"", []
    ) { (statement) throws(SQLiteError) in
      var found: [String: (type: String, value: String)] = [:]
      while found.count < columns.count, try statement.step() {
        try statement.withRow { (row) throws(SQLiteError) in
          for (index, column) in columns.enumerated() where found[column] == nil {
            guard let value = try row.optionalText(2 * index + 1) else { continue }
            found[column] = (try row.text(2 * index), value)
          }
        }
      }
      return found
    }
  }
}

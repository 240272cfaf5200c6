internal import CSQLite

/// SQL that is still being typed.
public enum TypedSQL {
  /// Whether `sql` ends with a semicolon outside of quoted text and comments.
  public static func isComplete(_ sql: String) -> Bool { sqlite3_complete(sql) == 1 }

  /// Whether `sql` contains only blanks, semicolons and comments.
  public static func isBlank(_ sql: String) -> Bool {
    var sql = sql
    return sql.withUTF8 { isBlankSQL($0[...]) }
  }
}

/// A query and its placeholder values.
struct BoundQuery {
  var sql = ""
  private(set) var values: [SQLiteValue] = []

  /// Adds `value` and returns its placeholder.
  mutating func place(_ value: SQLiteValue) -> String {
    values.append(value)
    return "?\(values.count)"
  }
}

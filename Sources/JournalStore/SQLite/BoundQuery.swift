/// A query and the values of its placeholders.
struct BoundQuery {
  var sql = ""
  private(set) var values: [SQLiteValue] = []

  /// Adds `value` and returns the placeholder that stands for it.
  mutating func place(_ value: SQLiteValue) -> String {
    values.append(value)
    return "?\(values.count)"
  }
}

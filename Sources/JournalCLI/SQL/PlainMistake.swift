import JournalStore
import SQLFunctions

/// SQLite's messages about mistakes that it words for programmers, in plain words.
struct PlainMistake {
  let names: SchemaNames?
  let scope: StatementScope

  /// The mistake behind `message`, without a full stop; `nil` where the message is
  /// plain enough.
  func words(for message: String) -> String? {
    if let column = rest(of: message, after: "ambiguous column name: ") {
      return ambiguous(column)
    }
    if let column = rest(of: message, after: "cannot join using column "),
      let name = column.split(separator: " ").first
    {
      return "USING needs the column \(name) in both tables; compare them with ON"
    }
    if let function = function(in: message, after: "misuse of aggregate") {
      return "\(function)() summarises several rows and cannot stand here; use HAVING for a "
        + "condition, or an inner SELECT"
    }
    if let function = function(in: message, after: "misuse of window function") {
      return
        "\(function)() needs OVER (...), and cannot stand in WHERE, GROUP BY or HAVING; use an "
        + "inner SELECT"
    }
    if let function = function(in: message, after: "wrong number of arguments to function") {
      let forms = Self.forms[function.lowercased()]
      return "wrong number of arguments to \(function)()"
        + (forms.map { "; use \($0)" } ?? "")
    }
    switch message {
    case "no tables specified": return "SELECT * needs a table, as in: SELECT * FROM day"
    case "row value misused": return "several values in parentheses cannot stand here"
    default: return nil
    }
  }

  private func ambiguous(_ typed: String) -> String {
    let column = typed.split(separator: ".").last.map { $0.lowercased() } ?? typed
    let holders = scope.relations.filter { relation in
      names?.tables[relation.name]?.contains { $0.lowercased() == column } == true
    }.map { "\($0.qualifier).\(column)" }
    let distinct = Set(holders)
    guard distinct.count > 1, distinct.count == holders.count else {
      return "several tables of the statement have a column \(typed); put the table's name and a "
        + "dot before it"
    }
    return "several tables of the statement have a column \(typed); choose one, as in "
      + holders.prefix(GuessedNames.most).joined(separator: " or ")
  }

  private func rest(of message: String, after words: String) -> String? {
    message.hasPrefix(words) ? String(message.dropFirst(words.count)) : nil
  }

  /// The name before `()` in a message such as `misuse of aggregate: sum()`.
  private func function(in message: String, after words: String) -> String? {
    guard let rest = rest(of: message, after: words) else { return nil }
    let name = rest.prefix { $0 != "(" }.filter { $0.isLetter || $0.isNumber || $0 == "_" }
    // Some versions say "aggregate function".
    let plain = name.hasPrefix("function") ? String(name.dropFirst("function".count)) : name
    return plain.isEmpty ? nil : plain
  }

  /// How our functions are called, and those of SQLite that take a moment to get right.
  private static let forms = SQLFunction.all.reduce(into: formsOfSQLite) { forms, function in
    forms[function.name] = function.signature
  }

  private static let formsOfSQLite = [
    "avg": "avg(x)", "sum": "sum(x)", "total": "total(x)", "count": "count(*) or count(x)",
    "abs": "abs(x)", "length": "length(x)", "lower": "lower(x)", "upper": "upper(x)",
    "round": "round(x[, digits])", "ifnull": "ifnull(x, y)", "nullif": "nullif(x, y)",
    "coalesce": "coalesce(x, y, ...)", "iif": "iif(condition, x, y)",
    "instr": "instr(text, part)", "substr": "substr(text, start[, length])",
    "substring": "substring(text, start[, length])", "replace": "replace(text, old, new)",
    "julianday": "julianday(day)", "group_concat": "group_concat(x[, separator])",
    "like": "x LIKE pattern",
  ]
}

/// The meaning of words to ``GuardedMapping``.
enum SQLWords {
  /// Operators that turn their operands into numbers.
  static let arithmetic: Set<String> = ["*", "/", "%", "+", "-", "&", "|", "<<", ">>"]

  /// Operators that join their operands before any arithmetic.
  static let joining: Set<String> = ["||", "->", "->>"]

  /// Operators that compare.
  static let comparing: Set<String> = ["<", ">", "<=", ">=", "=", "==", "<>", "!="]

  /// Functions that turn their arguments into numbers.
  static let numeric: Set<String> = [
    "abs", "avg", "ceil", "ceiling", "corr", "degrees", "effective_n", "ewma", "exp", "floor",
    "hms", "kendall", "lagged_corr", "ln", "log", "log10", "log2", "mad", "median", "mod", "pace",
    "pow", "power", "quantile", "radians", "regr_count", "regr_intercept", "regr_r2", "regr_slope",
    "round", "sign", "spearman", "sqrt", "stddev", "stddev_pop", "stddev_samp", "sum", "total",
    "trunc", "var_pop", "var_samp", "variance", "acos", "acosh", "asin", "asinh", "atan",
    "atan2", "atanh", "cos", "cosh", "sin", "sinh", "tan", "tanh",
  ]

  /// Functions that order numbers and text differently.
  static let ordering: Set<String> = ["min", "max"]

  /// Functions that read text and report failures.
  static let reading: Set<String> = ["to_number", "to_day", "to_clock", "to_minutes"]

  /// Words that need quotes as names.
  static let keywords: Set<String> = [
    "ALL", "AND", "AS", "ASC", "BETWEEN", "BY", "CASE", "CAST", "COLLATE", "CROSS", "CURRENT",
    "DESC", "DISTINCT", "ELSE", "END", "ESCAPE", "EXCEPT", "EXCLUDE", "EXISTS", "FILTER",
    "FOLLOWING", "FROM", "FULL", "GLOB", "GROUP", "HAVING", "IN", "INDEXED", "INNER", "INTERSECT",
    "IS", "ISNULL", "JOIN", "LEFT", "LIKE", "LIMIT", "MATCH", "MATERIALIZED", "NATURAL", "NOT",
    "NOTNULL", "NULLS", "OFFSET", "ON", "OR", "ORDER", "OUTER", "OVER", "PARTITION", "PRECEDING",
    "RANGE", "RECURSIVE", "REGEXP", "RIGHT", "ROWS", "SELECT", "THEN", "UNBOUNDED", "UNION",
    "USING", "VALUES", "WHEN", "WHERE", "WINDOW", "WITH",
  ]

  /// Keywords that are also allowed as names without quotes.
  static let names: Set<String> = [
    "CURRENT", "EXCLUDE", "FOLLOWING", "MATCH", "MATERIALIZED", "OFFSET", "PARTITION", "PRECEDING",
    "RANGE", "RECURSIVE", "ROWS", "UNBOUNDED",
  ]

  /// Words that end the result list of a SELECT, or the clause before them.
  static let clauses: Set<String> = [
    "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "UNION", "INTERSECT", "EXCEPT",
  ]
}

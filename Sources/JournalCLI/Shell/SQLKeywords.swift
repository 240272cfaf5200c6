/// The keywords of a SELECT, for completion.
enum SQLKeywords {
  static let all = [
    "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "OFFSET", "WITH",
    "RECURSIVE", "AS", "DISTINCT", "JOIN", "LEFT JOIN", "CROSS JOIN", "ON", "USING", "AND", "OR",
    "NOT", "IN", "IS NULL", "IS NOT NULL", "BETWEEN", "LIKE", "GLOB", "EXISTS", "CASE", "WHEN",
    "THEN", "ELSE", "END", "CAST", "NULL", "ASC", "DESC", "NULLS LAST", "UNION ALL", "UNION",
    "INTERSECT", "EXCEPT", "VALUES", "OVER", "PARTITION BY", "ROWS BETWEEN", "PRECEDING",
    "FOLLOWING", "CURRENT ROW", "FILTER", "WINDOW", "EXPLAIN QUERY PLAN",
  ]
}

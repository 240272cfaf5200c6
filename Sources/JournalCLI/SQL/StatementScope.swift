import JournalStore

/// The tables and views that a statement reads or writes, and what it calls them.
///
/// It is read from the text, since SQLite does not tell what it has understood of a
/// statement that fails.
struct StatementScope {
  /// A table, view or common table expression of the statement.
  struct Relation: Equatable {
    /// Its name in lower case; empty for a SELECT in parentheses.
    var name: String
    /// What the statement calls it, in lower case, if that is another name.
    var alias: String?

    /// What stands before a column of it.
    var qualifier: String { alias ?? name }
  }

  /// In the order of the statement, including those of inner SELECTs.
  private(set) var relations: [Relation] = []

  /// The scope of an expression that may name any column of some views.
  init(columnsOf names: SchemaNames?) {
    relations = (names?.tables.keys.sorted() ?? []).map { Relation(name: $0) }
  }

  init(_ tokens: [SQLToken]) {
    var levels = [Level()]
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      let last = levels.count - 1
      if token.isSymbol("(") {
        // Either tables of a join or a SELECT.
        let isJoin =
          levels[last].awaitsTable && index < tokens.count
          && !["SELECT", "WITH", "VALUES"].contains(tokens[index].keyword)
        levels.append(Level(listsTables: isJoin, awaitsTable: isJoin))
      } else if token.isSymbol(")") {
        guard last > 0 else { continue }
        levels.removeLast()
        guard levels[last - 1].awaitsTable else { continue }
        levels[last - 1].awaitsTable = false
        if let alias = Self.alias(in: tokens, at: &index) {
          relations.append(Relation(name: "", alias: alias))
        }
      } else if token.isSymbol(",") {
        levels[last].awaitsTable = levels[last].listsTables
      } else if Self.beginsTables.contains(token.keyword) {
        // IS DISTINCT FROM compares.
        let isComparison =
          token.keyword == "FROM" && index > 1
          && tokens[index - 2].keyword == "DISTINCT"
        if !isComparison {
          levels[last] = Level(
            listsTables: true, awaitsTable: true, hasFunctions: token.keyword != "INTO")
        }
      } else if Self.endsTables.contains(token.keyword) {
        levels[last] = Level()
      } else if levels[last].awaitsTable, var name = token.identifier {
        if index + 1 < tokens.count, tokens[index].isSymbol("."),
          let inner = tokens[index + 1].identifier
        {
          name = inner
          index += 2
        }
        // Such as OR IGNORE after UPDATE.
        if Self.beforeTable.contains(token.keyword) { continue }
        levels[last].awaitsTable = false
        // The arguments of a table function.
        if levels[last].hasFunctions, index < tokens.count, tokens[index].isSymbol("(") { continue }
        relations.append(Relation(name: name, alias: Self.alias(in: tokens, at: &index)))
      }
    }
  }

  /// What is known within one pair of parentheses.
  private struct Level {
    var listsTables = false
    var awaitsTable = false
    // After INTO, parentheses enclose columns.
    var hasFunctions = true
  }

  /// Reads an alias, with or without AS.
  private static func alias(in tokens: [SQLToken], at index: inout Int) -> String? {
    guard index < tokens.count else { return nil }
    if tokens[index].keyword == "AS" {
      guard index + 1 < tokens.count, let alias = tokens[index + 1].identifier else { return nil }
      index += 2
      return alias
    }
    let keyword = tokens[index].keyword
    guard !beginsTables.contains(keyword), !endsTables.contains(keyword),
      !afterTable.contains(keyword), let alias = tokens[index].identifier
    else { return nil }
    index += 1
    return alias
  }

  private static let beginsTables: Set = ["FROM", "JOIN", "UPDATE", "INTO"]

  private static let endsTables: Set = [
    "SELECT", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "WINDOW", "UNION", "INTERSECT",
    "EXCEPT", "SET", "VALUES", "RETURNING",
  ]

  private static let beforeTable: Set = ["OR", "ABORT", "FAIL", "IGNORE", "REPLACE", "ROLLBACK"]

  private static let afterTable: Set = [
    "ON", "USING", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "NATURAL", "INDEXED", "NOT",
    "DEFAULT", "AS",
  ]
}

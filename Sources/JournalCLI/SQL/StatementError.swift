import JournalStore
import Presentation

/// A mistake in a typed statement: one sentence, and the place.
struct StatementError: Error {
  /// The problem, with suggestions.
  let sentence: String
  /// The statement without its texts, and the place in it, if it is known.
  private let place: (sql: String, offset: Int)?

  /// - Parameters:
  ///   - error: The error from SQLite.
  ///   - sql: The typed statements.
  ///   - names: The names in the journal's schema.
  ///   - isCondition: Whether it is an expression over all of `names`.
  init(
    _ error: SQLiteError, in sql: String, _ names: SchemaNames?, isCondition: Bool = false
  ) {
    let harmless = SQLText.withoutTexts(sql)
    let missing = MissingName(error.message)
    let end = error.message == "incomplete input" ? sql.utf8.count : nil
    let offset =
      error.offset ?? end ?? missing.flatMap { SQLText.place(of: $0.last, in: harmless) }
    let tokens = Self.statement(at: offset, in: SQLToken.tokens(of: sql))
    if error.code.primary == .error, let advice = ForeignCommand.advice(on: tokens) {
      (sentence, place) = (advice, nil)
      return
    }
    let scope = isCondition ? StatementScope(columnsOf: names) : StatementScope(tokens)
    sentence = Self.sentence(error, missing, tokens, offset, names, scope)
    let isRefused = error.message.hasPrefix("not authorized")
    place = isRefused ? nil : offset.map { (harmless, $0) }
  }

  /// The line of the statement and a caret under the place, if it is known.
  func excerpt(in layout: TextLayout) -> [String] {
    place.map {
      SQLText.excerpt(of: $0.sql, at: $0.offset, width: min(Self.mostCells, layout.width - 2))
    } ?? []
  }

  /// The most cells of a statement that are shown.
  private static let mostCells = 76

  private static func sentence(
    _ error: SQLiteError, _ missing: MissingName?, _ tokens: [SQLToken], _ offset: Int?,
    _ names: SchemaNames?, _ scope: StatementScope
  ) -> String {
    if let missing {
      if missing.kind == .column,
        let text = text(missing, tokens, offset, names, scope)
      {
        return "Cannot run the SQL: \(text)"
      }
      if missing.isName {
        let hint = names.map { missing.hint($0, scope) } ?? "; list the names with: nerve schema"
        return "Cannot run the SQL: \(missing.kind.rawValue)\(missing.name)\(hint)"
      }
    }
    if let words = PlainMistake(names: names, scope: scope).words(for: error.message) {
      return "Cannot run the SQL: \(words)."
    }
    if error.message.hasSuffix("syntax error"), UnquotedDay.isDotted(tokens) {
      return "Cannot run the SQL: put a day in single quotes, year first, as in '2026-11-30'."
    }
    return error.sentence
  }

  /// What to tell if the missing column is text without single quotes.
  ///
  /// A misspelt name is none: where a column may stand, a word in quotes is taken for
  /// one that is spelt nearly like it.
  private static func text(
    _ missing: MissingName, _ tokens: [SQLToken], _ offset: Int?, _ names: SchemaNames?,
    _ scope: StatementScope
  ) -> String? {
    let index = tokens.firstIndex { token in
      token.place >= offset ?? 0 && token.identifier == missing.name.lowercased()
    }
    guard let index else { return nil }
    let isElsewhere = names?.tables.values.contains { columns in
      columns.contains { $0.lowercased() == missing.last.lowercased() }
    }
    guard let text = MistakenText(at: index, in: tokens) else { return nil }
    if text.isQuoted, text.isCompared { return "\(text.sentence)." }
    guard isElsewhere != true else { return nil }
    let near = text.columns(spelt: scope.relations.flatMap { names?.tables[$0.name] ?? [] })
    guard !near.isEmpty else { return "\(text.sentence)." }
    let question = "did you mean \(near.joined(separator: ", or "))?"
    guard text.isQuoted else { return "\(text.sentence), or \(question)" }
    return missing.isName ? nil : "no such column; \(question)"
  }

  /// The tokens of the statement with the byte at `offset`; all of them if the place
  /// is unknown.
  private static func statement(at offset: Int?, in tokens: [SQLToken]) -> [SQLToken] {
    guard let offset else { return tokens }
    let start = tokens.lastIndex { $0.isSymbol(";") && $0.place < offset }.map { $0 + 1 } ?? 0
    let end = tokens[start...].firstIndex { $0.isSymbol(";") } ?? tokens.count
    return Array(tokens[start..<end])
  }
}

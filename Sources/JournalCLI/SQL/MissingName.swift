import JournalStore
import Presentation

/// A name in a statement that does not exist there.
struct MissingName {
  enum Kind: String, CaseIterable {
    case table = "no such table: "
    case column = "no such column: "
    case function = "no such function: "
  }

  let kind: Kind
  /// As in the message, with what stands before a dot.
  let name: String

  init?(_ message: String) {
    if let kind = Kind.allCases.first(where: { message.hasPrefix($0.rawValue) }) {
      self.kind = kind
      // Newer versions of SQLite add a question to a name in double quotes.
      let rest = message.dropFirst(kind.rawValue.count).split(separator: " - should this").first
      name = rest.map { $0.filter { $0 != "\"" } } ?? ""
      return
    }
    // Such as: table run has no column named shoe
    let words = message.split(separator: " has no column named ")
    guard words.count == 2, words[0].hasPrefix("table ") else { return nil }
    kind = .column
    name = "\(words[0].dropFirst("table ".count)).\(words[1])"
  }

  /// Whether it looks like a name; otherwise it is text in the wrong quotes, which may
  /// come from a note.
  var isName: Bool {
    name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
  }

  /// The name without what stands before it.
  var last: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// What stands before the name, in lower case.
  private var qualifier: String? {
    let parts = name.split(separator: ".")
    return parts.count > 1 ? parts[parts.count - 2].lowercased() : nil
  }

  /// What to do about it, after a semicolon, or the end of the sentence.
  ///
  /// - Parameters:
  ///   - names: The names in the journal.
  ///   - scope: The tables of the statement.
  /// - Returns: Such as "; did you mean leg_pain?".
  func hint(_ names: SchemaNames, _ scope: StatementScope) -> String {
    switch kind {
    case .table:
      let near = GuessedNames.relations.names(for: last, among: Self.ordered(names.tables.keys))
      return Self.question(near) ?? "; list the names with: nerve schema"
    case .function:
      let near = GuessedNames.functions.names(for: last, among: names.functions)
      return Self.question(near) ?? "."
    case .column:
      return columnHint(names, scope)
    }
  }

  private func columnHint(_ names: SchemaNames, _ scope: StatementScope) -> String {
    let known = scope.relations.filter { names.tables[$0.name] != nil }
    // Where it is in the statement, but under another name.
    let holders = known.filter { $0.qualifier != qualifier && has($0.name, names) }
    if qualifier != nil, !holders.isEmpty {
      return Self.question(Self.distinct(holders.map { "\($0.qualifier).\(last)" })) ?? "."
    }
    if let qualifier, has(qualifier, names), !known.contains(where: { $0.name == qualifier }) {
      return "; \(qualifier) is not in the statement, so add it with JOIN."
    }
    let named = known.filter { $0.qualifier == qualifier || $0.name == qualifier }
    let read = Self.distinct((named.isEmpty ? known : named).map(\.name))
    if let name = read.first(where: { has($0, names) }) {
      return "; \(last) is a column of \(name), which this part of the statement does not read."
    }
    let columns = Self.distinct(read.flatMap { names.tables[$0] ?? [] })
    let likely = GuessedNames.columns.names(
      for: last, among: columns, within: GuessedNames.likely)
    if let question = Self.question(likely) { return question }
    let elsewhere = Self.ordered(names.tables.keys).filter { has($0, names) }
    guard elsewhere.isEmpty else { return "; \(last) is in \(Self.list(elsewhere))." }
    if let question = Self.question(GuessedNames.columns.names(for: last, among: columns)) {
      return question
    }
    let all = Self.ordered(names.tables.keys)
    let guess = GuessedNames.columns.names(
      for: last, among: Self.distinct(all.flatMap { names.tables[$0] ?? [] })
    ).first
    guard let guess else {
      let place = read.count == 1 ? " \(read[0])" : ""
      return "; list the names with: nerve schema\(place)"
    }
    let relations = all.filter { names.tables[$0]?.contains(guess) == true }
    guard read.isEmpty else { return "; \(guess) is in \(Self.list(relations))." }
    return "; did you mean \(guess) of \(Self.list(relations, "or"))?"
  }

  private func has(_ relation: String, _ names: SchemaNames) -> Bool {
    names.tables[relation]?.contains { $0.lowercased() == last.lowercased() } == true
  }

  private static func question(_ names: [String]) -> String? {
    names.isEmpty ? nil : "; did you mean \(names.joined(separator: ", or "))?"
  }

  /// A few names of tables and views.
  private static func list(_ names: [String], _ last: String = "and") -> String {
    let shown = names.prefix(GuessedNames.most)
    return shown.count < 2
      ? shown.first ?? ""
      : shown.dropLast().joined(separator: ", ") + " \(last) \(shown.last ?? "")"
  }

  /// Tables and views as in the data dictionary, which begins with what most
  /// questions are about.
  private static func ordered(_ names: some Collection<String>) -> [String] {
    let usual = DataDictionary.current.relations.map(\.name)
    let rest = names.filter { !usual.contains($0) }.sorted()
    return usual.filter(names.contains) + rest
  }

  private static func distinct(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

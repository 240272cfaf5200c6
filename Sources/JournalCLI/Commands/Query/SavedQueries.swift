import ArgumentParser
import BuiltInQueries
import EntryInput
import JournalStore
import Presentation

/// Named queries: those in the journal and the built-in ones.
struct SavedQueries {
  let session: JournalSession
  /// The command that lists them.
  let listedBy: String

  init(_ session: JournalSession, listedBy: String = "nerve query") {
    (self.session, self.listedBy) = (session, listedBy)
  }

  /// Returns the query whose name is `typed` or begins with it; the journal's own
  /// queries win over built-in ones.
  ///
  /// - Throws: ``UsageError`` if there is none, or more than one.
  func query(named typed: String) throws -> SavedQuery {
    let own = try own()
    let queries =
      own + SavedQuery.builtIn.filter { query in !own.contains { $0.name == query.name } }
    switch NameMatch(typed, among: queries.map(\.name)) {
    case .match(let name):
      return queries.first { $0.name == name } ?? queries[0]
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(typed)) could be \(names.joined(separator: ", ")); type more of the name.")
    case .none where typed.contains(" "):
      throw UsageError(
        "\(Quoted.text(typed)) is not the name of a query; to run SQL, use: nerve sql")
    case .none(let names):
      let hint =
        names.isEmpty
        ? "list the names with: \(listedBy)" : "did you mean \(names.joined(separator: ", or "))?"
      throw UsageError("Unknown query \(Quoted.text(typed)); \(hint)")
    }
  }

  /// Returns the journal's own query with a name, as ``query(named:)``.
  ///
  /// - Parameters:
  ///   - typed: The name, or its start.
  ///   - verb: What was asked for, such as `delete`.
  /// - Returns: The query.
  /// - Throws: ``UsageError``, or ``Refusal`` for a built-in query.
  func ownQuery(named typed: String, for verb: String) throws -> SavedQuery {
    let query = try query(named: typed)
    guard try own().contains(where: { $0.name == query.name }) else {
      let advice =
        verb == "edit" ? "; to save your own version: nerve query save NAME \"SQL\"" : "."
      throw Refusal("Cannot \(verb) \(query.name): it is a built-in query\(advice)")
    }
    return query
  }

  private func own() throws -> [SavedQuery] { try session.journalForTrial().savedQueries() }
}

// MARK: - Lists

extension SavedQueries {
  /// Prints the name, origin and description of each query.
  func writeList(as format: OutputFormat) throws {
    try format.write(SavedQueryList(own: try own()), session.context)
  }

  /// Prints the list in the format of a result.
  func writeList(as options: QueryFormatOptions) throws {
    let chosen = try options.chosen()
    guard let format = OutputFormat(rawValue: chosen.rawValue) else {
      throw UsageError(
        "The format of the list must be text, json, csv, plain or markdown", not: chosen.rawValue)
    }
    try writeList(as: format)
  }

  /// Returns all that is known about a query.
  func details(of typed: String) throws -> SavedQueryDetails {
    let query = try query(named: typed)
    let isOwn = try own().contains { $0.name == query.name }
    // A query from before an upgrade may no longer be prepared.
    let parameters = try? session.addingFunctions(to: session.journalForTrial())
      .parameters(of: query.sql)
    return SavedQueryDetails(
      query: query, isOwn: isOwn,
      reading: isOwn ? nil : builtInQueries.first { $0.name == query.name }?.reading,
      parameters: parameters)
  }
}

// MARK: - Changes

extension SavedQueries {
  /// Saves `query` and echoes it; asks before it takes the place of another.
  func save(_ query: SavedQuery, isConfirmed: Bool) throws {
    let query = query.trimmed
    try check(query)
    let journal = try session.journal()
    let parameters = try checkedParameters(of: query.sql)
    let namesake = try own().first { $0.name.lowercased() == query.name.lowercased() }
    if !isConfirmed {
      guard try mayTake(query.name, from: namesake) else {
        return try session.tell("Nothing was saved.\n")
      }
    }
    _ = try journal.save(query)
    let name = namesake?.name ?? query.name
    try session.tell("\(namesake == nil ? "Saved" : "Replaced") \(name).\n")
    let values = parameters.map { " -p \($0)=VALUE" }.joined()
    try session.hint("Run it with", "nerve query \(name)\(values)")
    try session.hintAtUndo()
  }

  /// Changes the journal's own `query` and echoes it.
  func change(_ query: SavedQuery, to changed: SavedQuery, isConfirmed: Bool) throws {
    let changed = changed.trimmed
    guard changed != query else { return try session.tell("Nothing changed.\n") }
    try check(changed)
    _ = try checkedParameters(of: changed.sql)
    if changed.name.lowercased() != query.name.lowercased() {
      let names = try own().map(\.name)
      if let taken = names.first(where: { $0.lowercased() == changed.name.lowercased() }) {
        throw Refusal("You already have a query called \(taken); choose another name.")
      }
      guard try isConfirmed || mayTake(changed.name, from: nil) else {
        return try session.tell("Nothing changed.\n")
      }
    }
    _ = try session.journal().changeSavedQuery(query.name, to: changed)
    try session.tell(
      changed.name == query.name
        ? "Changed \(query.name).\n" : "Changed \(query.name), now \(changed.name).\n")
    try session.hintAtUndo()
  }

  /// Deletes the journal's own query `typed` and echoes it.
  func delete(_ typed: String) throws {
    _ = try session.journal()
    let query = try ownQuery(named: typed, for: "delete")
    _ = try session.journal().deleteSavedQuery(query.name)
    try session.tell("Deleted \(query.name).\n")
    try session.hintAtUndo()
  }

  /// Asks whether `name` may be taken from the query that has it, if one does.
  ///
  /// - Throws: ``Refusal`` if the program cannot ask.
  private func mayTake(_ name: String, from namesake: SavedQuery?) throws -> Bool {
    let (state, question, remedy): (String, String, String)
    if let namesake {
      (state, question, remedy) = (
        "You already have a query called \(namesake.name)", "Replace it?", "replace it"
      )
    } else if let builtIn = SavedQuery.builtIn.first(where: { $0.name == name.lowercased() }) {
      (state, question, remedy) = (
        "\(builtIn.name) is a built-in query", "Use yours instead?", "use yours instead"
      )
    } else {
      return true
    }
    guard let answer = try session.context.asksWhether("\(state). \(question)") else {
      throw Refusal("\(state), and nerve cannot ask here; add --yes to \(remedy).")
    }
    return answer
  }

  /// Checks the name and the description of a query to be saved.
  private func check(_ query: SavedQuery) throws {
    guard !query.name.isEmpty, query.name.count <= 100,
      query.name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else {
      throw UsageError(
        "The name of a query must be letters, digits and dashes, such as long-runs",
        not: query.name)
    }
    guard !QueryCommand.configuration.subcommands.contains(where: { $0.name == query.name }) else {
      throw UsageError(
        "A query cannot be called \(query.name), which is a command; choose another name.")
    }
    guard (query.description?.count ?? 0) <= 1_000 else {
      throw UsageError("The description must be at most 1000 characters.")
    }
  }

  /// Returns the names of the parameters in `sql`.
  ///
  /// - Throws: ``StatementError`` if it cannot be prepared, or writes.
  private func checkedParameters(of sql: String) throws -> [String] {
    let journal = try session.addingFunctions(to: session.journal())
    do {
      return try journal.parameters(of: sql)
    } catch let error as SQLiteError {
      throw StatementError(error, in: sql, try? journal.schemaNames())
    }
  }
}

extension SavedQuery {
  /// The built-in queries.
  static let builtIn = builtInQueries.map {
    SavedQuery(name: $0.name, description: $0.question, sql: $0.sql)
  }

  /// The same without an empty description, and without blank lines around the SQL.
  fileprivate var trimmed: SavedQuery {
    let start = sql.drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }
    return SavedQuery(
      name: name, description: description?.isEmpty == true ? nil : description,
      sql: String(String(end).reversed()))
  }
}

import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation

/// The SQL of a query in the person's editor.
struct QueryDraft {
  private let query: SavedQuery
  private let queries: SavedQueries

  init(_ query: SavedQuery, _ queries: SavedQueries) {
    (self.query, self.queries) = (query, queries)
  }

  /// Opens the editor, and saves what comes back once it can be prepared.
  ///
  /// - Throws: ``UsageError`` without a terminal; ``Refusal`` if the editor fails or
  ///   the person gives up.
  func edit() throws {
    let context = queries.session.context
    guard context.answers.isInteractive else {
      throw UsageError(
        "Nothing to change; give the new SQL, -d or --rename, as in: "
          + CommandPath(["query", "edit"]).examples[0])
    }
    // On Debian, `editor` is the one that the owner of the machine chose.
    let program =
      ["VISUAL", "EDITOR"].lazy.compactMap(context.variable).first { !$0.isEmpty } ?? "editor"
    let file: PrivateFile
    do {
      file = try PrivateFile(
        query.sql + "\n", called: "\(query.name).sql", in: context.variable("TMPDIR") ?? "/tmp")
    } catch {
      throw FileError("Cannot create a file for the editor: \(error.reason).")
    }
    try context.output.flush()
    while true {
      guard runForeground("\(program) \(ShellText.quoted(file.path))") else {
        throw Refusal("The editor \(program) failed. Nothing was changed.")
      }
      let sql = try StatementOptions.read(file.path)
      do {
        return try queries.change(
          query, to: SavedQuery(name: query.name, description: query.description, sql: sql),
          isConfirmed: false)
      } catch let error as StatementError {
        try context.say("nerve: \(error.sentence)")
        for line in error.excerpt(in: context.messageLayout) { try context.say(line) }
        guard try context.asksWhether("Edit it again?") == true else {
          throw Refusal("Nothing was changed.")
        }
      }
    }
  }
}

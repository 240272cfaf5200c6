internal import CSQLite
internal import JournalModel

extension Connection {
  /// From now on, statements can read the journal and nothing else.
  ///
  /// In addition to a read-only connection, this refuses attaching other files,
  /// loading extensions, writing to temporary tables, and every pragma except
  /// those that describe the schema or the file. Prepare user input with
  /// ``prepareReading(_:)``.
  ///
  /// - Parameter noting: Called with the database's name, such as `main` or
  ///   `temp`, for each column that a statement reads.
  func allowReadingOnly(noting: @escaping (_ database: String?) -> Void = { _ in }) {
    let pages = pagesOfWithheldTable()
    setAuthorizer { request in
      if request.action == SQLITE_READ { noting(request.database) }
      return mayRead(request) ? .allow : .deny
    }
    withheldPages = pages
  }

  /// Lets statements read, and change rows in the tables of entries.
  ///
  /// Only triggers write the record of changes, and ids cannot change.
  func allowChangingEntries() {
    let tables = Set(EntryTable.allCases.map(\.rawValue))
    let pages = pagesOfWithheldTable()
    defer { withheldPages = pages }
    setAuthorizer { request in
      guard !mayRead(request) else { return .allow }
      guard request.database == "main", let table = request.first else { return .deny }
      let isRecord = request.source?.hasPrefix("record_") == true && table.hasPrefix("change")
      let isUncaching = request.source?.hasPrefix("uncache_") == true && table == "day_cache"
      return switch request.action {
      case SQLITE_INSERT where isRecord: .allow
      case SQLITE_DELETE where isUncaching: .allow
      case SQLITE_INSERT, SQLITE_DELETE: tables.contains(table) ? .allow : .deny
      // References to a deleted run become NULL.
      case SQLITE_UPDATE where table == "activity_source" || table == "typed_activity":
        ["run_id", "cross_training_id"].contains(request.second) ? .allow : .deny
      // SQLite gives the id this name too, and says so.
      case SQLITE_UPDATE where request.second == "ROWID": .deny
      case SQLITE_UPDATE:
        tables.contains(table) && !["id", "import_id"].contains(request.second) ? .allow : .deny
      default: .deny
      }
    }
  }

  /// Prepares the one statement in `sql`, which must not change the file.
  ///
  /// - Throws: ``SQLiteError/Code/denied`` if it would.
  func prepareReading(_ sql: String) throws(SQLiteError) -> Statement {
    let statement = try prepare(sql)
    guard statement.isReadOnly else { throw SQLiteError(.denied, "not authorized", sql: sql) }
    try checkWithheld(statement)
    return statement
  }
}

/// Whether a request changes nothing.
private func mayRead(_ request: AuthorizerRequest) -> Bool {
  switch request.action {
  case SQLITE_READ:
    // A runner who knows the next arms of a trial can choose when to run.
    request.first?.lowercased() != withheldTable
  case SQLITE_SELECT, SQLITE_RECURSIVE:
    true
  case SQLITE_FUNCTION:
    !harmfulFunctions.contains(request.second?.lowercased() ?? "")
  case SQLITE_PRAGMA:
    mayRun(pragma: request.first, value: request.second)
  case SQLITE_UPDATE:
    // Table-valued functions such as json_each declare their columns by parsing a
    // CREATE TABLE that never runs, which requests only this.
    request.first == "sqlite_master" && request.database == "main"
  default:
    false
  }
}

/// The table that is not read to anyone: the seed of a trial.
let withheldTable = "trial_seed"

/// Functions that reach beyond the journal.
let harmfulFunctions: Set<String> = [
  "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit",
]

/// Whether a pragma only reads.
///
/// Most pragmas set something if they have a value, and some even without one; so
/// only known harmless ones pass.
private func mayRun(pragma: String?, value: String?) -> Bool {
  guard let pragma = pragma?.lowercased() else { return false }
  return describingPragmas.contains(pragma)
    || (value == nil && tellingPragmas.contains(pragma))
}

/// Pragmas whose value is the table, view or index to describe.
private let describingPragmas: Set<String> = [
  "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
  "foreign_key_list", "foreign_key_check", "integrity_check", "quick_check",
]

/// Pragmas that read something without a value.
private let tellingPragmas: Set<String> = [
  "application_id", "collation_list", "compile_options", "data_version", "database_list",
  "encoding", "foreign_keys", "freelist_count", "function_list", "module_list",
  "page_count", "page_size", "pragma_list", "query_only", "schema_version", "synchronous",
  "trusted_schema", "user_version",
]

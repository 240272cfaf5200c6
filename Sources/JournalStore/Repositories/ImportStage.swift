internal import JournalModel
internal import Platform
internal import WrittenValues

/// A file loaded into a temporary table.
struct LoadedFile {
  /// The name of the table.
  let name: String
  /// The names of its columns.
  let columns: [String]
  /// The name of the row id, which is the line.
  let line: String
  /// Whether the file's format leaves the comma to numbers.
  let hasDecimalCommas: Bool
  /// The evidence in its fields.
  let evidence: FileEvidence
}

/// The result of mapping a file.
struct MappedFile {
  /// The fields it fills.
  let columns: [String]
  /// The functions that read the file's text, with their failures.
  let functions: MappingFunctions
  /// The file's columns behind each field, by lower-case name.
  let sources: [String: [String]]
}

/// The temporary tables of an import.
///
/// - `csv`, or `json`, contains the file with the names of its header; the row id
///   is the line of a record's start. Blank fields are NULL. Text is unchanged:
///   ``GuardedMapping`` converts it to numbers.
/// - `mapped` contains the result of the person's SELECT, and the line of each
///   row as far as known. It is complete before the first row is added to the
///   journal, so a SELECT may read the journal and never meets its own rows.
/// - `claimed` contains the ids of recognised rows, so that two equal rows of a
///   file need two rows in the journal.
///
/// SQLite keeps them on disk, so memory does not grow with the file.
struct ImportStage {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Drops the tables that exist.
  func clear() {
    for table in ["csv", "json", "mapped", "claimed"] {
      try? connection.execute(script: "DROP TABLE IF EXISTS temp.\(table)")
    }
  }

  /// Fills the file's table, and reports unusable records to `refuse`.
  ///
  /// No lock is held: the journal is not touched, and reading may take as long as
  /// someone types the file.
  func load(
    _ file: inout (some TextTable & ~Copyable), refuse: (Int, String) -> Void
  ) throws -> LoadedFile {
    clear()
    let names = file.header
    let columns = names.map(quoted).joined(separator: ", ")
    try connection.execute(script: "CREATE TEMP TABLE \(file.name) (\(columns))")
    let line = try rowID(beside: names)
    let targets = [line] + names.map(quoted)
    let places = targets.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion =
      "INSERT INTO temp.\(file.name) (\(targets.joined(separator: ", "))) VALUES (\(places))"
    var evidence = FileEvidence(columns: names.count)
    try connection.snapshot {
      while let record = try file.next() {
        let (values, line): ([SQLiteValue], Int)
        switch record {
        case .fields(let fields, let place):
          (values, line) = (fields.map { isBlank($0) ? .null : .text($0) }, place)
        case .values(let fields, let place): (values, line) = (fields, place)
        case .unusable(let reason, let line):
          refuse(line, reason)
          continue
        }
        for (index, value) in values.enumerated() { evidence.take(value, at: index) }
        try connection.run(insertion, [.integer(line)] + values)
      }
    }
    return LoadedFile(
      name: file.name, columns: names, line: line, hasDecimalCommas: file.hasDecimalCommas,
      evidence: evidence)
  }

  /// Fills `mapped` with the result of the plan's SELECT.
  ///
  /// - Throws: ``SQLiteError`` if it is not a SELECT, or fails; ``JournalError``
  ///   if the file's dates are ambiguous.
  func map(_ file: LoadedFile, by plan: ImportPlan) throws -> MappedFile {
    let functions = MappingFunctions(
      file.evidence, columns: file.columns, hasDecimalCommas: file.hasDecimalCommas, plan: plan)
    try functions.add(to: connection)
    let read = ReadDatabases()
    // Only while preparing, which is when SQLite checks access.
    connection.allowReadingOnly { read.names.insert($0 ?? "") }
    defer { connection.setAuthorizer(nil) }
    var (sql, columns, sources) = try rewrite(plan, over: file, read)
    var statement = try connection.prepareReading(sql)
    connection.setAuthorizer(nil)
    let lineIndex = columns.firstIndex(of: Self.lineName)
    if let lineIndex { columns.remove(at: lineIndex) }
    // Without a type, so that values stay as the SELECT returned them.
    let places = columns.indices.map { "c\($0)" }
    try connection.execute(
      script: "CREATE TEMP TABLE mapped (line, \(places.joined(separator: ", ")))")
    try connection.execute(script: "CREATE TEMP TABLE claimed (id INTEGER PRIMARY KEY)")
    let values = (0...columns.count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion = "INSERT INTO temp.mapped VALUES (\(values))"
    var count = 0
    try limitingTime {
      while try statement.step() {
        var row = statement.withRow { row in (0..<row.count).map { row.value($0) } }
        let line = lineIndex.map { row.remove(at: $0) } ?? .null
        try connection.run(insertion, [line] + row)
        count += 1
        guard count <= Self.mostRows else {
          throw JournalError.invalid(
            FieldProblem(nil, "The SELECT returns more than a million rows; add WHERE or LIMIT"))
        }
      }
    }
    if let date = functions.ambiguousDate {
      throw JournalError.invalid(FieldProblem(nil, file.evidence.dates.complaint(of: date)))
    }
    return MappedFile(columns: columns, functions: functions, sources: sources)
  }

  /// The most rows of one file: more than a lifetime of days.
  private static let mostRows = 1_000_000

  /// The most seconds that a SELECT may take.
  private static let mostSeconds = 60

  /// Runs the person's SELECT, which may have no end.
  private func limitingTime(_ body: () throws -> Void) throws {
    let start = time(nil)
    connection.setProgressHandler { time(nil) - start < Self.mostSeconds }
    defer { connection.setProgressHandler(nil) }
    do {
      try connection.withStatementLimits(body)
    } catch SQLiteError.Code.interrupted {
      throw JournalError.invalid(
        FieldProblem(nil, "The SELECT takes longer than \(Self.mostSeconds) s; make it simpler"))
    }
  }

  /// Calls `body` with the line, if known, and the values of each row.
  func forEachMappedRow(_ body: (Int?, [SQLiteValue]) throws -> Void) throws {
    var statement = try connection.prepare("SELECT * FROM temp.mapped ORDER BY rowid")
    while try statement.step() {
      let row = statement.withRow { row in (0..<row.count).map { row.value($0) } }
      let line: Int? =
        switch row[0] {
        case .integer(let line): Int(line)
        case .text(let text): Int(text)
        default: nil
        }
      try body(line, Array(row.dropFirst()))
    }
  }

  /// Claims the journal's row `id`; `false` if it was claimed before.
  func claim(_ id: Int) throws(SQLiteError) -> Bool {
    try connection.run("INSERT OR IGNORE INTO temp.claimed VALUES (?1)", .integer(id)) == 1
  }

  /// Rewrites the mapping so that text never silently becomes a number, and so
  /// that it also returns the line of each row, if its form allows that and it
  /// does not do so itself.
  ///
  /// - Returns: The statement, the names of its results, and their sources.
  private func rewrite(
    _ plan: ImportPlan, over file: LoadedFile, _ read: ReadDatabases
  ) throws -> (sql: String, columns: [String], sources: [String: [String]]) {
    func columns(of sql: String) -> [String]? { try? connection.prepareReading(sql).columnNames }
    let names = try connection.prepareReading(plan.select).columnNames
    let terms = terms(of: file, for: plan.table)
    let mappings = [true, false].lazy.map { tellsLines in
      GuardedMapping(plan.select, terms, tellsLines: tellsLines)
    }
    guard let mapping = mappings.first(where: { columns(of: $0.sql)?.count == names.count }) else {
      throw JournalError.invalid(
        FieldProblem(
          nil, "This SELECT is too complex to check; simplify it"))
    }
    guard !names.contains(Self.lineName) else { return (mapping.sql, names, mapping.sources) }
    // Unqualified, a second table would hide the line; qualified, an alias would.
    // An id of the journal is not a line.
    let unqualified = read.names.contains("main") ? [] : [file.line]
    for place in ["\(file.name).\(file.line)"] + unqualified {
      if let telling = insertingColumn("\(place) AS \(Self.lineName)", into: mapping.sql),
        let told = columns(of: telling), told.count == names.count + 1, told.last == Self.lineName
      {
        return (telling, names + [Self.lineName], mapping.sources)
      }
    }
    return (mapping.sql, names, mapping.sources)
  }

  private func terms(of file: LoadedFile, for table: EntryTable) -> GuardedMapping.Terms {
    let columns = zip(file.columns, file.evidence.marks).map { name, proof in
      (
        name.lowercased(), GuardedMapping.Column(name: name, isOfNumbers: proof.isOfNumbers)
      )
    }
    return GuardedMapping.Terms(
      table: file.name, columns: Dictionary(columns) { first, _ in first }, line: file.line,
      numberFields: Set(table.fields.filter(\.isOfNumbers).map { $0.name.lowercased() }),
      dayField: table.dayField)
  }

  /// The name of the column for the line.
  private static let lineName = "_line"

  /// A name for the row id that no column of the file uses.
  private func rowID(beside names: [String]) throws -> String {
    let taken = Set(names.map { $0.lowercased() })
    guard let free = ["_rowid_", "rowid", "oid"].first(where: { !taken.contains($0) }) else {
      throw SQLiteError(.error, "the columns rowid, oid and _rowid_ cannot all be in one file")
    }
    return free
  }
}

/// The databases that statements read.
private final class ReadDatabases {
  var names: Set<String> = []
}

/// Whether `field` contains only blanks.
private func isBlank(_ field: String) -> Bool { field.allSatisfy(\.isWhitespace) }

/// `name` as an SQL identifier.
func quoted(_ name: String) -> String {
  var result = "\""
  for character in name.unicodeScalars {
    result.unicodeScalars.append(character)
    if character == "\"" { result += "\"" }
  }
  return result + "\""
}

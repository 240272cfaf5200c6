/// The temporary tables that an import passes through.
///
/// - `csv` holds the file with the names of its header; the row's id is the line
///   on which a record begins. Blank fields are NULL, also those of spaces, which
///   would be 0 in arithmetic. A column whose first thousand records hold nothing
///   but numbers compares as numbers.
/// - `mapped` holds what the person's SELECT made of it, and the line of each
///   row as far as that is known. It is complete before the first row goes into
///   the journal, so that a SELECT may read the journal and never meets its own
///   rows.
/// - `claimed` holds the ids of rows that were recognised, so that two equal
///   rows of a file need two rows in the journal.
///
/// SQLite keeps them on disk, so memory does not grow with the file.
struct ImportStage {
  private let connection: Connection

  /// How many records decide whether a column holds numbers.
  private static let sample = 1_000

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Drops whatever tables there are.
  func clear() {
    for table in ["csv", "mapped", "claimed"] {
      try? connection.execute(script: "DROP TABLE IF EXISTS temp.\(table)")
    }
  }

  /// Fills `csv`, and tells `refuse` of records that cannot be used.
  ///
  /// No lock is held: the journal is not touched, and reading the file may take
  /// as long as somebody types it.
  ///
  /// - Returns: The name of the row's id, which is the line.
  func load(
    _ file: inout (some TextTable & ~Copyable), refuse: (Int, String) -> Void
  ) throws -> String {
    clear()
    let names = file.header
    var buffered: [(fields: [String], line: Int)] = []
    while buffered.count < Self.sample, let record = try file.next() {
      switch record {
      case .fields(let fields, let line): buffered.append((fields, line))
      case .unusable(let reason, let line): refuse(line, reason)
      }
    }
    let columns = names.indices.map { column in
      let isNumeric = buffered.allSatisfy { record in
        isBlank(record.fields[column]) || Double(record.fields[column]) != nil
      }
      return quoted(names[column]) + (isNumeric ? " NUMERIC" : " TEXT")
    }
    try connection.execute(script: "CREATE TEMP TABLE csv (\(columns.joined(separator: ", ")))")
    let line = try rowID(beside: names)
    let targets = [line] + names.map(quoted)
    let places = targets.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion = "INSERT INTO temp.csv (\(targets.joined(separator: ", "))) VALUES (\(places))"
    func insert(_ fields: [String], _ line: Int) throws(SQLiteError) {
      try connection.run(
        insertion, [.integer(line)] + fields.map { isBlank($0) ? .null : .text($0) })
    }
    try connection.snapshot {
      for record in buffered { try insert(record.fields, record.line) }
      while let record = try file.next() {
        switch record {
        case .fields(let fields, let line): try insert(fields, line)
        case .unusable(let reason, let line): refuse(line, reason)
        }
      }
    }
    return line
  }

  /// Fills `mapped` with what `select` gives, and returns its columns.
  ///
  /// `line` is what ``load(_:refuse:)`` returned.
  ///
  /// - Throws: ``SQLiteError`` if it is no SELECT, or fails.
  func map(by select: String, line: String) throws -> [String] {
    var statement = try prepare(select, line: line)
    var columns = statement.columnNames
    let lineIndex = columns.firstIndex(of: Self.lineName)
    if let lineIndex { columns.remove(at: lineIndex) }
    // Without a type, so that values stay what the SELECT made them.
    let places = columns.indices.map { "c\($0)" }
    try connection.execute(
      script: "CREATE TEMP TABLE mapped (line, \(places.joined(separator: ", ")))")
    try connection.execute(script: "CREATE TEMP TABLE claimed (id INTEGER PRIMARY KEY)")
    let values = (0...columns.count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion = "INSERT INTO temp.mapped VALUES (\(values))"
    while try statement.step() {
      var row = statement.withRow { row in (0..<row.count).map { row.value($0) } }
      let line = lineIndex.map { row.remove(at: $0) } ?? .null
      try connection.run(insertion, [line] + row)
    }
    return columns
  }

  /// Calls `body` with the line, if it is known, and the values of each row.
  func forEachMappedRow(_ body: (Int?, [SQLiteValue]) throws -> Void) throws {
    var statement = try connection.prepare("SELECT * FROM temp.mapped ORDER BY rowid")
    while try statement.step() {
      let row = statement.withRow { row in (0..<row.count).map { row.value($0) } }
      let line: Int? = if case .integer(let line) = row[0] { Int(line) } else { nil }
      try body(line, Array(row.dropFirst()))
    }
  }

  /// Claims the journal's row `id`; `false` if it was claimed before.
  func claim(_ id: Int) throws(SQLiteError) -> Bool {
    try connection.run("INSERT OR IGNORE INTO temp.claimed VALUES (?1)", .integer(id)) == 1
  }

  /// Prepares the mapping so that it also tells the line of each row, where its
  /// form allows that and it does not do so itself.
  private func prepare(_ select: String, line: String) throws(SQLiteError) -> Statement {
    let read = ReadDatabases()
    // Only while preparing: what the statement may do is decided then.
    connection.allowReadingOnly { read.names.insert($0 ?? "") }
    defer { connection.setAuthorizer(nil) }
    let plain = try connection.prepareReading(select)
    let columns = plain.columnNames
    guard !columns.contains(Self.lineName) else { return plain }
    // Without the table's name a second table would hide the line, with it an
    // alias does. What identifies a row of the journal is no line.
    for place in ["csv.\(line)"] + (read.names.contains("main") ? [] : [line]) {
      if let telling = insertingColumn("\(place) AS \(Self.lineName)", into: select),
        let statement = try? connection.prepareReading(telling),
        statement.columnNames == columns + [Self.lineName]
      {
        return statement
      }
    }
    return plain
  }

  /// The name of the column that tells the line.
  private static let lineName = "_line"

  /// A name for the row's id that no column of the file has taken.
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

/// Whether `field` holds nothing but blanks.
private func isBlank(_ field: String) -> Bool { field.allSatisfy(\.isWhitespace) }

/// `name` as an SQL identifier.
private func quoted(_ name: String) -> String {
  var result = "\""
  for character in name.unicodeScalars {
    result.unicodeScalars.append(character)
    if character == "\"" { result += "\"" }
  }
  return result + "\""
}

/// Compares a journal's schema with the one that this version makes.
///
/// SQLite reads any schema. Without a trigger, changes would no longer be recorded and
/// numbers would come from a stale cache; without a view, a command would fail.
/// Tables, indexes, views and triggers that other programs added are left alone.
enum SchemaCheck {
  /// Whether the current schema is complete, word for word.
  ///
  /// Fast enough for every opening: it compares one number for each object. If it says
  /// no, ``differences(of:)`` knows whether that means anything.
  static func isComplete(_ connection: Connection) throws(SQLiteError) -> Bool {
    let known = Set(knownSchema)
    let found = try hashes(of: connection)
    return found.count { known.contains($0) } == known.count
  }

  /// What is missing or different, in the order in which it is created.
  ///
  /// Differences in blanks and quotation marks do not count, because other versions of
  /// SQLite may write them differently.
  ///
  /// - Throws: ``SQLiteError``, also if the schema cannot be read.
  static func differences(of connection: Connection) throws -> [SchemaDifference] {
    let found = Dictionary(
      try objects(of: connection).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return try knownObjects().compactMap { known in
      guard let present = found[known.name] else {
        return SchemaDifference(object: known, isMissing: true)
      }
      guard present.kind != known.kind || present.words != known.words else { return nil }
      return SchemaDifference(object: known, isMissing: false)
    }
  }

  /// The objects of the current schema, in the order in which they are created.
  static func knownObjects() throws -> [SchemaObject] {
    try objects(of: Journal(path: ":memory:", for: .writing(makingFolder: false)).connection)
  }

  /// The objects in a file that have a statement of their own.
  static func objects(of connection: Connection) throws(SQLiteError) -> [SchemaObject] {
    try connection.rows(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ) { (row) throws(SQLiteError) in
      SchemaObject(
        kind: try row.text(0), name: try row.text(1), table: try row.text(2),
        sql: try row.text(3))
    }
  }

  /// A number for each object in a file, from its statement.
  static func hashes(of connection: Connection) throws(SQLiteError) -> [UInt64] {
    try connection.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL") {
      (row) throws(SQLiteError) in row.withTextBytes(0) { hash(UnsafeRawBufferPointer($0)) }
    }
  }

  /// Mixes eight bytes at a time, so that it costs little without optimisation too.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count)
    var offset = 0
    while offset < bytes.count {
      var word: UInt64 = 0
      if offset + 8 <= bytes.count {
        word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      } else {
        for byte in bytes[offset...] { word = word << 8 | UInt64(byte) }
      }
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    return hash
  }
}

/// A table, index, view or trigger.
struct SchemaObject: Equatable {
  /// `table`, `index`, `view` or `trigger`.
  let kind: String
  let name: String
  /// The table or view that it belongs to; its own name for a table or view.
  let table: String
  /// The statement that creates it.
  let sql: String

  /// Its statement without what SQLite may write in several ways.
  fileprivate var words: [UInt8] {
    let quotes = "\"`[]".utf8
    return sql.utf8.filter { byte in
      byte > UInt8(ascii: " ") && !quotes.contains(byte)
    }
  }
}

/// A part of the current schema that a journal lacks or has in another form.
struct SchemaDifference: Equatable {
  /// The object as it should be.
  let object: SchemaObject
  /// Whether there is none of its name.
  let isMissing: Bool

  /// Whether it can be made anew without losing entries.
  var isRepairable: Bool { object.kind != "table" }
}

extension Connection {
  /// Makes anew what is missing or different, apart from tables, and discards cached days.
  ///
  /// - Parameter differences: What ``SchemaCheck/differences(of:)`` found.
  /// - Throws: ``SQLiteError``, for example if rows contradict a unique index; then nothing
  ///   was changed.
  func repair(_ differences: [SchemaDifference]) throws {
    let objects = differences.filter(\.isRepairable).map(\.object)
    guard !objects.isEmpty else { return }
    try transaction {
      for object in objects {
        let present = try rows(
          "SELECT type FROM sqlite_schema WHERE name = ?1", .text(object.name)
        ) { (row) throws(SQLiteError) in try row.text(0) }
        for kind in present {
          try execute(script: "DROP \(kind.uppercased()) \(object.name)")
        }
        try execute(script: object.sql)
      }
      // Dropping a view drops its triggers, and days may have changed unnoticed.
      for difference in try SchemaCheck.differences(of: self) where difference.isRepairable {
        try execute(script: difference.object.sql)
      }
      if try first("SELECT 1 FROM sqlite_schema WHERE name = 'day_cache'", body: { _ in true })
        != nil
      {
        try execute(script: "DELETE FROM day_cache")
      }
    }
  }
}

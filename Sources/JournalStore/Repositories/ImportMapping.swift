/// The SELECT that maps a file onto fields, ready to be stepped through while
/// its rows are inserted.
struct ImportMapping: ~Copyable {
  private var statement: Statement

  /// The names of its columns, the one that tells the line left out.
  let fields: [String]

  /// The index of the column that tells the line, if there is one.
  let lineIndex: Int?

  /// The name of that column.
  ///
  /// A SELECT in which no place for it is found may have one of this name itself.
  static let lineColumn = "_line"

  /// The temporary table that holds what the SELECT gives, if it reads the
  /// journal that its rows go to.
  static let copy = "mapped"

  /// Prepares `select`, which must only read.
  ///
  /// - Parameters:
  ///   - select: What a person typed.
  ///   - rowID: What the table `csv` calls its row's id, which is the line.
  ///   - connection: Where the table is.
  /// - Throws: SQLite's error, or ``SQLiteError/Code/denied`` if it writes.
  init(_ select: String, rowID: String?, on connection: Connection) throws(SQLiteError) {
    var sql = select
    var readsJournal = false
    var plain = try Self.prepare(select, on: connection, &readsJournal)
    let names = plain.columnNames
    var lineIndex = names.firstIndex(of: Self.lineColumn)
    if lineIndex == nil, let rowID {
      // Without the table's name a second table would hide the line, with it an
      // alias does. A row's id of the journal is no line.
      for column in ["csv.\(rowID)"] + (readsJournal ? [] : [rowID]) {
        guard let telling = insertingColumn("\(column) AS \(Self.lineColumn)", into: select),
          let statement = try? Self.prepare(telling, on: connection, &readsJournal),
          statement.columnNames == names + [Self.lineColumn]
        else { continue }
        sql = telling
        plain = statement
        lineIndex = names.count
        break
      }
    }
    if readsJournal {
      // Or rows that were just inserted would be read again, and again.
      try connection.execute(script: "CREATE TEMP TABLE \(Self.copy) AS " + sql)
      plain = try connection.prepare("SELECT * FROM temp.\(Self.copy)")
    }
    statement = plain
    fields = names.filter { $0 != Self.lineColumn }
    self.lineIndex = lineIndex
  }

  /// Prepares `sql` and notes whether it reads anything but temporary tables.
  private static func prepare(
    _ sql: String, on connection: Connection, _ readsJournal: inout Bool
  ) throws(SQLiteError) -> Statement {
    let databases = ReadDatabases()
    // Only while preparing: what the statement may do is decided then.
    connection.allowReadingOnly { databases.names.insert($0 ?? "") }
    defer {
      connection.setAuthorizer(nil)
      readsJournal = readsJournal || databases.names.contains("main")
    }
    return try connection.prepareReading(sql)
  }

  /// Advances to the next row.
  ///
  /// - Returns: The values of the fields and the line, or `nil` at the end.
  mutating func next() throws(SQLiteError) -> (values: [SQLiteValue], line: Int?)? {
    guard try statement.step() else { return nil }
    var values = statement.withRow { row in (0..<row.count).map { row.value($0) } }
    guard let lineIndex else { return (values, nil) }
    guard case .integer(let line) = values.remove(at: lineIndex) else { return (values, nil) }
    return (values, Int(line))
  }
}

/// The databases that a statement reads.
private final class ReadDatabases {
  var names: Set<String> = []
}

/// `select` with `column` as its last, or `nil` if its form has no place for one.
///
/// The place is before the FROM of the outermost SELECT, so that columns keep
/// their numbers, by which ORDER BY and GROUP BY may call them. With DISTINCT
/// or UNION one more column would make other rows.
func insertingColumn(_ column: String, into select: String) -> String? {
  var words = SQLWords(select)
  var place: String.Index?
  var previous = ""
  var isInside = false
  while let (word, range) = words.next() {
    switch (previous, word) {
    case ("SELECT", "DISTINCT"), (_, "UNION"), (_, "INTERSECT"), (_, "EXCEPT"): return nil
    case (_, "SELECT"): isInside = true
    case ("DISTINCT", "FROM"): break  // IS DISTINCT FROM
    case (_, "FROM") where isInside && place == nil: place = range.lowerBound
    default: break
    }
    previous = word
  }
  return place.map { "\(select[..<$0]), \(column) \(select[$0...])" }
}

/// The words of an SQL statement that stand outside of parentheses, strings,
/// quoted names and comments, in upper case.
private struct SQLWords {
  private let text: String.UTF8View
  private var index: String.Index

  init(_ sql: String) {
    text = sql.utf8
    index = text.startIndex
  }

  mutating func next() -> (word: String, range: Range<String.Index>)? {
    var depth = 0
    while index < text.endIndex {
      let start = index
      let byte = text[index]
      text.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): skip(to: [byte])
      case UInt8(ascii: "["): skip(to: [UInt8(ascii: "]")])
      case UInt8(ascii: "-") where starts(with: byte): skip(to: [0x0a])
      case UInt8(ascii: "/") where starts(with: UInt8(ascii: "*")):
        skip(to: [UInt8(ascii: "*"), UInt8(ascii: "/")])
      case _ where isWord(byte):
        while index < text.endIndex, isWord(text[index]) { text.formIndex(after: &index) }
        if depth == 0 {
          return (Substring(text[start..<index]).uppercased(), start..<index)
        }
      default: break
      }
    }
    return nil
  }

  private func starts(with byte: UInt8) -> Bool {
    index < text.endIndex && text[index] == byte
  }

  /// Moves behind the next `end`.
  ///
  /// A quote that is doubled opens another string
  /// at once, which comes to the same.
  private mutating func skip(to end: [UInt8]) {
    while index < text.endIndex, !text[index...].starts(with: end) {
      text.formIndex(after: &index)
    }
    index = text.index(index, offsetBy: end.count, limitedBy: text.endIndex) ?? text.endIndex
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}

import JSONText
package import JournalStore

/// The objects of a JSON file as rows of a table, for a mapping.
///
/// The rows are the objects of an array, of lines, or of the arrays in one object;
/// with several arrays, the column `_list` contains the name of the row's array. Keys
/// become columns in the order of their first appearance; those of nested objects
/// get a dotted name, and nested arrays stay JSON. The line of a row is its number.
package struct JSONTable: JournalStore.TextTable {
  package let header: [String]
  private var rows: ArraySlice<[Int: SQLiteValue]>
  private var number = 0

  package var name: String { "json" }

  /// Reads all bytes from `source`.
  ///
  /// - Throws: ``FileError`` if it is not JSON with objects.
  package init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws {
    var stream = JSONStream(source)
    var documents: [JSON] = []
    do {
      try stream.skipByteOrderMark()
      while try stream.peek() != nil { documents.append(try stream.readValue()) }
    } catch is JSONStream.Broken {
      throw FileError("The file is not valid JSON; it may be damaged or cut short.")
    }
    let lists = Self.lists(in: documents)
    guard lists.contains(where: { !$0.rows.isEmpty }) else {
      throw FileError("The JSON contains no objects to use as rows.")
    }
    var columns = Columns()
    var rows: [[Int: SQLiteValue]] = []
    for list in lists {
      for row in list.rows {
        var fields: [Int: SQLiteValue] = [:]
        if lists.count > 1 { fields[columns.place(of: "_list")] = .text(list.path) }
        Self.flatten(row, "", into: &fields, &columns)
        rows.append(fields)
      }
    }
    guard columns.names.count <= 1_900 else {
      throw FileError("The JSON objects have too many different keys for a table.")
    }
    header = columns.names
    self.rows = rows[...]
  }

  package mutating func next() throws -> TextRecord? {
    guard let row = rows.popFirst() else { return nil }
    number += 1
    return .values(header.indices.map { row[$0] ?? .null }, line: number)
  }

  // MARK: - Rows

  private static func lists(in documents: [JSON]) -> [(path: String, rows: [[(String, JSON)]])] {
    guard documents.count == 1, let only = documents.first else {
      return [("", documents.compactMap(members))]
    }
    if case .array(let values) = only { return [("", values.compactMap(members))] }
    var found: [(path: String, rows: [[(String, JSON)]])] = []
    collect(only, "", &found)
    return found.isEmpty ? [("", [only].compactMap(members))] : found
  }

  /// Collects the arrays of objects inside objects.
  private static func collect(
    _ value: JSON, _ path: String, _ found: inout [(path: String, rows: [[(String, JSON)]])]
  ) {
    guard let fields = members(value) else { return }
    for (name, value) in fields {
      let path = path.isEmpty ? name : "\(path).\(name)"
      if case .array(let values) = value {
        let rows = values.compactMap(members)
        if !rows.isEmpty, rows.count == values.count { found.append((path, rows)) }
      } else {
        collect(value, path, &found)
      }
    }
  }

  private static func members(_ value: JSON) -> [(String, JSON)]? {
    if case .object(let members) = value { members } else { nil }
  }

  private static func flatten(
    _ members: [(String, JSON)], _ prefix: String, into fields: inout [Int: SQLiteValue],
    _ columns: inout Columns
  ) {
    for (name, value) in members {
      if case .object(let inner) = value {
        flatten(inner, "\(prefix)\(name).", into: &fields, &columns)
      } else {
        fields[columns.place(of: prefix + name)] = field(value)
      }
    }
  }

  private static func field(_ value: JSON) -> SQLiteValue {
    switch value {
    case .null: .null
    case .bool(let flag): .integer(flag ? 1 : 0)
    case .integer(let number): .integer(number)
    case .number(let number): .real(number)
    case .string(let text): text.allSatisfy(\.isWhitespace) ? .null : .text(text)
    case .array, .object: .text(String(JSONWriter.text(value, style: .compact).dropLast()))
    }
  }

  /// The column names, unique even without regard to case.
  private struct Columns {
    var names: [String] = []
    private var places: [String: Int] = [:]
    private var taken: Set<String> = []

    mutating func place(of name: String) -> Int {
      if let place = places[name] { return place }
      var free = name.isEmpty ? "column_\(names.count + 1)" : name
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(name)_\(number)"
        number += 1
      }
      places[name] = names.count
      names.append(free)
      return names.count - 1
    }
  }
}

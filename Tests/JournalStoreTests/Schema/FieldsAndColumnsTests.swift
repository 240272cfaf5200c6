import Testing
import JournalModel

@testable import JournalStore

/// What Swift lets into a table and what the table itself lets in, compared.
@Suite struct FieldsAndColumnsTests {
  let journal: Journal

  init() throws {
    journal = try Journal.inMemory()
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5_000])
    try journal.log(.footwear, ["name": "pegasus"])
    try journal.log(.routine, ["name": "morning"])
  }

  @Test(arguments: EntryTable.allCases)
  func `Every field is a column, and every column of an entry is a field`(
    _ table: EntryTable
  ) throws {
    let columns = try journal.connection.rows(
      "SELECT name, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid", .text(table.rawValue)
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.integer(1) == 1) }
    let entered = columns.filter { !["id", "import_id"].contains($0.0) }
    #expect(entered.map(\.0) == table.fields.map(\.name))
    #expect(entered.map(\.1) == table.fields.map(\.isRequired))
  }

  @Test(arguments: EntryTable.allCases)
  func `A column has the type and the words of its field`(_ table: EntryTable) throws {
    let types = Dictionary(
      uniqueKeysWithValues: try journal.connection.rows(
        "SELECT name, type FROM pragma_table_info(?1)", .text(table.rawValue)
      ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) })
    let schema = try #require(
      try journal.connection.first(
        "SELECT sql FROM sqlite_schema WHERE name = ?1", .text(table.rawValue),
        body: { (row) throws(SQLiteError) in try row.text(0) }))
    for field in table.fields {
      let type =
        switch field.kind {
        case .day, .clockTime, .text, .choice: "TEXT"
        case .whole, .reference: "INTEGER"
        case .number: "REAL"
        }
      #expect(types[field.name] == type, "\(table.rawValue).\(field.name)")
      guard case .choice(let words) = field.kind else { continue }
      let list = schema.split(separator: "CHECK (\(field.name) IN").dropFirst().first?
        .drop { $0 != "'" }.prefix { $0 != ")" }
      let known = list?.split(separator: ",").map { $0.filter(\.isLowercaseOrLine) }
      #expect(known == words, "\(table.rawValue).\(field.name)")
    }
  }

  @Test(arguments: EntryTable.importable)
  func `An imported row can tell its import`(_ table: EntryTable) throws {
    #expect(
      try journal.connection.integer(
        "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'import_id'",
        .text(table.rawValue)) == 1)
  }

  /// A value for a field, and whether the field takes it.
  private struct Probe {
    let value: SQLiteValue
    let isGood: Bool
    /// Whether Swift takes it although the column does not, as it rewrites it.
    var isRewritten = false
  }

  /// The bounds of a field and what lies just beyond them.
  private func probes(_ field: Field) -> [Probe] {
    func good(_ values: [SQLiteValue]) -> [Probe] { values.map { Probe(value: $0, isGood: true) } }
    func bad(_ values: [SQLiteValue]) -> [Probe] { values.map { Probe(value: $0, isGood: false) } }
    switch field.kind {
    case .day:
      return good(["1900-01-01", "2024-02-29", "2199-12-31", "2026-01-02"])
        + bad([
          "2023-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-01-01 10:00", "now",
          "2460000.5", 5, 2.5, .blob([1]),
          "1899-12-31", "2200-01-01", "0000-01-01", "-001-01-01",
        ])
    case .clockTime:
      return good(["00:00:00", "23:59:59", "07:05:30"])
        + bad(["24:00:00", "07:60:00", "7:05:00", "now", "+7:05:00", "07:05:0x", "07:05:30.5", 5])
        + [Probe(value: "07:05", isGood: false, isRewritten: true)]
    case .whole(let range):
      return good([.integer(range.lowerBound), .integer(range.upperBound)])
        + bad([
          .integer(range.lowerBound - 1), .integer(range.upperBound + 1), 0.5, "x",
          .integer(Int64.max), .integer(Int64.min), .blob([1]),
        ])
    case .number(let range, let allowsZero):
      return good([
        .real(allowsZero ? range.lowerBound : .leastNonzeroMagnitude), .real(range.upperBound),
        .real((range.lowerBound + range.upperBound) / 2),
      ])
        + bad([
          .real(allowsZero ? range.lowerBound.nextDown : 0), .real(range.upperBound.nextUp), "x",
          .real(.infinity), .real(-.infinity), .blob([1]),
        ])
    case .text(let limit):
      return good([
        "x", .text(String(repeating: "x", count: limit)),
        .text(String(repeating: "é", count: limit)), .text(String(repeating: "👟", count: limit)),
      ]) + bad([.text(String(repeating: "x", count: limit + 1)), .blob([1])])
    case .choice(let words):
      return good(words.map { .text($0) })
        + bad(["x", "both ", 1, .blob([1])])
        .filter { $0.value != "both " || !words.contains("both") }
    case .reference:
      return good([1]) + bad([999, -1, "x", 1.5])
    }
  }

  /// A row that needs nothing but the field in question.
  private func base(_ table: EntryTable) -> [String: SQLiteValue] {
    switch table {
    case .run: ["day": "2026-01-01", "distance_m": 1_000]
    case .checkIn: ["day": "2026-01-01", "note": "x"]
    case .stretch: ["day": "2026-01-01", "exercise_id": 1]
    case .flareUp: ["onset_day": "1900-01-01", "end_day": "2026-01-02"]
    case .crossTraining: ["day": "2026-01-01", "activity": "swim"]
    case .dayMark: ["day": "2026-01-01", "kind": "rest"]
    case .guidance: ["day": "1900-01-01", "advice": "x"]
    case .footwear: ["name": "x"]
    case .exercise: ["name": "x", "kind": "stretch"]
    case .routine: ["name": "x"]
    case .routineStep: ["routine_id": 1, "position": 1, "exercise_id": 1]
    case .setting: ["name": "x", "value": "y"]
    }
  }

  private struct Undo: Error {}

  /// Whether `insert` works; its row does not stay.
  private func works(_ insert: () throws -> Void) -> Bool {
    do {
      try journal.connection.transaction {
        try insert()
        throw Undo()
      }
    } catch {
      return error is Undo
    }
    return false
  }

  @Test(arguments: EntryTable.allCases)
  func `Column and field take the same values, up to their bounds and not beyond`(
    _ table: EntryTable
  ) throws {
    for field in table.fields {
      for probe in probes(field) {
        var values = base(table)
        values[field.name] = probe.value
        if table == .flareUp, field.name == "onset_day" { values["end_day"] = nil }
        let names = values.keys.sorted()
        let row = names.map { values[$0] ?? .null }
        let byTable = works {
          let places = names.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
          let sql =
            "INSERT INTO \(table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(places))"
          _ = try journal.connection.run(sql, row)
        }
        let byField = works {
          var inserter = try EntryInserter(
            journal.connection, table: table, columns: names, today: nil)
          _ = try inserter.insert(row)
        }
        let told = "\(table.rawValue).\(field.name) \(probe.value)".prefix(80)
        #expect(byTable == probe.isGood, "the table, \(told)")
        #expect(byField == (probe.isGood || probe.isRewritten), "the field, \(told)")
      }
    }
  }

  @Test(arguments: EntryTable.allCases)
  func `A required field must be there, and any other may be unknown`(_ table: EntryTable) throws {
    for field in table.fields {
      var values = base(table)
      values[field.name] = .null
      if table == .run, field.name == "distance_m" { values["duration_s"] = 60 }
      if table == .checkIn, field.name == "note" { values["mood"] = 5 }
      let names = values.keys.sorted()
      let isTaken = works {
        var inserter = try EntryInserter(
          journal.connection, table: table, columns: names, today: nil)
        _ = try inserter.insert(names.map { values[$0] ?? .null })
      }
      #expect(isTaken == !field.isRequired, "\(table.rawValue).\(field.name)")
    }
  }

  @Test(arguments: EntryTable.allCases)
  func `A refusal is a sentence that names the field and never the value`(
    _ table: EntryTable
  ) throws {
    for field in table.fields {
      for probe in probes(field) where !probe.isGood && !probe.isRewritten {
        var values = base(table)
        values[field.name] = probe.value
        if table == .flareUp, field.name == "onset_day" { values["end_day"] = nil }
        let names = values.keys.sorted()
        var inserter = try EntryInserter(
          journal.connection, table: table, columns: names, today: nil)
        let error = try #require(throws: JournalError.self) {
          try inserter.insert(names.map { values[$0] ?? .null })
        }
        guard case .invalid(let problem) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(problem.field == field.name)
        #expect(!problem.reason.contains("rule"))
        if case .text(let text) = probe.value, text.count > 1 {
          #expect(!"\(error)".contains(text))
        }
      }
    }
  }
}

extension Character {
  /// Whether it is part of a word of the schema.
  fileprivate var isLowercaseOrLine: Bool { isLowercase || self == "_" }
}

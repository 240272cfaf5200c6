import JournalStore

/// Lets statements end after some thousand steps, as a person's patience would.
private func query(_ bytes: [UInt8]) -> Query {
  var steps = 0
  return Query(String(decoding: bytes, as: UTF8.self)) {
    steps += 1
    return steps < 200
  }
}

/// Runs `bytes` as statements that may only read.
///
/// The journal is open for writing, so that only the rules for statements protect it.
func checkReading(_ bytes: [UInt8], of journal: ScratchJournal) throws {
  do {
    var reader = EveryValue()
    try journal.journal.read(query(bytes), into: &reader)
  } catch is SQLiteError {
  } catch is ParameterProblem {
  } catch is JournalError {
  } catch is TooMany {
  }
  try journal.checkUnchanged()
}

/// Runs `bytes` as statements that change entries: a preview changes nothing, and undo
/// takes everything back.
func checkChanging(_ bytes: [UInt8], of journal: ScratchJournal) throws {
  let former = try journal.contents()
  do {
    let announced = try journal.journal.changes(by: query(bytes))
    try promise(try journal.contents() == former, "a preview changed something")
    try journal.journal.change(query(bytes), announced: announced)
    if announced.isEmpty {
      try promise(try journal.contents() == former, "a change was not announced")
    } else {
      _ = try journal.journal.undo()
    }
  } catch is SQLiteError {
  } catch is ParameterProblem {
  } catch is DataChangeProblem {
  } catch is JournalError {
  }
  try promise(try journal.contents() == former, "something stays changed")
  try journal.checkFolder()
}

/// Hands out the same journal until it has a long history, then a new one.
final class FreshJournals {
  private let lasting: Int
  private var uses = 0
  private var current: ScratchJournal?

  init(lasting: Int) { self.lasting = lasting }

  func next() throws -> ScratchJournal {
    defer { uses += 1 }
    if let current, !uses.isMultiple(of: lasting) { return current }
    let fresh = try ScratchJournal()
    current = fresh
    return fresh
  }
}

/// Ends a query with many rows.
struct TooMany: Error {}

/// Reads every value of every row.
struct EveryValue: ResultReader {
  private var rows = 0

  mutating func begin(_ columns: [String]) {}

  mutating func take(_ row: borrowing QueryRow) throws {
    rows += 1
    guard rows < 1_000 else { throw TooMany() }
    for column in 0..<row.count { _ = row[column] }
  }

  mutating func end() {}
}

import CivilDay
import Testing
import JournalModel

@testable import JournalStore

/// Thousands of random operations, all taken back and all brought back.
@Suite struct UndoPropertyTests {
  /// What is done to a journal to bring it from one state to another.
  private enum Step {
    case undo(Int)
    case redo(Int)
  }

  /// Takes everything back, step by step as `nerve undo` does; where an action
  /// waits for another, the sentence that says so is followed.
  private func unwind(_ journal: Journal) throws -> [Step] {
    var steps: [Step] = []
    var target = UndoTarget.latest
    while true {
      do {
        steps.append(.undo(try journal.undo(target).action.number))
        target = .latest
      } catch JournalError.nothingToUndo {
        return steps
      } catch let error as JournalError {
        switch error.cause {
        case .laterChange(let action), .laterReference(let action), .lostReference(let action?),
          .taken(_, let action?):
          target = .action(action.number)
        case .undoneBasis(let action):
          steps.append(.redo(try journal.redo(action.number).action.number))
        default: throw error
        }
      }
    }
  }

  /// Does the opposite of `steps`, from the last to the first.
  private func rewind(_ steps: [Step], _ journal: Journal) throws {
    // Where no step was out of turn, nobody has to be told which one is next.
    let isStraight = steps.allSatisfy { step in
      guard case .undo = step else { return false }
      return true
    }
    for step in steps.reversed() {
      switch step {
      case .undo(let number):
        #expect(try journal.redo(isStraight ? nil : number).action.number == number)
      case .redo(let number): _ = try journal.undo(.action(number))
      }
    }
  }

  @Test(arguments: [(10_000, 1), (1_500, 2)] as [(Int, UInt64)])
  func `All operations taken back leave the journal as it was, and redone as it became`(
    _ count: Int, _ seed: UInt64
  ) throws {
    let journal = try Journal.inMemory()
    var editor = RandomEditor(journal, seed: seed)
    let start = try journal.bytes()
    while editor.done.values.reduce(0, +) < count { try editor.operate() }
    for operation in RandomEditor.Operation.allCases {
      #expect(editor.done[operation, default: 0] > count / 250, "\(operation)")
    }
    #expect(editor.blocked > count / 100)
    let end = try journal.bytes()
    #expect(end != start)

    let steps = try unwind(journal)
    #expect(steps.count > count / 4)
    #expect(try journal.bytes() == start)
    try rewind(steps, journal)
    #expect(try journal.bytes() == end)
    // Once more, for what was redone is undone by another record.
    _ = try unwind(journal)
    #expect(try journal.bytes() == start)
    try journal.connection.checkIntegrity()
  }

  @Test func `A chain of a thousand edits goes back and forth through every state`() throws {
    let journal = try Journal.inMemory()
    var editor = RandomEditor(journal, seed: 4)
    var states = [try journal.bytes()]
    while states.count <= 1_000 {
      if try editor.act() { states.append(try journal.bytes()) }
    }
    for state in states.dropLast().reversed() {
      _ = try journal.undo()
      #expect(try journal.bytes() == state)
    }
    #expect(throws: JournalError.nothingToUndo) { try journal.undo() }
    for state in states.dropFirst() {
      _ = try journal.redo()
      #expect(try journal.bytes() == state)
    }
    #expect(throws: JournalError.nothingToRedo) { try journal.redo() }
  }
}

extension JournalError {
  /// What stands in the way, if something does.
  fileprivate var cause: ReversalConflict.Cause? {
    guard case .blocked(let conflict) = self else { return nil }
    return conflict.cause
  }
}

extension Journal {
  /// Every value of every entry table, to the byte.
  fileprivate func bytes() throws -> [[UInt8]] {
    try (EntryTable.allCases.map(\.rawValue) + ["import"]).flatMap { table in
      let columns = try connection.column("SELECT name FROM pragma_table_info(?1)", .text(table))
        .compactMap { name -> String? in
          guard case .text(let name) = name else { return nil }
          return "quote(\(name))"
        }
      return try connection.rows(
        "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(table) ORDER BY id"
      ) { (row) throws(SQLiteError) in Array(try row.text(0).utf8) }
    }
  }
}

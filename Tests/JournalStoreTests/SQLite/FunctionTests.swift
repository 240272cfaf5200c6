import Testing
import JournalModel

@testable import JournalStore

@Suite struct FunctionTests {
  let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
  }

  @Test func `A scalar function takes and gives values of every class`() throws {
    try connection.addFunction("pick", argumentCount: 1, traits: .deterministic) { arguments in
      let results: [SQLiteValue] = [
        .null, 7, .integer(.min), 2.5, .real(.infinity), "", "a\0é", .blob([]), .blob([0, 255]),
      ]
      guard case .integer(let index) = arguments.value(0) else { return .null }
      return results[Int(index)]
    }
    let found = try connection.table(
      "SELECT pick(0), pick(1), pick(2), pick(3), pick(4), pick(5), pick(6), pick(7), pick(8)")
    #expect(
      found == [
        [
          .null, 7, .integer(.min), 2.5, .real(.infinity), "", "a\0é", .blob([]), .blob([0, 255]),
        ]
      ])
  }

  @Test func `Text is read strictly, NULL as nil`() throws {
    try connection.addFunction("told", argumentCount: 1, traits: .deterministic) { arguments in
      .text(try arguments.optionalText(0) ?? "-")
    }
    #expect(try connection.value("SELECT told('é' || char(0))") == "é\0")
    #expect(try connection.value("SELECT told('') || told(NULL)") == "-")
    let error = try #require(throws: SQLiteError.self) { try connection.value("SELECT told(5)") }
    #expect(error.code == .mismatch)
    #expect(error.message == "argument 1 is INTEGER, not TEXT")
  }

  @Test func `A function may take any number of arguments`() throws {
    try connection.addFunction("count_nulls", argumentCount: -1, traits: .deterministic) {
      arguments in
      .integer((0..<arguments.count).count { arguments.value($0) == .null })
    }
    #expect(try connection.value("SELECT count_nulls()") == 0)
    #expect(try connection.value("SELECT count_nulls(NULL, 1, NULL, 'x')") == 2)
  }

  @Test func `What a closure throws fails the statement with its words`() throws {
    struct Odd: Error, CustomStringConvertible { let description = "odd number" }
    try connection.addFunction("even", argumentCount: 1, traits: .deterministic) { arguments in
      guard case .integer(let number) = arguments.value(0) else { return .null }
      guard number != 13 else { throw SQLiteError(.tooBig, "thirteen") }
      guard number.isMultiple(of: 2) else { throw Odd() }
      return .integer(number)
    }
    let odd = try #require(throws: SQLiteError.self) { try connection.value("SELECT even(1)") }
    #expect(odd.code == .error)
    #expect(odd.message == "odd number")
    let big = try #require(throws: SQLiteError.self) { try connection.value("SELECT even(13)") }
    #expect(big.code == .tooBig)
    #expect(big.message == "thirteen")
    #expect(try connection.value("SELECT even(4)") == 4)
  }

  @Test func `A function can be replaced, and is refused with impossible arguments`() throws {
    try connection.addFunction("f", argumentCount: 0, traits: .deterministic) { _ in 1 }
    try connection.addFunction("f", argumentCount: 0, traits: .deterministic) { _ in 2 }
    #expect(try connection.value("SELECT f()") == 2)
    #expect(throws: SQLiteError.self) {
      try connection.addFunction("f", argumentCount: 1_000, traits: .deterministic) { _ in 1 }
    }
    #expect(throws: SQLiteError.self) {
      try connection.addFunction(
        String(repeating: "f", count: 300), argumentCount: 0, traits: .deterministic
      ) { _ in 1 }
    }
  }

  // MARK: - What functions hold on to, and for how long

  /// An object that is counted.
  private final class Counted {
    private let counter: Counter

    init(_ counter: Counter) {
      self.counter = counter
      counter.alive += 1
    }

    deinit { counter.alive -= 1 }

    /// How many are alive.
    final class Counter { var alive = 0 }
  }

  /// Adds a function that holds an object.
  private func addHolding(
    _ held: Counted.Counter, _ name: String, count: Int = 0, to connection: Connection
  ) throws {
    let object = Counted(held)
    try connection.addFunction(name, argumentCount: count, traits: .deterministic) { _ in
      withExtendedLifetime(object) { 0 }
    }
  }

  @Test func `What a closure holds is let go with its function`() throws {
    let held = Counted.Counter()
    try addHolding(held, "f", to: connection)
    #expect(held.alive == 1)
    // Replaced.
    try addHolding(held, "f", to: connection)
    #expect(held.alive == 1)
    // Refused.
    #expect(throws: SQLiteError.self) {
      try addHolding(held, "g", count: 1_000, to: connection)
    }
    #expect(held.alive == 1)
    #expect(try connection.value("SELECT f()") == 0)
  }

  @Test func `What functions hold is let go with the connection`() throws {
    let held = Counted.Counter()
    func open() throws {
      let connection = try Connection.inMemory()
      try addHolding(held, "f", to: connection)
      #expect(try connection.value("SELECT f()") == 0)
      #expect(held.alive == 1)
    }
    try open()
    #expect(held.alive == 0)
  }

  @Test func `A function may use its own connection`() throws {
    try connection.execute(script: "CREATE TABLE t (x); INSERT INTO t VALUES (0), (1), (2)")
    let connection = connection
    try connection.addFunction("lookup", argumentCount: 1, traits: .deterministic) {
      [unowned connection] arguments in
      try connection.value("SELECT x FROM t WHERE x = ?1", arguments.value(0)) ?? .null
    }
    #expect(try connection.table("SELECT lookup(x) FROM t") == [[0], [1], [2]])
  }
}

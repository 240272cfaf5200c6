import Testing

@testable import JournalCLI

/// Statements that begin like an option.
@Suite struct CommentedStatementTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in desk.results("run", "8.2km", "45:10", "--quiet") }
  }

  @Test(arguments: [
    ["-- my runs\nSELECT count(*) FROM run"], ["--\nSELECT count(*) FROM run"],
    ["--runs\nSELECT count(*) FROM run"], ["-- a = b\nSELECT count(*) FROM run"],
    ["/* runs */ SELECT count(*) FROM run"],
    ["--timeout", "5", "-- runs\r\nSELECT count(*) FROM run"],
  ])
  func `A statement may begin with a comment`(arguments: [String]) throws {
    #expect(try desk().results(["sql"] + arguments + ["--plain"]) == "1\n")
  }

  @Test func `A change, a description and a saved statement may begin with one`() throws {
    let desk = try desk()
    desk.results("sql", "--write", "-y", "-- slow\nUPDATE run SET note = 'slow'")
    #expect(try desk.rows("SELECT note FROM run") == ["slow"])
    desk.results("sql", "--save", "slow", "-- slow runs\nSELECT count(*) FROM run")
    #expect(desk.results("sql", "--saved", "slow", "--plain") == "1\n")
  }

  @Test(arguments: ["--jsn", "--write-all", "--format=cs v", "--outpt=my file.csv"])
  func `An option is no statement`(option: String) throws {
    let result = try desk().nerve("sql", "SELECT 1", option)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test func `A comment alone is no statement`() throws {
    let result = try desk().nerve("sql", "-- my runs")
    #expect(result.status == 1)
    #expect(result.messages.contains("no SQL statement"))
  }

  /// Only statements have comments.
  @Test func `Other commands keep their options`() throws {
    let desk = try desk()
    #expect(desk.nerve("pain", "4", "-- so so").status == 64)
    #expect(CommentedStatement.moved(in: ["run", "-- a b"]) == ["run", "-- a b"])
    #expect(
      CommentedStatement.moved(in: ["sql", "-d", "-- a b", "--save", "c", "SELECT 1"])
        == ["sql", "-d", "-- a b", "--save", "c", "SELECT 1"])
    #expect(
      CommentedStatement.moved(in: ["sql", "-- a b", "--json"]) == [
        "sql", "--json", "--", "-- a b",
      ])
  }
}

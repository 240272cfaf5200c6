import Testing

@testable import JournalCLI

/// How `EXPLAIN QUERY PLAN` is shown.
@Suite struct SQLPlanTests {
  @Test func `The plan of a query is a tree, and stays rows for programs`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    let plan =
      "EXPLAIN QUERY PLAN SELECT * FROM (SELECT day FROM run UNION SELECT day FROM stretch)"
    let lines = desk.results("sql", plan).split(separator: "\n").map(String.init)
    let depths = lines.map { line in line.prefix { "|`- ".contains($0) }.count }
    #expect(lines.count > 4)
    #expect(depths.first == 3 && depths.allSatisfy { $0 % 3 == 0 })
    #expect(zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 3 })
    #expect(lines.contains { $0.hasSuffix("UNION USING TEMP B-TREE") })
    #expect(try ReadJSON(desk.results("sql", plan, "--json")).array.count == lines.count)
    // A table may follow, and come before.
    let text = desk.results("sql", "SELECT 1 AS one; EXPLAIN QUERY PLAN SELECT * FROM run")
    #expect(text == "one\n---\n  1\n\n`--SCAN run\n")
  }
}

import Testing

@testable import JournalCLI

@Suite struct StatementLinesTests {
  private func statements(_ lines: [String]) -> (complete: [String], rest: String) {
    var statement = StatementLines()
    let complete = lines.compactMap { statement.add($0) }
    return (complete, statement.text)
  }

  private static let cases: [(lines: [String], complete: [String], rest: String)] = [
    (["SELECT 1;"], ["SELECT 1;"], ""),
    (["SELECT", "  1", ";"], ["SELECT\n  1\n;"], ""),
    (["SELECT 1; SELECT 2;"], ["SELECT 1; SELECT 2;"], ""),
    (["SELECT 1; SELECT", "2;"], ["SELECT 1; SELECT\n2;"], ""),
    (["SELECT 1; -- one"], ["SELECT 1; -- one"], ""),
    (["SELECT ';", "';"], ["SELECT ';\n';"], ""),
    (["SELECT \";\" /* ;", "*/;"], ["SELECT \";\" /* ;\n*/;"], ""),
    (["SELECT 1 -- not yet;", ";"], ["SELECT 1 -- not yet;\n;"], ""),
    (["", "  ", ";", "-- nothing", "/* nothing */"], [], ""),
    (["/* one", "two */ SELECT 1;"], ["/* one\ntwo */ SELECT 1;"], ""),
    (["SELECT 'it''s", "late"], [], "SELECT 'it''s\nlate"),
  ]

  @Test(arguments: cases.indices)
  func `A statement ends at a semicolon outside of texts and comments`(index: Int) {
    let example = Self.cases[index]
    let (complete, rest) = statements(example.lines)
    #expect(complete == example.complete)
    #expect(rest == example.rest)
  }

  @Test func `Texts and comments are known to go on`() {
    for open in ["SELECT 'a", "SELECT \"a", "SELECT /* a"] {
      var statement = StatementLines()
      #expect(statement.add(open) == nil)
      #expect(statement.isWithinText, "\(open)")
    }
    for closed in ["SELECT 'a'", "SELECT 1 -- it's", "SELECT /* ' */ 1"] {
      var statement = StatementLines()
      #expect(statement.add(closed) == nil)
      #expect(!statement.isWithinText, "\(closed)")
    }
  }

  @Test func `The history has a statement in one line where that means the same`() {
    #expect(ShellHistory.lines(of: "SELECT 1;") == ["SELECT 1;"])
    #expect(ShellHistory.lines(of: "SELECT 1\n  FROM day\n;") == ["SELECT 1 FROM day ;"])
    #expect(ShellHistory.lines(of: "SELECT 'a\nb';") == ["SELECT 'a", "b';"])
    #expect(ShellHistory.lines(of: "SELECT 1 -- one\n;") == ["SELECT 1 -- one", ";"])
    #expect(ShellHistory.lines(of: "SELECT '--'\n;") == ["SELECT '--' ;"])
  }
}

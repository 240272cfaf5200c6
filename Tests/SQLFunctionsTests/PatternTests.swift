import Foundation
import Testing

/// `regexp` beside Python's re, and what it refuses.
@Suite struct PatternTests {
  let database: Database

  init() throws { database = try Database() }

  private func literal(_ text: String) -> String {
    "'\(text.replacingOccurrences(of: "'", with: "''"))'"
  }

  @Test func `It finds what Python finds`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/patterns.json")
    let cases = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let all = try #require(cases as? [[Any]])
    #expect(all.count == 400)
    for asked in all {
      let pattern = try #require(asked.first as? String)
      for pair in asked.dropFirst() {
        let pair = try #require(pair as? [Any])
        let (text, expected) = (try #require(pair[0] as? String), try #require(pair[1] as? Int))
        let found = try database.number("SELECT \(literal(text)) REGEXP \(literal(pattern))")
        #expect(found == Double(expected), "\(pattern) in \(text)")
      }
    }
  }

  @Test func `A pattern is used again for every row, and may come from a row`() throws {
    let found = try database.rows(
      """
      WITH t (pattern, text) AS (VALUES ('^a', 'abc'), ('b$', 'abc'), ('^a', 'cba'), (NULL, 'a'),
        ('a', NULL), ('2', 12), ('', ''))
      SELECT text REGEXP '^a', text REGEXP pattern, regexp(pattern, text) FROM t
      """)
    #expect(
      found == [
        ["1", "1", "1"], ["1", "0", "0"], ["0", "0", "0"], ["1", nil, nil], [nil, nil, nil],
        ["0", "1", "1"], ["0", "1", "1"],
      ])
  }

  @Test(arguments: [
    ("(", "the pattern has a ( without a )"), (")", "the pattern has a ) without a ("),
    ("[a", "the pattern has a [ without a ]"), ("[]", "the pattern has a [ without a ]"),
    ("[b-a]", "the pattern has a range in [ ] that ends before it begins"),
    ("[[:alpha:]]", "the pattern may not have [:...:]; use \\d, \\w or \\s"),
    ("a{2", "the pattern has a { without {n}, {n,} or {n,m}; put a backslash before a brace"),
    ("a{3,2}", "the pattern has a { without {n}, {n,} or {n,m}; put a backslash before a brace"),
    ("a\\", "the pattern ends with a backslash"),
    (
      "a**",
      "two quantifiers follow each other, as in a**; put parentheses around the first"
    ),
    (
      "(?=a)",
      "the pattern may have (?:...), and (?i) at its start, but nothing else with (?"
    ),
    ("a{1001}", "the pattern is too large; use shorter text and fewer repetitions"),
    ("(a{1000}){1000}", "the pattern is too large; use shorter text and fewer repetitions"),
    ("((){1000}){1000}", "the pattern is too large; use shorter text and fewer repetitions"),
    (
      "(((((a{9}){9}){9}){9}){9}){9}",
      "the pattern is too large; use shorter text and fewer repetitions"
    ),
    (
      String(repeating: "a", count: 1001),
      "the pattern is too large; use shorter text and fewer repetitions"
    ),
    (
      String(repeating: "(", count: 60) + String(repeating: ")", count: 60),
      "the pattern has more than 50 parentheses within each other"
    ),
  ])
  func `What is no pattern is refused in words`(_ pattern: String, _ message: String) {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows("SELECT 'aaa' REGEXP \(literal(pattern))")
    }
    #expect(failure?.message == "regexp(): \(message)")
  }

  @Test(arguments: ["*", "|*", "a|+", "^*", "(?:?)", "\\b{2}", "{2}"])
  func `A repetition repeats something`(_ pattern: String) {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows("SELECT 'aaa' REGEXP \(literal(pattern))")
    }
    #expect(failure?.message.hasPrefix("regexp(): the pattern has nothing to repeat") == true)
  }

  @Test(arguments: ["\\q", "\\1", "[\\b]", "\\A", "\\x41", "\\p"])
  func `An unknown escape is refused, not read as its letter`(_ pattern: String) {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows("SELECT 'aaa' REGEXP \(literal(pattern))")
    }
    #expect(failure?.message.contains("a backslash before a letter or digit") == true)
  }

  @Test func `Bytes that are no text are no trap`() throws {
    for bytes in ["ff", "c3", "e282", "f09f98", "c328", "eda080", "f8808080", "80"] {
      let text = "CAST(x'\(bytes)' AS TEXT)"
      #expect(try database.number("SELECT \(text) REGEXP '^.+$'") == 1, "\(bytes)")
      #expect(try database.number("SELECT \(text) REGEXP '^\\w+$'") == 0, "\(bytes)")
    }
    #expect(throws: Database.Failure.self) { try database.rows("SELECT x'61' REGEXP 'a'") }
  }

  @Test(arguments: [
    "(a+)+$", "(a|a)*b", "(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)x", "(a?){30}a{30}c",
    "^(([a-z])+.)+[A-Z]([a-z])+$", "(\\w+\\s?)*$b", "(?i)(x+x+)+y",
  ])
  func `No pattern takes long`(_ pattern: String) throws {
    let start = Date()
    _ = try database.rows(
      "SELECT printf('%.*c', 20000, 'a') || '!' REGEXP \(literal(pattern))")
    // Backtracking would take years; unoptimised code on a busy machine takes a second.
    #expect(Date().timeIntervalSince(start) < 30)
  }
}

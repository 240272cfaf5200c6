import JournalModel
import JournalStore
import Testing
@testable import EntryInput
@testable import JournalCLI

@Suite struct EntryNounTests {
  @Test(
    arguments: [
      ("run", .run), ("RUNS", .run), ("ru", .run), ("pain", .checkIn), ("p", .checkIn),
      ("check-in", .checkIn), ("checkins", .checkIn), ("check_in", .checkIn), ("ch", .checkIn),
      ("stretches", .stretch), ("flare", .flareUp), ("flare-ups", .flareUp), ("fl", .flareUp),
      ("cross", .crossTraining), ("cross-training", .crossTraining),
      ("cross_training", .crossTraining),
      ("rest", .dayMark), ("gaps", .dayMark), ("marks", .dayMark), ("day_mark", .dayMark),
      ("guidance", .guidance), ("shoe", .footwear), ("footwear", .footwear), ("ex", .exercise),
    ] as [(String, EntryTable)])
  func `A kind goes by its words, one or many, and by the start of them`(
    typed: String, table: EntryTable
  ) throws {
    #expect(try EntryNoun.table(typed) == table)
  }

  @Test(arguments: [
    ("s", "'s' could be stretch or shoe; type more of the word."),
    ("r", "'r' could be run or mark; type more of the word."),
    ("strech", "Unknown kind of entry 'strech'; did you mean stretch?"),
    (
      "zqqqq",
      "Unknown kind of entry 'zqqqq'; use run, check-in, stretch, flare, cross, mark, guidance, "
        + "shoe or exercise."
    ),
    ("", "Unknown kind of entry ''; use run, check-in"),
    ("--", "Unknown kind of entry '--'; use run"),
    ("routines", "Routines have their own commands"),
    ("settings", "Unknown kind of entry 'settings'; use run"),
  ])
  func `What is unclear is asked back`(typed: String, told: String) throws {
    let error = try #require(throws: UsageError.self) { try EntryNoun.table(typed) }
    #expect("\(error)".hasPrefix(told), "\(error)")
  }

  @Test func `Every kind has a word that names it alone, and so have many of it`() throws {
    for table in EntryTable.allCases {
      for word in [table.word, table.pluralWord, table.rawValue, table.noun] {
        guard !word.contains(" ") || word == "day mark" else { continue }
        #expect(try EntryNoun.table(word, among: EntryTable.allCases) == table, "\(word)")
        #expect(EntryNoun.exact(word) == table, "\(word)")
      }
    }
    #expect(EntryTable.stretch.counted(1) == "1 stretch")
    #expect(EntryTable.stretch.counted(2) == "2 stretches")
    #expect(EntryNoun.exact("ru") == nil)
  }
}

@Suite struct SearchExpressionTests {
  private static func phrase(_ text: String, _ isPrefix: Bool = false) -> TextSearch.Phrase {
    TextSearch.Phrase(text, isPrefix: isPrefix)
  }

  @Test(arguments: [
    ("calf hill", [phrase("calf"), phrase("hill")]),
    ("  calf\thill ", [phrase("calf"), phrase("hill")]),
    ("hill*", [phrase("hill", true)]), ("\"calf hill\"", [phrase("calf hill")]),
    ("\"calf hi\"* up", [phrase("calf hi", true), phrase("up")]),
    ("calf - hill", [phrase("calf"), phrase("hill")]), ("knee-pain", [phrase("knee-pain")]),
    ("a OR (b)", [phrase("a"), phrase("OR"), phrase("(b)")]), ("5", [phrase("5")]),
    ("runner\"s knee\"", [phrase("runner"), phrase("s knee")]),
  ])
  func `Words, phrases and beginnings are told apart`(
    text: String, phrases: [TextSearch.Phrase]
  ) throws {
    #expect(try SearchExpression.parse(text).phrases == phrases)
  }

  @Test(
    arguments: [
      ("", .emptySearch), ("  ", .emptySearch), ("\"\"", .emptySearch), ("- . 🦵", .emptySearch),
      ("\"calf", .openQuote), ("calf \"", .openQuote), ("*", .misplacedStar),
      ("*calf", .misplacedStar), ("ca*lf", .misplacedStar), ("calf**", .misplacedStar),
      ("calf *", .misplacedStar), (String(repeating: "a ", count: 101), .longSearch),
    ] as [(String, InputError)])
  func `What is no search is refused`(text: String, error: InputError) {
    #expect(throws: error) { try SearchExpression.parse(text) }
  }

  @Test func `The longest search is no trouble to SQLite`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--note", "a")
    #expect(desk.results("search", String(repeating: "a ", count: 100)).contains("leg 4 – a"))
    #expect(desk.results("search", "\"\(String(repeating: "a ", count: 3_000))\"") == "")
  }
}

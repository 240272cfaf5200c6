import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct SearchTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  private func found(_ phrases: TextSearch.Phrase..., in filter: EntryFilter = EntryFilter()) throws
    -> [String]
  {
    var filter = filter
    filter.text = TextSearch(phrases)
    return try journal.newest(100, matching: filter).entries
      .map { "\($0.table.rawValue) \($0.id)" }
  }

  @Test func `What was written is found wherever it stands`() throws {
    try journal.log(.run, ["day": "2026-01-09", "distance_m": 1, "note": "up the hill"])
    try journal.log(.checkIn, ["day": "2026-01-08", "medication": "hill tea", "note": "x"])
    try journal.log(.stretch, ["day": "2026-01-07", "exercise": "calf", "note": "Hill."])
    try journal.log(.flareUp, ["onset_day": "2026-01-06", "trigger_text": "a hill"])
    try journal.log(.crossTraining, ["day": "2026-01-05", "activity": "walk", "note": "hill"])
    try journal.log(.guidance, ["day": "2026-01-04", "advice": "no HILL"])
    try journal.log(.footwear, ["name": "x", "first_day": "2026-01-03", "note": "hill"])
    try journal.log(.exercise, ["name": "x", "kind": "stretch", "note": "on a hill"])
    try journal.log(.run, ["day": "2026-01-09", "distance_m": 1, "note": "flat"])
    try journal.log(.dayMark, ["day": "2026-01-09", "kind": "rest"])
    let dated = [
      "run 1", "check_in 1", "stretch 1", "flare_up 1", "cross_training 1", "guidance 1",
    ]
    let hill = TextSearch.Phrase("hill")
    #expect(try found(hill) == dated)
    #expect(
      try found(hill, in: EntryFilter(EntryTable.allCases)) == dated + [
        "footwear 1", "exercise 27",
      ])
    let day = try #require(Day("2026-01-03"))
    #expect(
      try found(hill, in: EntryFilter(EntryTable.allCases, days: day...(day + 1)))
        == ["guidance 1", "footwear 1"])
    #expect(try found(hill, in: EntryFilter([.dayMark])) == [])
    #expect(try found(hill, in: EntryFilter([.run], footwear: 1)) == [])
    // The index goes with the search.
    #expect(
      try journal.connection.column("SELECT count(*) FROM temp.sqlite_schema") == [0])
  }

  @Test func `The numbers of the kinds are those of the view`() throws {
    for (table, values) in [
      (.run, ["day": "2026-01-01", "distance_m": 1, "note": "x"]),
      (.checkIn, ["day": "2026-01-01", "note": "x"]),
      (.stretch, ["day": "2026-01-01", "exercise": "calf", "note": "x"]),
      (.flareUp, ["onset_day": "2026-01-01", "note": "x"]),
      (.crossTraining, ["day": "2026-01-01", "activity": "walk", "note": "x"]),
      (.guidance, ["day": "2026-01-01", "advice": "x"]), (.footwear, ["name": "x", "note": "x"]),
      (.exercise, ["name": "x", "kind": "stretch", "note": "x"]),
    ] as [(EntryTable, [String: SQLiteValue])] {
      try journal.log(table, values)
    }
    let rows = try journal.connection.rows("SELECT entry, id & 15 FROM entry_text") {
      (row) throws(SQLiteError) in (try row.text(0), try row.integer(1))
    }
    let numbers = EntryTable.allCases.compactMap { table in
      table.textNumber.map { (table.rawValue, $0) }
    }
    #expect(
      Dictionary(uniqueKeysWithValues: rows) == Dictionary(uniqueKeysWithValues: numbers))
  }

  @Test(
    arguments: [
      ([("laufe", false)], [1]), ([("LÄU", true)], [1]), ([("läu", false)], []),
      ([("calf", false), ("hill", false)], [1, 2]), ([("hill calf", false)], [2]),
      ([("calf hi", true)], [1]), ([("knee-to-chest", false)], [3]), ([("to", false)], [3]),
      ([("or", false)], []), ([("a \"b\" c", false)], [4]), ([("NEAR(", false)], []),
      ([("跑步", false)], [5]), ([("跑", true)], [5]), ([("7", false)], [6]),
    ] as [([(String, Bool)], [Int])])
  func `All phrases must be there, without regard to case, accents and marks`(
    _ phrases: [(String, Bool)], _ ids: [Int]
  ) throws {
    for note in [
      "Calf: hill, Läufe", "hill calf", "knee to chest", "a b c", "跑步", "7 of 10",
    ] {
      try journal.log(.run, ["day": "2026-01-01", "distance_m": 1, "note": .text(note)])
    }
    let search = TextSearch(phrases.map { TextSearch.Phrase($0.0, isPrefix: $0.1) })
    #expect(
      try journal.newest(10, matching: EntryFilter(text: search)).entries.map(\.id).sorted() == ids)
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `What is found is what a plain look through all notes finds`(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let words = ["calf", "calves", "hill", "hilly", "tight", "windy"]
    let word = { (random: inout SplitMix64) in words[Int.random(in: 0..<6, using: &random)] }
    var notes: [[String]] = []
    try journal.connection.transaction {
      for _ in 0..<200 {
        let note = (0..<Int.random(in: 1...6, using: &random)).map { _ in word(&random) }
        notes.append(note)
        try journal.log(
          .run,
          ["day": "2026-01-01", "distance_m": 1, "note": .text(note.joined(separator: ", "))])
      }
    }
    for _ in 0..<50 {
      let phrases = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        (
          words: (0..<Int.random(in: 1...2, using: &random)).map { _ in word(&random) },
          isPrefix: Bool.random(using: &random)
        )
      }
      let expected = notes.indices.filter { index in
        phrases.allSatisfy { phrase in
          notes[index].indices.contains { start in
            let part = notes[index][start...].prefix(phrase.words.count)
            guard part.count == phrase.words.count else { return false }
            return phrase.isPrefix
              ? part.dropLast().elementsEqual(phrase.words.dropLast())
                && part.last?.hasPrefix(phrase.words.last ?? "") == true
              : part.elementsEqual(phrase.words)
          }
        }
      }.map { $0 + 1 }
      let search = TextSearch(
        phrases.map {
          TextSearch.Phrase($0.words.joined(separator: " "), isPrefix: $0.isPrefix)
        })
      let found = try journal.newest(200, matching: EntryFilter(text: search)).entries
      #expect(found.map(\.id).sorted() == expected)
    }
  }
}

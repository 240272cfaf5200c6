import CivilDay
import Testing

@testable import JournalStore

/// The same journal comes of the same files, in whatever order they come.
@Suite struct ActivityOrderTests {
  private static let first = Day(daysSince1970: 15_000)

  /// Logs and imports what is told, a few sources at a time and some of them twice.
  private func journal(
    of tellings: [ToldActivities.Telling], _ random: inout ToldActivities
  ) throws -> Journal {
    let journal = try Journal.inMemory()
    var waiting: [ImportableActivity] = []
    func bring() throws {
      let batches = waiting.map {
        ActivityBatch(fileName: "x", format: "fit", activities: [$0])
      }
      _ = try journal.importActivities(
        batches, plan: ActivityImportPlan(today: Self.first + 5_000, dayBoundaryMinutes: 240))
      waiting = []
    }
    for telling in tellings {
      switch telling {
      case .source(let activity):
        waiting.append(activity)
        if random.number(below: 8) == 0 { waiting.append(activity) }
        if random.number(below: 5) == 0 { try bring() }
      case .person(let entry):
        try bring()
        // A person adds to the run that is there already.
        if let twin = try journal.possibleDuplicate(of: entry), try journal.isFromFile(twin) {
          _ = try journal.addTyped(
            entry, to: twin.id, command: "run", today: nil, dayBoundaryMinutes: 240)
        } else {
          _ = try journal.add(entry, command: "run", today: nil)
        }
      }
    }
    try bring()
    return journal
  }

  /// What the journal holds, without what depends on the order in which it came.
  private func content(_ journal: Journal) throws -> [String] {
    let rows = try journal.connection.rows(
      """
      SELECT run.day, start_time, utc_offset_min, distance_m, duration_s, rpe, footwear.name,
        surface, heart_rate_avg, run.note, doubt, (
          SELECT group_concat(fingerprint) FROM (
            SELECT fingerprint FROM activity_source WHERE run_id = run.id ORDER BY 1))
      FROM run
      LEFT JOIN footwear ON footwear.id = run.footwear_id
      """
    ) { (row) throws(SQLiteError) in
      (0..<row.count).map { "\(row.value($0))" }.joined(separator: " | ")
    }
    return rows.sorted()
  }

  @Test(arguments: 0..<40)
  func `Runs told by several sources are each there once, whatever came first`(
    _ block: Int
  ) throws {
    // 25 sets that are years apart do for 25 journals.
    var random = ToldActivities(seed: UInt64(block))
    var tellings: [ToldActivities.Telling] = []
    var runs = 0
    for index in 0..<25 {
      let set = random.set(from: Self.first + 40 * index)
      tellings += set.tellings
      runs += set.runs
    }
    var expected: [String]?
    for _ in 0..<3 {
      let journal = try journal(of: random.shuffled(tellings), &random)
      let content = try content(journal)
      #expect(content.count == runs)
      let before = expected ?? content
      #expect(Set(content).symmetricDifference(before).sorted() == [])
      expected = content
    }
  }

  @Test(arguments: 0..<20)
  func `Where it is not to be known which are the same, the order does not decide either`(
    _ block: Int
  ) throws {
    var random = ToldActivities(seed: 1_000 + UInt64(block))
    let tellings = (0..<25).flatMap { index in
      (0..<2 + random.number(below: 8)).map { _ in
        random.blurred(from: Self.first + 40 * index)
      }
    }
    var expected: [String]?
    for _ in 0..<3 {
      // What is typed after an import is asked about, so it comes first here.
      let order = random.shuffled(tellings).sorted { first, second in
        if case .person = first, case .source = second { true } else { false }
      }
      let content = try content(try journal(of: order, &random))
      let before = expected ?? content
      #expect(Set(content).symmetricDifference(before).sorted() == [])
      #expect(content.count == before.count)
      expected = content
    }
  }

  @Test func `An import that is undone leaves what the others make alone`() throws {
    var random = ToldActivities(seed: 7)
    let tellings =
      random.set(from: Self.first).tellings + random.set(from: Self.first + 40).tellings
    let journal = try journal(of: tellings, &random)
    let before = try journal.dump()
    var late = ToldActivities(seed: 8)
    for case .source(let activity) in late.set(from: Self.first).tellings {
      _ = try journal.importActivities(
        [ActivityBatch(fileName: "x", format: "fit", activities: [activity])],
        plan: ActivityImportPlan(today: Self.first + 5_000, dayBoundaryMinutes: 240))
      _ = try journal.undo()
      #expect(try journal.dump() == before)
    }
    try journal.connection.checkIntegrity()
  }
}

internal import CivilDay
internal import JournalModel

/// The values of one source for an activity.
struct ActivityFacts {
  /// The known values of its row in `activity_source`, by column.
  let values: [String: SQLiteValue]

  func text(_ column: String) -> String? {
    if case .text(let text) = values[column] { text } else { nil }
  }

  func integer(_ column: String) -> Int? {
    if case .integer(let number) = values[column] { Int(number) } else { nil }
  }

  var evidence: Int { integer("evidence") ?? 0 }

  /// Whether it is a run, rather than a session of cross-training.
  var isRun: Bool { text("activity") == "run" }

  /// The columns with values of the activity.
  static let columns = [
    "activity", "day", "start_time", "utc_offset_min", "start_told", "start_to_minute",
    "distance_m", "duration_s", "elapsed_s", "rpe", "shoe", "ascent_m", "descent_m", "steps",
    "heart_rate_avg", "heart_rate_max", "cadence_spm", "note", "evidence", "origin", "doubt",
  ]

  /// Whether this equals an earlier version, apart from guesses.
  func tellsTheSame(as other: ActivityFacts, _ dayBoundaryMinutes: Int) -> Bool {
    let guessed = guessedColumns(beside: other, dayBoundaryMinutes)
    return Self.columns.allSatisfy { column in
      guessed.contains(column) || values[column] == other.values[column]
    }
  }

  /// The facts, with the earlier guess for the same start: the computer may be in
  /// another time zone by now.
  func keepingGuess(of other: ActivityFacts, _ dayBoundaryMinutes: Int) -> ActivityFacts {
    var kept = values
    for column in guessedColumns(beside: other, dayBoundaryMinutes) {
      kept[column] = other.values[column]
    }
    return ActivityFacts(values: kept)
  }

  /// The columns in which the two differ only by the computer's time zone.
  private func guessedColumns(
    beside other: ActivityFacts, _ dayBoundaryMinutes: Int
  ) -> Set<String> {
    guard let told = text("start_told"), told == other.text("start_told") else { return [] }
    switch told {
    case "utc":
      let (mine, theirs) = (start(dayBoundaryMinutes), other.start(dayBoundaryMinutes))
      return mine.utc == theirs.utc ? ["day", "start_time", "utc_offset_min"] : []
    case "wall": return ["utc_offset_min"]
    default: return []
    }
  }

  func start(_ dayBoundaryMinutes: Int) -> (wall: Int?, utc: Int?) {
    guard let day = text("day").flatMap({ Day($0) }) else { return (nil, nil) }
    return ActivityNode.start(
      day, text("start_time"), offset: integer("utc_offset_min"),
      dayBoundaryMinutes: dayBoundaryMinutes)
  }
}

/// The combined values of all sources of an activity.
///
/// Each field comes from the best source with a value, regardless of the order of
/// import.
struct MergedActivity {
  /// The table of the activity.
  let table: EntryTable
  /// The known fields, without the shoe.
  private(set) var values: [String: SQLiteValue] = [:]
  /// The name of the shoe.
  let shoe: String?
  /// The remarks from reading the sources whose distance or time counts.
  private(set) var doubts: [String] = []

  /// The fields filled by sources, by table.
  static let fields: [EntryTable: [String]] = [
    .run: [
      "day", "start_time", "utc_offset_min", "distance_m", "duration_s", "rpe", "footwear_id",
      "ascent_m", "descent_m", "steps", "heart_rate_avg", "heart_rate_max", "cadence_spm", "note",
    ],
    .crossTraining: [
      "day", "start_time", "utc_offset_min", "activity", "distance_m", "duration_s", "rpe", "note",
    ],
  ]

  /// Combines sources.
  ///
  /// - Parameters:
  ///   - sources: The sources; at least one.
  ///   - table: The table of the activity; `nil` lets the best source decide.
  ///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
  ///     to the previous day.
  init(_ sources: [ActivityFacts], in table: EntryTable? = nil, dayBoundaryMinutes: Int) {
    let ordered = Self.ordered(sources, dayBoundaryMinutes)
    let isRun = ordered.first.map { best in
      ordered.contains { $0.isRun && $0.evidence == best.evidence }
    }
    self.table = table ?? (isRun ?? true ? .run : .crossTraining)
    let kinds = Dictionary(uniqueKeysWithValues: self.table.fields.map { ($0.name, $0) })
    var tellers: [Int] = []
    for field in Self.fields[self.table] ?? [] where !Self.clock.contains(field) {
      for (index, source) in ordered.enumerated() {
        if field == "activity", source.isRun { continue }
        guard let value = source.values[field],
          let stored = try? kinds[field]?.stored(value), !stored.isNull
        else { continue }
        values[field] = stored
        if field == "distance_m" || field == "duration_s" { tellers.append(index) }
        break
      }
    }
    shoe = self.table == .run ? ordered.lazy.compactMap { $0.text("shoe") }.first : nil
    for index in Set(tellers).sorted() {
      let lines = ordered[index].text("doubt")?.split(separator: "\n").map(String.init) ?? []
      doubts += lines.filter { !doubts.contains($0) }
    }
    values.merge(Self.start(ordered, dayBoundaryMinutes)) { $1 }
  }

  private static let clock: Set = ["day", "start_time", "utc_offset_min"]

  /// The sources, best first.
  ///
  /// Better evidence counts, then the earlier start or more values. Their
  /// identity decides between equals, so that the order of import does not.
  private static func ordered(
    _ sources: [ActivityFacts], _ dayBoundaryMinutes: Int
  ) -> [ActivityFacts] {
    guard sources.count > 1 else { return sources }
    let ranked = sources.map { facts in
      let start = facts.start(dayBoundaryMinutes)
      let known = ActivityFacts.columns.count { facts.values[$0] != nil }
      let name = "\(facts.text("fingerprint") ?? "") \(facts.text("service_id") ?? "")"
      return (rank: (-facts.evidence, start.utc ?? start.wall ?? .max, -known, name), facts: facts)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.facts)
  }

  /// The day, the local time and the offset.
  ///
  /// A source with both clocks comes first, then one with the local time, then
  /// one with a guessed zone. A local time combined with a better source's UTC
  /// gives the offset.
  private static func start(
    _ ordered: [ActivityFacts], _ dayBoundaryMinutes: Int
  ) -> [String: SQLiteValue] {
    let started = ordered.filter { $0.text("start_told") != nil }
    let wall =
      started.first { $0.text("start_told") == "both" }
      ?? started.first { $0.text("start_told") == "wall" }
    guard let first = wall ?? started.first ?? ordered.first else { return [:] }
    var values = first.values.filter { clock.contains($0.key) }
    guard wall?.text("start_told") == "wall", let told = wall?.start(dayBoundaryMinutes).wall,
      let best = started.firstIndex(where: { $0.text("start_told") != "wall" }),
      let utc = started[best].start(dayBoundaryMinutes).utc
    else { return values }
    let quarters = Int((Double(told - utc) / 900).rounded())
    guard abs(quarters) <= 56 else { return values }
    values["utc_offset_min"] = .integer(quarters * 15)
    guard started[best].evidence > first.evidence, abs(told - utc - quarters * 900) <= 150 else {
      return values
    }
    let start = utc + quarters * 900
    let second = (start % 86_400 + 86_400) % 86_400
    let date = Day(daysSince1970: (start - second) / 86_400)
    values["day"] = .text(
      (second < dayBoundaryMinutes * 60 ? date - 1 : date).description)
    values["start_time"] = .text(clockTime(second))
    return values
  }

  private static func clockTime(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

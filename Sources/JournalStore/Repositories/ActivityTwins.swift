internal import CivilDay

/// Finds the entry that an activity is already in the journal as, though it came
/// from elsewhere or was typed.
///
/// Nobody is out twice at once. So two that began within two minutes are one, and
/// so are two of which one began before the other ended, if their distances and
/// times agree within 2 %; two that do not overlap are two, however alike they
/// are: people run to work and back. Where a start is not known, those of one day
/// are one if they agree.
struct ActivityTwins {
  private let connection: Connection
  private let dayBoundaryMinutes: Int

  /// Seconds by which clocks that saw the same start may differ.
  private static let tolerance = 120
  /// By how much measures of the same run may differ.
  private static let agreement = 0.02

  init(_ connection: Connection, dayBoundaryMinutes: Int) {
    self.connection = connection
    self.dayBoundaryMinutes = dayBoundaryMinutes
  }

  /// An entry of the journal, or one that may become one.
  struct Candidate {
    let table: EntryTable
    let id: Int
    let day: Day
    /// Seconds since 1970 by the clock on the wall.
    let localStart: Int?
    /// Seconds since 1970 in UTC.
    let utcStart: Int?
    let distanceM: Double?
    /// What its time may be: without pauses, and with them.
    let seconds: [Double]
  }

  /// The entry that is most like `activity`, or `nil` if none is the same.
  func twin(of activity: ImportableActivity) throws(SQLiteError) -> Candidate? {
    guard let mine = candidate(activity) else { return nil }
    var best: (score: Double, twin: Candidate)?
    for table in [mine.table] + [EntryTable.run, .crossTraining].filter({ $0 != mine.table }) {
      for other in try candidates(in: table, around: mine.day) {
        guard let score = difference(mine, other) else { continue }
        if score < best?.score ?? .infinity { best = (score, other) }
      }
      // Another kind of entry only where there is none of the same.
      if best != nil { break }
    }
    return best?.twin
  }

  /// How unlike two are that are the same, or `nil` if they are two.
  private func difference(_ mine: Candidate, _ other: Candidate) -> Double? {
    let measures = disagreement(mine, other)
    let agree = measures.map { $0 <= Self.agreement } ?? false
    guard let apart = secondsBetween(mine, other) else {
      guard mine.table == other.table, mine.day == other.day, agree, let measures else {
        return nil
      }
      return 1e6 + measures
    }
    // What one calls a run and another a walk must agree in all.
    guard overlap(mine, other, apart),
      agree || (apart <= Self.tolerance && mine.table == other.table)
    else { return nil }
    return mine.table == other.table || apart <= Self.tolerance ? Double(apart) : nil
  }

  /// Whether one began before the other, as far as is known, had ended.
  private func overlap(_ mine: Candidate, _ other: Candidate, _ apart: Int) -> Bool {
    let mineIsFirst: Bool =
      if let start = mine.localStart, let otherStart = other.localStart {
        start <= otherStart
      } else {
        true
      }
    guard let longest = (mineIsFirst ? mine : other).seconds.max() else {
      return apart <= Self.tolerance
    }
    return Double(apart) < longest
  }

  /// Seconds between two starts; `nil` if one is not known.
  ///
  /// Clocks on the wall are compared, and UTC: a service that knows only one of
  /// them leaves the other to be guessed.
  private func secondsBetween(_ mine: Candidate, _ other: Candidate) -> Int? {
    let pairs = [(mine.localStart, other.localStart), (mine.utcStart, other.utcStart)]
    return pairs.compactMap { first, second in
      first.flatMap { first in second.map { abs(first - $0) } }
    }.min()
  }

  /// The larger part by which distance and time differ, as far as both have
  /// them; `nil` if they have neither in common.
  private func disagreement(_ mine: Candidate, _ other: Candidate) -> Double? {
    func part(_ first: Double, _ second: Double) -> Double {
      abs(first - second) / max(first, second)
    }
    let distances = mine.distanceM.flatMap { first in other.distanceM.map { part(first, $0) } }
    let times = mine.seconds.flatMap { first in other.seconds.map { part(first, $0) } }.min()
    return [distances, times].compactMap(\.self).max()
  }

  private func candidate(_ activity: ImportableActivity) -> Candidate? {
    let values = activity.entry.values
    func number(_ field: String) -> Double? {
      if case .real(let number) = values[field] { number } else { nil }
    }
    func text(_ field: String) -> String? {
      if case .text(let text) = values[field] { text } else { nil }
    }
    let offset: Int? =
      if case .integer(let minutes) = values["utc_offset_min"] { Int(minutes) } else { nil }
    return candidate(
      activity.entry.table, id: 0, day: text("day"), time: text("start_time"), offset: offset,
      distanceM: number("distance_m"),
      seconds: [number("duration_s"), activity.elapsedSeconds].compactMap(\.self))
  }

  private func candidate(
    _ table: EntryTable, id: Int, day: String?, time: String?, offset: Int?, distanceM: Double?,
    seconds: [Double]
  ) -> Candidate? {
    guard let day = day.flatMap({ Day($0) }) else { return nil }
    let parts = time?.split(separator: ":").compactMap { Int($0) } ?? []
    var localStart: Int?
    if parts.count == 3 {
      let second = parts[0] * 3600 + parts[1] * 60 + parts[2]
      // The night after a day is the calendar's next one.
      let date = second < dayBoundaryMinutes * 60 ? day + 1 : day
      localStart = date.daysSince1970 * 86_400 + second
    }
    return Candidate(
      table: table, id: id, day: day, localStart: localStart,
      utcStart: localStart.flatMap { start in offset.map { start - $0 * 60 } },
      distanceM: distanceM, seconds: seconds)
  }

  /// The entries of `table` that may be of the same moment as one of `day`: a
  /// guessed zone is a day off at most.
  private func candidates(
    in table: EntryTable, around day: Day
  ) throws(SQLiteError) -> [Candidate] {
    try connection.rows(
      """
      SELECT id, day, start_time, utc_offset_min, distance_m, duration_s
      FROM \(table.rawValue)
      WHERE day BETWEEN ?1 AND ?2
      """, .text((day - 1).description), .text((day + 1).description)
    ) { (row) throws(SQLiteError) in
      candidate(
        table, id: try row.integer(0), day: try row.text(1), time: try row.optionalText(2),
        offset: try row.optionalInteger(3), distanceM: try row.optionalReal(4),
        seconds: [try row.optionalReal(5)].compactMap(\.self))
    }.compactMap(\.self)
  }
}

import CivilDay
import JournalStore

/// What was logged of a day before it is asked about.
struct LoggedDay {
  private let checkIns: [StoredEntry]
  private let moments: [Int: PainRating.Moment]
  /// Whether there is no run of the day.
  let hasNoRun: Bool
  /// Whether it was said, or an import tells, what the day was without a run.
  let isSettled: Bool

  /// Reads what `journal` has of `day`.
  init(_ day: Day, in journal: Journal) throws {
    checkIns = try journal.newest(1_000, of: [.checkIn], in: day...day)
    moments = try journal.moments(ofCheckInsOn: day)
    let known = try journal.days(in: day...day)[0]
    hasNoRun = known.state != .run
    isSettled = try known.restIs == .covered || journal.mark(of: day) != nil
  }

  /// The fields of its check-ins that are known for `moment`.
  ///
  /// Pain at another moment is another pain, while the hours of sleep and of
  /// sitting belong to the day. Where the moment is unknown, all check-ins of the
  /// day count.
  func known(at moment: PainRating.Moment?) -> [String: SQLiteValue] {
    var known: [String: SQLiteValue] = [:]
    for entry in checkIns {
      let isSame = moment == nil || moments[entry.id] == moment
      known.merge(
        entry.values.filter { isSame || ["sleep_hours", "sitting_hours"].contains($0.key) }
      ) { kept, _ in kept }
    }
    return known
  }
}

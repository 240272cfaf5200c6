import CivilDay
import JournalStore
import JournalModel

/// What was logged of a day before it is asked about.
struct LoggedDay {
  private let entries: [StoredEntry]
  private let dayBoundaryMinutes: Int
  /// Whether there is no run of the day.
  let hasNoRun: Bool
  /// Whether it was said, or an import tells, what the day was without a run.
  let isSettled: Bool

  /// Reads what `journal` has of `day`.
  init(_ day: Day, in journal: Journal, dayBoundaryMinutes: Int) throws {
    entries = try journal.newest(
      1_000, of: [.run, .checkIn], in: day...day)
    self.dayBoundaryMinutes = dayBoundaryMinutes
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
    for entry in entries where entry.table == .checkIn {
      let isSame = moment == nil || self.moment(of: entry) == moment
      known.merge(
        entry.values.filter { isSame || ["sleep_hours", "sitting_hours"].contains($0.key) }
      ) { kept, _ in kept }
    }
    return known
  }

  /// When a check-in was made, as the view `rating` has it.
  private func moment(of checkIn: StoredEntry) -> PainRating.Moment? {
    let declared = checkIn.text("moment").flatMap(PainRating.Moment.init)
    guard let time = checkIn.text("time").map(sinceBoundary) else { return declared }
    let runs = entries.filter { $0.table == .run }
    let starts = runs.compactMap { $0.text("start_time").map(sinceBoundary) }
    if let first = starts.min() {
      if time >= first { return .later }
      if starts.count == runs.count { return .morning }
    }
    if declared != nil || !runs.isEmpty { return declared }
    return time < sinceBoundary("12:00:00") ? .morning : .later
  }

  /// Seconds from the start of the journal's day to a clock time `HH:MM:SS`.
  private func sinceBoundary(_ time: String) -> Int {
    let seconds = time.split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) }
    return (seconds - dayBoundaryMinutes * 60 + 86_400) % 86_400
  }
}

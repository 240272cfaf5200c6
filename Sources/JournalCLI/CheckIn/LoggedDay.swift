import CivilDay
import JournalStore
import JournalModel

/// The entries of a day before a check-in.
struct LoggedDay {
  private let entries: [StoredEntry]
  private let dayBoundaryMinutes: Int
  /// Whether the day has no run.
  let hasNoRun: Bool
  /// Whether a mark or an import says what a day without a run was.
  let isSettled: Bool

  /// Reads the entries of `day` in `journal`.
  init(_ day: Day, in journal: Journal, dayBoundaryMinutes: Int) throws {
    entries = try journal.newest(
      1_000, of: [.run, .checkIn], in: day...day)
    self.dayBoundaryMinutes = dayBoundaryMinutes
    let known = try journal.days(in: day...day)[0]
    hasNoRun = known.state != .run
    isSettled = try known.restIs == .covered || journal.mark(of: day) != nil
  }

  /// Returns the known fields of its check-ins at `moment`.
  ///
  /// Pain changes during a day, but hours of sleep and of sitting belong to all of
  /// it. If the moment is unknown, all check-ins of the day count.
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

  /// Returns the moment of a check-in, as in the view `rating`.
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

  /// Returns the seconds from the start of the journal's day to `HH:MM:SS`.
  private func sinceBoundary(_ time: String) -> Int {
    let seconds = time.split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) }
    return (seconds - dayBoundaryMinutes * 60 + 86_400) % 86_400
  }
}

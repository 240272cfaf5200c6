import CivilDay
import JournalModel
import JournalStore

/// What was logged of a day before it is asked about.
struct LoggedDay {
  private let checkIns: [CheckIn]
  private let runs: [Run]
  private let dayBoundaryMinutes: Int
  /// Whether there is no run of the day.
  let hasNoRun: Bool
  /// Whether it was said, or an import tells, what the day was without a run.
  let isSettled: Bool

  /// Reads what `journal` has of `day`.
  init(_ day: Day, in journal: Journal, dayBoundaryMinutes: Int) throws {
    let entries = try journal.newest(1_000, of: [.run, .checkIn], in: day...day)
    checkIns = entries.compactMap { $0.record() }
    runs = entries.compactMap { $0.record() }
    self.dayBoundaryMinutes = dayBoundaryMinutes
    let known = try journal.days(in: day...day)[0]
    hasNoRun = known.state != .run
    isSettled = try known.restIs == .covered || journal.mark(of: day) != nil
  }

  /// What its check-ins tell for `moment`, the newest first.
  ///
  /// Pain at another moment is another pain, while the hours of sleep and of
  /// sitting belong to the day. Where the moment is unknown, all check-ins of the
  /// day count.
  func known(at moment: Moment?) -> CheckIn {
    let ofDay = CheckInQuestion.allCases.filter(\.isOfWholeDay).flatMap(\.fields).map(\.field.name)
    return checkIns.reduce(into: CheckIn()) { known, checkIn in
      let isSame = moment == nil || self.moment(of: checkIn) == moment
      for field in CheckIn.fields where isSame || ofDay.contains(field.field.name) {
        if field.get(known).isNull { _ = field.set(&known, field.get(checkIn)) }
      }
    }
  }

  /// When a check-in was made, as the view `rating` has it.
  private func moment(of checkIn: CheckIn) -> Moment? {
    guard let time = checkIn.time.map(sinceBoundary) else { return checkIn.moment }
    let starts = runs.compactMap { $0.startTime.map(sinceBoundary) }
    if let first = starts.min() {
      if time >= first { return .later }
      if starts.count == runs.count { return .morning }
    }
    if checkIn.moment != nil || !runs.isEmpty { return checkIn.moment }
    return time < (43_200 - dayBoundaryMinutes * 60 + 86_400) % 86_400 ? .morning : .later
  }

  /// Seconds from the start of the journal's day to a time.
  private func sinceBoundary(_ time: TimeOfDay) -> Int {
    time.seconds(afterBoundary: dayBoundaryMinutes)
  }
}

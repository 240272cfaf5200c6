import CivilDay
import EntryInput
import JournalModel
import JournalStore

/// What was logged for a day before the check-in.
struct LoggedDay {
  private let checkIns: [(id: Int, checkIn: CheckIn)]
  private let moments: [Int: Moment]
  /// Whether the day has no run.
  let hasNoRun: Bool
  /// Whether a mark or an import says what the day was without a run.
  let isSettled: Bool

  /// Reads the entries of `day` in `journal`.
  init(_ day: Day, in journal: Journal) throws {
    checkIns = try journal.newest(1_000, of: [.checkIn], in: day...day).compactMap { entry in
      entry.record().map { (entry.id, $0) }
    }
    moments = try journal.moments(ofCheckInsOn: day)
    let known = try journal.days(in: day...day)[0]
    hasNoRun = known.state != .run
    isSettled = try known.restIs == .covered || journal.mark(of: day) != nil
  }

  /// Returns the known fields of its check-ins at `moment`.
  ///
  /// Pain at another moment is another pain, while the hours of sleep and of
  /// sitting belong to the day. Where the moment is unknown, all check-ins of the
  /// day count.
  func known(at moment: Moment?) -> CheckIn {
    let ofDay = CheckInQuestion.allCases.filter(\.isOfWholeDay).flatMap(\.fields).map(\.field.name)
    return checkIns.reduce(into: CheckIn()) { known, logged in
      let isSame = moment == nil || moments[logged.id] == moment
      for field in CheckIn.fields where isSame || ofDay.contains(field.field.name) {
        if field.get(known).isNull { _ = field.set(&known, field.get(logged.checkIn)) }
      }
    }
  }
}

import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform

/// The questions about a day.
struct CheckInPlan {
  let day: Day
  /// The moment of the ratings, or `nil` if unknown.
  let moment: Moment?
  /// The fields of the check-in for its time.
  let timing: Changes<CheckIn>
  /// The questions.
  let interview: CheckInInterview
  /// The day and the moment in words.
  let title: String
  /// The options of `nerve pain` for the day and the moment.
  let options: [String]

  /// Plans the questions.
  ///
  /// - Parameters:
  ///   - day: The day to ask about.
  ///   - declared: The given moment, if any.
  ///   - isFilledIn: Whether the day is one of several to fill in, with only a few
  ///     questions each.
  ///   - asksAgain: Whether to ask for known facts too.
  ///   - session: The journal and its clock.
  /// - Throws: Any error of reading the journal.
  init(
    _ day: Day, declared: Moment? = nil, isFilledIn: Bool = false,
    asksAgain: Bool = false, in session: JournalSession
  ) throws {
    let journal = try session.journalForTrial()
    let logged = try LoggedDay(day, in: journal)
    self.day = day
    timing = try session.timing(on: day, declared: declared)
    moment = try declared ?? (day == session.today ? session.momentNow() : nil)
    let isWholeDay =
      moment != .morning && (day != session.today || declared == .later || session.now.isEvening)
    // In the morning today is not over: there may still be a run.
    let isClosed = day < session.today || (day == session.today && isWholeDay)
    let asksForRun = isClosed && logged.hasNoRun && (asksAgain || !logged.isSettled)
    let questions =
      isFilledIn
      ? try Self.fewQuestions(on: day, in: journal)
      : Self.questions(moment: moment, isWholeDay: isWholeDay)
    // The run comes first: anything logged before it would imply a rest day.
    interview = CheckInInterview(
      (asksForRun ? [.run] : []) + questions,
      known: asksAgain ? CheckIn() : logged.known(at: moment))
    let part = moment == .morning ? ", morning" : ", evening"
    title = day.relativeDescription(today: session.today) + (moment == nil ? "" : part)
    options =
      (day == session.today ? [] : ["--on \(day)"])
      + (declared.map { [$0 == .morning ? "--morning" : "--evening"] } ?? [])
  }

  /// Returns the questions at a moment; all of them if it is unknown.
  private static func questions(
    moment: Moment?, isWholeDay: Bool
  ) -> [CheckInQuestion] {
    CheckInQuestion.always + (moment == .later ? [] : [.sleep])
      + (isWholeDay ? CheckInQuestion.ofEvening : []) + [.note]
  }

  /// Returns the questions about one of several days: pain, the signs of an
  /// emergency, and the start or end of a flare-up.
  private static func fewQuestions(
    on day: Day, in journal: Journal
  ) throws -> [CheckInQuestion] {
    let pain: [CheckInQuestion] = [.legPain, .reach, .emergencySigns]
    if let flareUp = try journal.flareUp(lastingOn: day) {
      return flareUp.record(FlareUp.self)?.endDay == nil ? pain + [.flareUpEnds] : pain
    }
    return try journal.openFlareUp() == nil ? pain + [.flareUpBegins] : pain
  }
}

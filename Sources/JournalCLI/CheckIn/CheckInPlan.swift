import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform

/// What there is to ask about a day.
struct CheckInPlan {
  let day: Day
  /// When it is rated, or `nil` if that is unknown.
  let moment: Moment?
  /// The fields of the check-in that say so.
  let timing: Changes<CheckIn>
  /// The questions.
  let interview: CheckInInterview
  /// The day and the moment in words.
  let title: String
  /// The options of `nerve pain` that name them.
  let options: [String]

  /// Plans the questions.
  ///
  /// - Parameters:
  ///   - day: The day to ask about.
  ///   - declared: The moment that was declared, if one was.
  ///   - isFilledIn: Whether the day is one of several that are filled in, each
  ///     with few questions.
  ///   - asksAgain: Whether to ask what is known too.
  ///   - session: The journal and its clock.
  /// - Throws: What reading the journal throws.
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
    // Today is not over in the morning: there may still be a run.
    let isClosed = day < session.today || (day == session.today && isWholeDay)
    let asksForRun = isClosed && logged.hasNoRun && (asksAgain || !logged.isSettled)
    let questions =
      isFilledIn
      ? try Self.fewQuestions(on: day, in: journal)
      : Self.questions(moment: moment, isWholeDay: isWholeDay)
    // It comes first, so that nothing is logged that would imply a rest before it
    // was asked.
    interview = CheckInInterview(
      (asksForRun ? [.run] : []) + questions,
      known: asksAgain ? CheckIn() : logged.known(at: moment))
    let part = moment == .morning ? ", morning" : isWholeDay ? ", evening" : ", later in the day"
    title = day.relativeDescription(today: session.today) + (moment == nil ? "" : part)
    options =
      (day == session.today ? [] : ["--on \(day)"])
      + (declared.map { [$0 == .morning ? "--morning" : "--evening"] } ?? [])
  }

  /// What is asked at a moment; where that is unknown, everything.
  private static func questions(
    moment: Moment?, isWholeDay: Bool
  ) -> [CheckInQuestion] {
    CheckInQuestion.always + (moment == .later ? [] : [.sleep])
      + (isWholeDay ? CheckInQuestion.ofEvening : []) + [.note]
  }

  /// What is asked about one of several days: pain, the signs of an emergency, and
  /// what may have become of a flare-up.
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

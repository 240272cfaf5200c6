import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import WrittenValues

/// Asks what a day still lacks.
struct CheckInCommand: EntrySubcommand, SignDeclaring {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "checkin",
    abstract: "Answer what the day still lacks, mostly by single keys.",
    discussion: """
        $ nerve checkin
        $ nerve checkin --day yesterday
        $ nerve checkin --since-last
        $ nerve checkin --rpe

      Enter says that you do not know, which is never 0. b goes back to the \
      question before, l shows the last value of an earlier day, ? explains. \
      Ctrl-D saves what is there and ends; Ctrl-C ends with nothing logged and \
      status 130.

      Before noon and before a run it is the morning's check-in; what belongs to \
      the whole day is asked from five in the afternoon. Then, and for earlier \
      days, it first asks whether you ran, if the day has neither a run nor a \
      mark: type the run as after 'nerve run', n for none, or Enter if you do not \
      know; one 'nerve undo' takes the whole check-in back. Answers may also come as \
      lines of a file or a pipe, one for each question. --no-input asks nothing: \
      it says what is lacking, with status 1, and how to log it in one line.

      --rpe walks through imported runs that lack an effort or a shoe, newest \
      first, and keeps each answer at once.
      """)

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Another day, the same as --on.", valueName: "day"),
    completion: .days)
  var day: String?

  @Flag(help: "Fill in each day since the last check-in, briefly, then today.")
  var sinceLast = false

  @Flag(help: "Ask for the effort and the shoe of imported runs.")
  var rpe = false

  @Option(
    help: ArgumentHelp(
      "How many days to go back with --since-last, 1 to 365; else 14.", valueName: "days"))
  var atMost: String?

  @Flag(help: "Ask also what is known already.")
  var again = false

  @OptionGroup var moment: MomentOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let declared = try moment.declared()
    guard let atMost = InputText.digits(atMost ?? "14"), (1...365).contains(atMost) else {
      throw UsageError(
        "The number of days after --at-most is from 1 to 365", not: self.atMost ?? "")
    }
    guard sinceLast || self.atMost == nil else {
      throw UsageError("--at-most goes with --since-last; add it, or name one day with --day.")
    }
    if rpe {
      guard !sinceLast, day == nil, days.on == nil, declared == nil, !again else {
        throw UsageError(
          "--rpe asks about runs, not a day; leave out --day, --on, --since-last, --morning, "
            + "--evening and --again.")
      }
      return try ImportedRunsCheckIn(in: session).hold()
    }
    if sinceLast {
      guard day == nil, days.on == nil, declared == nil, !again else {
        throw UsageError(
          "--since-last knows its days itself; leave out --day, --on, --morning, --evening and "
            + "--again.")
      }
      return try fillIn(atMost: atMost, in: session)
    }
    guard day == nil || days.on == nil else {
      throw UsageError("--day and --on name the same thing; leave one out.")
    }
    var days = days
    days.on = day ?? days.on
    try checkIn(on: try days.day(in: session), declared: declared, in: session)
  }

  /// Asks about one day.
  private func checkIn(
    on day: Day, declared: Moment?, in session: JournalSession
  ) throws {
    let plan = try CheckInPlan(day, declared: declared, asksAgain: again, in: session)
    var interview = plan.interview
    guard interview.lacksSomething else {
      return try session.context.say(
        "Nothing is lacking for \(plan.title). To be asked all the same, add --again.")
    }
    guard session.dialogue.mayAsk else { throw IncompleteCheckIn(plan) }
    try remind(plan, in: session)
    try session.context.say("Check-in for \(plan.title)\n\(Self.keys)")
    try session.context.readingAnswers { reader in
      _ = try CheckInConversation(session, reader, on: day).hold(&interview)
    }
    if try log(interview, plan, in: session) { try session.hintAtUndo() }
  }

  /// Asks about each day since the last check-in, oldest first, and logs each
  /// before it asks about the next.
  private func fillIn(atMost count: Int, in session: JournalSession) throws {
    let (days, isCut) = try daysSinceLast(atMost: count, in: session)
    guard let first = days.first else {
      return try session.context.say(
        "The last check-in is of today, so there is no day to fill in.")
    }
    guard session.dialogue.mayAsk else {
      throw IncompleteCheckIn(from: first, count: days.count, session.today)
    }
    if isCut {
      try session.context.say(
        "Only the last \(count) days are asked about; for more, add --at-most DAYS.")
    }
    try session.context.say(Self.keys)
    var logged = 0
    defer { if logged > 0 { try? session.hintAtUndo() } }
    try session.context.readingAnswers { reader in
      for (index, day) in days.enumerated() {
        let plan = try CheckInPlan(day, isFilledIn: day != session.today, in: session)
        try remind(plan, in: session)
        try session.context.say("\n\(plan.title), \(index + 1) of \(days.count)")
        var interview = plan.interview
        do {
          let isComplete = try CheckInConversation(session, reader, on: day).hold(&interview)
          if try log(interview, plan, in: session) { logged += 1 }
          guard isComplete else { return }
        } catch var interruption as Interruption {
          if logged > 0 {
            interruption.description =
              "Stopped; nothing was logged of this day, but the days before it are in the journal."
          }
          throw interruption
        }
      }
    }
  }

  /// The days after the last check-in before today, up to today if it has none, and
  /// whether there are more.
  private func daysSinceLast(
    atMost count: Int, in session: JournalSession
  ) throws -> (days: [Day], isCut: Bool) {
    let today = session.today
    let journal = try session.journalForTrial()
    // A day that was rated before the others were remembered hides none of them.
    let isRated = try journal.latestCheckInDay(upTo: today) == today
    let last = try journal.latestCheckInDay(upTo: today - 1) ?? today - 1
    let latest = isRated ? today - 1 : today
    let missing = last.distance(to: latest)
    return ((0..<min(missing, count)).map { latest - $0 }.reversed(), missing > count)
  }

  /// What the keys do.
  private static let keys =
    "Enter unknown, b back, l last value, ? help, Ctrl-D save and end, Ctrl-C log nothing"

  /// Says what the owner wants to be told in the morning.
  private func remind(_ plan: CheckInPlan, in session: JournalSession) throws {
    guard plan.moment == .morning, let reminder = session.preferences.morningReminder else {
      return
    }
    try session.context.say(DisplayText.visible(reminder))
  }

  /// Logs what was answered as one action.
  ///
  /// - Returns: Whether there was anything.
  private func log(
    _ interview: CheckInInterview, _ plan: CheckInPlan, in session: JournalSession
  ) throws -> Bool {
    let day = plan.day
    guard !interview.isEmpty else {
      try session.context.say(
        interview.knowsNothing
          ? "Nothing was answered, so nothing was logged."
          : "There was nothing to log.")
      return false
    }
    let run = try interview.run.map { try $0.run(on: day, in: session) }
    var checkIn = interview.answers.merging(plan.timing)
    checkIn[\.day] = day
    let logged = try session.journal().checkIn(
      DayAnswers(
        run: run?.entry, mark: interview.mark,
        checkIn: interview.answers.isEmpty ? nil : Entry(checkIn),
        flareUp: interview.flareUp),
      on: day, today: session.latestDay)
    if let id = logged.run, let worn = run?.worn {
      try session.echoRun(id, worn: worn, on: day)
      try session.remarkOnRun(id, worn: worn, on: day)
    }
    if let id = logged.other { try echo(interview, id, on: day, in: session) }
    return true
  }

  /// Says what was logged beside a run.
  private func echo(
    _ interview: CheckInInterview, _ id: Int, on day: Day, in session: JournalSession
  ) throws {
    let others = [
      interview.mark.map { $0 == .rest ? "marked as rest" : "marked as not tracked" },
      interview.flareUp.map { $0 == .begins ? "a flare-up begins" : "the flare-up ends" },
    ].compactMap(\.self)
    if interview.answers.isEmpty {
      try session.echo("Check-in: \(others.joined(separator: ", "))", on: day, id: id)
    } else {
      try session.echoCheckIn(id, on: day, alsoDone: others)
    }
  }
}

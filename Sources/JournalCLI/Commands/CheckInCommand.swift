import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import WrittenValues

/// Asks for what is still missing from a day.
struct CheckInCommand: EntrySubcommand, SignDeclaring {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "checkin",
    abstract: "Log a check-in by answering questions.",
    discussion: """
        $ nerve checkin
        $ nerve checkin --day yesterday
        $ nerve checkin --since-last
        $ nerve checkin --rpe

      Press Enter for unknown (never 0), b to go back, l to see an earlier day's \
      answer, or ? for help. Ctrl-D saves your answers and ends; Ctrl-C logs \
      nothing and ends with status 130.

      Before noon and before your run, this is the morning check-in. From 17:00, \
      and for earlier days, it also asks about the whole day. If the day has \
      neither a run nor a mark, the first question is about your run: type it as \
      after 'nerve run', n for no run, or Enter if you don't know. One 'nerve \
      undo' undoes the whole check-in.

      Answers can also be lines of a file or pipe, one per question. --no-input \
      asks nothing: it says what is missing and how to log it in one line, with \
      status 1.

      --rpe goes through imported runs without an effort or a shoe, newest \
      first, and saves each answer at once.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Day to check in for; the same as --on.", valueName: "day"),
    completion: .days)
  var day: String?

  @Flag(help: "Fill in each day since the last check-in, then today.")
  var sinceLast = false

  @Flag(help: "Ask for the effort and shoe of imported runs.")
  var rpe = false

  @Option(
    help: ArgumentHelp(
      "Number of days for --since-last, 1 to 365. Default: 14.", valueName: "days"))
  var atMost: String?

  @Flag(help: "Ask everything again, even what is already known.")
  var again = false

  @OptionGroup var moment: MomentOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let declared = try moment.declared()
    guard let atMost = InputText.digits(atMost ?? "14"), (1...365).contains(atMost) else {
      throw UsageError(
        "The number of days after --at-most must be from 1 to 365", not: self.atMost ?? "")
    }
    guard sinceLast || self.atMost == nil else {
      throw UsageError("--at-most needs --since-last; add --since-last.")
    }
    if rpe {
      guard !sinceLast, day == nil, days.on == nil, declared == nil, !again else {
        throw UsageError(
          "--rpe asks about runs, not days; remove --day, --on, --since-last, --morning, "
            + "--evening and --again.")
      }
      return try ImportedRunsCheckIn(in: session).hold()
    }
    if sinceLast {
      guard day == nil, days.on == nil, declared == nil, !again else {
        throw UsageError(
          "--since-last chooses the days itself; remove --day, --on, --morning, --evening and "
            + "--again.")
      }
      return try fillIn(atMost: atMost, in: session)
    }
    guard day == nil || days.on == nil else {
      throw UsageError("--day and --on are the same option; use only one of them.")
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
        "Nothing is missing for \(plan.title). To answer again, add --again.")
    }
    guard session.dialogue.mayAsk else { throw IncompleteCheckIn(plan) }
    try remind(plan, in: session)
    try session.context.say("Check-in for \(plan.title)\n\(Self.keys)")
    try session.context.readingAnswers { reader in
      _ = try CheckInConversation(session, reader, on: day).hold(&interview)
    }
    if try log(interview, plan, in: session) { try session.hintAtUndo() }
    try session.askAboutTrial()
  }

  /// Asks about each day since the last check-in, oldest first, and logs it before
  /// asking about the next.
  private func fillIn(atMost count: Int, in session: JournalSession) throws {
    let (days, isCut) = try daysSinceLast(atMost: count, in: session)
    guard let first = days.first else {
      return try session.context.say(
        "You have checked in today, so there are no days to fill in.")
    }
    guard session.dialogue.mayAsk else {
      throw IncompleteCheckIn(from: first, count: days.count, session.today)
    }
    if isCut {
      try session.context.say(
        "This asks about the last \(count) days only. For more, add --at-most DAYS.")
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
              "Stopped; nothing was logged for this day, but earlier days are in the journal."
          }
          throw interruption
        }
      }
    }
  }

  /// Returns the days since the last check-in before today, up to today if that has
  /// none, and whether there are more.
  private func daysSinceLast(
    atMost count: Int, in session: JournalSession
  ) throws -> (days: [Day], isCut: Bool) {
    let today = session.today
    let journal = try session.journalForTrial()
    // Today's check-in may come first: earlier days are still missing then.
    let isRated = try journal.latestCheckInDay(upTo: today) == today
    let last = try journal.latestCheckInDay(upTo: today - 1) ?? today - 1
    let latest = isRated ? today - 1 : today
    let missing = last.distance(to: latest)
    return ((0..<min(missing, count)).map { latest - $0 }.reversed(), missing > count)
  }

  /// The keys and their meanings.
  private static let keys =
    "Enter unknown, b back, l last value, ? help, Ctrl-D save and end, Ctrl-C log nothing"

  /// Shows today's arm of a trial, and the owner's morning reminder.
  private func remind(_ plan: CheckInPlan, in session: JournalSession) throws {
    if plan.day == session.today { try session.tellTrialToday() }
    guard plan.moment == .morning, let reminder = session.preferences.morningReminder else {
      return
    }
    try session.context.say(DisplayText.visible(reminder))
  }

  /// Logs the answers as one action.
  ///
  /// - Returns: Whether there was anything to log.
  private func log(
    _ interview: CheckInInterview, _ plan: CheckInPlan, in session: JournalSession
  ) throws -> Bool {
    guard !interview.isEmpty else {
      try session.context.say(
        interview.knowsNothing
          ? "No answers, so nothing was logged."
          : "There is nothing to log.")
      return false
    }
    let day = plan.day
    let run = try interview.run.map { try $0.run(on: day, in: session) }
    var checkIn = interview.answers.merging(plan.timing)
    checkIn[\.day] = day
    let answers = DayAnswers(
      run: run?.entry, mark: interview.mark,
      checkIn: interview.answers.isEmpty ? nil : Entry(checkIn),
      flareUp: interview.flareUp)
    let logged: LoggedAnswers
    do {
      logged = try session.waitingForOthers {
        try session.journal().checkIn(answers, on: day, today: session.latestDay)
      }
    } catch {
      // Minutes of answers must not be lost for a full disk.
      let line = CheckInLine(interview, plan).text(session.typed)
      try session.context.say("To log your answers later:")
      try session.context.messages.write(DisplayText.visible(line) + "\n")
      throw error
    }
    if let id = logged.run, let worn = run?.worn {
      try session.echoRun(id, worn: worn, on: day)
      try session.remarkOnRun(id, worn: worn, on: day)
    }
    if let id = logged.other { try echo(interview, id, on: day, in: session) }
    if RedFlags.areDeclared(by: interview.answers) {
      try session.offerToStopTrial(because: "red flag")
    } else if interview.flareUp == .begins {
      try session.offerToStopTrial(because: "flare-up")
    } else if logged.run != nil {
      try session.followTrial(afterRunOn: day)
    }
    return true
  }

  /// Echoes the parts of a check-in other than a run.
  private func echo(
    _ interview: CheckInInterview, _ id: Int, on day: Day, in session: JournalSession
  ) throws {
    let others = [
      interview.mark.map { $0 == .rest ? "marked as rest" : "marked as not tracked" },
      interview.flareUp.map { $0 == .begins ? "flare-up started" : "flare-up ended" },
    ].compactMap(\.self)
    if interview.answers.isEmpty {
      try session.echo("Check-in: \(others.joined(separator: ", "))", on: day, id: id)
    } else {
      try session.echoCheckIn(id, on: day, alsoDone: others)
    }
  }
}

import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports
import WrittenValues

/// Shows what a trial could find.
struct TrialPlanCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a self-trial could find, and how long it takes.",
    discussion: """
        $ nerve trial plan shoe pegasus endorphin
        $ nerve trial plan routine morning --unit run
        $ nerve trial plan distance 12km 24km --pairs 10
        $ nerve trial plan warm-up --peek

      Nothing is started. The effect that it can find is simulated from how much \
      your own weeks or runs differ. A trial that could not answer is refused.
      """)

  @OptionGroup var options: TrialOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("First day, such as tomorrow, mon or 2026-02-03.", valueName: "day"),
    completion: .days)
  var on: String?

  @OptionGroup var format: FormatOptions

  var journal: JournalOptions { options.journal }

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let (plan, design) = try options.plan(from: on, in: session)
    if let problem = TrialDesignText.problem(of: design) { throw Refusal(problem) }
    try session.journal().labelSample(session.context)
    try format.write(
      TrialDesignText(
        plan, design, unit: session.preferences.unit,
        start: session.typed("nerve trial start \(options.typedWords(from: on))")),
      session.context)
  }
}

/// Starts a trial.
struct TrialStart: EntrySubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Start a self-trial.",
    discussion: """
        $ nerve trial start shoe pegasus endorphin
        $ nerve trial start routine morning --unit run
        $ nerve trial start distance 12km 24km --on mon

      You cannot change the plan later. Nerve tosses the coin, one pair at a time. \
      A trial does not start during a flare-up, within four weeks of a red flag, \
      or against advice from a doctor or physio. It starts tomorrow, or with the \
      next run, unless --on names a later day.
      """)

  @OptionGroup var options: TrialOptions
  @OptionGroup var days: DayOptions

  var journal: JournalOptions { options.journal }

  func run(in session: JournalSession) throws {
    let opened = try session.journal()
    if let other = try opened.currentTrial() {
      throw JournalError.trialRuns(since: other.plan.startDay.description)
    }
    let (plan, design) = try options.plan(from: days.on, in: session)
    try checkPrecautions(plan, in: session)
    if let problem = TrialDesignText.problem(of: design) { throw Refusal(problem) }
    let logged = try opened.startTrial(plan, seed: session.context.seed())
    let words = TrialWords(plan, unit: session.preferences.unit)
    try session.confirm("Self-trial: \(words.title); starts", on: plan.startDay, logged)
    try session.tellTrialToday()
  }

  /// Refuses a trial while something else comes first.
  private func checkPrecautions(_ plan: TrialPlan, in session: JournalSession) throws {
    let journal = try session.journal()
    let precautions = try journal.precautions(on: session.today)
    if !precautions.redFlagDays.isEmpty {
      throw Refusal(
        "Your recent answers called for the emergency card. See a doctor first; a trial can wait.")
    }
    if precautions.flareUp != nil {
      throw Refusal(
        "A flare-up is in progress. Start the trial once it is over, with: nerve flare end")
    }
    for guidance in precautions.guidance {
      if let last = guidance.lastDayOff, plan.startDay <= last {
        throw Refusal(
          "Guidance in force gives you days off up to \(last). Start the trial after that, as in: --on "
            + "\((last + 1).description)")
      }
      if let longest = guidance.longestRunM, let long = plan.weeks?.longM {
        let runs = max(try journal.recentWeeks(before: session.today).runDays, 1)
        if long / runs > longest {
          throw Refusal(
            "A long week like that breaks the longest run of the guidance in force. Choose a shorter one."
          )
        }
      }
      try session.settle(
        .guidance(guidance, arms: TrialWords(plan, unit: session.preferences.unit)))
    }
  }
}

extension TrialOptions {
  /// Returns the words and options as they were typed, and the first day.
  func typedWords(from first: String?) -> String {
    (words.map(ShellText.quoted) + (unit == "week" ? [] : ["--unit \(unit)"])
      + (pairs.map { ["--pairs \($0)"] } ?? []) + (peek ? ["--peek"] : [])
      + (first.map { ["--on \(ShellText.quoted($0))"] } ?? []))
      .joined(separator: " ")
  }
}

extension SuspiciousEntry {
  /// Returns the doubt whether both arms of a trial keep to the advice in force.
  static func guidance(_ guidance: GivenGuidance, arms: TrialWords) -> SuspiciousEntry {
    SuspiciousEntry(
      "Guidance in force: \(DisplayText.visible(guidance.advice)). Both A and B (\(arms.arms)) have to keep to it.",
      refusal: Refusal(
        "Guidance is in force. If A and B both keep to it, add --yes; to read it: nerve guidance list"
      ),
      deed: .start)
  }
}

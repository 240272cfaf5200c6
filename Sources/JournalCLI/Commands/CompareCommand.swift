import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import Platform
import Presentation
import Reports

/// Compares the pain after two kinds of running.
struct CompareCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare pain after two kinds of runs.",
    discussion: """
        $ nerve compare shoe
        $ nerve compare shoe pegasus peregrine --from -1y
        $ nerve compare surface road trail
        $ nerve compare stretch piriformis
        $ nerve compare routine morning
        $ nerve compare time
        $ nerve compare terrain
        $ nerve compare "sleep_hours < 6" --json

      Compares the pain of the next day, for equal pain before the run. Without \
      names, shoe and surface take the two you use most in turn. A condition may \
      use the columns of 'nerve schema day' and 'nerve schema run_response'. Each \
      kind needs 8 runs, and the two must alternate at least 6 times. The result \
      is an association, not a cause.
      """)

  @Argument(
    help: ArgumentHelp(
      "shoe, surface, stretch, routine, time (before or after noon), terrain (flat or hilly), or an "
        + "SQL condition.", valueName: "what"),
    completion: .cases(of: ComparisonWord.self))
  var what: String

  @Argument(
    help: ArgumentHelp("Two shoes or surfaces, an exercise or a routine.", valueName: "name"),
    completion: .compared)
  var names: [String] = []

  @OptionGroup var load: DistanceLoadOptions
  @OptionGroup var rating: RatingOptions
  @OptionGroup var span: DaySpanOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let chosen = try format.chosen()
    var question = try rating.question(load: try load.chosen())
    question.limit = session.preferences.smallestEffect
    let span = try span.days(today: session.today)
    let journal = try session.journal()
    let topic = try ComparisonWord.topic(what, names, in: journal)
    if chosen != .text { try journal.labelSample(session.context) }
    let report = try comparison(of: topic, question, in: span, journal, session)
    try format.write(
      ComparisonText(
        report: report, unit: LoadUnit(report.load, in: session.preferences.unit),
        distance: session.preferences.unit, isSynthetic: try journal.isSynthetic,
        pen: session.context.showsUnicode ? .lines : .ascii, typed: session.typed),
      session.context)
  }

  private func comparison(
    of topic: ComparisonTopic, _ question: CorrelationQuestion, in span: ClosedRange<Day>,
    _ journal: Journal, _ session: JournalSession
  ) throws -> RunComparison {
    guard case .condition(let expression) = topic else {
      return try journal.comparison(of: topic, question, in: span, today: session.today)
    }
    let journal = try session.addingFunctions(to: journal)
    let ownsProcess = session.context.ownsProcess
    if ownsProcess { limitMemoryOfStatements() }
    let watch = StatementWatch(seconds: Self.timeLimit, ownsProcess: ownsProcess)
    defer { watch.stop() }
    do {
      return try journal.comparison(
        of: topic, question, in: span, today: session.today, mayGoOn: watch.mayGoOn)
    } catch let error as SQLiteError {
      throw explained(error, expression, journal, watch)
    } catch is RunConditionProblem {
      throw UsageError("The condition must be one SQL expression, such as 'rpe > 6'.")
    } catch is ParameterProblem {
      throw UsageError("A condition cannot have placeholders; write the values themselves.")
    }
  }

  /// The most seconds for a condition, as for `nerve sql`.
  private static let timeLimit = 30.0

  /// Returns SQLite's `error` in the user's terms.
  private func explained(
    _ error: SQLiteError, _ expression: String, _ journal: Journal, _ watch: StatementWatch
  ) -> any Error {
    switch watch.reason {
    case .interrupted: Interruption(signal: SIGINT, description: "Stopped.")
    case .timeIsUp: Refusal("The condition took longer than 30 s; use a simpler one.")
    case nil:
      StatementError(
        error, in: expression, try? journal.schemaNames().only(RunCondition.views),
        isCondition: true)
    }
  }
}

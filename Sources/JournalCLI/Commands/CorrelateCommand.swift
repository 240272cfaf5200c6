import ArgumentParser
import CivilDay
import Correlator
import JournalStore
import Reports

/// Correlates running load with pain on other days.
struct CorrelateCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: "See how running load goes with pain on the days around it.",
    discussion: """
        $ nerve correlate
        $ nerve correlate --load minutes --pain back --lags 0...7
        $ nerve correlate --csv days.csv --json

      First comes what your days allow to say, then the numbers: pain after a \
      typical run, adjusted for the pain before it, and the plain correlation \
      beside it. --explain says how to read them.
      """)

  @Option(
    help: "What load is counted in: km, minutes, srpe (effort x minutes) or ascent.",
    completion: .loads)
  var load: String?

  @Option(
    help: "Which rating: leg, back, worst (leg pain of the day) or reach (how far down the leg).",
    completion: .cases(of: CorrelationQuestion.Pain.self))
  var pain = "leg"

  @Option(
    help: "Which ratings: morning, evening or unknown. Else those that most days have.",
    completion: .timings)
  var timing: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Days from load to pain.", valueName: "range"))
  var lags = "-7...14"

  @Option(
    help: ArgumentHelp(
      "The smallest effect that matters, in points of pain. Else the setting smallest-change, "
        + "which is 1 if not set; 1 for a file.", valueName: "points"))
  var sesoi: String?

  @OptionGroup var span: DaySpanOptions

  @Option(
    help: ArgumentHelp(
      "Read days from a file with the header date,load,pain instead; - is standard input.",
      valueName: "file"), completion: .file())
  var csv: String?

  @Flag(help: "Say how to read it.")
  var explain = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in surroundings: Surroundings) throws {
    guard csv == nil || journal.path == nil else {
      throw UsageError("--csv reads a file instead of the journal; leave it or --journal out.")
    }
    let session = try csv == nil ? journal.session(for: .reading, surroundings) : nil
    let today = session?.today ?? surroundings.now.journalDay
    let days = try span.days(today: today)
    let question = try question(session?.preferences ?? Preferences())
    _ = try format.chosen()
    var text =
      if let session {
        try answer(question, in: days, session)
      } else {
        CorrelationText(
          report: try answer(question, fromFile: csv ?? "-", in: days),
          unit: LoadUnit(load == nil ? nil : question.load))
      }
    text.isExplained = explain
    text.pen = surroundings.showsUnicode ? .lines : .ascii
    try format.write(text, surroundings)
  }

  private func question(_ preferences: Preferences) throws -> CorrelationQuestion {
    let typed = try sesoi.map { try InputText.decimal($0) ?? 0 }
    let points = typed ?? preferences.smallestChange
    guard points > 0, points <= 10 else {
      throw UsageError("The smallest effect that matters is a number above 0 and up to 10 points.")
    }
    guard pain != "worst" || timing == nil || timing == "evening" else {
      throw UsageError(
        "The day's worst pain may be rated after running, so its timing is evening; "
          + "leave --timing out.")
    }
    return CorrelationQuestion(
      load: try LoadMeasure(word: load ?? "km", "The load is one of km, minutes, srpe and ascent."),
      pain: try .init(word: pain, "The pain is one of leg, back, worst and reach."),
      timing: try timing.map { name in
        try Timing(word: name, "The timing is one of morning, evening and unknown.")
      }, lags: try LagRangeExpression.parse(lags), sesoi: points)
  }

  private func answer(
    _ question: CorrelationQuestion, fromFile path: String, in days: ClosedRange<Day>
  ) throws -> CorrelationReport {
    let file = try InputFile(path).withDelimitedText { try CorrelationCSV($0, in: days) }
    return CorrelationReport(
      question, load: file.load, pain: file.pain, timing: question.timing ?? .morning)
  }

  private func answer(
    _ question: CorrelationQuestion, in days: ClosedRange<Day>, _ session: JournalSession
  ) throws -> CorrelationText {
    let journal = try session.journal()
    if try format.chosen() != .text { try journal.labelSample(session.surroundings) }
    return CorrelationText(
      report: try journal.answer(question, in: days),
      unit: LoadUnit(question.load, in: session.preferences.unit),
      isSynthetic: try journal.isSynthetic)
  }
}

extension RawRepresentable<String> {
  /// The case that `word` names, or a usage error that says `sentence`.
  init(word: String, _ sentence: String) throws {
    guard let value = Self(rawValue: word.lowercased()) else { throw UsageError(sentence) }
    self = value
  }
}

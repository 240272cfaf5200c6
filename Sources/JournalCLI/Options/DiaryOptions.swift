import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import Reports

/// Which days, which load and which pain are compared, from the journal or a
/// file.
struct DiaryOptions: ParsableArguments {
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

  @OptionGroup var span: DaySpanOptions

  @Option(
    help: ArgumentHelp(
      "Read days from a file with the header date,load,pain instead; - is standard input.",
      valueName: "file"), completion: .file())
  var csv: String?

  /// What was read.
  struct Diary {
    /// What was asked, with the usual lags and the runner's smallest change.
    let question: CorrelationQuestion
    let days: LoadAndPain
    /// What load is counted in.
    let unit: LoadUnit
    /// Whether the days were made up.
    let isSynthetic: Bool
  }

  /// Reads the days.
  ///
  /// - Parameters:
  ///   - journal: Where the journal is.
  ///   - format: In another than text, a sample is announced on standard error.
  ///   - context: The clock, the files and where messages go.
  /// - Returns: The days asked for, of the file if one is named.
  /// - Throws: ``UsageError`` or ``InputError`` for what was typed, and what
  ///   reading the file or the journal throws.
  func read(
    _ journal: JournalOptions, _ format: OutputFormat, _ context: CommandContext
  ) throws -> Diary {
    guard csv == nil || journal.path == nil else {
      throw UsageError("--csv reads a file instead of the journal; leave it or --journal out.")
    }
    var question = try question()
    if let csv {
      let span = try span.days(today: context.now.journalDay)
      let file = try InputFile(csv).withDelimitedText { try CorrelationCSV($0, in: span) }
      return Diary(
        question: question,
        days: LoadAndPain(
          load: file.load, pain: file.pain, timing: question.timing ?? .morning),
        unit: LoadUnit(load == nil ? nil : question.load), isSynthetic: false)
    }
    let session = try journal.session(for: .reading, context)
    question.sesoi = session.preferences.smallestChange
    let span = try span.days(today: session.today)
    let journal = try session.journal()
    if format != .text { try journal.labelSample(context) }
    return Diary(
      question: question,
      days: try journal.loadAndPain(for: question, in: span, today: session.today),
      unit: LoadUnit(question.load, in: session.preferences.unit),
      isSynthetic: try journal.isSynthetic)
  }

  private func question() throws -> CorrelationQuestion {
    guard pain != "worst" || timing == nil || timing == "evening" else {
      throw UsageError(
        "The day's worst pain may be rated after running, so its timing is evening; "
          + "leave --timing out.")
    }
    return CorrelationQuestion(
      load: try LoadMeasure(word: load ?? "km", "The load is one of km, minutes, srpe and ascent"),
      pain: try .init(word: pain, "The pain is one of leg, back, worst and reach"),
      timing: try timing.map { name in
        try Timing(word: name, "The timing is one of morning, evening and unknown")
      })
  }
}

extension RawRepresentable<String> {
  /// The case that `word` names, or a usage error that says `rule`, a sentence without
  /// its full stop.
  init(word: String, _ rule: String) throws {
    guard let value = Self(rawValue: word.lowercased()) else { throw UsageError(rule, not: word) }
    self = value
  }
}

import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import Reports

/// The days, the load and the pain to compare, from the journal or a file.
struct DiaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(LoadMeasure.help, valueName: "load"), completion: .loads)
  var load: String?

  @OptionGroup var rating: RatingOptions
  @OptionGroup var span: DaySpanOptions

  @Option(
    help: ArgumentHelp(
      "Read the days from a CSV file with the columns date, load and pain, and if you have them "
        + "sitting, flare, medication and evening_pain; - is standard input. Its timing is unknown "
        + "without --timing.",
      valueName: "file"), completion: .file())
  var csv: String?

  /// The days to compare.
  struct Diary {
    /// The question, with the default lags and the runner's smallest effect.
    let question: CorrelationQuestion
    let days: LoadAndPain
    /// The unit of load.
    let unit: LoadUnit
    /// Whether the days were made up.
    let isSynthetic: Bool
    /// The version of the journal's schema; `nil` for a file.
    var schemaVersion: Int?
    /// The id of the journal for studies; `nil` for a file.
    var studyID: String?
  }

  /// Reads the days.
  ///
  /// - Parameters:
  ///   - journal: Where the journal is.
  ///   - format: The format of the output; any but text announces a sample on
  ///     standard error.
  ///   - context: The clock, the files and where messages go.
  ///   - access: How to open the journal.
  /// - Returns: The chosen days, from the file if one is given.
  /// - Throws: ``UsageError`` or ``InputError`` for invalid arguments, and any error
  ///   of reading the file or the journal.
  func read(
    _ journal: JournalOptions, _ format: OutputFormat, _ context: CommandContext,
    for access: JournalSession.Access = .reading
  ) throws -> Diary {
    guard csv == nil || journal.path == nil else {
      throw UsageError("--csv reads a file instead of the journal; remove --csv or --journal.")
    }
    var question = try question()
    if let csv {
      let span = try span.days(today: context.now.journalDay)
      let file = try InputFile(csv).withDelimitedText { try CorrelationCSV($0, in: span) }
      return Diary(
        question: question,
        days: LoadAndPain(
          file.diary(rated: question.timing ?? .unknown), measure: question.load ?? .km),
        unit: LoadUnit(load == nil ? nil : question.load), isSynthetic: false)
    }
    let session = try journal.session(for: access, context)
    question.limit = session.preferences.smallestEffect
    let span = try span.days(today: session.today)
    let journal = try session.journal()
    if format != .text { try journal.labelSample(context) }
    let days = try journal.loadAndPain(for: question, in: span, today: session.today)
    return Diary(
      question: question, days: days,
      unit: LoadUnit(days.measure, in: session.preferences.unit),
      isSynthetic: try journal.isSynthetic, schemaVersion: try journal.schemaVersion(),
      studyID: try journal.studyID())
  }

  /// Returns the question, with the default lags and smallest effect.
  ///
  /// - Throws: ``UsageError``.
  func question() throws -> CorrelationQuestion {
    try rating.question(load: try load.map(LoadMeasure.init(typed:)))
  }
}

extension LoadMeasure {
  /// The help of an option that takes one.
  static let help =
    "Load: km or minutes; srpe (effort x minutes), ascent, descent and steps show numbers without an "
    + "answer. Default: km, or minutes if most runs lack a distance."

  /// Creates the measure named `word`.
  ///
  /// - Throws: ``UsageError``.
  init(typed word: String) throws {
    try self.init(word: word, "load", "km, minutes, srpe, ascent, descent or steps")
  }
}

extension RawRepresentable<String> {
  /// Creates the case named `word`.
  ///
  /// - Throws: ``UsageError`` that calls the word an unknown `noun` and lists `choices`.
  init(word: String, _ noun: String, _ choices: String) throws {
    guard let value = Self(rawValue: word.lowercased()) else {
      throw UsageError(unknown: noun, word, use: choices)
    }
    self = value
  }
}

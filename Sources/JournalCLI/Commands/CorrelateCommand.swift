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

      Correlation is not causation: what is shown is what goes together, with \
      an interval that takes into account that neighbouring days are alike.
      """)

  @Option(help: "What load is counted in: km, minutes, srpe (effort x minutes) or ascent.")
  var load: String?

  @Option(help: "Which rating: leg, back or reach (how far down the leg).")
  var pain: String?

  @Option(
    help: "Which ratings: morning, evening or unknown. Else those that most days have.")
  var timing: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Days from load to pain.", valueName: "range"))
  var lags = "-7...14"

  @Option(parsing: .unconditional, help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "day"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Read days from a file with the header date,load,pain instead; - is standard input.",
      valueName: "file"))
  var csv: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in surroundings: Surroundings) throws {
    let lags = try LagRangeExpression.parse(lags)
    let span = try DaySpan(from: from, to: to, today: surroundings.now.journalDay)
    let timing = try timing.map { name in
      try RatingTiming(word: name, "The timing is one of morning, evening and unknown.")
    }
    let measure = try load.map { name in
      try LoadMeasure(word: name, "The load is one of km, minutes, srpe and ascent.")
    }
    let rating = try pain.map { name in
      try PainMeasure(
        word: name + (name == "reach" ? "" : "_pain"), "The pain is one of leg, back and reach.")
    }
    _ = try format.chosen()
    guard csv == nil || journal.path == nil else {
      throw UsageError("--csv reads a file instead of the journal; leave it or --journal out.")
    }
    let text =
      if let csv {
        try reportOnFile(csv, lags, span.days, timing ?? .morning)
      } else {
        try reportOnJournal(
          surroundings, lags, span, measure ?? .km, rating ?? .leg, timing)
      }
    try format.write(text, surroundings)
  }

  private func reportOnFile(
    _ path: String, _ lags: ClosedRange<Int>, _ days: ClosedRange<Day>, _ timing: RatingTiming
  ) throws -> CorrelationText {
    let file = try InputFile(path).withDelimitedText { try CorrelationCSV($0, in: days) }
    return CorrelationText(
      report: CorrelationReport(load: file.load, pain: file.pain, lags: lags),
      load: load ?? "km", pain: pain ?? "leg", timing: timing, isSynthetic: false)
  }

  private func reportOnJournal(
    _ surroundings: Surroundings, _ lags: ClosedRange<Int>, _ span: DaySpan,
    _ measure: LoadMeasure, _ rating: PainMeasure, _ timing: RatingTiming?
  ) throws -> CorrelationText {
    let journal = try journal.openForReading(surroundings)
    return try journal.snapshot {
      let diary = try journal.days().filter { span.days.contains($0.day) }
      let ratings = try journal.ratings(of: rating).filter { span.days.contains($0.day) }
      let days = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
      let pain = days.map { PainSeries(ratings, over: $0, timing: timing) }
      let report = CorrelationReport(
        load: DailySeries(measure, of: diary), pain: pain?.series, lags: lags)
      if try format.chosen() != .text { try journal.labelSample(surroundings) }
      return CorrelationText(
        report: report, load: measure.rawValue, pain: self.pain ?? "leg",
        timing: pain?.timing ?? .unknown,
        lacksDistances: measure == .km && report.runDays == 0
          && diary.contains { $0.state == .run && $0.minutes != nil },
        isSynthetic: try journal.isSynthetic)
    }
  }
}

extension RawRepresentable<String> {
  /// The case that `word` names, or a usage error that says `sentence`.
  init(word: String, _ sentence: String) throws {
    guard let value = Self(rawValue: word.lowercased()) else { throw UsageError(sentence) }
    self = value
  }
}

public import CivilDay
public import Correlator
public import JournalStore

/// The definition of a correlation: which load, which pain, rated when.
public struct CorrelationQuestion: Equatable, Sendable {
  /// A day's pain.
  public enum Pain: String, CaseIterable, Sendable {
    /// Leg pain, the nerve pain of the journal.
    case leg
    /// Back pain.
    case back
    /// The day's highest leg pain, at any time.
    case worst
    /// How far down the leg the pain reaches, 0 to 6.
    case reach
  }

  /// The unit of load; `nil` for the one that most runs have.
  public var load: LoadMeasure?
  /// Which rating.
  public var pain: Pain
  /// The time of the ratings; `nil` for the time of most ratings.
  public var timing: Timing?
  /// Days from load to pain.
  public var lags: ClosedRange<Int>
  /// The smallest effect of one typical run that matters, in points.
  public var limit: Double

  /// Creates a question; the defaults match the command line.
  public init(
    load: LoadMeasure? = nil, pain: Pain = .leg, timing: Timing? = nil,
    lags: ClosedRange<Int> = -7...14, limit: Double = 0.5
  ) {
    self.load = load
    self.pain = pain
    self.timing = timing
    self.lags = lags
    self.limit = limit
  }
}

/// The answer to a ``CorrelationQuestion``.
public struct CorrelationReport: Equatable, Sendable {
  /// The question.
  public let question: CorrelationQuestion
  /// The unit of load used.
  public let load: LoadMeasure
  /// Days excluded because their ratings were made at another time.
  public let omittedDays: Int
  /// The numbers and the verdict.
  public let analysis: Analysis
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// Rest days that are only implied by other entries.
  public let impliedRestDays: Int
  /// The answer if the implied rest days counted as unknown; `nil` if it is of the
  /// same kind.
  public let verdictWithoutImpliedRest: Verdict?
  /// Whether ratings are missing more often after runs than after rest days.
  public let missingRatings: MissingRatings

  /// The time of the ratings used.
  public var timing: Timing { analysis.timing }

  /// Analyses a diary.
  public init(_ question: CorrelationQuestion, _ diary: LoadAndPain) {
    self.question = question
    load = diary.measure
    omittedDays = diary.omittedDays
    impliedRestDays = diary.impliedRest.count
    lacksMeasure = diary.lacksMeasure
    analysis = analyse(diary.diary, lags: question.lags, limit: question.limit)
    // Nothing implied, nothing to compare.
    let other =
      diary.impliedRest.isEmpty ? nil : verdict(diary.withoutImpliedRest, limit: question.limit)
    verdictWithoutImpliedRest = other?.kind == analysis.verdict.kind ? nil : other
    let (ran, pains) = diary.diary.runsAndPains
    missingRatings = Correlator.missingRatings(marks: ran, ratings: pains.map { $0 != nil })
  }
}

extension Journal {
  /// Answers `question` from the journal's days in `span`.
  ///
  /// Verdicts are computed afresh each time, so none can go stale.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The answer, even without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func answer(
    _ question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> CorrelationReport {
    CorrelationReport(question, try loadAndPain(for: question, in: span, today: today))
  }
}

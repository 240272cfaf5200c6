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

  /// The unit of load.
  public var load: LoadMeasure
  /// Which rating.
  public var pain: Pain
  /// The time of the ratings; `nil` for the time of most ratings.
  public var timing: Timing?
  /// Days from load to pain.
  public var lags: ClosedRange<Int>
  /// The smallest effect that matters, in points after a typical run.
  public var sesoi: Double

  /// Creates a question; the defaults match the command line.
  public init(
    load: LoadMeasure = .km, pain: Pain = .leg, timing: Timing? = nil,
    lags: ClosedRange<Int> = -7...14, sesoi: Double = 1
  ) {
    self.load = load
    self.pain = pain
    self.timing = timing
    self.lags = lags
    self.sesoi = sesoi
  }
}

/// The answer to a ``CorrelationQuestion``.
public struct CorrelationReport: Equatable, Sendable {
  /// The question.
  public let question: CorrelationQuestion
  /// The time of the ratings used.
  public let timing: Timing
  /// Days excluded because their ratings were made at another time.
  public let omittedDays: Int
  /// The numbers and the verdict.
  public let analysis: Analysis
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// Rest days that are only implied by other entries.
  public let impliedRestDays: Int

  /// Analyses a diary.
  public init(_ question: CorrelationQuestion, _ diary: LoadAndPain) {
    self.question = question
    omittedDays = diary.omittedDays
    impliedRestDays = diary.impliedRestDays
    lacksMeasure = diary.lacksMeasure
    timing = diary.timing
    analysis = analyse(
      load: diary.load, pain: diary.pain, timing: diary.timing, lags: question.lags,
      sesoi: question.sesoi)
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

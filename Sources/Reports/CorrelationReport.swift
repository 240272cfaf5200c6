public import CivilDay
public import Correlator
public import JournalStore

/// What goes into a correlation: which load, which pain, rated when.
public struct CorrelationQuestion: Equatable, Sendable {
  /// A day's pain.
  public enum Pain: String, CaseIterable, Sendable {
    /// Leg pain, the nerve pain of the journal.
    case leg
    /// Back pain.
    case back
    /// The highest leg pain of the day, whenever it was rated.
    case worst
    /// How far down the leg the pain reaches, 0 to 6.
    case reach
  }

  /// What load is counted in.
  public var load: LoadMeasure
  /// Which rating.
  public var pain: Pain
  /// Which moment's ratings; `nil` for the moment that most days were rated at.
  public var timing: Timing?
  /// Days from load to pain.
  public var lags: ClosedRange<Int>
  /// The smallest effect that matters, in points after a typical run.
  public var sesoi: Double

  /// Creates a question; the defaults are those of the command line.
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
  /// What was asked.
  public let question: CorrelationQuestion
  /// When the ratings that were taken were made.
  public let timing: Timing
  /// Days whose ratings were left out, since they are of another moment.
  public let omittedDays: Int
  /// The numbers and the verdict.
  public let analysis: Analysis
  /// Whether there are runs, but none whose load is known in the measure asked
  /// for.
  public let lacksMeasure: Bool
  /// Rest days that are only implied by what else was logged.
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
  /// Answers `question` from the journal's days that lie in `span`.
  ///
  /// Verdicts are worked out anew from the days each time, so that none can go
  /// stale.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - span: The days to look at.
  ///   - today: The day that it is, which is no rest day yet.
  /// - Returns: The answer, also if there is no day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func answer(
    _ question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> CorrelationReport {
    CorrelationReport(question, try loadAndPain(for: question, in: span, today: today))
  }
}

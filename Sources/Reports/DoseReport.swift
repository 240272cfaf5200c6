public import CivilDay
public import Correlator
public import JournalStore

/// Which runs are followed by different pain than a rest day.
public struct DoseReport: Equatable, Sendable {
  /// The question; its lags play no part.
  public let question: CorrelationQuestion
  /// The unit of load used.
  public let load: LoadMeasure
  /// The time of the ratings used.
  public let timing: Timing
  /// From the first to the last day; `nil` without a day.
  public let calendar: ClosedRange<Day>?
  /// The answer.
  public let response: DoseResponse

  /// Analyses a diary.
  public init(_ question: CorrelationQuestion, _ diary: LoadAndPain) {
    self.question = question
    load = diary.measure
    timing = diary.timing
    calendar = diary.diary.calendar
    response = doseResponse(diary.diary, limit: question.limit)
  }
}

extension Journal {
  /// Answers `question` for each third of the runs, from the journal's days in
  /// `span`.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The answer, even without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func dose(
    _ question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> DoseReport {
    DoseReport(question, try loadAndPain(for: question, in: span, today: today))
  }
}

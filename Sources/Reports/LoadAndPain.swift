public import CivilDay
public import Correlator
public import JournalStore

/// The two sides of a ``CorrelationQuestion``, day by day.
public struct LoadAndPain: Equatable, Sendable {
  /// The load of each day; it may cover other days than the pain.
  public let load: DailySeries
  /// The pain of each day.
  public let pain: DailySeries
  /// The time of the ratings used.
  public let timing: Timing
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// Days excluded because their ratings were made at another time.
  public let omittedDays: Int
  /// Rest days that are only implied by other entries; a file has the load of
  /// each of its days.
  public let impliedRestDays: Int

  /// Creates a diary; the defaults suit a file.
  public init(
    load: DailySeries, pain: DailySeries, timing: Timing, lacksMeasure: Bool = false,
    omittedDays: Int = 0, impliedRestDays: Int = 0
  ) {
    self.load = load
    self.pain = pain
    self.timing = timing
    self.lacksMeasure = lacksMeasure
    self.omittedDays = omittedDays
    self.impliedRestDays = impliedRestDays
  }
}

extension LoadAndPain {
  /// The load of `days`, consecutive and oldest first, with their pain.
  init(_ measure: LoadMeasure, of days: [DiaryDay], pain: PainSeries) {
    let load =
      DailySeries(measure, of: days) ?? DailySeries(firstDay: pain.series.firstDay, values: [])
    self.init(
      load: load, pain: pain.series, timing: pain.timing,
      lacksMeasure: load.lacksEveryRun(of: days), omittedDays: pain.omittedDays,
      impliedRestDays: days.count { $0.restIs == .implied })
  }

  /// Both sides of `question`.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - days: Consecutive days, oldest first.
  ///   - ratings: Ratings of the measure that the question is about, in order of
  ///     time; those of other days play no part.
  init(_ question: CorrelationQuestion, of days: [DiaryDay], ratings: [PainRating]) {
    guard let first = days.first?.day, let last = days.last?.day else {
      let none = DailySeries(firstDay: Day(daysSince1970: 0), values: [])
      self.init(load: none, pain: none, timing: question.timing ?? .morning)
      return
    }
    let ratings = ratings.filter { (first...last).contains($0.day) }
    let pain =
      question.pain == .worst
      ? PainSeries(worstOf: ratings, over: first...last)
      : PainSeries(ratings, over: first...last, timing: question.timing)
    self.init(question.load, of: days, pain: pain)
  }
}

extension CorrelationQuestion.Pain {
  /// The rating.
  var measure: PainMeasure {
    switch self {
    case .leg, .worst: .leg
    case .back: .back
    case .reach: .reach
    }
  }
}

extension Journal {
  /// Every day from the first to the last entry, as known on `today`, with its
  /// ratings.
  func diary(
    rating measure: PainMeasure, on today: Day
  ) throws -> (days: [DiaryDay], ratings: [PainRating]) {
    let (days, ratings) = try diary(rating: measure)
    return (days.map { $0.known(on: today) }, ratings)
  }

  /// The load and the pain of the journal's days in `span`.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: Both series, empty without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func loadAndPain(
    for question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> LoadAndPain {
    let (days, ratings) = try diary(rating: question.pain.measure, on: today)
    return LoadAndPain(question, of: days.filter { span.contains($0.day) }, ratings: ratings)
  }
}

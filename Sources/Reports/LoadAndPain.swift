public import CivilDay
public import Correlator
public import JournalStore

/// The two sides of a ``CorrelationQuestion``, day by day.
public struct LoadAndPain: Equatable, Sendable {
  /// The load of each day; it may begin and end on other days than the pain.
  public let load: DailySeries
  /// The pain of each day.
  public let pain: DailySeries
  /// When the ratings that were taken were made.
  public let timing: Timing
  /// Whether there are runs, but none whose load is known in the measure asked
  /// for.
  public let lacksMeasure: Bool
  /// Days whose ratings were left out, since they are of another moment.
  public let omittedDays: Int
  /// Rest days that are only implied by what else was logged; a file says the load
  /// of each of its days.
  public let impliedRestDays: Int

  /// Creates a diary; the defaults are those of a file.
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
  /// The load of `days`, without a gap and oldest first, beside their pain.
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
  ///   - days: Days without a gap, oldest first.
  ///   - ratings: Ratings of the measure that the question is about, in the order of
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
  /// What is rated.
  var measure: PainMeasure {
    switch self {
    case .leg, .worst: .leg
    case .back: .back
    case .reach: .reach
    }
  }
}

extension Journal {
  /// Every day from the first to the last entry, as it is known on `today`, with
  /// the ratings made on them.
  func diary(
    rating measure: PainMeasure, on today: Day
  ) throws -> (days: [DiaryDay], ratings: [PainRating]) {
    let (days, ratings) = try diary(rating: measure)
    return (days.map { $0.known(on: today) }, ratings)
  }

  /// The load and the pain of the journal's days that lie in `span`.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - span: The days to look at.
  ///   - today: The day that it is, which is no rest day yet.
  /// - Returns: Both series, without a value if there is no day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func loadAndPain(
    for question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> LoadAndPain {
    let (days, ratings) = try diary(rating: question.pain.measure, on: today)
    return LoadAndPain(question, of: days.filter { span.contains($0.day) }, ratings: ratings)
  }
}

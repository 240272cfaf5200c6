public import CivilDay
public import Correlator
public import JournalStore

/// The days of a ``CorrelationQuestion``: load, pain and what else they held.
public struct LoadAndPain: Equatable, Sendable {
  /// The days.
  public let diary: Diary
  /// The unit of load.
  public let measure: LoadMeasure
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// Days excluded because their ratings were made at another time.
  public let omittedDays: Int
  /// Rest days that are only implied by other entries; a file has the load of
  /// each of its days.
  public let impliedRest: Set<Day>
  /// Run days without this measure of load; a file has none.
  public let unmeasuredRuns: Set<Day>
  /// Whether the runner chose the time of the ratings.
  public let timingIsChosen: Bool
  /// The best time of a rating of each day of the pain; `nil` on a day without one.
  public let times: [Timing?]

  /// Creates a diary; the defaults suit a file.
  public init(
    _ diary: Diary, measure: LoadMeasure = .km, lacksMeasure: Bool = false, omittedDays: Int = 0,
    impliedRest: Set<Day> = [], unmeasuredRuns: Set<Day> = [], timingIsChosen: Bool? = nil,
    times: [Timing?]? = nil
  ) {
    self.diary = diary
    self.unmeasuredRuns = unmeasuredRuns
    self.timingIsChosen = timingIsChosen ?? (diary.timing != .unknown)
    // Of a file, all that is known is what was declared.
    self.times = times ?? diary.pain.values.map { $0 == nil ? nil : diary.timing }
    self.measure = measure
    self.lacksMeasure = lacksMeasure
    self.omittedDays = omittedDays
    self.impliedRest = impliedRest
  }

  /// The load of each day; it may cover other days than the pain.
  public var load: DailySeries { diary.load }
  /// The pain of each day.
  public var pain: DailySeries { diary.pain }
  /// The time of the ratings used.
  public var timing: Timing { diary.timing }

  /// The same days with the load of implied rest days unknown.
  var withoutImpliedRest: Diary {
    let known = load.values.enumerated().map { offset, value in
      impliedRest.contains(load.firstDay + offset) ? nil : value
    }
    return Diary(
      load: DailySeries(firstDay: load.firstDay, values: known), pain: pain, timing: timing,
      sitting: diary.sitting, flare: diary.flare, medication: diary.medication,
      eveningPain: diary.eveningPain)
  }

  /// The days up to `day`.
  func upTo(_ day: Day) -> Diary {
    Diary(
      load: load.upTo(day), pain: pain.upTo(day), timing: timing,
      sitting: diary.sitting, flare: diary.flare, medication: diary.medication,
      eveningPain: diary.eveningPain)
  }
}

extension LoadAndPain {
  /// The load of `days`, consecutive and oldest first, with their pain.
  ///
  /// - Parameters:
  ///   - measure: The unit of load; `nil` for the usual one.
  ///   - days: Consecutive days, oldest first.
  ///   - pain: Their pain.
  ///   - medicated: Whether medication was taken, on each day with a check-in.
  init(
    _ measure: LoadMeasure?, of days: [DiaryDay], pain: PainSeries,
    medicated: [Day: Bool] = [:]
  ) {
    let measure = measure ?? .usual(of: days)
    let none = DailySeries(firstDay: pain.series.firstDay, values: [])
    let load = DailySeries(measure, of: days) ?? none
    func series(_ value: (DiaryDay) -> Double?) -> DailySeries {
      DailySeries(firstDay: load.firstDay, values: days.map(value))
    }
    self.init(
      Diary(
        load: load, pain: pain.series, timing: pain.timing, sitting: series(\.sittingHours),
        flare: series { $0.isFlare ? 1 : 0 },
        medication: series { day in medicated[day.day].map { $0 ? 1 : 0 } },
        eveningPain: pain.evening),
      measure: measure, lacksMeasure: load.lacksEveryRun(of: days),
      omittedDays: pain.omittedDays,
      impliedRest: Set(days.lazy.filter { $0.restIs == .implied }.map(\.day)),
      unmeasuredRuns: Set(
        days.lazy.filter { $0.state == .run && measure.value(of: $0) == nil }.map(\.day)),
      timingIsChosen: pain.timingIsChosen, times: pain.times)
  }

  /// The days of `question`.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - days: Consecutive days, oldest first.
  ///   - ratings: Ratings of the measure that the question is about, in order of
  ///     time; those of other days play no part.
  ///   - medicated: Whether medication was taken, on each day with a check-in.
  init(
    _ question: CorrelationQuestion, of days: [DiaryDay], ratings: [PainRating],
    medicated: [Day: Bool]
  ) {
    guard let first = days.first?.day, let last = days.last?.day else {
      let none = DailySeries(firstDay: Day(daysSince1970: 0), values: [])
      self.init(
        Diary(load: none, pain: none, timing: question.timing ?? .morning),
        measure: question.load ?? .km)
      return
    }
    let ratings = ratings.filter { (first...last).contains($0.day) }
    let pain =
      question.pain == .worst
      ? PainSeries(worstOf: ratings, over: first...last)
      : PainSeries(ratings, over: first...last, timing: question.timing)
    self.init(question.load, of: days, pain: pain, medicated: medicated)
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

  /// The load and the pain of the journal's days in `span`, with what else they
  /// held.
  ///
  /// - Parameters:
  ///   - question: Which load, and which pain rated when.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The days, without any series if there is none.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func loadAndPain(
    for question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> LoadAndPain {
    let (days, ratings) = try diary(rating: question.pain.measure, on: today)
    return LoadAndPain(
      question, of: days.filter { span.contains($0.day) }, ratings: ratings,
      medicated: try medicatedDays())
  }
}

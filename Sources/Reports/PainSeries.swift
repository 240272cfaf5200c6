public import CivilDay
public import Correlator
public import JournalStore
internal import JournalModel

/// A day's pain for each day, and when it was rated.
public struct PainSeries: Equatable, Sendable {
  /// One rating a day, unknown where there is none of the right moment.
  public let series: DailySeries
  /// The last rating of each day made after the morning, beside those of the
  /// morning; `nil` if `series` holds other ratings.
  public let evening: DailySeries?
  /// When the ratings were made.
  public let timing: Timing
  /// Whether the runner chose that time; otherwise it is that of most ratings.
  public let timingIsChosen: Bool
  /// The best time of a rating of each day, whichever ratings `series` holds: in the
  /// morning, else at an unknown time, else later; `nil` on a day without a rating.
  public let times: [Timing?]
  /// Days with a rating, but none of the right moment.
  public let omittedDays: Int

  /// Takes one rating a day.
  ///
  /// The morning's value is the first one of the day that was made in the
  /// morning, the evening's the last one made later. With the timing unknown it
  /// is the morning's, else the first of an unknown moment, else the first later
  /// one, as in the view `day`.
  ///
  /// - Parameters:
  ///   - ratings: Ratings by day and, within a day, in the order of preference:
  ///     the morning's first, then those of an unknown moment, then later ones.
  ///   - days: The days of the series.
  ///   - timing: Which ratings to take; those of an unknown moment count as
  ///     such. `nil` takes the moment that most days were rated at, and then only
  ///     ratings that are known to be of it.
  public init(_ ratings: [PainRating], over days: ClosedRange<Day>, timing: Timing?) {
    let chosen = timing ?? Self.usual(ratings)
    timingIsChosen = ![nil, .unknown].contains(timing)
    let includesUnknown = timing != nil
    var values = [Double?](repeating: nil, count: days.count)
    for rating in ratings where days.contains(rating.day) {
      let counts =
        switch (chosen, rating.moment) {
        case (.unknown, _), (.morning, .morning), (.evening, .later): true
        case (.morning, nil), (.evening, nil): includesUnknown
        case (.morning, .later), (.evening, .morning): false
        }
      let index = rating.day - days.lowerBound
      // The first that counts is the morning's, the last the evening's.
      guard counts, values[index] == nil || chosen == .evening else { continue }
      values[index] = Double(rating.value)
    }
    series = DailySeries(firstDay: days.lowerBound, values: values)
    self.timing = chosen
    var evenings = [Double?](repeating: nil, count: days.count)
    for rating in ratings where rating.moment == .later && days.contains(rating.day) {
      evenings[rating.day - days.lowerBound] = Double(rating.value)
    }
    evening =
      chosen == .morning ? DailySeries(firstDay: days.lowerBound, values: evenings) : nil
    times = Self.times(of: ratings, over: days)
    omittedDays = times.count { $0 != nil } - values.count { $0 != nil }
  }

  /// Takes the highest rating of each day.
  ///
  /// It may have been made after the day's run, so the timing is that of the
  /// evening.
  ///
  /// - Parameters:
  ///   - ratings: Ratings in any order.
  ///   - days: The days of the series.
  public init(worstOf ratings: [PainRating], over days: ClosedRange<Day>) {
    var values = [Double?](repeating: nil, count: days.count)
    for rating in ratings where days.contains(rating.day) {
      let index = rating.day - days.lowerBound
      values[index] = max(values[index] ?? 0, Double(rating.value))
    }
    series = DailySeries(firstDay: days.lowerBound, values: values)
    timing = .evening
    timingIsChosen = true
    evening = nil
    times = values.map { $0 == nil ? nil : .evening }
    omittedDays = 0
  }

  /// The best time of a rating of each day.
  private static func times(
    of ratings: [PainRating], over days: ClosedRange<Day>
  ) -> [Timing?] {
    var times = [Timing?](repeating: nil, count: days.count)
    for rating in ratings where days.contains(rating.day) {
      let index = rating.day - days.lowerBound
      switch rating.moment {
      case .morning: times[index] = .morning
      case nil: if times[index] != .morning { times[index] = .unknown }
      case .later: times[index] = times[index] ?? .evening
      }
    }
    return times
  }

  /// The moment at which most days were rated; a tie goes to the morning.
  private static func usual(_ ratings: [PainRating]) -> Timing {
    func days(_ moment: PainRating.Moment?) -> Int {
      Set(ratings.lazy.filter { $0.moment == moment }.map(\.day)).count
    }
    let (morning, later, unknown) = (days(.morning), days(.later), days(nil))
    if unknown > max(morning, later) { return .unknown }
    return morning >= later ? .morning : .evening
  }
}

public import CivilDay
public import Correlator
public import JournalStore
internal import JournalModel

/// Months side by side, each with the verdict at its end.
public struct MonthHistory: Sendable {
  /// One month.
  public struct Row: Sendable {
    /// Its totals.
    public let figures: MonthFigures
    /// Load of its days against the next day's pain.
    public let lag1: LaggedCorrelation
    /// Its own effect, if it has enough days.
    public let effect: MonthlyEffects.Entry?
    /// The verdict at its end, from the days known then; for the last month, to
    /// date.
    public let verdict: Verdict
  }

  /// The months shown, oldest first.
  public let rows: [Row]
  /// The answer from all days to date.
  public let answer: CorrelationReport
  /// The adjusted effect over all days, if it can be estimated.
  public let overall: AdjustedEffect?
  /// The number of earlier months not shown.
  public let omittedMonths: Int
  /// What comes before every number.
  public let precautions: Precautions

  /// Creates the months of `diary`.
  ///
  /// - Parameters:
  ///   - diary: All days of the journal, consecutive and in order.
  ///   - pain: The pain of all days.
  ///   - stretched: The days with a stretch.
  ///   - first: The first month to show; `nil` for as many as `most`.
  ///   - most: The number of months to show without `first`.
  ///   - measure: The load to correlate; `nil` for the usual one.
  ///   - limit: The smallest effect of one run that matters, in points.
  ///   - medicated: Whether medication was taken, on each day with a check-in.
  ///   - precautions: What comes first; `nil` for nothing.
  public init(
    _ diary: [DiaryDay], pain: PainSeries, stretched: Set<Day>, since first: Month?,
    most: Int = MonthHistory.usualMonths, measure: LoadMeasure? = nil, limit: Double = 0.5,
    medicated: [Day: Bool] = [:], precautions: Precautions? = nil
  ) {
    self.precautions =
      precautions ?? Precautions(today: diary.last?.day ?? pain.series.firstDay)
    let loadAndPain = LoadAndPain(measure, of: diary, pain: pain, medicated: medicated)
    let measure = loadAndPain.measure
    let load = loadAndPain.load
    let byMonth = Dictionary(grouping: diary) { $0.day.month }
    let months = byMonth.keys.sorted()
    let shown = first.map { first in months.filter { $0 >= first } } ?? Array(months.suffix(most))
    omittedMonths = months.count - shown.count
    let answer = CorrelationReport(
      CorrelationQuestion(load: measure, timing: pain.timing, lags: 1...3, limit: limit),
      loadAndPain)
    self.answer = answer
    let effects = monthlyEffects(loadAndPain.diary.rated(answer.analysis.timingInUse))
    overall = effects?.overall
    rows = shown.map { month in
      let days = byMonth[month] ?? []
      let own = DailySeries(measure, of: days) ?? load
      return Row(
        figures: MonthFigures(month, of: days, stretched: stretched),
        lag1: lagProfile(load: own, pain: pain.series, lags: 1...1)[0],
        effect: effects?.months.first { $0.month == month },
        verdict: verdict(loadAndPain.upTo(month.lastDay), limit: limit))
    }
  }

  /// The months that fit a screen.
  public static let usualMonths = 24
}

extension Journal {
  /// The months of the journal side by side.
  ///
  /// - Parameters:
  ///   - first: The first month to show; `nil` for the last two years.
  ///   - today: Today, which is not a rest day yet.
  ///   - measure: The load to correlate.
  ///   - timing: The ratings to use; `nil` for the usual ones.
  ///   - limit: The smallest effect of one run that matters, in points.
  /// - Returns: The months; none for an empty journal.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func months(
    since first: Month?, today: Day, measure: LoadMeasure? = nil, timing: Timing? = nil,
    limit: Double = 0.5
  ) throws -> MonthHistory {
    try snapshot {
      let (diary, ratings) = try diary(rating: .leg, on: today)
      let anyDay = Day(daysSince1970: 0)
      let span = (diary.first?.day ?? anyDay)...(diary.last?.day ?? anyDay)
      return MonthHistory(
        diary, pain: PainSeries(ratings, over: span, timing: timing),
        stretched: Set(try stretchDays()), since: first, measure: measure, limit: limit,
        medicated: try medicatedDays(),
        precautions: try precautions(on: today, flareUps: try flareUps()))
    }
  }
}

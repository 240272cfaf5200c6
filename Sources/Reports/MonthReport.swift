public import CivilDay
public import Correlator
public import JournalStore

/// What a month was like: totals, pain, shoes, and how load went with the next
/// day's pain.
///
/// The totals are members of the report too, as in `report.km`.
@dynamicMemberLookup
public struct MonthReport: Sendable {
  /// A shoe and what it ran in the month.
  public struct Shoe: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// The number of runs.
    public let runs: Int
    /// Kilometres of the runs whose distance is known.
    public let km: Double
  }

  /// The month.
  public let month: Month
  /// The first and the last day of the journal, or `nil` if it has none.
  public let journalDays: ClosedRange<Day>?
  /// What the days of the month that lie within the journal come to.
  public let totals: DayTotals
  /// Kilometres of the longest run, or `nil` without a distance.
  public let longestKm: Double?
  /// The largest ratio of a run to the longest one of the 30 days before it, or
  /// `nil` if no run of the month has one before it.
  public let spike: Double?
  /// Days with a pain rating.
  public let painDays: Int
  /// The mean of the days' pain, 0 to 10.
  public let meanPain: Double?
  /// The highest pain of the month.
  public let worstPain: Int?
  /// Days of a flare-up.
  public let flareDays: Int
  /// Minutes of stretches whose time is known, or `nil` without one.
  public let stretchMinutes: Double?
  /// The shoes of the month's runs, the one with most kilometres first.
  public let shoes: [Shoe]
  /// When the pain of the correlations was rated.
  public let timing: Timing
  /// The answer of all days to date.
  public let answer: CorrelationReport
  /// The adjusted effect on the next day's pain, month by month; `nil` if it
  /// cannot be estimated.
  public let effects: MonthlyEffects?
  /// Load of the month's days against the next day's pain.
  public let lag1: LaggedCorrelation
  /// The same over the whole journal.
  public let lag1AllTime: LaggedCorrelation

  /// Summarises `month`.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - diary: All days of the journal.
  ///   - pain: The pain of all days.
  ///   - runs: The runs of the month and of the 30 days before it, oldest first.
  ///   - measure: The load to correlate.
  ///   - sesoi: The smallest effect that matters, in points after a typical run.
  public init(
    _ month: Month, diary: [DiaryDay], pain: PainSeries, runs: [RunSummary],
    measure: LoadMeasure = .km, sesoi: Double = 1
  ) {
    let inMonth = diary.filter { month.days.contains($0.day) }
    self.month = month
    journalDays = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
    totals = DayTotals(inMonth)
    longestKm = runs.filter { month.days.contains($0.day) }.compactMap(\.distanceM).max()
      .map { $0 / 1000 }
    spike = Self.spike(of: month, runs)
    let ratings = inMonth.compactMap(\.legPain)
    painDays = ratings.count
    meanPain = ratings.isEmpty ? nil : Double(ratings.reduce(0, +)) / Double(ratings.count)
    worstPain = inMonth.compactMap(\.worstLegPain).max()
    flareDays = inMonth.count { $0.isFlare }
    stretchMinutes = sum(inMonth.map(\.stretchMinutes))
    shoes = Self.shoes(runs.filter { month.days.contains($0.day) })
    timing = pain.timing
    let load =
      DailySeries(measure, of: diary) ?? DailySeries(firstDay: month.firstDay, values: [])
    answer = CorrelationReport(
      CorrelationQuestion(load: measure, timing: pain.timing, lags: 1...3, sesoi: sesoi),
      load: load,
      pain: pain.series, timing: pain.timing, lacksMeasure: load.lacksEveryRun(of: diary))
    effects = monthlyEffects(load: load, pain: pain.series, timing: pain.timing)
    lag1 = Self.lag1(DailySeries(measure, of: inMonth), pain.series)
    lag1AllTime = Self.lag1(load, pain.series)
  }

  /// A total of the month's days.
  public subscript<Value>(dynamicMember total: KeyPath<DayTotals, Value>) -> Value {
    totals[keyPath: total]
  }

  /// The month's own effect, if it has enough days.
  public var effect: MonthlyEffects.Entry? { effects?.months.first { $0.month == month } }

  private static func lag1(_ load: DailySeries?, _ pain: DailySeries) -> LaggedCorrelation {
    let load = load ?? DailySeries(firstDay: pain.firstDay, values: [])
    return lagProfile(load: load, pain: pain, lags: 1...1)[0]
  }

  /// Each run against the longest of the 30 days before it (METHOD: Frandsen
  /// 2025).
  private static func spike(of month: Month, _ runs: [RunSummary]) -> Double? {
    runs.filter { month.days.contains($0.day) }.compactMap { run -> Double? in
      let before = runs.filter { (run.day - 30..<run.day).contains($0.day) }
      guard let distance = run.distanceM, let longest = before.compactMap(\.distanceM).max()
      else { return nil }
      return distance / longest
    }.max()
  }

  private static func shoes(_ runs: [RunSummary]) -> [Shoe] {
    Dictionary(grouping: runs.filter { $0.footwear != nil }) { $0.footwear ?? "" }
      .map { name, runs in
        Shoe(
          name: name, runs: runs.count,
          km: runs.reduce(0) { $0 + ($1.distanceM ?? 0) } / 1000)
      }
      .sorted { ($1.km, $0.name) < ($0.km, $1.name) }
  }
}

extension Journal {
  /// The summary of `month`, or of no days if the journal has none in it.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - measure: The load to correlate.
  ///   - timing: Which ratings to take; `nil` for the usual ones.
  ///   - sesoi: The smallest effect that matters, in points after a typical run.
  /// - Returns: The summary.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func report(
    on month: Month, measure: LoadMeasure = .km, timing: Timing? = nil, sesoi: Double = 1
  ) throws -> MonthReport {
    try snapshot {
      let diary = try days()
      let span = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
      let pain = PainSeries(
        try ratings(of: .leg), over: span ?? month.days, timing: timing)
      let runs = try runs(in: (month.firstDay - 30)...month.lastDay)
      return MonthReport(
        month, diary: diary, pain: pain, runs: runs, measure: measure, sesoi: sesoi)
    }
  }
}

public import CivilDay
public import Correlator

/// How load goes together with pain some days later, over one span of days.
public struct CorrelationReport: Equatable, Sendable {
  /// The days looked at, or `nil` if there are none.
  public let days: ClosedRange<Day>?
  /// One result for each lag, ascending.
  public let lags: [LaggedCorrelation]
  /// The median of the loads above 0, or `nil` without one.
  public let typicalRun: Double?
  /// Days with a load above 0.
  public let runDays: Int
  /// Days with a load of 0.
  public let restDays: Int
  /// The most consecutive days on which load or pain is unknown.
  public let longestGap: Int

  /// Correlates `load[t]` with `pain[t + lag]` for every lag.
  ///
  /// - Parameters:
  ///   - load: Daily load, or `nil` for none at all.
  ///   - pain: Daily pain over the same days.
  ///   - lags: Days from load to pain.
  public init(load: DailySeries?, pain: DailySeries?, lags: ClosedRange<Int>) {
    let none = DailySeries(firstDay: Day(daysSince1970: 0), values: [])
    let load = load ?? none
    let pain = pain ?? none
    days = load.values.isEmpty ? nil : load.firstDay...(load.firstDay + (load.values.count - 1))
    self.lags = lagProfile(load: load, pain: pain, lags: lags)
    let known = load.values.compactMap(\.self)
    let runs = known.filter { $0 > 0 }.sorted()
    typicalRun =
      runs.isEmpty ? nil : (runs[(runs.count - 1) / 2] + runs[runs.count / 2]) / 2
    runDays = runs.count
    restDays = known.count - runs.count
    var longest = 0
    var gap = 0
    for (load, pain) in zip(load.values, pain.values) {
      gap = load == nil || pain == nil ? gap + 1 : 0
      longest = max(longest, gap)
    }
    longestGap = longest
  }
}

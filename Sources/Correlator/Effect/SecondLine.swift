/// The adjusted effect given what else the days held.
///
/// The model of ``AdjustedEffect`` with further controls: hours of sitting,
/// flare-up, medication and the evening rating before, as far as the diary knows
/// them. If running itself shortens the sitting, the first line is the whole
/// effect; if sitting brings both pain and rest days, the second is the better one.
struct SecondLine {
  /// The columns of the first version.
  let columns: [DayColumn]

  private let versions: [EffectVersion]
  private let further: [[[Double]]]
  /// By version, at lags 1 to 3.
  private let fits: [[WeeklyFit]]

  /// The days that each lag from 1 to 3 needs.
  static let neededPairs = 60

  /// `nil` if no column is known well enough, or too few days are left.
  init?(_ model: EffectModel) {
    let chosen = model.versions.map { $0.secondLineColumns() }
    guard let first = chosen.first, chosen.allSatisfy({ !$0.isEmpty }) else { return nil }
    columns = first
    versions = model.versions
    further = zip(versions, chosen).map { version, columns in
      columns.compactMap { version.values(of: $0) }
    }
    var fits: [[WeeklyFit]] = []
    for (version, columns) in zip(versions, further) {
      let defined = VerdictLags.all.compactMap { version.fit(at: $0, further: columns) }
      guard defined.count == VerdictLags.all.count,
        defined.allSatisfy({ $0.estimate.pairs >= Self.neededPairs })
      else { return nil }
      fits.append(defined)
    }
    self.fits = fits
  }

  /// The fits at `lag` in each version; `nil` if one is undefined.
  func fits(at lag: Int) -> [WeeklyFit]? {
    if VerdictLags.all.contains(lag) { return fits.map { $0[lag - VerdictLags.all.lowerBound] } }
    let fits = zip(versions, further).compactMap { $0.fit(at: lag, further: $1) }
    return fits.count == versions.count ? fits : nil
  }
}

extension EffectVersion {
  /// The values of a column as a control, one per day; `nil` if the diary never
  /// had it or this version cannot use it.
  fileprivate func values(of column: DayColumn) -> [Double]? {
    // An evening's rating already stands among the controls of the evening version.
    if column == .eveningPain {
      return rating == .afterRun ? nil : diary.columns[column].map { diary.delayed($0, by: 1) }
    }
    return diary.columns[column]
  }

  /// The columns known on 80 % of the days at lag 1, ten of which differ from the
  /// most frequent value.
  fileprivate func secondLineColumns() -> [DayColumn] {
    let days = regression.slots(at: 1).map { Int(regression.design.days[$0]) }
    return DayColumn.allCases.filter { column in
      guard let values = values(of: column) else { return false }
      let known = days.lazy.map { values[$0] }.filter { !$0.isNaN }.sorted()
      guard !known.isEmpty, 10 * known.count >= 8 * days.count else { return false }
      return known.count - Self.largestTie(known) >= 10
    }
  }

  /// The length of the longest run of equal numbers among sorted ones.
  private static func largestTie(_ sorted: [Double]) -> Int {
    var (largest, current) = (0, 0)
    var last = Double.nan
    for value in sorted {
      current = value == last ? current + 1 : 1
      largest = max(largest, current)
      last = value
    }
    return largest
  }

  /// The effect at `lag` with further controls, on the days that know them all;
  /// `nil` with fewer than 20.
  fileprivate func fit(at lag: Int, further: [[Double]]) -> WeeklyFit? {
    let slots = regression.slots(at: lag) { day in further.allSatisfy { !$0[day].isNaN } }
    return slots.count < 20 ? nil : regression.fit(lag: lag, slots: slots, further: further)
  }
}

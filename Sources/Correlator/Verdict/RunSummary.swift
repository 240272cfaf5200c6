/// The habits of the runner, from a diary.
struct RunSummary {
  /// The median of the loads above zero; `nil` without any.
  let typicalRun: Double?
  /// The number of days with a load above zero.
  let runDays: Int
  /// The number of days known to have no load.
  let restDays: Int
  /// The longest run of days on which load or pain is unknown.
  let longestGap: Int
  /// Whether there are two different loads and three different pains.
  let hasVariation: Bool

  init(_ diary: PairedDays) {
    let runs = diary.load.filter { $0 > 0 }
    typicalRun = median(runs)
    runDays = runs.count
    restDays = diary.load.count { $0 <= 0 }
    var (gap, longest) = (0, 0)
    for day in 0..<diary.count {
      gap = diary.load[day].isNaN || diary.pain[day].isNaN ? gap + 1 : 0
      longest = max(longest, gap)
    }
    longestGap = longest
    hasVariation =
      Self.distinct(diary.load, atMost: 2) == 2 && Self.distinct(diary.pain, atMost: 3) == 3
  }

  /// The number of different known values, counted up to `limit`.
  private static func distinct(_ values: [Double], atMost limit: Int) -> Int {
    var found: [Double] = []
    for value in values where !value.isNaN && !found.contains(value) {
      found.append(value)
      if found.count == limit { break }
    }
    return found.count
  }
}

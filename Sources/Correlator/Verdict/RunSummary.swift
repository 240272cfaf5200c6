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
  /// Whether there are at least 15 run days, three different loads and three
  /// different pains.
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
      runs.count >= 15 && Self.hasThreeValues(diary.load) && Self.hasThreeValues(diary.pain)
  }

  private static func hasThreeValues(_ values: [Double]) -> Bool {
    guard let first = values.first(where: { !$0.isNaN }),
      let second = values.first(where: { !$0.isNaN && $0 != first })
    else { return false }
    return values.contains { !$0.isNaN && $0 != first && $0 != second }
  }
}

/// How many pairs at one lag have another pair *j* days later.
struct PartnerCounts: ~Copyable {
  /// Element *j* is the number of partners at a distance of *j* days.
  private(set) var counts: [Double] = []

  // Two lags share one transform; the second waits here for its turn.
  private var ahead: (lag: Int, counts: [Double])?
  private let mask: Buffer
  private let maskAhead: Buffer

  init(days: Int) {
    mask = Buffer(count: days)
    maskAhead = Buffer(count: days)
  }

  /// Sets `counts` for the pairs at `lag`, which lie at `times`, up to the
  /// distance `longest`.
  ///
  /// The first `count` of `times` are the days of the load, ascending. `sums`
  /// does the work for many distances and is `nil` for few.
  mutating func update(
    lag: Int, times: [Int32], count: Int, longest: Int, days: PairedDays,
    sums: inout AutocovarianceSums?
  ) {
    if let ahead, ahead.lag == lag, ahead.counts.count > longest {
      counts = ahead.counts
      return
    }
    if Int(times[count - 1] - times[0]) == count - 1 {
      counts = (0...longest).map { Double(count - $0) }
      return
    }
    Self.fill(mask, lag: lag, days: days)
    guard let limit = sums?.limit else {
      counts = (0...longest).map { mask.product(shifted: $0) }
      return
    }
    Self.fill(maskAhead, lag: lag + 1, days: days)
    sums?.compute(mask, maskAhead)
    counts = (0..<limit).map { sums?.first[$0].rounded() ?? 0 }
    ahead = (lag + 1, (0..<limit).map { sums?.second[$0].rounded() ?? 0 })
  }

  private static func fill(_ mask: borrowing Buffer, lag: Int, days: PairedDays) {
    for day in days.load.indices {
      let later = day + lag
      let isPair =
        days.pain.indices.contains(later) && !days.load[day].isNaN && !days.pain[later].isNaN
      mask[day] = isPair ? 1 : 0
    }
  }
}

/// The number of pairs at one lag with another pair *j* days later.
struct PartnerCounts: ~Copyable {
  /// Element *j* is the number of partners at a distance of *j* days.
  private(set) var counts: [Double] = []

  // Two lags share one transform; the second waits here.
  private var ahead: (lag: Int, counts: [Double])?
  private let mask: Buffer
  private let maskAhead: Buffer

  // 1 on days with a known value.
  private let loadIsKnown: Buffer
  private let painIsKnown: Buffer
  private let days: Int

  init(_ diary: PairedDays) {
    days = diary.count
    mask = Buffer(count: days)
    maskAhead = Buffer(count: days)
    loadIsKnown = Buffer(count: days)
    painIsKnown = Buffer(count: days)
    for day in 0..<days {
      loadIsKnown[day] = diary.load[day].isNaN ? 0 : 1
      painIsKnown[day] = diary.pain[day].isNaN ? 0 : 1
    }
  }

  /// Sets `counts` for the pairs at `lag`, at the days `times`, up to the
  /// distance `longest`.
  ///
  /// The first `count` of `times` are the days of the load, ascending. `sums`
  /// does the work for many distances and is `nil` for few.
  mutating func update(
    lag: Int, times: [Int32], count: Int, longest: Int, sums: inout AutocovarianceSums?
  ) {
    if let ahead, ahead.lag == lag, ahead.counts.count > longest {
      counts = ahead.counts
      return
    }
    if Int(times[count - 1] - times[0]) == count - 1 {
      counts = (0...longest).map { Double(count - $0) }
      return
    }
    guard let limit = sums?.limit else {
      let pairs = DaySet(times, count: count)
      counts = (0...longest).map { Double(pairs.countShared(withItselfAfter: $0)) }
      return
    }
    fill(mask, lag: lag)
    fill(maskAhead, lag: lag + 1)
    sums?.compute(mask, maskAhead)
    counts = (0..<limit).map { sums?.first[$0].rounded() ?? 0 }
    ahead = (lag + 1, (0..<limit).map { sums?.second[$0].rounded() ?? 0 })
  }

  private func fill(_ mask: borrowing Buffer, lag: Int) {
    mask.clear()
    for day in max(0, -lag)..<max(0, -lag, min(days, days - lag)) {
      mask.start[day] = loadIsKnown.start[day] * painIsKnown.start[day + lag]
    }
  }
}

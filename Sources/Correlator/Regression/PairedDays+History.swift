internal import CivilDay

/// What was known before each day.
extension PairedDays {
  func weekday(_ day: Int) -> Int { (firstDay.weekday + day) % 7 }

  /// t/n − 1/2.
  func trend() -> [Double] { (0..<count).map { Double($0) / Double(count) - 0.5 } }

  /// The value `days` before each day, NaN without one.
  func delayed(_ values: [Double], by days: Int) -> [Double] {
    [Double](repeating: .nan, count: min(days, values.count)) + values.dropLast(days)
  }

  /// The mean of the known values in the seven days before each day, or
  /// `otherwise` without any.
  func pastWeek(_ values: [Double], otherwise: [Double]) -> [Double] {
    let filled = Buffer(count: count)
    let known = Buffer(count: count)
    for (day, value) in values.enumerated() where !value.isNaN {
      (filled[day], known[day]) = (value, 1)
    }
    let sums = Buffer(count: count)
    let counts = Buffer(count: count)
    for back in 1...7 {
      let (laterSums, laterCounts) = (sums.start + back, counts.start + back)
      for day in 0..<max(0, count - back) {
        laterSums[day] += filled.start[day]
        laterCounts[day] += known.start[day]
      }
    }
    return values.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : otherwise[$0] }
  }

  /// The last known pain at or before each day; the mean of all before the
  /// first.
  func lastKnownPain() -> [Double] {
    var sum = 0.0
    var known = 0.0
    for value in pain where !value.isNaN {
      sum += value
      known += 1
    }
    var last = known > 0 ? sum / known : 0
    return pain.map { value in
      if !value.isNaN { last = value }
      return last
    }
  }
}

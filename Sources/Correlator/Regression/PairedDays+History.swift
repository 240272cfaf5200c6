internal import CivilDay

/// What was known before each day.
extension PairedDays {
  func weekday(_ day: Int) -> Int { (firstDay.weekday + day) % 7 }

  /// t/n − 1/2.
  func trend() -> [Double] { (0..<count).map { Double($0) / Double(count) - 0.5 } }

  /// The value `days` before each day, NaN where there is none.
  func delayed(_ values: [Double], by days: Int) -> [Double] {
    [Double](repeating: .nan, count: min(days, values.count)) + values.dropLast(days)
  }

  /// The mean of what is known of the seven days before each day, and the value
  /// of `otherwise` if nothing is.
  func pastWeek(_ values: [Double], otherwise: [Double]) -> [Double] {
    let known = values.map { $0.isNaN ? 0.0 : 1 }
    let filled = values.map { $0.isNaN ? 0 : $0 }
    return values.indices.map { day in
      var sum = 0.0
      var count = 0.0
      for index in max(0, day - 7)..<day {
        sum += filled[index]
        count += known[index]
      }
      return count > 0 ? sum / count : otherwise[day]
    }
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

/// The distinct values of a series as whole numbers, and its days in the order
/// of their values.
///
/// Sorting once for all lags makes ranks at one lag a matter of counting.
struct Levels {
  /// The number of the value of each day, 0 for the smallest; −1 if unknown.
  let ofDay: [Int32]

  /// The known days, sorted by value; equal values stay in time order.
  let sortedDays: [Int32]

  /// The number of distinct values.
  let count: Int

  /// Ranks the values that are not NaN.
  init(_ values: [Double]) {
    var known: [(value: Double, day: Int32)] = []
    known.reserveCapacity(values.count)
    for (day, value) in values.enumerated() where !value.isNaN {
      known.append((value, Int32(day)))
    }
    known.sort { $0.value != $1.value ? $0.value < $1.value : $0.day < $1.day }
    var ofDay = [Int32](repeating: -1, count: values.count)
    var level: Int32 = -1
    var last = Double.nan
    for (value, day) in known {
      if value != last { level += 1 }
      last = value
      ofDay[Int(day)] = level
    }
    self.ofDay = ofDay
    self.sortedDays = known.map(\.day)
    self.count = Int(level) + 1
  }
}

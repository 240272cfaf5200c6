/// The distinct values of a series as whole numbers, and its days in order of
/// value.
///
/// Sorting once for all lags turns ranking at one lag into counting.
struct Levels {
  /// The level of each day, 0 for the smallest value; −1 if unknown.
  let ofDay: [Int32]

  /// The known days, sorted by value; equal values stay in time order.
  let sortedDays: [Int32]

  /// The ranges of `sortedDays` with equal values.
  let groups: [Range<Int>]

  /// The number of distinct values.
  var count: Int { groups.count }

  /// Ranks the values that are not NaN.
  init(_ values: [Double]) {
    var known: [(value: Double, day: Int32)] = []
    known.reserveCapacity(values.count)
    for (day, value) in values.enumerated() where !value.isNaN {
      known.append((value, Int32(day)))
    }
    known.sort { $0.value != $1.value ? $0.value < $1.value : $0.day < $1.day }
    var ofDay = [Int32](repeating: -1, count: values.count)
    var groups: [Range<Int>] = []
    var start = 0
    for (index, entry) in known.enumerated() {
      ofDay[Int(entry.day)] = Int32(groups.count)
      if index + 1 == known.count || known[index + 1].value != entry.value {
        groups.append(start..<(index + 1))
        start = index + 1
      }
    }
    self.ofDay = ofDay
    self.sortedDays = known.map(\.day)
    self.groups = groups
  }
}

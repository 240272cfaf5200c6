/// The middle value, or the mean of the two middle ones; `nil` if empty.
///
/// - Complexity: O(*n*) on average.
public func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  var values = values
  let middle = values.count / 2
  values.select(middle)
  guard values.count.isMultiple(of: 2) else { return values[middle] }
  // Everything before the middle is at most as large as it.
  let before = values[..<middle].max() ?? values[middle]
  return (before + values[middle]) / 2
}

/// The value with the share `p` of all values below it, interpolated; `nil` if
/// empty.
///
/// With the values in order from x₀ on, *h* = (*n* − 1) `p` and *k* = ⌊*h*⌋,
///
/// ```text
/// Q(p) = xₖ + (h − k)(xₖ₊₁ − xₖ)
/// ```
///
/// which is type 7 of Hyndman and Fan 1996, *Am. Stat.* 50:361, and the
/// `percentile_cont` of SQL.
///
/// - Parameters:
///   - p: 0 to 1.
///   - values: Any numbers, in any order.
/// - Returns: A number between the least and the greatest value.
/// - Complexity: O(*n*) on average.
public func quantile(_ p: Double, of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  var values = values
  let place = Double(values.count - 1) * min(max(p, 0), 1)
  let below = Int(place)
  values.select(below)
  let (low, part) = (values[below], place - Double(below))
  guard part > 0, let high = values[(below + 1)...].min(), high != low else { return low }
  return low + part * (high - low)
}

/// The median distance from the median; `nil` if empty.
///
/// It is not scaled: multiply by 1.4826 to estimate the standard deviation of
/// normal values.
public func medianAbsoluteDeviation(_ values: [Double]) -> Double? {
  median(values).flatMap { centre in
    // Equal values have distance 0, even if infinite.
    median(values.map { $0 == centre ? 0 : abs($0 - centre) })
  }
}

extension [Double] {
  /// Moves the value of rank `rank` to its place, with no larger one before it
  /// and no smaller one after.
  ///
  /// Hoare's selection, which avoids sorting everything.
  fileprivate mutating func select(_ rank: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = self[(low + high) / 2]
      var (i, j) = (low, high)
      while i <= j {
        while self[i] < pivot { i += 1 }
        while self[j] > pivot { j -= 1 }
        if i <= j {
          swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return
      }
    }
  }
}

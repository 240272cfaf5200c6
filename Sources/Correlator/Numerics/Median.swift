/// The middle value, or the mean of the two middle ones; `nil` of nothing.
///
/// Hoare's selection, so that not everything need be sorted: O(*n*) on average.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  var values = values
  let middle = values.count / 2
  var (low, high) = (0, values.count - 1)
  while low < high {
    let pivot = values[(low + high) / 2]
    var (i, j) = (low, high)
    while i <= j {
      while values[i] < pivot { i += 1 }
      while values[j] > pivot { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    if middle <= j {
      high = j
    } else if middle >= i {
      low = i
    } else {
      break
    }
  }
  guard values.count.isMultiple(of: 2) else { return values[middle] }
  // Everything before the middle is at most as large as it.
  let before = values[..<middle].max() ?? values[middle]
  return (before + values[middle]) / 2
}

/// A set of days, one bit each.
struct DaySet {
  private let words: [UInt64]

  /// The first `count` of `days`, which are ascending and not negative.
  init(_ days: [Int32], count: Int) {
    let last = count > 0 ? Int(days[count - 1]) : 0
    var words = [UInt64](repeating: 0, count: last / 64 + 1)
    for index in 0..<count {
      words[Int(days[index]) / 64] |= 1 << UInt64(days[index] & 63)
    }
    self.words = words
  }

  /// The number of days that have another `distance` days later.
  func countShared(withItselfAfter distance: Int) -> Int {
    let (whole, part) = (distance / 64, UInt64(distance % 64))
    var count = 0
    for index in 0..<max(0, words.count - whole) {
      var later = words[index + whole] >> part
      if part > 0, index + whole + 1 < words.count {
        later |= words[index + whole + 1] << (64 - part)
      }
      count += (words[index] & later).nonzeroBitCount
    }
    return count
  }
}

internal import CivilDay

/// The days of the rows of a frame, in the order of the rows.
struct DayColumn: ~Copyable {
  private var numbers = FrameColumn<Int32>()
  /// Whether every row so far was later than the one before it.
  private(set) var isAscending = true

  /// Appends the day of a new row.
  mutating func append(_ day: Day) throws(FunctionError) {
    let number = Int32(day.daysSince1970)
    isAscending = isAscending && numbers.withValues { $0.last ?? .min } < number
    try numbers.append(number)
  }

  /// Removes the oldest row, if any.
  mutating func removeFirst() { numbers.removeFirst() }

  /// The number of calendar days from the first to the last.
  var span: Int {
    numbers.withValues { numbers in
      guard let first = numbers.min(), let last = numbers.max() else { return 0 }
      return Int(last - first) + 1
    }
  }

  /// The place of each row's day, counted from the first day.
  ///
  /// - Throws: ``FunctionError/refused(_:)`` for a day with two rows.
  func places() throws(FunctionError) -> [Int32] {
    var isTaken = [Bool](repeating: false, count: span)
    var places: [Int32] = []
    let isUnique = numbers.withValues { numbers in
      let first = numbers.min() ?? 0
      places.reserveCapacity(min(numbers.count, isTaken.count))
      for number in numbers {
        let place = number - first
        guard !isTaken[Int(place)] else { return false }
        isTaken[Int(place)] = true
        places.append(place)
      }
      return true
    }
    guard isUnique else {
      throw .refused("a day has more than one row; use GROUP BY day, or a view with one row a day")
    }
    return places
  }
}

internal import CivilDay

/// A regressor and the columns that it is to be freed of, on every day that has
/// them all.
struct ControlledDesign: ~Copyable {
  /// The days, ascending.
  let days: [Int32]

  /// The number of control columns, at most 16.
  let columns: Int

  /// The distance between columns: the number of days in whole fours.
  let stride: Int

  /// The control columns, one after the other.
  let controls: Buffer

  /// The regressor on each of `days`.
  let regressor: Buffer

  /// Fills the design for `days`; `fill` gets the row and the day, and writes
  /// the controls with `set`.
  init(
    days: [Int32], columns: Int, regressor: [Double],
    control: (_ day: Int, _ set: (_ column: Int, _ value: Double) -> Void) -> Void
  ) {
    precondition(columns <= 16, "A row of controls must fit one vector.")
    let stride = Buffer.wholeFours(days.count)
    self.days = days
    self.columns = columns
    self.stride = stride
    self.controls = Buffer(count: columns * stride)
    self.regressor = Buffer(count: stride)
    for (row, day) in days.enumerated() {
      self.regressor[row] = regressor[Int(day)]
      let start = controls.start + row
      control(Int(day)) { column, value in start[column * stride] = value }
    }
  }
}

extension ControlledDesign {
  /// When the pain of a day was rated.
  enum Rating {
    /// Before the day's run.
    case beforeRun
    /// After it.
    case afterRun
  }

  /// The effect of load on later pain: fourteen controls.
  ///
  /// With `p` = t for a rating before the run, t − 1 for one after it:
  /// 1, y[p], mean y over p−7 ..< p, x[t−1], mean x over t−7 ..< t, F[p−1],
  /// x[t−2], t/n − 1/2 and six weekdays. F is the last known pain.
  static func effect(_ diary: PairedDays, rated rating: Rating) -> ControlledDesign {
    let (x, y) = (diary.load, diary.pain)
    let back = rating == .beforeRun ? 0 : 1
    let days = diary.days(from: 2) { t in
      !x[t].isNaN && !x[t - 1].isNaN && !x[t - 2].isNaN && !y[t - back].isNaN
    }
    let lastKnown = diary.lastKnownPain()
    return ControlledDesign(days: days, columns: 14, regressor: x) { t, set in
      let p = t - back
      set(0, 1)
      set(1, y[p])
      set(2, meanOfKnown(y, before: p) ?? y[p])
      set(3, x[t - 1])
      set(4, meanOfKnown(x, before: t) ?? x[t - 1])
      set(5, lastKnown[p - 1])
      set(6, x[t - 2])
      set(7, diary.trend(t))
      let weekday = diary.weekday(t)
      if weekday > 0 { set(7 + weekday, 1) }
    }
  }

  /// The effect of pain on the load of the same or a later day: thirteen
  /// controls.
  ///
  /// 1, x[t−1], mean x over t−7 ..< t, x[t−2], mean y over t−7 ..< t, F[t−1],
  /// t/n − 1/2 and six weekdays.
  static func reverse(_ diary: PairedDays) -> ControlledDesign {
    let (x, y) = (diary.load, diary.pain)
    let days = diary.days(from: 2) { t in
      !y[t].isNaN && !x[t - 1].isNaN && !x[t - 2].isNaN
    }
    let lastKnown = diary.lastKnownPain()
    return ControlledDesign(days: days, columns: 13, regressor: y) { t, set in
      set(0, 1)
      set(1, x[t - 1])
      set(2, meanOfKnown(x, before: t) ?? x[t - 1])
      set(3, x[t - 2])
      set(4, meanOfKnown(y, before: t) ?? lastKnown[t - 1])
      set(5, lastKnown[t - 1])
      set(6, diary.trend(t))
      let weekday = diary.weekday(t)
      if weekday > 0 { set(6 + weekday, 1) }
    }
  }
}

/// The mean of what is known of the seven days before `day`.
private func meanOfKnown(_ values: [Double], before day: Int) -> Double? {
  var sum = 0.0
  var count = 0.0
  for index in max(0, day - 7)..<day where !values[index].isNaN {
    sum += values[index]
    count += 1
  }
  return count > 0 ? sum / count : nil
}

extension PairedDays {
  fileprivate func days(from first: Int, where isUsable: (Int) -> Bool) -> [Int32] {
    guard count > first else { return [] }
    return (first..<count).compactMap { isUsable($0) ? Int32($0) : nil }
  }

  fileprivate func trend(_ day: Int) -> Double { Double(day) / Double(count) - 0.5 }

  fileprivate func weekday(_ day: Int) -> Int { (firstDay.weekday + day) % 7 }

  /// The last known pain at or before each day; the mean of all before the
  /// first.
  fileprivate func lastKnownPain() -> [Double] {
    let known = pain.filter { !$0.isNaN }
    var last = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    return pain.map { value in
      if !value.isNaN { last = value }
      return last
    }
  }
}

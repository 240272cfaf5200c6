/// A regressor and its controls, on every day with values for all of them.
///
/// The controls are a constant, up to seven columns of numbers, and a dummy for
/// every weekday after the first. Days of the same weekday are consecutive, so
/// constant and dummies need no columns: removing them means subtracting the mean
/// of each weekday.
struct ControlledDesign: ~Copyable {
  /// The largest number of columns.
  static let width = 7

  /// The number of columns in use.
  let columns: Int

  /// The day in each slot; `noDay` in the slots that pad a weekday to a multiple
  /// of four.
  let days: [Int32]

  /// The slots with a day, by ascending day.
  let slots: [Int32]

  /// The slots of each weekday, Monday first.
  let weekdays: [Range<Int>]

  /// The number of slots.
  var stride: Int { days.count }

  /// The columns, each `stride` long, zero in slots without a day.
  let controls: Buffer

  /// The regressor in each slot.
  let regressor: Buffer

  static let noDay = Int32(1 << 30)

  /// Lays out `days`, ascending, with `weekday(day)` for each.
  init(
    days: [Int32], weekday: (_ day: Int) -> Int, regressor values: [Double], columns: [[Double]]
  ) {
    precondition(columns.count <= Self.width, "There is room for seven columns.")
    var counts = [Int](repeating: 0, count: 7)
    for day in days { counts[weekday(Int(day))] += 1 }
    var weekdays: [Range<Int>] = []
    var stride = 0
    for count in counts {
      weekdays.append(stride..<(stride + count))
      stride += Buffer.wholeFours(count)
    }
    var next = weekdays.map(\.lowerBound)
    var dayInSlot = [Int32](repeating: Self.noDay, count: stride)
    var slots: [Int32] = []
    slots.reserveCapacity(days.count)
    for day in days {
      let weekday = weekday(Int(day))
      dayInSlot[next[weekday]] = day
      slots.append(Int32(next[weekday]))
      next[weekday] += 1
    }
    self.columns = columns.count
    self.days = dayInSlot
    self.slots = slots
    self.weekdays = weekdays
    controls = Buffer(count: Self.width * stride)
    regressor = Buffer(count: stride)
    for slot in 0..<stride where dayInSlot[slot] != Self.noDay {
      let day = Int(dayInSlot[slot])
      regressor[slot] = values[day]
      for (index, column) in columns.enumerated() {
        controls[index * stride + slot] = column[day]
      }
    }
  }
}

extension ControlledDesign {
  /// The weekday of a slot with a day, 0 to 6.
  func weekday(of slot: Int) -> Int { weekdays.firstIndex { $0.contains(slot) } ?? 0 }

  /// When the pain of a day was rated.
  enum Rating {
    /// Before the day's run.
    case beforeRun
    /// After it.
    case afterRun
  }

  /// The effect of load on later pain.
  ///
  /// With `p` = t for a rating before the run, t − 1 for one after it, the
  /// columns are y[p], mean y over p−7 ..< p, x[t−1], mean x over t−7 ..< t,
  /// F[p−1], x[t−2] and t/n − 1/2. F is the last known pain.
  static func effect(_ diary: PairedDays, rated rating: Rating) -> ControlledDesign {
    let (x, y) = (diary.load, diary.pain)
    let back = rating == .beforeRun ? 0 : 1
    let rated = diary.delayed(y, by: back)
    let known = (0..<diary.count).filter { t in
      t >= 2 && !x[t].isNaN && !x[t - 1].isNaN && !x[t - 2].isNaN && !rated[t].isNaN
    }
    return ControlledDesign(
      days: known.map { Int32($0) }, weekday: diary.weekday, regressor: x,
      columns: [
        rated, diary.delayed(diary.pastWeek(y, otherwise: y), by: back), diary.delayed(x, by: 1),
        diary.pastWeek(x, otherwise: x), diary.delayed(diary.lastKnownPain(), by: back + 1),
        diary.delayed(x, by: 2), diary.trend(),
      ])
  }

  /// The effect of pain on the load of the same or a later day.
  ///
  /// The columns are x[t−1], mean x over t−7 ..< t, x[t−2], mean y over
  /// t−7 ..< t, F[t−1] and t/n − 1/2.
  static func reverse(_ diary: PairedDays) -> ControlledDesign {
    let (x, y) = (diary.load, diary.pain)
    let known = (0..<diary.count).filter { t in
      t >= 2 && !y[t].isNaN && !x[t - 1].isNaN && !x[t - 2].isNaN
    }
    let lastPain = diary.delayed(diary.lastKnownPain(), by: 1)
    return ControlledDesign(
      days: known.map { Int32($0) }, weekday: diary.weekday, regressor: y,
      columns: [
        diary.delayed(x, by: 1), diary.pastWeek(x, otherwise: x), diary.delayed(x, by: 2),
        diary.pastWeek(y, otherwise: lastPain), lastPain, diary.trend(),
      ])
  }
}

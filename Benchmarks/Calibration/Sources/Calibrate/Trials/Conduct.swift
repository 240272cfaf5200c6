import CivilDay
import Correlator

/// How a person goes through a trial: what the coin says, and what becomes of it.
struct Conduct: ShoeChoice {
  /// What goes wrong.
  struct Faults: Sendable {
    /// The share of weeks without any run.
    var holidays = 0.0
    /// The share of mornings without a rating.
    var lostRatings = 0.0
    /// Whether a rating of 7 or more pauses the trial for two weeks.
    var pauses = false
    /// Whether a bad morning, two points worse than the last and at least 5, ends the runs
    /// of the week, half of the time also those of the next, and is half of the time not
    /// rated.
    var quits = false
    /// The share of runs in the other shoe than that of the coin.
    var wrongShoes = 0.0

    static let none = Faults()
    static let all = Faults(
      holidays: 0.15, lostRatings: 0.15, pauses: true, quits: true, wrongShoes: 0.2)
  }

  let schedule: TrialSchedule
  let unit: TrialUnit
  let faults: Faults
  /// The first day of the trial; any shoe before.
  let start: Int

  /// The days of each unit that has begun.
  private(set) var units: [[Int]] = []
  private var place = 0
  private var isHoliday = false
  private var pausedUntil = 0
  private var restsUntil = 0
  private var lastRating = 10.0

  init(_ schedule: TrialSchedule, unit: TrialUnit, faults: Faults = .none, start: Int = 0) {
    self.schedule = schedule
    self.unit = unit
    self.faults = faults
    self.start = start
  }

  /// The shoe of a unit, from 0.
  func shoe(ofUnit unit: Int) -> Shoe {
    let first: Shoe = schedule.startsWithB(pair: unit / 2) ? .b : .a
    return unit.isMultiple(of: 2) ? first : first.other
  }

  mutating func today(_ morning: ShoeRunner.Morning, _ random: inout Random) -> ShoeDay {
    guard morning.day >= start else { return ShoeDay(shoe: .a) }
    if (morning.day - start).isMultiple(of: 7) { isHoliday = random.unit() < faults.holidays }
    var today = ShoeDay(shoe: .a)
    if faults.lostRatings > 0 { today.isRated = random.unit() >= faults.lostRatings }
    if faults.pauses, morning.rating >= 7, morning.day >= pausedUntil {
      pausedUntil = morning.day + 14
    }
    if faults.quits, morning.rating >= 5, morning.rating >= lastRating + 2 {
      restsUntil = morning.day + (random.unit() < 0.5 ? 7 : 14) - place % 7
      if random.unit() < 0.5 { today.isRated = false }
    }
    lastRating = morning.rating
    let isPaused = morning.day < pausedUntil
    if unit == .week, !isPaused {
      if place.isMultiple(of: 7) { units.append([]) }
      units[place / 7].append(morning.day)
      place += 1
    }
    today.shoe = shoe(ofUnit: unit == .week ? max(0, units.count - 1) : units.count)
    if faults.wrongShoes > 0, random.unit() < faults.wrongShoes { today.shoe = today.shoe.other }
    if isHoliday || morning.day < restsUntil { today.chance = 0 }
    return today
  }

  /// A run after a day without one is a unit, if the coin decides about runs.
  mutating func ran(_ morning: ShoeRunner.Morning) {
    guard unit == .run, morning.day >= max(start, pausedUntil), !morning.ranYesterday else {
      return
    }
    units.append([morning.day])
  }

  /// The differences B − A of the first `count` pairs with two outcomes, and the day after the
  /// last unit; a pair with an empty unit is left out.
  func differences(_ life: ShoeLife, count: Int) -> (values: [Double], end: Int) {
    let diary = life.diary()
    var values: [Double] = []
    var end = start
    for pair in 0..<(units.count / 2) where values.count < count {
      let outcomes = units[(2 * pair)...(2 * pair + 1)].map { days in
        overnightChange(diary, days: days.map { life.firstDay + $0 })
      }
      end = (units[2 * pair + 1].last ?? end) + 1
      guard let first = outcomes[0], let second = outcomes[1] else { continue }
      values.append(shoe(ofUnit: 2 * pair) == .a ? second - first : first - second)
    }
    return (values, end)
  }
}

public import CivilDay
public import JournalModel

/// How far a trial has gone on a day. It says nothing about its effect.
public struct TrialProgress: Equatable, Sendable {
  /// The trial.
  public let trial: Trial
  /// The units that have been drawn, in order.
  public let units: [DrawnUnit]
  /// Today.
  public let today: Day
  /// Whether the leg is rated today.
  public let isRatedToday: Bool

  /// Creates the progress of a trial.
  public init(_ trial: Trial, units: [DrawnUnit], today: Day, isRatedToday: Bool) {
    self.trial = trial
    self.units = units
    self.today = today
    self.isRatedToday = isRatedToday
  }

  private var plan: TrialPlan { trial.plan }

  /// Whether it rests today.
  public var isPaused: Bool { trial.end == nil && trial.isPaused(on: today) }

  /// The unit that today belongs to; for units of one run the next run's, `nil` on a
  /// day of a pause, before the start and after the end.
  public var current: DrawnUnit? {
    guard trial.end == nil, !isPaused else { return nil }
    return switch plan.unit {
    case .run: open.flatMap { today >= plan.startDay ? $0 : nil }
    case .week:
      units.last { unit in
        unit.firstDay.map { $0 <= today } ?? false && unit.lastDay.map { today <= $0 } ?? true
      }
    }
  }

  /// The first unit of one run that has no run yet.
  var open: DrawnUnit? {
    let done = units.last { $0.firstDay != nil }?.number ?? 0
    return units.first { $0.number > done }
  }

  /// The unit that follows the current one, if its arm is known already.
  public var next: DrawnUnit? {
    guard trial.end == nil, !isPaused else { return nil }
    let first = current?.number ?? 0
    return units.first { unit in
      unit.number > first && (plan.unit == .run || unit.firstDay.map { $0 > today } ?? false)
    }
  }

  /// Today's number in the current week, from 1.
  public var dayOfWeek: Int? {
    guard plan.unit == .week, let first = current?.firstDay else { return nil }
    return (first...today).count { !trial.isPaused(on: $0) }
  }

  /// Whether the outcome of a unit can no longer change by living on: the morning
  /// after its last day has been rated, or has passed.
  func isSettled(_ unit: DrawnUnit) -> Bool {
    guard let last = unit.lastDay else { return false }
    return trial.end != nil || today > last + 1 || (today == last + 1 && isRatedToday)
  }

  /// The pairs of which both units are over and have an outcome.
  public var analysedPairs: [TrialPair] {
    pairs.filter { isSettled($0.first) && isSettled($0.second) }
      .compactMap { TrialPair($0.first, $0.second) }
  }

  /// The number of pairs that are over but lack an outcome; they are replaced at the
  /// end.
  public var lostPairs: Int {
    pairs.count { pair in
      isSettled(pair.first) && isSettled(pair.second) && TrialPair(pair.first, pair.second) == nil
    }
  }

  private var pairs: [(first: DrawnUnit, second: DrawnUnit)] {
    zip(units, units.dropFirst()).filter { $0.isFirst && $0.pair == $1.pair }
      .map { (first: $0, second: $1) }
  }

  /// The most pairs that are drawn, replacements included.
  private var mostPairs: Int { 2 * plan.pairs }

  /// Whether there are all the pairs of the plan, or no more can be drawn.
  public var isComplete: Bool {
    analysedPairs.count >= plan.pairs || analysedPairs.count + lostPairs >= mostPairs
  }

  /// Whether the next arm is to be drawn.
  var drawsNext: Bool {
    guard trial.end == nil, !isPaused, !isComplete, today >= plan.startDay - 1 else { return false }
    guard let last = units.last else { return true }
    let isOver =
      switch plan.unit {
      case .run: last.firstDay != nil
      case .week: last.lastDay.map { $0 <= today } ?? false
      }
    return isOver && (last.isFirst || last.pair < min(plan.pairs + lostPairs, mostPairs))
  }

  /// The units with a run of which nobody has said what was done.
  public var unanswered: [DrawnUnit] {
    units.filter { unit in
      unit.done == nil && unit.runDays > 0 && unit.lastDay.map { $0 <= today } ?? false
    }
  }

  /// About how many days are left without further pauses; for units of one run at the
  /// pace so far, `nil` before the first.
  public var daysLeft: Int? {
    guard trial.end == nil, !isComplete else { return nil }
    let missing = 2 * (min(plan.pairs + lostPairs, mostPairs))
    switch plan.unit {
    case .week:
      let first = max(plan.startDay, today)
      guard today >= plan.startDay else { return 7 * missing + (plan.startDay - today) }
      let done = (plan.startDay..<first).count { !trial.isPaused(on: $0) }
      return max(7 * missing - done, 1)
    case .run:
      let done = units.count { $0.firstDay != nil }
      guard done > 0 else { return nil }
      let days = (plan.startDay...max(today, plan.startDay)).count { !trial.isPaused(on: $0) }
      return max((missing - done) * days / done, 1)
    }
  }
}

/// The outcomes of both units of a pair.
public struct TrialPair: Equatable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The unit that the coin gave arm A.
  public let a: DrawnUnit
  /// The unit that the coin gave arm B.
  public let b: DrawnUnit
  /// The outcome of arm B minus that of arm A, in points.
  public let difference: Double

  /// Creates a pair; `nil` if an outcome is missing.
  init?(_ first: DrawnUnit, _ second: DrawnUnit) {
    let (a, b) = first.arm == .a ? (first, second) : (second, first)
    guard let atA = a.painChange, let atB = b.painChange else { return nil }
    number = first.pair
    (self.a, self.b) = (a, b)
    difference = atB - atA
  }
}

import CivilDay
import Correlator

/// The days behind an answer side by side, and what is counted on them.
struct DiaryFacts {
  let answer: CorrelationReport
  /// Whether there was a run, by day from the first; `nil` is unknown.
  let ran: [Bool?]
  /// The pain that the answer uses.
  let pains: [Double?]
  /// Whether the runner chose the time of the ratings.
  let timingIsChosen: Bool
  /// The best time of each day's ratings.
  let times: [Timing?]
  /// Whether the run days have the measure of load.
  let measured: Rate
  /// The newest run day without it.
  let newestUnmeasured: Day?
  /// Whether the rest days are confirmed.
  let confirmedRest: Habit

  private let first: Day
  private let diary: LoadAndPain
  /// The number of days that are over.
  private let finished: Int

  /// - Parameters:
  ///   - answer: The answer.
  ///   - diary: The days behind it.
  ///   - today: Today, which is not over; `nil` if every day is.
  init(_ answer: CorrelationReport, _ diary: LoadAndPain, today: Day?) {
    self.answer = answer
    self.diary = diary
    let (ran, pains) = diary.diary.runsAndPains
    let first = answer.analysis.calendar?.lowerBound ?? diary.pain.firstDay
    let days = ran.indices.map { first + $0 }
    self.first = first
    finished = min(ran.count, max(0, (today ?? first + ran.count) - first))
    timingIsChosen = diary.timingIsChosen
    self.pains = pains
    self.ran = zip(days, ran).map { diary.unmeasuredRuns.contains($0) ? true : $1 }
    times = days.map { day in
      let index = day - diary.pain.firstDay
      return diary.times.indices.contains(index) ? diary.times[index] : nil
    }
    let runDays = self.ran.count { $0 == true }
    measured = Rate(count: runDays - diary.unmeasuredRuns.count, of: runDays)
    newestUnmeasured = diary.unmeasuredRuns.max()
    confirmedRest = Habit(
      zip(days, self.ran).map { $1 == false ? !diary.impliedRest.contains($0) : nil })
  }

  /// Whether each day that is over is known to have a run or not.
  var known: [Bool] { ran.prefix(finished).map { $0 != nil } }

  /// The newest days in a row that may be a run or a rest.
  var newestUnknown: ClosedRange<Day>? { newestDays { $0 < finished && ran[$0] == nil } }

  /// The newest rest days in a row that nobody confirmed.
  var newestImplied: ClosedRange<Day>? {
    newestDays { diary.impliedRest.contains(first + $0) }
  }

  private func newestDays(_ isOne: (Int) -> Bool) -> ClosedRange<Day>? {
    guard let last = ran.indices.last(where: isOne) else { return nil }
    var start = last
    while start > 0, isOne(start - 1) { start -= 1 }
    return first + start...first + last
  }

  /// The smallest share of the load's variation left to compare at lags 1 to 3; `nil`
  /// without an estimate from as many days as an answer needs.
  var share: Double? {
    let effects = answer.analysis.lags.filter { (1...3).contains($0.correlation.lag) }
      .compactMap { $0.adjusted?.estimate }.filter { $0.pairs >= 60 }
    return effects.map(\.share).min()
  }

  /// The loads of nine runs in ten, if they differ by a tenth of the median at most:
  /// a runner with a single loop.
  var sameLoad: ClosedRange<Double>? {
    let runs = diary.load.values.compactMap(\.self).filter { $0 > 0 }.sorted()
    guard runs.count >= 15, let median = median(runs) else { return nil }
    let (low, high) = (runs[runs.count / 20], runs[runs.count - 1 - runs.count / 20])
    return 10 * (high - low) <= median ? low...high : nil
  }

  /// Twelve weeks show a plan.
  private static let weeksOfPlan = 84

  /// The weekday with a run on nine of ten known days, or more.
  var fixedRunDay: Int? {
    let recent = ran.indices.suffix(Self.weeksOfPlan)
    let shares = (0..<7).map { weekday -> Double in
      let known = recent.filter { (first + $0).weekday == weekday && ran[$0] != nil }
      // Half of twelve weeks: fewer could be a coincidence.
      guard known.count >= 6 else { return 0 }
      return Double(known.count { ran[$0] == true }) / Double(known.count)
    }
    return shares.indices.filter { shares[$0] >= 0.9 }.max { shares[$0] < shares[$1] }
  }

  // MARK: Columns

  /// What else the rated days may hold.
  var columns: [DiaryCheck.Column] {
    let days = diary.diary
    var columns = [column(.sitting) { days.sitting?[$0] != nil }]
    if answer.timing == .morning {
      columns.append(column(.eveningPain) { days.eveningPain?[$0] != nil })
    }
    if hasFlareLikeDays { columns.append(column(.flare) { days.flare?[$0] == 1 }) }
    if hasMuchPain { columns.append(column(.medication) { days.medication?[$0] == 1 }) }
    return columns
  }

  private func column(
    _ kind: DiaryCheck.Column.Kind, _ isKnown: (Day) -> Bool
  ) -> DiaryCheck.Column {
    DiaryCheck.Column(
      kind: kind,
      known: Habit(pains.enumerated().map { $1 == nil ? nil : isKnown(first + $0) }))
  }

  /// Whether it hurt so much, so often that most people would take something.
  private var hasMuchPain: Bool {
    answer.question.pain != .reach && pains.count { ($0 ?? 0) > 5 } >= 10
  }

  /// Whether some days in a row were three points or more above the usual.
  private var hasFlareLikeDays: Bool {
    guard answer.question.pain != .reach, let usual = median(pains.compactMap(\.self)) else {
      return false
    }
    var length = 0
    for pain in pains {
      length = (pain ?? 0) >= usual + 3 ? length + 1 : 0
      if length >= 3 { return true }
    }
    return false
  }
}

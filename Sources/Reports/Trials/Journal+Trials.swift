public import CivilDay
public import Correlator
public import JournalModel
public import JournalStore

extension Journal {
  /// How far `trial` has gone.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func progress(of trial: Trial, on today: Day) throws -> TrialProgress {
    try snapshot {
      let units = try trialUnits(of: trial.id)
      let isRated = try days(in: today...today).last?.legPain != nil
      return TrialProgress(trial, units: units, today: today, isRatedToday: isRated)
    }
  }

  /// How far the trial in progress has gone, or `nil` without one.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func trialProgress(on today: Day) throws -> TrialProgress? {
    try currentTrial().map { try progress(of: $0, on: today) }
  }

  /// Whether ``advanceTrial(on:)`` has something to do.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func isTrialDue(_ progress: TrialProgress) throws -> Bool {
    if progress.drawsNext { return true }
    return try runForOpenUnit(of: progress) != nil
  }

  /// Takes the trial in progress to `today`: gives units of one run their runs, and
  /// draws the arms that are due, one unit at a time.
  ///
  /// - Returns: How far it has gone; `nil` without a trial.
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func advanceTrial(on today: Day) throws -> TrialProgress? {
    guard var progress = try trialProgress(on: today) else { return nil }
    let trial = progress.trial
    while true {
      if let (run, unit) = try runForOpenUnit(of: progress) {
        try assign(run: run, toUnit: unit, ofTrial: trial.id)
      } else if progress.drawsNext, let seed = try seed(ofTrial: trial.id) {
        let number = progress.units.count + 1
        try draw(
          number, ofTrial: trial.id, on: today, TrialSchedule(seed: seed).arm(ofUnit: number))
      } else {
        return progress
      }
      progress = try self.progress(of: trial, on: today)
    }
  }

  /// The run for the first unit of one run that has none yet.
  ///
  /// Only a run on a day on which its arm was known can be one.
  private func runForOpenUnit(of progress: TrialProgress) throws -> (run: Int, unit: Int)? {
    guard progress.trial.plan.unit == .run, progress.trial.end == nil, let unit = progress.open
    else { return nil }
    let latest = progress.units.compactMap(\.lastDay).max()
    let first = max(
      unit.drawnDay, progress.trial.plan.startDay, latest.map { $0 + 1 } ?? unit.drawnDay)
    guard first <= progress.today else { return nil }
    return try runForTrial(progress.trial.id, in: first...progress.today).map { ($0, unit.number) }
  }
}

extension TrialSchedule {
  /// The arm of a unit, whose number counts from 1.
  public func arm(ofUnit number: Int) -> TrialArm {
    let isSecond = number.isMultiple(of: 2)
    return startsWithB(pair: (number - 1) / 2) == isSecond ? .a : .b
  }
}

public import CivilDay
public import JournalModel
public import JournalStore

/// Guidance, and whether the runs after it kept to it.
public struct FollowedGuidance: Sendable {
  /// The advice.
  public let guidance: GivenGuidance
  /// The runs after it, while it was in force, that can be judged by its limits.
  public let judgedRuns: Int
  /// The days of those that broke a limit.
  public let broken: [Day]
  /// The runs that cannot be judged: without a distance, or on the day of the advice
  /// and perhaps before it.
  public let unjudgedRuns: Int

  /// Judges `runs`.
  ///
  /// - Parameters:
  ///   - guidance: The advice.
  ///   - runs: Runs of any days, oldest first.
  ///   - dayBoundary: Minutes after midnight until which the night belongs to the
  ///     previous day.
  public init(_ guidance: GivenGuidance, runs: [RunSummary], dayBoundary: Int) {
    self.guidance = guidance
    var (judged, unjudged) = (0, 0)
    var broken: [Day] = []
    for run in runs where guidance.isInForce(on: run.day) {
      let binds = guidance.bindsRun(on: run.day, from: run.startTime, dayBoundary: dayBoundary)
      let isDayOff = guidance.lastDayOff.map { run.day <= $0 } ?? false
      guard binds != false, isDayOff || guidance.longestRunM != nil else { continue }
      let breaks = isDayOff ? true : run.distanceM.map { guidance.forbids(runOf: $0, on: run.day) }
      // A run that keeps to the limits does so before the advice as well.
      guard let breaks, binds != nil || !breaks else {
        unjudged += 1
        continue
      }
      judged += 1
      if breaks { broken.append(run.day) }
    }
    judgedRuns = judged
    unjudgedRuns = unjudged
    self.broken = broken
  }
}

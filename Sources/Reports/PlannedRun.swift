import CivilDay
public import Correlator
internal import JournalStore
public import JournalModel

/// A run that is planned for today, beside what speaks about it.
public struct PlannedRun: Sendable {
  /// Its metres.
  public let distanceM: Double
  /// Its distance over that of the longest run of the thirty days before, or
  /// `nil` without one.
  public let spike: Double?
  /// The leg pain that was rated this morning, 0 to 10, if it was.
  public let morningPain: Int?
  /// The guidance in force that it would break.
  public let broken: [GivenGuidance]

  /// What a study found of runs so much longer, or `nil` without a comparison.
  public var band: SpikeBand? { spike.map(SpikeBand.init) }

  init(
    metres: Double, day: Day, _ running: RecentRunning, morningPain: Int?,
    _ guidance: [GivenGuidance]
  ) {
    distanceM = metres
    spike = sessionSpike(of: metres, after: [running.longest?.distanceM])
    self.morningPain = morningPain
    broken = guidance.filter { $0.forbids(runOf: metres, on: day) }
  }
}

import CivilDay
public import Correlator
internal import JournalStore
public import JournalModel

/// A run planned for today, with the facts about it.
public struct PlannedRun: Sendable {
  /// Its metres.
  public let distanceM: Double
  /// Its ratio to the longest run of the thirty days before, or `nil` without
  /// one.
  public let spike: Double?
  /// The leg pain rated this morning, 0 to 10, if any.
  public let morningPain: Int?
  /// The guidance in force that it would break.
  public let broken: [GivenGuidance]

  /// The study's finding about runs so much longer, or `nil` without a
  /// comparison.
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

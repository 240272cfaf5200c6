public import CivilDay
public import JournalModel

/// A day whose answers called for the emergency card.
public struct RedFlagDay: Equatable, Sendable {
  /// The day.
  public let day: Day
  /// The signs in any of the day's check-ins, in the order of the catalogue; at least
  /// one.
  public let signs: [EmergencySign]
}

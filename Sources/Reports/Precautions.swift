public import CivilDay
public import JournalModel
import JournalStore

/// What comes before every number: answers that called for the emergency card,
/// guidance in force and a flare-up in progress.
///
/// While there is any, no page advises more running, a trial or another run day.
public struct Precautions: Equatable, Sendable {
  /// Today.
  public let today: Day
  /// The days whose answers called for the card, oldest first: those of the last
  /// four weeks and of the month in question.
  public let redFlagDays: [Day]
  /// The guidance in force today, newest first.
  public let guidance: [GivenGuidance]
  /// The flare-up in progress today, if any.
  public let flareUp: FlareUpSummary?

  /// Creates precautions; the defaults are none.
  public init(
    today: Day, redFlagDays: [Day] = [], guidance: [GivenGuidance] = [],
    flareUp: FlareUpSummary? = nil
  ) {
    self.today = today
    self.redFlagDays = redFlagDays
    self.guidance = guidance
    self.flareUp = flareUp
  }

  /// Whether there are none.
  public var isEmpty: Bool { redFlagDays.isEmpty && guidance.isEmpty && flareUp == nil }

  /// Today's number in the flare-up in progress, from 1; `nil` without one.
  public var flareUpDay: Int? { flareUp.map { $0.days(until: today) } }

  /// The days back from today whose answers count, today included.
  static let redFlagSpan = 28
}

extension Journal {
  /// The precautions of `today`.
  ///
  /// - Parameters:
  ///   - today: Today.
  ///   - month: A month whose answers count as well.
  ///   - flareUps: All flare-ups, in any order.
  /// - Returns: The precautions; empty if there are none.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  func precautions(
    on today: Day, and month: Month? = nil, flareUps: [FlareUpSummary]
  ) throws -> Precautions {
    let recent = (today - Precautions.redFlagSpan + 1)...today
    let redFlags = try ([recent] + (month.map { [$0.days] } ?? [])).flatMap {
      try redFlagDays(in: $0).map(\.day)
    }
    return Precautions(
      today: today, redFlagDays: Set(redFlags).sorted(),
      guidance: try guidanceInForce(on: today),
      flareUp: flareUps.first { $0.endDay == nil && $0.onsetDay <= today })
  }
}

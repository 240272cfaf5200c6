public import CivilDay
public import JournalModel

/// The nerve signs in a check-in, apart from pain; `nil` without an answer.
public struct DeclaredSigns: Equatable, Sendable {
  /// The day.
  public let day: Day
  /// Loss of feeling.
  public let numbness: Bool?
  /// Pins and needles.
  public let tingling: Bool?
  /// Loss of strength.
  public let weakness: Bool?
  /// Loss of feeling in the saddle area, a red flag.
  public let saddleNumbness: Bool?
  /// Trouble with bladder or bowel, a red flag.
  public let bladderOrBowel: Bool?
  /// The side that hurts.
  public let side: BodySide?
  /// Medication, in the person's words.
  public let medication: String?

  /// Whether both legs hurt, a red flag; `nil` if no side was given.
  public var bothLegs: Bool? { side.map { $0 == .both } }
}

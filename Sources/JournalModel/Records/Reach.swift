/// How far down the leg the pain goes, from the back to the toes.
///
/// The raw value is what the journal stores. Pain that retreats towards the
/// back is a good sign to a physiotherapist, hence the order.
public enum Reach: Int, CaseIterable, Sendable {
  /// No further than the back.
  case back
  /// The buttock.
  case buttock
  /// The thigh.
  case thigh
  /// The knee.
  case knee
  /// The calf or shin.
  case calf
  /// The foot.
  case foot
  /// The toes.
  case toes

  /// The word for the place, in lower case.
  public var name: String { "\(self)" }
}

/// How far down the leg the pain goes, from the back to the toes.
///
/// The raw value is stored. Physiotherapists see pain that retreats towards the
/// back as a good sign, hence the order.
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

extension Reach: FieldKindValue {
  /// Whole numbers from the back down.
  public static var kind: Field.Kind { .whole(0...(allCases.count - 1)) }
  /// A place on the leg.
  public static var measure: Field.Measure? { .place }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .integer(let number) = stored else { return nil }
    self.init(rawValue: number)
  }

  /// The stored form.
  public var stored: StoredValue { .integer(rawValue) }
}

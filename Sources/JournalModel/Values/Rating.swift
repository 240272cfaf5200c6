/// A rating in whole points from 0 to 10, of pain, stress or mood.
public struct Rating: Hashable, Comparable, Sendable {
  /// The valid points.
  public static let range = 0...10

  /// The points.
  public let points: Int

  /// Creates a rating; `nil` if out of range.
  public init?(_ points: Int) {
    guard Self.range.contains(points) else { return nil }
    self.points = points
  }

  /// Whether `one` is lower than `other`.
  public static func < (one: Rating, other: Rating) -> Bool { one.points < other.points }
}

extension Rating: FieldKindValue {
  /// Whole points.
  public static var kind: Field.Kind { .whole(range) }
  /// Points out of ten.
  public static var measure: Field.Measure? { .rating }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .integer(let points) = stored else { return nil }
    self.init(points)
  }

  /// The stored form.
  public var stored: StoredValue { .integer(points) }
}

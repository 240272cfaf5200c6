/// A rating in whole points from 0 to 10, of pain, stress or mood.
public struct Rating: Hashable, Comparable, Sendable {
  /// The points that there are.
  public static let range = 0...10

  /// The points.
  public let points: Int

  /// Creates a rating; `nil` if there are no such points.
  public init?(_ points: Int) {
    guard Self.range.contains(points) else { return nil }
    self.points = points
  }

  public static func < (one: Rating, other: Rating) -> Bool { one.points < other.points }
}

extension Rating: FieldKindValue {
  /// Whole points.
  public static var kind: Field.Kind { .whole(range) }
  /// Points of ten.
  public static var measure: Field.Measure? { .rating }

  public init?(stored: StoredValue) {
    guard case .integer(let points) = stored else { return nil }
    self.init(points)
  }

  public var stored: StoredValue { .integer(points) }
}

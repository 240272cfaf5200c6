public import WrittenValues

/// What somebody knows of files that they do not tell themselves.
public struct ActivityReadingOptions: Equatable, Sendable {
  /// The unit of distances where nothing in the file tells it.
  public var assumedUnit: LengthUnit
  /// The unit of distances whatever the file says; `nil` leaves it to the file.
  public var units: LengthUnit?
  /// Which number of a date in digits is the day; `nil` leaves it to the file.
  public var dates: DateOrder?

  /// Creates options; without any, the files speak for themselves and what they
  /// leave open counts as kilometres.
  public init(
    assumedUnit: LengthUnit = .kilometre, units: LengthUnit? = nil, dates: DateOrder? = nil
  ) {
    (self.assumedUnit, self.units, self.dates) = (assumedUnit, units, dates)
  }
}

/// The unit in which a table tells long distances.
public enum LengthUnit: Sendable {
  /// 1,000 metres; heights are in metres.
  case kilometre
  /// 1,609.344 metres; heights are in feet.
  case mile

  /// How many metres one is.
  var metres: Double { self == .mile ? 1609.344 : 1000 }

  /// How many metres the short unit beside it is, which swims have: yards beside
  /// miles.
  var shortMetres: Double { self == .mile ? 0.9144 : 1 }

  /// How many metres the unit of heights beside it is.
  var heightMetres: Double { self == .mile ? 0.3048 : 1 }
}

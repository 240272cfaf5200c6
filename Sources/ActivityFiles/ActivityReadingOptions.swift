public import WrittenValues

/// Facts about files that they do not state themselves.
public struct ActivityReadingOptions: Equatable, Sendable {
  /// The unit of distances for files that do not state one.
  public var assumedUnit: LengthUnit
  /// The unit of distances, overriding the file; `nil` leaves it to the file.
  public var units: LengthUnit?
  /// The order of day and month in numeric dates; `nil` leaves it to the file.
  public var dates: DateOrder?

  /// Creates options.
  ///
  /// By default the files decide, and kilometres are assumed.
  public init(
    assumedUnit: LengthUnit = .kilometre, units: LengthUnit? = nil, dates: DateOrder? = nil
  ) {
    (self.assumedUnit, self.units, self.dates) = (assumedUnit, units, dates)
  }
}

/// The unit of long distances in a table.
public enum LengthUnit: Sendable {
  /// 1,000 metres; heights are in metres.
  case kilometre
  /// 1,609.344 metres; heights are in feet.
  case mile

  /// Its length in metres.
  var metres: Double { self == .mile ? 1609.344 : 1000 }

  /// The length in metres of the matching short unit, used for swims: yards with
  /// miles.
  var shortMetres: Double { self == .mile ? 0.9144 : 1 }

  /// The length in metres of the matching unit of height.
  var heightMetres: Double { self == .mile ? 0.3048 : 1 }
}

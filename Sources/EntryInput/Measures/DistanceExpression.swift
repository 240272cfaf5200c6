package import JournalModel

/// A parser for a distance: `8.2km`, `8,2 km`, `10k`, `5mi`, `5 miles`, `5000m`,
/// `440yd`, or a bare number in a unit of the caller's choice.
package enum DistanceExpression {
  /// Returns the distance that `text` names.
  ///
  /// Metres below 100 are refused, because `5m` can mean miles or minutes.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - unit: The unit of a number without one.
  /// - Returns: Metres, rounded to the millimetre; above 0 and at most 1,000,000.
  /// - Throws: ``InputError``.
  package static func parse(_ text: String, unit: DistanceUnit) throws(InputError) -> Double {
    try InputError.quoting(text) { () throws(InputError) in try metres(text, unit) }
  }

  private static func metres(_ text: String, _ unit: DistanceUnit) throws(InputError) -> Double {
    guard let quantities = InputText.quantities(in: text), quantities.count == 1,
      let number = try InputText.decimal(quantities[0].number)
    else { throw .unknownDistance }
    let metresPerUnit: Double
    switch quantities[0].unit {
    case "": metresPerUnit = unit.metres
    case "km", "kms", "k", "kilometre", "kilometres", "kilometer", "kilometers":
      metresPerUnit = DistanceUnit.kilometres.metres
    case "mi", "mile", "miles": metresPerUnit = DistanceUnit.miles.metres
    case "yd", "yds", "yard", "yards": metresPerUnit = 0.9144
    case "m":
      guard number >= 100 || number == 0 else { throw .ambiguousMetres }
      metresPerUnit = 1
    case "metre", "metres", "meter", "meters": metresPerUnit = 1
    default: throw .unknownDistance
    }
    let millimetres = (number * metresPerUnit * 1000).rounded()
    guard millimetres > 0, millimetres <= 1e9 else { throw .distanceOutOfRange }
    return millimetres / 1000
  }
}

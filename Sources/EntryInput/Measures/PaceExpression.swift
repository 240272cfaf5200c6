package import JournalModel

/// A parser for a pace: `5:30/km`, `8:45 /mi`, `5:30 min/km`, or `5:30` in a unit of
/// the caller's choice.
package enum PaceExpression {
  /// Returns the pace that `text` names.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - unit: The unit of a pace without one.
  /// - Returns: Seconds per kilometre, from 60 to 3,600.
  /// - Throws: ``InputError``.
  package static func parse(_ text: String, unit: DistanceUnit) throws(InputError) -> Double {
    try InputError.quoting(text) { () throws(InputError) in try secondsPerKilometre(text, unit) }
  }

  private static func secondsPerKilometre(
    _ text: String, _ unit: DistanceUnit
  ) throws(InputError) -> Double {
    let halves = InputText.words(text).joined()
      .split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard var clock = halves.first else { throw .unknownPace }
    var metres = unit.metres
    if halves.count == 2 {
      switch halves[1] {
      case "km", "k": metres = DistanceUnit.kilometres.metres
      case "mi", "mile": metres = DistanceUnit.miles.metres
      default: throw .unknownPace
      }
      if clock.hasSuffix("min") { clock.removeLast(3) }
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let minutes = InputText.digits(parts[0], count: 1...3),
      let seconds = InputText.digits(parts[1], count: 2...2), seconds < 60
    else { throw .unknownPace }
    let pace = Double(minutes * 60 + seconds) * 1000 / metres
    guard (60...3600).contains(pace) else { throw .paceOutOfRange }
    return pace
  }
}

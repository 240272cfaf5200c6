/// A parser for a duration: `45:10`, `1:02:33`, `1h05`, `1h05m30s`, `50m`,
/// `50min`, `90s`, `1.5h`.
///
/// One colon separates minutes and seconds, as on a running watch. A bare number is
/// refused: it can be minutes, seconds or hours.
package enum DurationExpression {
  /// The longest duration, seven days, in seconds.
  package static let maximum = 7 * 86_400

  /// Returns the duration that `text` names.
  ///
  /// - Parameter text: The typed text.
  /// - Returns: Whole seconds, rounded to the nearest; from 1 to `maximum`.
  /// - Throws: ``InputError``.
  package static func parse(_ text: String) throws(InputError) -> Int {
    try InputError.quoting(text) { () throws(InputError) in
      let seconds =
        text.contains(":")
        ? try clock(InputText.folded(text)) : try sum(InputText.quantities(in: text) ?? [])
      guard seconds >= 1, seconds <= Double(maximum) else { throw .durationOutOfRange }
      return Int(seconds)
    }
  }

  /// Returns the seconds of `45:10` or `1:02:33`.
  private static func clock(_ text: String) throws(InputError) -> Double {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), var total = InputText.digits(parts[0], count: 1...4) else {
      throw .unknownDuration
    }
    for part in parts.dropFirst() {
      guard let value = InputText.digits(part, count: 2...2), value < 60 else {
        throw .unknownDuration
      }
      total = total * 60 + value
    }
    return Double(total)
  }

  /// Returns the seconds of hours, minutes and seconds, in this order.
  private static func sum(_ quantities: [InputText.Quantity]) throws(InputError) -> Double {
    guard !quantities.isEmpty else { throw .unknownDuration }
    var total = 0.0
    var previous: Unit?
    for (number, name) in quantities {
      guard let unit = name.isEmpty ? previous?.smaller : Unit(name: name) else {
        throw quantities.count == 1 && name.isEmpty ? .bareDuration : .unknownDuration
      }
      guard let value = try InputText.decimal(number) else { throw .unknownDuration }
      if quantities.count > 1 {
        guard value == value.rounded() else { throw .unknownDuration }
      }
      if let previous {
        guard unit.rawValue < previous.rawValue, value < 60 else { throw .unknownDuration }
      }
      total += value * Double(unit.rawValue)
      previous = unit
    }
    return total.rounded()
  }

  /// A unit of time, with its length in seconds.
  private enum Unit: Int {
    case hour = 3600
    case minute = 60
    case second = 1

    init?(name: String) {
      switch name {
      case "h", "hr", "hrs", "hour", "hours": self = .hour
      case "m", "min", "mins", "minute", "minutes": self = .minute
      case "s", "sec", "secs", "second", "seconds": self = .second
      default: return nil
      }
    }

    /// The unit of a bare number after this unit, as in `1h05`.
    var smaller: Unit? {
      switch self {
      case .hour: .minute
      case .minute: .second
      case .second: nil
      }
    }
  }
}

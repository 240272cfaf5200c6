internal import WrittenValues

/// A duration in a service's table, perhaps shortened by a spreadsheet:
/// `01:33:02` turns into `1:33`, and `26:42` into `26:42:00`.
struct TableDuration {
  /// Its possible meanings in seconds, the likeliest first.
  let candidates: [Double]

  /// Reads `text`; fails if it is not a duration.
  init?(_ text: String) {
    let found = Self.candidates(text.lowercased()).filter { $0 > 0 && $0 < 1e7 }
    guard !found.isEmpty else { return nil }
    candidates = found
  }

  /// Its only possible meaning.
  var certain: Double? { candidates.count == 1 ? candidates[0] : nil }

  /// Its meaning given the other values of the row.
  ///
  /// - Parameters:
  ///   - others: Other times of the same activity, such as the moving time.
  ///   - pace: Seconds per unit of `distance`, or per 1,000 or 100 of them.
  ///   - distance: In any unit.
  ///   - metres: The same in metres.
  ///   - sport: The sport.
  /// - Returns: One of the candidates.
  func seconds(
    others: [Double], pace: Double?, distance: Double?, metres: Double?, sport: Sport
  ) -> Double {
    guard candidates.count > 1 else { return candidates[0] }
    let close = candidates.map { candidate in
      (candidate, others.map { max($0 / candidate, candidate / $0) }.max() ?? .infinity)
    }.min { $0.1 < $1.1 }
    if let close, close.1 < 1.6 { return close.0 }
    if let pace, let distance {
      let fits = candidates.first { candidate in
        [1.0, 100, 1000].contains { unit in
          (0.8...1.25).contains(pace * distance / unit / candidate)
        }
      }
      if let fits { return fits }
    }
    guard let metres else { return candidates[0] }
    let speeds = Self.speeds(of: sport)
    return candidates.first { speeds.contains(metres / $0) } ?? candidates[0]
  }

  /// The usual mean speeds of a sport, in metres per second.
  private static func speeds(of sport: Sport) -> ClosedRange<Double> {
    switch sport {
    case .run: 0.8...8
    case .walk: 0.2...3.5
    case .swim: 0.1...2.5
    default: 0.1...25
    }
  }

  private static func candidates(_ text: String) -> [Double] {
    if text.contains(where: \.isLetter) {
      // 12:30:00 AM is half an hour after the spreadsheet's midnight.
      let seconds = WrittenClock(text)?.secondOfDay.map { Double($0) }
      return [seconds ?? WrittenSpan.minutes(text).map { $0 * 60 }].compactMap(\.self)
    }
    let parts = text.split(separator: ":").count
    guard let seconds = WrittenNumber.duration(text) else { return [] }
    switch parts {
    case 1: return ofNumber(seconds)
    case 2:
      // A fraction follows the seconds; the hours before them may be cut off.
      return text.contains(".") || text.contains(",")
        ? [seconds] + (1...9).map { seconds + Double($0) * 3600 } : [seconds, seconds * 60]
    default:
      return seconds.truncatingRemainder(dividingBy: 60) == 0 && text.filter { $0 == "." }.isEmpty
        ? [seconds, seconds / 60] : [seconds]
    }
  }

  /// Seconds, minutes, or a spreadsheet's fraction of a day.
  private static func ofNumber(_ number: Double) -> [Double] {
    if number < 1 { return [(number * 86_400).rounded()] }
    return number < 5 && number != number.rounded()
      ? [(number * 86_400).rounded(), number, number * 60] : [number, number * 60]
  }
}

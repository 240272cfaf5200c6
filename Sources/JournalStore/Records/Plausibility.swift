internal import JournalModel

/// Values that are possible, but more likely a slip or a device's fault.
///
/// Nerve asks about typed ones and imports others with a remark. The bounds are
/// wide: they are to catch slips, not to judge a runner.
public enum Plausibility {
  /// Something that hardly anybody has.
  public struct Concern: Equatable, Sendable {
    /// A sentence without its full stop.
    public let text: String
    /// Whether it depends on the duration.
    public let isAboutTime: Bool
  }

  /// The unlikely values of a run, a cross-training session or a check-in.
  ///
  /// - Parameter entry: The entry, perhaps unchecked; text that spells a number
  ///   counts as the number.
  /// - Returns: The doubts; none about other kinds of entries.
  public static func doubts(about entry: Entry) -> [Concern] {
    func number(_ field: String) -> Double? {
      switch entry.values[field] {
      case .integer(let number): Double(number)
      case .real(let number): number
      case .text(let text): Double(text)
      default: nil
      }
    }
    let (metres, seconds) = (number("distance_m"), number("duration_s"))
    var doubts: [Concern] = []
    func doubt(_ text: String, isAboutTime: Bool = true) {
      doubts.append(Concern(text: text, isAboutTime: isAboutTime))
    }
    switch entry.table {
    case .run:
      if let metres, metres > 100_000 { doubt("The run is longer than 100 km", isAboutTime: false) }
      if let seconds, seconds > 86_400 { doubt("The run takes more than a day") }
      if let metres, let seconds, metres > 0 {
        let pace = seconds / metres * 1000
        if pace < 120 { doubt("The pace is faster than anyone runs") }
        if pace > 1200 { doubt("The pace is slower than a walk") }
      }
    case .crossTraining:
      if let seconds, seconds > 86_400 { doubt("The session takes more than a day") }
    case .checkIn:
      let (sleep, sitting) = (number("sleep_hours") ?? 0, number("sitting_hours") ?? 0)
      if sleep > 16 { doubt("More than 16 hours of sleep is unlikely", isAboutTime: false) }
      if sitting > 18 { doubt("More than 18 hours of sitting is unlikely", isAboutTime: false) }
      if sleep <= 16, sitting <= 18, sleep + sitting > 24 {
        doubt("Sleep and sitting add up to more than 24 hours", isAboutTime: false)
      }
    default: break
    }
    return doubts
  }
}

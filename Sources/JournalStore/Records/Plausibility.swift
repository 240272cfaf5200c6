internal import JournalModel

/// What can be, but is more likely a slip or a fault of a device.
///
/// Typed entries are asked about it; what a file tells comes in with a doubt. The
/// bounds are wide: they are to catch a slip, not to judge a runner.
public enum Plausibility {
  /// Something that hardly anybody has.
  public struct Concern: Equatable, Sendable {
    /// A sentence without its full stop.
    public let text: String
    /// Whether it rests on the duration.
    public let isAboutTime: Bool
  }

  /// What is unlikely about a run or a session of cross-training.
  ///
  /// - Parameter entry: The entry, whose values need not be checked yet; text that
  ///   spells a number counts as that number.
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
    default: break
    }
    return doubts
  }
}

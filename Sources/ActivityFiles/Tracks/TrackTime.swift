/// The time and distance of a track, step by step, without pauses.
///
/// A gap between two points is a pause from 30 s, or three times the track's
/// usual gap; its distance does not count either. Standing still is a pause from
/// 10 s: watches write whole seconds and coarse positions, so a runner seems to
/// stand still for a second now and then.
struct TrackTime {
  /// The speed below which nobody runs or walks, in m/s: 1 km/h.
  private static let standstill = 1 / 3.6
  private static let shortestStop = 10.0
  private static let shortestGap = 30.0

  private var metres = 0.0
  private var moving = 0.0
  /// Seconds without movement so far.
  private var standing = 0.0
  private var shortSteps = 0
  private var shortSeconds = 0.0
  /// Metres without a time.
  private var untimed = 0.0

  /// A step that may be a pause.
  struct LongStep {
    let seconds: Double
    let metres: Double?
  }

  /// The totals of the steps.
  ///
  /// - Parameter longSteps: The long steps of this track.
  /// - Returns: Metres, seconds, and the metres of gaps, which do not count.
  func totals(
    _ longSteps: ArraySlice<LongStep>
  ) -> (metres: Double, seconds: Double, gapMetres: Double) {
    var totals = (
      metres: metres + untimed,
      seconds: moving + (standing < Self.shortestStop ? standing : 0), gapMetres: 0.0
    )
    let limit = limit(longSteps)
    for step in longSteps {
      let metres = step.metres ?? 0
      guard step.seconds < limit else {
        totals.gapMetres += metres
        continue
      }
      totals.metres += metres
      if step.metres.map({ $0 / step.seconds >= Self.standstill }) ?? true {
        totals.seconds += step.seconds
      }
    }
    return totals
  }

  /// The number of seconds from which a gap is a pause.
  private func limit(_ longSteps: ArraySlice<LongStep>) -> Double {
    guard longSteps.count > shortSteps else {
      guard shortSteps > 0 else { return Self.shortestGap }
      return max(Self.shortestGap, 3 * shortSeconds / Double(shortSteps))
    }
    return 3 * longSteps.map(\.seconds).sorted()[longSteps.count / 2]
  }

  /// Adds a step.
  ///
  /// - Parameters:
  ///   - seconds: Its duration; `nil` if unknown.
  ///   - metres: Its distance; `nil` if unknown.
  /// - Returns: The step if it may be a pause, for the caller to keep.
  mutating func add(seconds: Double?, metres: Double?) -> LongStep? {
    guard let seconds, seconds > 0 else {
      untimed += metres ?? 0
      return nil
    }
    guard seconds < Self.shortestGap else {
      interrupt()
      return LongStep(seconds: seconds, metres: metres)
    }
    shortSteps += 1
    shortSeconds += seconds
    self.metres += metres ?? 0
    if let metres, metres / seconds < Self.standstill {
      standing += seconds
    } else {
      interrupt()
      moving += seconds
    }
    return nil
  }

  /// Ends a stop, if there is one.
  mutating func interrupt() {
    if standing < Self.shortestStop { moving += standing }
    standing = 0
  }
}

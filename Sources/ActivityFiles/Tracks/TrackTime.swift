/// How long and how far a track went, step by step, with the pauses left out.
///
/// A gap between two points is a pause from 30 s on, or from three times what is
/// usual between the points of this track; its way does not count either.
/// Standing still is one from 10 s on: watches write whole seconds and places
/// with few digits, so that a runner seems to stand for a second now and then.
struct TrackTime {
  /// The speed below which nobody runs or walks, in m/s: that of 1 km/h.
  private static let standstill = 1 / 3.6
  private static let shortestStop = 10.0
  private static let shortestGap = 30.0

  private var metres = 0.0
  private var moving = 0.0
  /// Seconds without movement until now.
  private var standing = 0.0
  private var shortSteps = 0
  private var shortSeconds = 0.0
  /// Metres to which no time belongs.
  private var untimed = 0.0

  /// A step that may be a pause.
  struct LongStep {
    let seconds: Double
    let metres: Double?
  }

  /// The metres and seconds that count, and the metres of the gaps.
  ///
  /// - Parameter longSteps: The long steps of this track.
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

  /// Seconds from which on a gap is a pause.
  private func limit(_ longSteps: ArraySlice<LongStep>) -> Double {
    guard longSteps.count > shortSteps else {
      guard shortSteps > 0 else { return Self.shortestGap }
      return max(Self.shortestGap, 3 * shortSeconds / Double(shortSteps))
    }
    return 3 * longSteps.map(\.seconds).sorted()[longSteps.count / 2]
  }

  /// Adds a step and returns it if it may be a pause.
  ///
  /// - Parameters:
  ///   - seconds: What it took; `nil` if that is not known.
  ///   - metres: How far it led; `nil` if that is not known.
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

internal import RealModule

/// What the points of a track add up to, one after another.
struct TrackSummary {
  /// A point of a track; what is not known of it is `nil`.
  struct Point {
    var latitude: Double?
    var longitude: Double?
    var elevation: Double?
    var time: Timestamp?
    var heartRate: Double?
    var cadence: Double?
  }

  /// The first and the last moment.
  private(set) var first: Timestamp?
  private(set) var last: Timestamp?
  /// Metres over ground, gaps between segments left out.
  private(set) var distanceM = 0.0
  /// Seconds in which the runner moved.
  private(set) var movingSeconds = 0.0
  /// The number of points.
  private(set) var points = 0
  private(set) var heartRate = Mean()
  private(set) var cadence = Mean()
  private var climb = Climb()
  private var previous: Point?

  /// The speed below which nobody runs or walks, in m/s: that of 1 km/h.
  private static let standstill = 1 / 3.6

  /// Metres climbed, or `nil` if no point has an elevation.
  var ascentM: Double? { climb.metres }

  /// Seconds from the first to the last moment, or `nil` if there are not two.
  var elapsedSeconds: Double? {
    guard let first, let last, last.utcSeconds > first.utcSeconds else { return nil }
    return last.utcSeconds - first.utcSeconds
  }

  /// Adds the next point of a segment.
  mutating func add(_ point: Point) {
    points += 1
    if let time = point.time {
      first = first ?? time
      last = time
    }
    if let elevation = point.elevation { climb.add(elevation) }
    if let rate = point.heartRate { heartRate.add(rate) }
    if let rate = point.cadence { cadence.add(rate) }
    if let previous {
      let metres = distance(from: previous, to: point)
      distanceM += metres
      if let from = previous.time, let to = point.time {
        let seconds = to.utcSeconds - from.utcSeconds
        if seconds > 0, metres / seconds >= Self.standstill { movingSeconds += seconds }
      }
    }
    previous = point
  }

  /// Ends a segment: what lies before the next point was not recorded.
  mutating func endSegment() { previous = nil }

  /// Metres over the ground between two points (haversine on the mean sphere).
  private func distance(from: Point, to: Point) -> Double {
    guard let fromLatitude = from.latitude, let fromLongitude = from.longitude,
      let toLatitude = to.latitude, let toLongitude = to.longitude
    else { return 0 }
    let radians = Double.pi / 180
    let half = (
      Double.sin((toLatitude - fromLatitude) * radians / 2),
      Double.sin((toLongitude - fromLongitude) * radians / 2)
    )
    let chord =
      half.0 * half.0 + Double.cos(fromLatitude * radians) * Double.cos(toLatitude * radians)
      * half.1 * half.1
    return 2 * 6_371_008.8 * Double.asin(min(1, chord.squareRoot()))
  }
}

/// A mean and a maximum of values that come one by one.
struct Mean {
  private var sum = 0.0
  private var count = 0
  /// The largest value, or `nil` if there is none.
  private(set) var maximum: Double?

  /// The mean, or `nil` if there is no value.
  var value: Double? { count == 0 ? nil : sum / Double(count) }

  /// Adds a value.
  mutating func add(_ value: Double) {
    sum += value
    count += 1
    maximum = max(maximum ?? value, value)
  }
}

/// Metres climbed, with rises of less than five metres taken for noise.
private struct Climb {
  private var low: Double?
  private var high = 0.0
  private var sum = 0.0
  private static let noise = 5.0

  var metres: Double? {
    guard let low else { return nil }
    return high - low >= Self.noise ? sum + high - low : sum
  }

  mutating func add(_ elevation: Double) {
    guard let low else {
      (self.low, high) = (elevation, elevation)
      return
    }
    if elevation > high { high = elevation }
    if elevation < low, high - low < Self.noise {
      (self.low, high) = (elevation, elevation)
    } else if high - elevation >= Self.noise {
      // The way down has begun: what was climbed counts.
      if high - low >= Self.noise { sum += high - low }
      (self.low, high) = (elevation, elevation)
    }
  }
}

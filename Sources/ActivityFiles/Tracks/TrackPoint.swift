internal import RealModule

/// A point of a track; unknown values are `nil`.
struct TrackPoint {
  var latitude: Double?
  var longitude: Double?
  var elevation: Double?
  var time: Timestamp?
  var heartRate: Double?
  var cadence: Double?
  /// The device's metre count.
  var metres: Double?

  /// Whether it has a position or a distance.
  var hasPlace: Bool { latitude != nil && longitude != nil || metres != nil }

  /// Seconds from here to `other`, or `nil` if either has no time.
  func seconds(to other: Self) -> Double? {
    guard let time, let end = other.time else { return nil }
    return end.utcSeconds - time.utcSeconds
  }

  /// Metres to `other`: as counted by the device, otherwise over ground; `nil` if
  /// neither is known.
  func way(to other: Self) -> Double? {
    if let metres, let end = other.metres, end >= metres { return end - metres }
    return distance(to: other)
  }

  /// Metres over ground (haversine on the mean sphere), or `nil` without both
  /// positions.
  func distance(to other: Self) -> Double? {
    guard let latitude, let longitude, let toLatitude = other.latitude,
      let toLongitude = other.longitude
    else { return nil }
    let radians = Double.pi / 180
    let half = (
      Double.sin((toLatitude - latitude) * radians / 2),
      Double.sin((toLongitude - longitude) * radians / 2)
    )
    let chord =
      half.0 * half.0 + Double.cos(latitude * radians) * Double.cos(toLatitude * radians)
      * half.1 * half.1
    return 2 * 6_371_008.8 * Double.asin(min(1, chord.squareRoot()))
  }
}

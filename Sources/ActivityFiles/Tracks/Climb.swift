/// Metres climbed and descended; less than five metres is noise.
struct Climb {
  private var up = Rise()
  private var down = Rise()

  /// Metres climbed, or `nil` without elevations.
  var ascentM: Double? { up.metres }

  /// Metres descended, or `nil` without elevations.
  var descentM: Double? { down.metres }

  /// Adds the next elevation.
  mutating func add(_ elevation: Double) {
    up.add(elevation)
    // The descent is the ascent of the track upside down.
    down.add(-elevation)
  }
}

/// Metres upwards.
private struct Rise {
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
      // The descent has begun, so the climb counts.
      if high - low >= Self.noise { sum += high - low }
      (self.low, high) = (elevation, elevation)
    }
  }
}

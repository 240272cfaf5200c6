import ActivityFiles
import Testing

/// How long and how far tracks are that have pauses, gaps and stray points.
@Suite struct TrackTimeTests {
  /// Degrees of latitude of a metre.
  private static let degree = 1 / 111_195.08

  /// A point so many metres north of the start, so many seconds after it.
  private struct Point {
    let second: Int
    let metres: Double
    var isNowhere = false
  }

  private func read(
    _ points: [Point], type: String = "running", every: Int = 1
  ) throws -> RecordedActivity {
    let text = points.map { point in
      let clock = [3600, 60, 1].map { String(100 + point.second / $0 % 60).dropFirst() }
      let place =
        point.isNowhere
        ? "lat='0' lon='0'" : "lat='\(50 + point.metres * Self.degree)' lon='7'"
      return
        "<trkpt \(place)><ele>1</ele><time>2026-10-04T\(clock.joined(separator: ":"))Z</time></trkpt>"
    }
    let file =
      "<gpx version='1.1'><trk><type>\(type)</type><trkseg>\(text.joined())</trkseg></trk></gpx>"
    return try #require(try GPXFile.activities(in: source(of: Array(file.utf8))).first)
  }

  /// A run of 3 m/s from `start` on, a point every `step` seconds.
  private func steady(_ seconds: Range<Int>, from metres: Double = 0, step: Int = 1) -> [Point] {
    stride(from: seconds.lowerBound, to: seconds.upperBound, by: step).map {
      Point(second: $0, metres: metres + 3 * Double($0 - seconds.lowerBound))
    }
  }

  private func expect(
    _ recorded: RecordedActivity, metres: Double, moving: Double, elapsed: Double,
    doubts: Int = 0, at place: SourceLocation = #_sourceLocation
  ) {
    let activity = recorded.activity
    #expect(abs((activity.distanceM ?? 0) - metres) < 0.5, sourceLocation: place)
    #expect(activity.movingSeconds == moving, sourceLocation: place)
    #expect(activity.elapsedSeconds == elapsed, sourceLocation: place)
    #expect(recorded.warnings.count == doubts, "\(recorded.warnings)", sourceLocation: place)
  }

  @Test func `Seconds without movement are no pause`() throws {
    // A watch that writes a new place only every fifth second.
    let points = (0..<600).map { Point(second: $0, metres: 15 * Double($0 / 5)) }
    expect(try read(points), metres: 1785, moving: 599, elapsed: 599)
  }

  @Test(arguments: [(9, 9.0), (10, 0), (60, 0)])
  func `Standing still is a pause from ten seconds on`(stop: Int, counted: Double) throws {
    let standing = (1...stop).map { Point(second: 300 + $0, metres: 900) }
    let points = steady(0..<301) + standing + steady(300 + stop + 1..<600 + stop, from: 903)
    expect(
      try read(points), metres: 1797, moving: 599 + counted, elapsed: Double(599 + stop))
  }

  @Test(arguments: [(29, 29.0, 87.0), (30, 0, 0), (45, 0, 0), (900, 0, 0)])
  func `A gap is a pause from thirty seconds on`(gap: Int, counted: Double, metres: Double) throws {
    let points =
      steady(0..<300) + steady(299 + gap..<599 + gap, from: 897 + 3 * Double(min(gap, 60)))
    expect(
      try read(points), metres: 1794 + metres, moving: 598 + counted, elapsed: Double(598 + gap))
  }

  @Test func `What is usual for a track is no gap`() throws {
    expect(
      try read(steady(0..<3601, step: 60)), metres: 10_800, moving: 3600, elapsed: 3600)
    let points = steady(0..<1801, step: 60) + steady(4200..<6001, from: 5400, step: 60)
    expect(try read(points), metres: 10_800, moving: 3600, elapsed: 6000)
  }

  @Test func `A long way in a gap is told`() throws {
    let points = steady(0..<600) + steady(3000..<3600, from: 20_000)
    expect(try read(points), metres: 3594, moving: 1198, elapsed: 3599, doubts: 1)
  }

  @Test(arguments: [0, 1, 300, 599])
  func `A stray point is passed over wherever it is`(place: Int) throws {
    var points = steady(0..<600)
    points[place] = Point(second: place, metres: 6000)
    let recorded = try read(points)
    #expect(abs((recorded.activity.distanceM ?? 0) - 1797) < 6.5)
    #expect(recorded.warnings.count == 1)
    #expect((recorded.activity.movingSeconds ?? 0) >= 597)
    #expect((recorded.activity.movingSeconds ?? 0) <= recorded.activity.elapsedSeconds ?? 0)
  }

  @Test func `Points at the place where there is nothing are passed over`() throws {
    for places in [[0], [0, 1], [0, 1, 2, 3, 4], [200], [200, 201], [599]] {
      var points = steady(0..<600)
      for place in places { points[place].isNowhere = true }
      let recorded = try read(points)
      #expect(abs((recorded.activity.distanceM ?? 0) - 1797) <= 3 * Double(places.count) + 4)
      #expect(recorded.warnings.count == 1)
      #expect(recorded.activity.sport == .run)
    }
  }

  @Test func `Points out of order are passed over`() throws {
    var points = steady(0..<600)
    points.swapAt(200, 201)
    points.swapAt(400, 420)
    let recorded = try read(points)
    #expect(abs((recorded.activity.distanceM ?? 0) - 1797) < 7)
    #expect(recorded.activity.elapsedSeconds == 599)
    #expect((recorded.activity.movingSeconds ?? 0) >= 595)
    #expect((recorded.activity.movingSeconds ?? 0) <= 599)
    // What comes twice does not count twice.
    let twice = try read(steady(0..<600) + steady(0..<600))
    expect(twice, metres: 1797, moving: 599, elapsed: 599, doubts: 1)
    // The second half of a run may come first.
    let halves = try read(steady(1200..<1800, from: 3600) + steady(0..<600))
    #expect(halves.activity.start?.utcSeconds == 1_791_072_000)
    #expect(halves.activity.movingSeconds == 1198)
  }

  @Test func `Faster sports may make larger steps`() throws {
    let points = (0..<600).map { Point(second: $0, metres: 20 * Double($0)) }
    #expect(try abs((read(points, type: "cycling").activity.distanceM ?? 0) - 11_980) < 5)
    #expect(try read(points, type: "cycling").warnings.isEmpty)
  }

  @Test func `The way down is told beside the way up`() throws {
    let points = (0..<200).map { second in
      let height = second < 100 ? second : 200 - second
      return """
        <trkpt lat="\(50 + Double(second) * 3 * Self.degree)" lon="7"><ele>\(height)</ele></trkpt>
        """
    }
    let file = "<gpx><trk><trkseg>\(points.joined())</trkseg></trk></gpx>"
    let activity = try #require(try Reading(file).activities.first)
    #expect(activity.ascentM == 100)
    #expect(activity.descentM == 99)
    #expect(activity.evidence == .bareTrack)
  }
}

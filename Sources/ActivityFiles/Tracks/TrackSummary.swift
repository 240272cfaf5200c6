/// The totals of a track's points, added one by one.
///
/// Points out of order and unreachable points are skipped: a point that does not
/// fit the last one counts only if two more fit it, and then starts a new
/// stretch.
struct TrackSummary {
  /// A doubt about the points.
  enum Concern: CaseIterable, CustomStringConvertible {
    case strayPoints, disorder, longGap

    /// One sentence without any value from the file.
    var description: String {
      switch self {
      case .strayPoints: "Stray points, too far away to be real, were ignored."
      case .disorder: "Points with times out of order were ignored."
      case .longGap: "The recording has gaps; the distance across them was not counted."
      }
    }
  }

  /// The maximum speed of the sport, in m/s.
  private let fastest: Double

  /// The totals so far.
  private struct Sums {
    var first: Timestamp?
    var last: Timestamp?
    var points = 0
    var time = TrackTime()
    var climb = Climb()
    var heartRate = Mean()
    var cadence = Mean()
    var longSteps = 0
  }

  private var sums = Sums()
  private var longSteps: [TrackTime.LongStep] = []
  /// The totals before the last point's stretch.
  private var before = Sums()
  private var last: TrackPoint?
  /// Seconds of the step to the last point, and the number of points in the
  /// stretch.
  private var lastStep: Double?
  private var stretch = 0
  /// Points that fit each other but not the last one.
  private var doubtful: [TrackPoint] = []
  private var strayMetres = 0.0
  private var disordered = 0
  private var jumpMetres = 0.0

  /// The number of consecutive points that are believed.
  private static let enough = 3

  /// Creates empty totals.
  init(_ sport: Sport) {
    fastest =
      switch sport {
      case .run, .walk, .swim: 12
      case .ride: 35
      case .unknown, .unrecognised: 25
      case .other: 100
      }
  }

  /// The first moment.
  var first: Timestamp? { sums.first }
  /// The last moment.
  var end: Timestamp? { sums.last }
  /// The number of points.
  var points: Int { sums.points }
  var heartRate: Mean { sums.heartRate }
  var cadence: Mean { sums.cadence }
  /// Metres climbed and descended, or `nil` without elevations.
  var climb: Climb { sums.climb }

  /// Seconds from the first to the last moment, or `nil` without two.
  var elapsedSeconds: Double? {
    guard let first, let end, end.utcSeconds > first.utcSeconds else { return nil }
    return end.utcSeconds - first.utcSeconds
  }

  /// Metres over ground and moving seconds, without gaps and pauses; `nil` for
  /// none.
  var totals: (metres: Double?, movingSeconds: Double?) {
    let (metres, seconds, _) = sums.time.totals(longSteps[...])
    let moving = min(seconds, elapsedSeconds ?? 0)
    return (metres > 0 ? metres : nil, moving > 0 ? moving : nil)
  }

  /// The doubts.
  var doubts: [Concern] {
    let (metres, _, gapMetres) = sums.time.totals(longSteps[...])
    return Concern.allCases.filter {
      switch $0 {
      case .strayPoints: strayMetres > max(100, 0.01 * metres)
      case .disorder: disordered > max(Self.enough, points / 100)
      case .longGap: gapMetres + jumpMetres > max(500, 0.05 * metres)
      }
    }
  }

  /// Adds the next point of a segment.
  mutating func add(_ point: TrackPoint) {
    guard let last else {
      before = sums
      stretch = 0
      accept(point)
      return
    }
    if fits(point, after: last, usual: lastStep) {
      passOver()
      accept(point)
      return
    }
    if let previous = doubtful.last, !fits(point, after: previous, usual: nil) { passOver() }
    guard !isCovered(point) else {
      disordered += 1
      return
    }
    doubtful.append(point)
    if doubtful.count == Self.enough { believeDoubtful() }
  }

  /// Ends a segment: nothing was recorded until the next point.
  mutating func endSegment() {
    if let point = doubtful.first, let last {
      if doubtful.count > 1 || isPossible(point, after: last) {
        believeDoubtful()
      } else {
        passOver()
      }
    }
    sums.time.interrupt()
    last = nil
    lastStep = nil
  }

  /// Whether `point` plausibly follows `last`.
  ///
  /// After a much longer gap than the `usual` one it may not.
  private func fits(_ point: TrackPoint, after last: TrackPoint, usual: Double?) -> Bool {
    guard isPossible(point, after: last) else { return false }
    guard let usual, let seconds = last.seconds(to: point) else { return true }
    return seconds <= max(30, 10 * usual)
  }

  /// Whether a runner can get from `last` to `point`.
  private func isPossible(_ point: TrackPoint, after last: TrackPoint) -> Bool {
    let metres = last.distance(to: point) ?? 0
    guard let seconds = last.seconds(to: point) else { return metres < 20_000 }
    // Positions are off by some metres, and times by a second.
    return seconds >= 0 && metres <= fastest * seconds + 15
  }

  /// Whether the track has already passed the time of `point`.
  private func isCovered(_ point: TrackPoint) -> Bool {
    guard let time = point.time?.utcSeconds, let first = sums.first?.utcSeconds,
      let end = sums.last?.utcSeconds, stretch >= Self.enough
    else { return false }
    return time >= first && time < end
  }

  private mutating func accept(_ point: TrackPoint) {
    sums.points += 1
    stretch += 1
    if let time = point.time {
      if time.utcSeconds < sums.first?.utcSeconds ?? .infinity { sums.first = time }
      if time.utcSeconds >= sums.last?.utcSeconds ?? 0 { sums.last = time }
    }
    if let elevation = point.elevation { sums.climb.add(elevation) }
    if let rate = point.heartRate { sums.heartRate.add(rate) }
    if let rate = point.cadence { sums.cadence.add(rate) }
    guard let last else {
      last = point
      return
    }
    // The distance goes from position to position, past points without one.
    guard point.hasPlace || !last.hasPlace else { return }
    let seconds = last.seconds(to: point)
    if let step = sums.time.add(seconds: seconds, metres: last.way(to: point)) {
      longSteps.append(step)
      sums.longSteps = longSteps.count
    }
    lastStep = seconds
    self.last = point
  }

  /// Skips the points that do not fit.
  private mutating func passOver() {
    guard !doubtful.isEmpty else { return }
    for point in doubtful {
      guard let last else { break }
      if let seconds = last.seconds(to: point), seconds < 0 { disordered += 1 }
      if !isPossible(point, after: last) { strayMetres += 2 * (last.distance(to: point) ?? 0) }
    }
    doubtful = []
  }

  /// Accepts the points that do not fit as the start of a new stretch, and drops
  /// the stretch before if it was short.
  private mutating func believeDoubtful() {
    let points = doubtful
    doubtful = []
    let jump = last.flatMap { last in points.first.flatMap { last.distance(to: $0) } } ?? 0
    if stretch < points.count {
      sums = before
      longSteps.removeSubrange(sums.longSteps...)
      strayMetres += jump
    } else {
      sums.time.interrupt()
      jumpMetres += jump
      before = sums
    }
    last = nil
    lastStep = nil
    stretch = 0
    for point in points { accept(point) }
  }
}

/// The totals of a session, a lap, or a stretch of records.
///
/// Devices write zero without a sensor: no distance indoors, no heartbeats
/// without a strap. An implausible zero is unknown here.
struct FITSummary {
  /// The start.
  var start: FITTime?
  /// The end.
  var end: FITTime?
  /// The sport.
  var sport: FITSport?
  /// Seconds from start to end.
  var elapsedSeconds: Double?
  /// Seconds with the timer running.
  var timerSeconds: Double?
  /// Metres.
  var distanceM: Double?
  /// Metres climbed.
  var ascentM: Double?
  /// Metres descended.
  var descentM: Double?
  /// Crank revolutions; strides for runs and walks.
  var cycles: Double?
  /// Mean heart rate, beats per minute.
  var heartRateAverage: Double?
  /// Highest heart rate, beats per minute.
  var heartRateMaximum: Double?
  /// Mean revolutions per minute; of one foot for runs and walks.
  var cadence: Double?
  /// The number of laps.
  var laps: Int?
  /// Perceived exertion from 0 to 10.
  var exertion: Double?

  /// Whether it has a time or a distance.
  var hasSize: Bool {
    elapsedSeconds != nil || timerSeconds != nil || distanceM != nil
  }

  /// Fills unknown values from `other`, a less direct source.
  mutating func complete(with other: Self) {
    start = start ?? other.start
    end = end ?? other.end
    sport = sport ?? other.sport
    elapsedSeconds = elapsedSeconds ?? other.elapsedSeconds
    timerSeconds = timerSeconds ?? other.timerSeconds
    distanceM = distanceM ?? other.distanceM
    ascentM = ascentM ?? other.ascentM
    descentM = descentM ?? other.descentM
    cycles = cycles ?? other.cycles
    heartRateAverage = heartRateAverage ?? other.heartRateAverage
    heartRateMaximum = heartRateMaximum ?? other.heartRateMaximum
    cadence = cadence ?? other.cadence
    laps = laps ?? other.laps
    exertion = exertion ?? other.exertion
  }
}

extension FITSummary {
  /// Reads a session message.
  init(session message: FITMessage) {
    typealias Session = FITField.Session
    start = message.time(Session.startTime)
    sport = FITSport(message.integer(Session.sport), message.integer(Session.subSport))
    elapsedSeconds = message.positive(Session.elapsedTime)
    // Some apps write only the moving time.
    timerSeconds = message.positive(Session.timerTime) ?? message.positive(Session.movingTime)
    distanceM = message.positive(Session.distance)
    // Unlike a distance, an ascent of zero can be true.
    ascentM = message.value(Session.ascent)
    descentM = message.value(Session.descent)
    cycles = message.positive(Session.cycles)
    heartRateAverage = message.positive(Session.averageHeartRate)
    heartRateMaximum = message.positive(Session.maximumHeartRate)
    cadence = message.cadence(Session.averageCadence, Session.averageFractionalCadence)
    laps = message.integer(Session.laps).flatMap { $0 > 0 ? $0 : nil }
    exertion = message.positive(Session.exertion).flatMap { $0 <= 10 ? $0 : nil }
    setEnd(written: message.timestamp)
  }

  /// Reads a lap message.
  init(lap message: FITMessage) {
    typealias Lap = FITField.Lap
    start = message.time(Lap.startTime)
    sport = FITSport(message.integer(Lap.sport), message.integer(Lap.subSport))
    elapsedSeconds = message.positive(Lap.elapsedTime)
    timerSeconds = message.positive(Lap.timerTime) ?? message.positive(Lap.movingTime)
    distanceM = message.positive(Lap.distance)
    ascentM = message.value(Lap.ascent)
    descentM = message.value(Lap.descent)
    cycles = message.positive(Lap.cycles)
    heartRateAverage = message.positive(Lap.averageHeartRate)
    heartRateMaximum = message.positive(Lap.maximumHeartRate)
    cadence = message.cadence(Lap.averageCadence, Lap.averageFractionalCadence)
    setEnd(written: message.timestamp)
  }

  /// A summary is written at the end of its part, but some devices write all of
  /// them at the start or after a download, so the times in it take precedence.
  private mutating func setEnd(written: FITTime?) {
    if let start, let elapsedSeconds {
      end = start.advanced(by: elapsedSeconds)
    } else if let start, let written, written > start {
      end = written
      elapsedSeconds = written - start
    } else {
      end = written
    }
  }

  /// Adds up `laps`, in time order.
  init(of laps: [FITSummary]) {
    self.laps = laps.isEmpty ? nil : laps.count
    start = laps.lazy.compactMap(\.start).min()
    end = laps.lazy.compactMap(\.end).max()
    sport = laps.lazy.compactMap(\.sport).first
    if let start, let end, end > start { elapsedSeconds = end - start }
    // Laps may have durations but no clock times.
    elapsedSeconds = elapsedSeconds ?? Self.sum(laps, \.elapsedSeconds)
    timerSeconds = Self.sum(laps, \.timerSeconds)
    distanceM = Self.sum(laps, \.distanceM)
    ascentM = Self.sum(laps, \.ascentM)
    descentM = Self.sum(laps, \.descentM)
    cycles = Self.sum(laps, \.cycles)
    heartRateAverage = Self.mean(laps, \.heartRateAverage)
    heartRateMaximum = laps.lazy.compactMap(\.heartRateMaximum).max()
    cadence = Self.mean(laps, \.cadence)
  }

  /// The sum over the laps with the value, or `nil` without any.
  private static func sum(_ laps: [Self], _ value: (Self) -> Double?) -> Double? {
    laps.compactMap(value).reduce(nil) { ($0 ?? 0) + $1 }
  }

  /// The mean over the laps with the value, weighted by seconds, or `nil` without
  /// any.
  private static func mean(_ laps: [Self], _ value: (Self) -> Double?) -> Double? {
    var (total, seconds) = (0.0, 0.0)
    for lap in laps {
      guard let value = value(lap), let duration = lap.timerSeconds ?? lap.elapsedSeconds else {
        continue
      }
      total += value * duration
      seconds += duration
    }
    return seconds > 0 ? total / seconds : nil
  }
}

extension FITMessage {
  /// The value of `field` if it is above zero.
  fileprivate func positive(_ field: FITField) -> Double? {
    value(field).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whole and fractional revolutions together.
  func cadence(_ whole: FITField, _ fraction: FITField) -> Double? {
    positive(whole).map { $0 + (value(fraction) ?? 0) }
  }
}

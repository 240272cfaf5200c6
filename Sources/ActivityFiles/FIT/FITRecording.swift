/// The activities in the messages of one FIT file.
struct FITRecording {
  /// The purpose of the file, as the profile's number.
  private(set) var fileType: Int?
  private var device = FITDevice()
  private var localTime = FITLocalTime()
  private var sport: FITSport?
  /// The sessions from their own messages.
  private(set) var sessions: [FITSummary] = []
  private var laps: [FITSummary] = []
  private var samples = FITSamples()
  private var timer = FITTimer()

  /// More sessions than this, even for a multisport activity, are damage.
  private static let mostSessions = 100
  /// More laps than anyone runs; a larger number means damage.
  private static let mostLaps = 10_000

  /// Adds a message of any kind.
  mutating func add(_ message: FITMessage) {
    switch message.definition.kind {
    case .record:
      samples.add(message)
      localTime.add(record: message)
    case .event: timer.add(message)
    case .lap where laps.count < Self.mostLaps: laps.append(FITSummary(lap: message))
    case .session where sessions.count <= Self.mostSessions:
      sessions.append(FITSummary(session: message))
    case .activity: localTime.add(activity: message)
    case .timestampCorrelation: localTime.add(correlation: message)
    case .deviceSettings: localTime.add(settings: message)
    case .sport:
      sport =
        sport
        ?? FITSport(
          message.integer(FITField.Sport.sport), message.integer(FITField.Sport.subSport))
    case .deviceInfo: device.add(info: message)
    case .fileID:
      fileType = message.integer(FITField.FileID.type) ?? fileType
      device.add(fileID: message)
    default: break
    }
  }

  /// The activities in session order, and warnings about them.
  ///
  /// Values missing from a session come from its records, or else its laps. A
  /// file without a session, from a watch with an empty battery, is one activity
  /// of all its records and laps.
  ///
  /// - Parameters:
  ///   - fingerprint: The fingerprint of the whole file.
  ///   - index: The number of earlier sessions in the file.
  /// - Returns: No activity if there is neither a time nor a distance.
  /// - Throws: ``ActivityFileError`` if there are too many sessions.
  func activities(
    fingerprint: Fingerprint, from index: Int
  ) throws(ActivityFileError) -> (activities: [ImportedActivity], warnings: Set<FITWarning>) {
    guard sessions.count <= Self.mostSessions else {
      throw ActivityFileError("The file is damaged: it contains too many sessions.")
    }
    var warnings: Set<FITWarning> = []
    var summaries = sessions.map(completed)
    if sessions.isEmpty, let unfinished {
      summaries = [unfinished]
      warnings.insert(.unfinished)
    }
    let activities = summaries.enumerated().compactMap { (position, summary) -> ImportedActivity? in
      // Nothing to log, for example after a start by mistake.
      guard summary.hasSize else {
        warnings.insert(.empty)
        return nil
      }
      if let start = summary.start, start.unixSeconds == nil { warnings.insert(.clockNotSet) }
      var fingerprint = fingerprint
      // The sessions of a triathlon share a file but are different activities.
      fingerprint.combine("session \(index + position)".utf8)
      return activity(summary, fingerprint)
    }
    return (activities, warnings)
  }

  private func completed(_ session: FITSummary) -> FITSummary {
    var summary = session
    // The only session owns all samples and laps, even those outside its stated
    // times, which may be wrong.
    if sessions.count == 1 {
      summary.complete(with: samples.summary())
      summary.complete(with: FITSummary(of: laps))
      summary.sport = summary.sport ?? sport
    } else if let start = session.start, let end = session.end, start <= end {
      summary.complete(with: samples.summary(from: start, to: end))
      summary.complete(
        with: FITSummary(of: laps.filter { $0.start.map { start <= $0 && $0 < end } ?? false }))
    }
    return summary
  }

  /// The summary of a recording without a session.
  private var unfinished: FITSummary? {
    // Courses also contain records and laps.
    guard FITFileType.mayHoldActivities(fileType), samples.start != nil || !laps.isEmpty else {
      return nil
    }
    var summary = samples.summary()
    summary.timerSeconds = timer.seconds(from: samples.start, to: samples.end)
    summary.complete(with: FITSummary(of: laps))
    summary.sport = sport ?? summary.sport
    return summary
  }

  private func activity(_ summary: FITSummary, _ fingerprint: Fingerprint) -> ImportedActivity {
    var activity = ImportedActivity(
      summary.sport?.activity ?? .unknown, fingerprint: fingerprint)
    if let start = summary.start?.unixSeconds {
      activity.start = ActivityStart(
        utcSeconds: start, localSeconds: localTime.offset.map { start + $0 })
    }
    activity.elapsedSeconds = summary.elapsedSeconds
    activity.movingSeconds = summary.timerSeconds
    activity.distanceM = summary.distanceM
    activity.ascentM = summary.ascentM
    activity.descentM = summary.descentM
    activity.steps = activity.sport.steps(
      ofStrides: summary.cycles, in: summary.timerSeconds ?? summary.elapsedSeconds)
    activity.evidence = .sensorRecording
    activity.heartRateAverage = summary.heartRateAverage
    activity.heartRateMaximum = summary.heartRateMaximum
    activity.cadence = summary.cadence.map { activity.sport.cadence(ofOneFoot: $0) }
    activity.rpe = summary.exertion
    activity.device = device.name
    activity.laps = summary.laps
    return activity
  }
}

extension Sport {
  /// The cadence of both feet, from FIT's cadence of one foot.
  ///
  /// Some apps already write both feet: nobody takes more than 240 steps a
  /// minute.
  fileprivate func cadence(ofOneFoot cadence: Double) -> Double {
    switch self {
    case .run, .walk: cadence > 120 ? cadence : 2 * cadence
    default: cadence
    }
  }

  /// The steps of both feet, from FIT's strides; `nil` for sports without steps,
  /// and for impossible rates.
  fileprivate func steps(ofStrides strides: Double?, in seconds: Double?) -> Double? {
    guard self == .run || self == .walk, let strides, let seconds, seconds > 0 else { return nil }
    let perMinute = cadence(ofOneFoot: strides / seconds * 60)
    return perMinute <= 300 ? (perMinute * seconds / 60).rounded() : nil
  }
}

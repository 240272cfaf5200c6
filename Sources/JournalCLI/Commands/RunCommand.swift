import ArgumentParser
import CivilDay
import JournalStore

/// Logs a run.
struct RunCommand: JournalSubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Log a run.",
    discussion: """
        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
        $ nerve run 5mi --on yesterday
        $ nerve run 1h05 5:45/km --before 2 --during 3 --after 2

      Give a distance (8.2km, 5mi), a duration (45:10, 50m) or both; a pace \
      (5:30/km) stands in for one of them.
      """)

  @Argument(
    help: ArgumentHelp("Distance, duration, or pace, in any order.", valueName: "distance|duration")
  )
  var measures: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    let measures = try entry.explainingNote {
      try RunMeasures(self.measures, unit: session.preferences.unit)
    }
    var values = try options.values(in: session)
    values["day"] = .text(day.description)
    values["distance_m"] = .real(measures.metres)
    values["duration_s"] = .real(measures.seconds)
    values["note"] = .text(entry.note)
    // What the clock was ahead of UTC on another day is not known here.
    if values["start_time"] != nil, day == session.today {
      values["utc_offset_min"] = .integer(session.now.utcOffsetMinutes)
    }
    let opened = try session.journal()
    let logged = try opened.add(
      Entry(.run, values), command: "run", today: entry.days.latestDay(in: session))
    let told = try opened.entry(logged.id, of: .run).map(session.entryText.facts) ?? ""
    try session.confirm("Run: \(told)", on: day, logged)
  }
}

/// How far and how long a run was, from what was typed.
struct RunMeasures: Equatable {
  /// Metres, if known.
  private(set) var metres: Double?
  /// Seconds, if known.
  private(set) var seconds: Double?

  /// Understands distances, durations and paces in any order.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - unit: The unit of a number that has none.
  /// - Throws: ``InputError`` or ``UsageError``.
  init(_ words: [String], unit: DistanceUnit) throws {
    var pace: Double?
    for word in words {
      if word.contains("/") {
        try Self.set(&pace, try PaceExpression.parse(word, unit: unit), "pace")
      } else if let distance = try Self.distance(word, unit) {
        try Self.set(&metres, distance, "distance")
      } else {
        try Self.set(&seconds, Double(try DurationExpression.parse(word)), "duration")
      }
    }
    if let pace {
      switch (metres, seconds) {
      case (let metres?, nil): seconds = (metres / 1000 * pace).rounded()
      case (nil, let seconds?): metres = (seconds / pace * 1000).rounded()
      default:
        throw UsageError("A pace goes with either a distance or a duration; leave one out.")
      }
    }
    guard metres != nil || seconds != nil else {
      throw UsageError("A run needs a distance or a duration, such as: nerve run 8.2km 45:10")
    }
  }

  /// The distance that `word` is, or `nil` if it looks like a duration.
  private static func distance(
    _ word: String, _ unit: DistanceUnit
  ) throws(InputError) -> Double? {
    do {
      return try DistanceExpression.parse(word, unit: unit)
    } catch {
      // 50m is minutes to a runner: nobody logs fifty metres.
      if error == .ambiguousMetres { return nil }
      guard error == .unknownDistance else { throw error }
      guard word.contains(":") || mayBeDuration(word) else {
        throw DayExpression.names(word) ? .dayWithoutOption : .unknownMeasure
      }
      return nil
    }
  }

  /// Whether `word` is a duration, or one that is too long or too short.
  private static func mayBeDuration(_ word: String) -> Bool {
    do {
      _ = try DurationExpression.parse(word)
      return true
    } catch {
      return error != .unknownDuration
    }
  }

  private static func set(_ slot: inout Double?, _ value: Double, _ name: String) throws {
    guard slot == nil else {
      let advice =
        name == "distance" ? "a duration has a unit, as in 45m or 45:10" : "leave one out"
      throw UsageError("A run has one \(name), but two were given; \(advice).")
    }
    slot = value
  }
}

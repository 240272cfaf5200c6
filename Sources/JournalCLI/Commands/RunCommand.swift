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
      (5:30/km) stands in for one of them. Without --shoe it is in the default \
      shoe, if you chose one with nerve shoe default.
      """)

  @Argument(
    help: ArgumentHelp("Distance, duration, or pace, in any order.", valueName: "distance|duration")
  )
  var measures: [String] = []

  @Option(help: ArgumentHelp("Effort of the whole run, CR-10: 0 rest to 10 all you have."))
  var rpe: String?

  @OptionGroup var shoe: ShoeOptions

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  @Option(
    help: "The ground: road, path, trail, grass, track, treadmill, sand or mixed.")
  var surface: String?

  @Option(help: ArgumentHelp("Metres climbed.", valueName: "metres"))
  var ascent: String?

  @Option(help: ArgumentHelp("Mean heart rate.", valueName: "bpm"))
  var heartRate: String?

  @Option(help: ArgumentHelp("Mean cadence, both feet.", valueName: "steps/min"))
  var cadence: String?

  @Option(help: "A change of form that you tried: cadence, stride, posture or other.")
  var form: String?

  @Option(help: ArgumentHelp("Leg pain before, 0 to 10.", valueName: "pain"))
  var before: String?

  @Option(help: ArgumentHelp("Worst leg pain during, 0 to 10.", valueName: "pain"))
  var during: String?

  @Option(help: ArgumentHelp("Leg pain after, 0 to 10.", valueName: "pain"))
  var after: String?

  @Option(help: ArgumentHelp("Mood after, 0 to 10.", valueName: "mood"))
  var mood: String?

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    let shoe = try shoe.choice()
    let measures = try entry.explainingNote {
      try RunMeasures(self.measures, unit: session.preferences.unit)
    }
    var values: [String: SQLiteValue] = [
      "day": .text(day.description), "distance_m": .real(measures.metres),
      "duration_s": .real(measures.seconds),
      "rpe": .real(try rpe.map(ExertionExpression.parse)),
      "pain_before": .integer(try before.map(RatingExpression.parse)),
      "pain_during": .integer(try during.map(RatingExpression.parse)),
      "pain_after": .integer(try after.map(RatingExpression.parse)),
      "mood_after": .integer(try mood.map(RatingExpression.parse)),
      "surface": .text(surface), "form_change": .text(form), "ascent_m": .text(ascent),
      "heart_rate_avg": .text(heartRate), "cadence_spm": .text(cadence),
      "note": .text(entry.note),
    ]
    if let start {
      values.merge(try session.clockTime(start, in: "start_time", on: day)) { $1 }
    }
    let opened = try session.journal()
    let worn = try opened.wornShoe(shoe, on: day)
    values["footwear_id"] = .integer(worn.id)
    let logged = try opened.add(
      Entry(.run, values), command: "run", today: entry.days.latestDay(in: session))
    guard let run = try opened.entry(logged.id, of: .run) else { return }
    var text = session.entryText
    text.defaultShoe = worn.isDefault ? run.text("footwear") : nil
    try session.confirm("Run: \(text.facts(of: run))", on: day, logged)
    let remarks = try worn.remarks + RunRemarks(on: run, in: opened, unit: text.unit).lines
    for line in remarks { try session.surroundings.say(line) }
  }
}

/// How far and how long a run or another session was, from what was typed.
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
  ///   - noun: What was measured; only of a run is a bare number its distance.
  /// - Throws: ``InputError`` or ``UsageError``.
  init(_ words: [String], unit: DistanceUnit, of noun: String = "run") throws {
    var pace: Double?
    for word in Self.joined(words) {
      guard noun == "run" || !Self.isNumber(word) else { throw InputError.bareMeasure }
      if word.contains("/") {
        try Self.set(&pace, try PaceExpression.parse(word, unit: unit), "pace", noun)
      } else if let distance = try Self.distance(word, unit) {
        try Self.set(&metres, distance, "distance", noun)
      } else {
        try Self.set(&seconds, Double(try DurationExpression.parse(word)), "duration", noun)
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

  /// The words, those of a number and its unit put together.
  private static func joined(_ words: [String]) -> [String] {
    words.reduce(into: []) { joined, word in
      if let number = joined.last, isNumber(number), word.allSatisfy(\.isLetter),
        isMeasure(number + word)
      {
        joined[joined.count - 1] += word
      } else {
        joined.append(word)
      }
    }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.allSatisfy { InputText.isDigit($0) || ".,".contains($0) }
  }

  private static func isMeasure(_ word: String) -> Bool {
    mayBeDuration(word) || (try? DistanceExpression.parse(word, unit: .kilometres)) != nil
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

  private static func set(
    _ slot: inout Double?, _ value: Double, _ name: String, _ noun: String
  ) throws {
    guard slot == nil else {
      let advice =
        name == "distance" ? "a duration has a unit, as in 45m or 45:10" : "leave one out"
      throw UsageError("A \(noun) has one \(name), but two were given; \(advice).")
    }
    slot = value
  }
}

import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports
import WrittenValues

/// The words that describe a trial.
struct TrialOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to compare: shoe A B, stretch NAME, routine NAME, warm-up, distance [SHORT LONG] (short or long weeks) or length (shorter or usual runs).",
      valueName: "what"), completion: .trials)
  var words: [String]

  @Option(
    help: "What the coin decides for: week or run. With run, only a run after a rest day counts.",
    completion: .cases(of: TrialPlan.Unit.self))
  var unit = "week"

  @Option(
    help: ArgumentHelp(
      "Number of pairs, 8 or more. Default: 8 pairs of weeks, or 20 of runs.", valueName: "count"))
  var pairs: String?

  @Flag(
    help:
      "Allow a look after every pair from the sixth. It can stop early, but misses more small effects."
  )
  var peek = false

  @OptionGroup var journal: JournalOptions

  /// Returns the plan, with an effect still to be found, and what it could find.
  ///
  /// - Parameters:
  ///   - first: The first day as typed, if it was.
  ///   - session: The session, for the journal and its clock.
  /// - Returns: The plan and the design.
  /// - Throws: ``UsageError`` or ``InputError`` for words that describe no trial.
  func plan(
    from first: String?, in session: JournalSession
  ) throws -> (plan: TrialPlan, design: TrialDesign) {
    let unit = try TrialPlan.Unit(word: unit, "unit", "week or run")
    let pairs = try count(of: unit)
    let analysis = peek ? TrialPlan.Analysis.pairs : .end
    let opened = try session.journal()
    let arms = try arms(unit, in: session)
    let start = try startDay(first, unit, in: session)
    let design = try opened.trialDesign(
      unit: unit, pairs: pairs, analysis: analysis, today: session.today)
    return (
      TrialPlan(
        kind: arms.kind, armA: arms.a, armB: arms.b, shoes: arms.shoes, weeks: arms.weeks,
        unit: unit,
        pairs: design.pairs, analysis: analysis, startDay: start,
        detectablePoints: design.detectablePoints ?? 0),
      design
    )
  }

  private func count(of unit: TrialPlan.Unit) throws -> Int? {
    guard let typed = pairs else { return nil }
    let range = TrialDesign.fewestPairs...TrialDesign.mostPairs(of: unit)
    guard let count = InputText.digits(typed), range.contains(count) else {
      throw UsageError(
        "The number of pairs of \(unit.rawValue)s after --pairs must be from \(range.lowerBound) to "
          + "\(range.upperBound)", not: typed)
    }
    return count
  }

  /// Weeks begin tomorrow, as today may have had a run; runs with the next one.
  private func startDay(
    _ typed: String?, _ unit: TrialPlan.Unit, in session: JournalSession
  ) throws -> Day {
    guard let typed else { return unit == .week ? session.today + 1 : session.today }
    let day = try DayExpression.parse(typed, today: session.today, allowingFuture: true)
    guard day >= session.today, day <= session.today + 60 else {
      throw UsageError(
        "A trial starts today or within 60 days; \(Quoted.text(typed)) is \(day.longDescription).")
    }
    return day
  }

  /// The arms of a trial.
  private struct Arms {
    let kind: TrialPlan.Kind
    let a: String
    let b: String
    var shoes: TrialPlan.Shoes?
    var weeks: TrialPlan.Weeks?
  }

  private func arms(_ unit: TrialPlan.Unit, in session: JournalSession) throws -> Arms {
    let name = words.dropFirst().joined(separator: " ")
    switch InputText.folded(words.first ?? "") {
    case "shoe", "shoes": return try shoes(in: session)
    case "stretch", "exercise":
      try Self.needs(name, "the exercise", "stretch hamstring")
      let exercise = try session.journal().exercise(called: name)
      return Arms(kind: .stretch, a: "without \(exercise)", b: "with \(exercise)")
    case "routine":
      try Self.needs(name, "the routine", "routine morning")
      let routine = try session.journal().routine(called: name)
      return Arms(kind: .routine, a: "without \(routine.name)", b: "with \(routine.name)")
    case "warm-up", "warmup", "warm":
      guard words.count == 1 || InputText.folded(name) == "up" else {
        throw UsageError("A warm-up trial needs no further words", not: name)
      }
      return Arms(kind: .warmUp, a: "without a warm-up", b: "with a warm-up")
    case "distance", "km", "weeks":
      try Self.needsWeeks(unit)
      return try distances(in: session)
    case "length":
      try Self.needsWeeks(unit)
      guard words.count == 1 else {
        throw UsageError("A trial of the length of runs needs no further words", not: name)
      }
      return Arms(kind: .length, a: "shorter runs", b: "usual runs")
    case let word:
      throw UsageError(
        unknown: "trial", words.first ?? word,
        use: "shoe, stretch, routine, warm-up, distance or length")
    }
  }

  private static func needsWeeks(_ unit: TrialPlan.Unit) throws {
    guard unit == .week else {
      throw UsageError("A trial of distance or length goes by weeks; remove --unit run.")
    }
  }

  private static func needs(_ name: String, _ what: String, _ example: String) throws {
    guard !name.isEmpty else {
      throw UsageError("Name \(what), as in: nerve trial plan \(example)")
    }
  }

  private func shoes(in session: JournalSession) throws -> Arms {
    guard words.count == 3 else {
      throw UsageError(
        "A shoe trial needs two shoes, as in: nerve trial plan shoe pegasus endorphin")
    }
    let journal = try session.journal()
    let shoes = try words.dropFirst().map { try journal.namedShoe($0) }
    guard shoes[0].id != shoes[1].id else {
      throw UsageError("Both words name the same shoe; name two different ones.")
    }
    for shoe in shoes {
      if let day = shoe.retiredDay { throw JournalError.shoeIsRetired(since: day.description) }
    }
    return Arms(
      kind: .shoe, a: shoes[0].name, b: shoes[1].name,
      shoes: TrialPlan.Shoes(a: shoes[0].id, b: shoes[1].id))
  }

  private func distances(in session: JournalSession) throws -> Arms {
    let typed = words.dropFirst()
    guard typed.count == 2 || typed.isEmpty else {
      throw UsageError(
        "Give the distance of a short and of a long week, as in: nerve trial plan distance 12km 24km"
      )
    }
    let unit = session.preferences.unit
    let weeks: [Double]
    if typed.isEmpty {
      let usual = try session.journal().recentWeeks(before: session.today).medianM
      guard let usual else {
        throw Refusal(
          "The last \(RecentWeeks.count) weeks have no distance to go by; give a short and a long week, as in: "
            + "nerve trial plan distance 12km 24km")
      }
      let long = max((usual / unit.metres).rounded(), 2) * unit.metres
      weeks = [(long / 2 / unit.metres).rounded() * unit.metres, long]
    } else {
      weeks = try typed.map { try DistanceExpression.parse($0, unit: unit) }.sorted()
    }
    guard weeks[0] <= 0.8 * weeks[1] else {
      throw UsageError("The short week has to be at most four fifths of the long one.")
    }
    return Arms(
      kind: .distance, a: "short weeks", b: "long weeks",
      weeks: TrialPlan.Weeks(shortM: weeks[0], longM: weeks[1]))
  }
}

extension TrialPlan.Kind {
  /// The words for what a trial compares.
  static let words = ["shoe", "stretch", "routine", "warm-up", "distance", "length"]
}

import CivilDay
import Correlator
import JournalModel
import Reports
import WrittenValues

/// The findings of a check in words, one by one.
extension DiaryCheckWords {
  /// What was found and what to do, single entries, and a command.
  typealias Told = (text: String, details: [String], command: String?)

  // MARK: Runs and ratings

  func measure(_ rate: Rate, _ newest: Day?) -> Told {
    let noun = NextStepText.noun(of: answer.load)
    let missing =
      rate.count == 0
      ? "No run day has \(noun == "steps" ? "steps" : "the \(noun)"), so there is nothing to compare."
      : "\(rate.of - rate.count) of \(rate.of) run days have no \(noun), so they do not count."
    guard let newest else { return (missing, [], nil) }
    return (
      "\(missing) Add it with nerve edit run. The latest:", [],
      "nerve list runs --on \(newest)"
    )
  }

  func fewRatings(_ rate: Rate) -> Told {
    let all = check.ratingTimes
    let rated =
      "\(Self.few(rate.count)) of the last \(rate.of) days \(rate.count < 2 ? "has" : "have")"
    let total = all.days > rate.of ? " (\(all.rated) of \(all.days) in all)" : ""
    return (
      "\(rated) a rating\(total), and a day without one does not count. Rate \(part) each morning, on "
        + "good days too\(mark)", [], "nerve checkin"
    )
  }

  var ratingTimes: Told {
    let times = check.recentTimes
    if typed == nil {
      return (
        "Nobody knows when the pain was rated. If it was always before the day's run, add --timing "
          + "morning.", [], nil
      )
    }
    let others = [
      (times.evening, "only a later one"), (times.unknown, "one at an unknown time"),
      (times.days - times.rated, "none"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "has" : "have") \($0.1)" }
    let start =
      "\(Self.few(times.morning)) of the last \(times.days) days "
      + "\(times.morning < 2 ? "has" : "have") a rating known to be from before the run; "
      + "\(others.joined(separator: ", "))."
    return times.unknown >= times.evening
      ? (
        "\(start) Rate \(part) in the morning, or say when you rated it:", [],
        "\(ratingCommand) 4 --on yesterday --morning"
      )
      : (
        "\(start) A run can change the pain, so rate \(part) before you run:", [],
        "nerve checkin"
      )
  }

  /// Too small a number at the beginning of a sentence.
  private static func few(_ count: Int) -> String {
    switch count {
    case 0: "None"
    case 1: "Only one"
    default: "Only \(count)"
    }
  }

  /// How many days were rated after those in question and after all others.
  func rates(
    _ comparison: RatingGaps.Comparison, _ these: String, _ others: String
  ) -> String {
    let interval = comparison.ci95.map {
      " (95 % interval of the difference: \(NumberText.signed($0.lower * 100, 0)) to "
        + "\(NumberText.signed($0.upper * 100, 0)) percentage points)"
    }
    return
      "after \(these), \(comparison.rate.count) of \(comparison.rate.of) days are rated; after "
      + "\(others), \(comparison.others.count) of \(comparison.others.of)\(interval ?? "")"
  }

  // MARK: Days

  func unknownDays(_ newest: ClosedRange<Day>?) -> Told {
    let known = check.knownDays.lately
    let start =
      "Nobody knows whether you ran on \(known.of - known.count) of the last \(known.of) days, so they "
      + "do not count."
    guard typed != nil else { return ("\(start) Write 0 for a rest day.", [], nil) }
    return (
      newest == nil ? start : "\(start) If you rested on the latest of them:", [],
      newest.map { "nerve rest \(Self.typed($0))" }
    )
  }

  func impliedRest(_ newest: ClosedRange<Day>?, _ without: Verdict.Kind?) -> Told {
    let rests = check.confirmedRest.overall
    let consequence =
      without.map { "Without them, the answer would be \"\($0.phrase)\"." }
      ?? "A run that you did not log would count as rest."
    let implied = rests.of - rests.count
    let start =
      (implied == rests.of
        ? "All \(NumberText.counted(rests.of, "rest day"))"
        : "\(implied) of \(NumberText.counted(rests.of, "rest day"))")
      + " are assumed: you logged something else, but no run. \(consequence) "
    if check.importsRuns {
      return (
        "\(start)If your imports contain every run, say so:", [],
        "nerve import FILE --covers-all-runs"
      )
    }
    return (
      "\(start)Each day, nerve checkin asks whether you ran. If you rested on the latest of them:",
      [],
      newest.map { "nerve rest \(Self.typed($0))" }
    )
  }

  /// Days as an argument.
  private static func typed(_ days: ClosedRange<Day>) -> String {
    days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound)..\(days.upperBound)"
  }

  var fixedRunDays: String {
    let share = check.share.map { NumberText.fixed($0 * 100, 0) } ?? "0"
    let day = check.fixedRunDay.map { "your \(Day.weekdayNames[$0]) run" } ?? "a run day"
    return
      "Your runs follow a weekly plan so closely that hardly anything is left to compare "
      + "(\(share) % of their variation). "
      + advice("If it suits you, swap \(day) and a rest day now and then.")
  }

  var moreDays: String {
    let more = verdict.moreDays.map { days in
      days > 3650
        ? " At your present rate, that takes more than ten years."
        : " At your present rate, that takes about "
          + "\(NumberText.counted(AnswerText.about(days), "more day"))."
    }
    if verdict.reason == .fewerThan15RunDays {
      return "\(NumberText.counted(answer.analysis.runDays, "run day")) so far; an answer needs 15."
    }
    guard let pairs, let needed = pairs.needed else { return "More days help too.\(more ?? "")" }
    let about = needed == 60 ? "60" : "about \(AnswerText.about(needed))"
    return
      "\(NumberText.counted(pairs.now, "usable day")) so far; an answer needs \(about). A usable "
      + "day is rated, and it is known whether you ran on it and on the two days before.\(more ?? "")"
  }

  // MARK: Entries

  private static let fewEntries = 3

  var unlikely: Told {
    let entries = check.unlikely
    let (noun, isOne) = (typed == nil ? "day" : "entr", entries.count == 1)
    let counted =
      typed == nil
      ? "\(isOne ? "One" : Self.number(entries.count)) \(noun)\(isOne ? "" : "s")"
      : "\(isOne ? "One" : Self.number(entries.count)) \(noun)\(isOne ? "y" : "ies")"
    let more = entries.count - Self.fewEntries
    let details = entries.prefix(Self.fewEntries).map { entry in
      (entry.table.flatMap { table in entry.id.map { "\(table.word) \($0), " } } ?? "")
        + "\(entry.day.longDescription): \(Self.reason(entry, unit))"
    }
    let first = entries.first.flatMap(command)
    let deed = first?.hasPrefix("nerve delete") == true ? "delete" : "change"
    let end =
      typed == nil || first == nil
      ? "Leave what is right, and change what is wrong."
      : "Leave what is right. To \(deed) \(isOne ? "it" : "the first"):"
    return (
      "\(counted) \(isOne ? "looks like a slip" : "look like slips"):",
      details + (more > 0 ? ["and \(more) more, listed by --json"] : []) + [end], first
    )
  }

  /// The command to mend an entry with.
  private func command(_ entry: UnlikelyEntry) -> String? {
    guard let table = entry.table, let id = entry.id else { return nil }
    if case .duplicate = entry.reason { return "nerve delete \(table.word) \(id)" }
    return "nerve edit \(table.word) \(id)"
  }

  /// Why an entry looks like a slip, as a clause.
  static func reason(_ entry: UnlikelyEntry, _ unit: LoadUnit) -> String {
    switch entry.reason {
    case .value(let text): return text.uncapitalised
    case .duplicate(let twin): return "looks like run \(twin) again"
    case .load(let load, let usual, let measure):
      let unit = measure.map { unit.of($0) } ?? unit
      // A file does not say what its loads are.
      let others = measure == nil ? unit.bareRange(usual) : unit.range(usual)
      return "\(unit.amount(load)), while the other runs are \(others)"
    case .painJump(let before, let rating, let after):
      let numbers = [before, rating, after].map { NumberText.shortest($0) }
      return "pain \(numbers[1]), with \(numbers[0]) the day before and \(numbers[2]) the day after"
    }
  }

  // MARK: Columns

  func missing(_ columns: [DiaryCheck.Column]) -> Told {
    let kinds = columns.map(\.kind)
    let commands: [(DiaryCheck.Column.Kind, String)] = [
      (.sitting, "nerve checkin --evening"), (.eveningPain, "nerve checkin --evening"),
      (.shoe, "nerve checkin --rpe"), (.flare, "nerve flare start --on DAY"),
      (.medication, "nerve pain 6 --medication NAME"),
    ]
    return (
      columns.map(phrase).joined(separator: "; ") + (typed == nil ? "" : ". Begin with:"), [],
      commands.first { kinds.contains($0.0) }?.1
    )
  }

  private func phrase(_ column: DiaryCheck.Column) -> String {
    let rate = column.known.overall
    let place = typed == nil ? ", as a column \(column.kind.rawValue)" : ""
    switch column.kind {
    case .sitting:
      return "hours of sitting\(place) (\(rate.count) of \(rate.of) rated days have them)"
    case .eveningPain:
      return "the evening's pain\(place) (\(rate.count) of \(rate.of) rated days have it)"
    case .flare: return "flare-ups\(place), if some of the worst days were one"
    case .medication: return "medication\(place), if you take any for the pain"
    case .shoe:
      return "shoes, so that they can be compared (\(rate.count) of \(rate.of) runs have one)"
    }
  }
}

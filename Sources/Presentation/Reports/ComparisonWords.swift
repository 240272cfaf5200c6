internal import CivilDay
internal import Correlator
internal import JournalModel
internal import JournalStore
internal import Reports
internal import WrittenValues

/// The pain after two kinds of running, in words.
struct ComparisonWords {
  let report: RunComparison
  /// The measure of load.
  let unit: LoadUnit
  /// The unit of distances in guidance.
  let distance: DistanceUnit
  /// Returns a command as it is typed for the same journal.
  let typed: (String) -> String

  var names: ComparisonNames { ComparisonNames(topic: report.topic, kinds: report.kinds) }
  private var pain: String { report.question.pain.name }
  private var isMorning: Bool { report.timing == .morning }

  /// When the pain is compared.
  private var later: String { isMorning ? "the next morning" : "the next day" }

  /// What comes first.
  var precautions: [(name: String, text: String)] {
    PrecautionText(precautions: report.precautions, unit: distance, typed: typed).rows
  }

  /// The answer, or what is missing for one.
  var sentence: String {
    guard let fit = report.result.fit else { return missing }
    let (a, b) = (names.runs(.a), names.runs(.b))
    guard fit.ci95.lower > 0 || fit.ci95.upper < 0 else {
      return "No clear difference: \(pain) \(later) could be anything from \(Self.range(fit.ci95)) "
        + "after \(b) than after \(a)."
    }
    let points = abs(fit.slope)
    let text = NumberText.fixed(points, points < 0.1 ? 2 : 1)
    return "\(pain.capitalised) \(later) is \(text) \(text == "1.0" ? "point" : "points") "
      + "\(fit.slope > 0 ? "higher" : "lower") after \(b) than after \(a), for equal pain "
      + "\(isMorning ? "before the run" : "that day")."
  }

  /// `0.3 points lower to 0.6 points higher`, rounded outwards.
  private static func range(_ interval: Interval) -> String {
    func side(_ value: Double) -> String {
      let size = NumberText.fixed(AnswerText.roundedUp(abs(value)), 1)
      return "\(size) points \(value > 0 ? "higher" : "lower")"
    }
    return "\(side(interval.lower)) to \(side(interval.upper))"
  }

  private var missing: String {
    if report.a.days + report.b.days + report.otherRunDays == 0 {
      return "Nothing to compare yet: no day with a run is known."
    }
    if report.lacksMeasure { return "Cannot compare: \(unit.lacking)." }
    if report.kinds.labels.isEmpty { return "Nothing to compare yet: \(names.nothing)." }
    if report.kinds.names.count == 1, let only = names.label(.a) {
      return "Nothing to compare yet: every run with a \(names.word) has the same one, \(only)."
    }
    switch report.result.reason {
    case .fewerThan8Runs:
      let counts = [Comparison.Side.a, .b].map { side in
        let days = side == .a ? report.a.used : report.b.used
        let needed = Comparison.neededRuns
        return "\(names.label(side) ?? "") \(days)" + (days < needed ? " of \(needed) needed" : "")
      }
      return "Not enough runs to compare yet. Run days that can be used: "
        + "\(counts.joined(separator: ", "))."
    case .fewerThan6Alternations:
      return "Cannot compare yet: \(NumberText.counted(report.result.alternations, "alternation")) "
        + "of \(Comparison.neededAlternations) needed."
        + (report.precautions.isEmpty ? " \(names.wayToAlternate)" : "")
    case .notEstimable, nil:
      return "Cannot compare: the pain before them, the season or the length of the run tell these "
        + "runs apart so well that nothing is left to compare."
    }
  }

  /// Whether there is anything to show below the sentence.
  var hasTable: Bool { !report.kinds.labels.isEmpty }

  /// The columns of the table.
  var columns: [TableColumn] {
    [
      TableColumn(names.word), TableColumn("run days", .right), TableColumn("used", .right),
      TableColumn(unit.heading, .right),
      TableColumn(isMorning ? "pain that morning" : "pain that day", .right),
      TableColumn(isMorning ? "next morning" : "next day", .right),
    ]
  }

  /// A row for each kind, with means over the days used.
  var rows: [[String]] {
    [(Comparison.Side.a, report.a), (.b, report.b)].compactMap { side, runs in
      names.label(side).map { label in
        [
          label, "\(runs.days)", "\(runs.used)", runs.load.map { unit.bareRange($0...$0) } ?? "",
          Self.mean(runs.pain), Self.mean(runs.nextPain),
        ]
      }
    }
  }

  private static func mean(_ value: Double?) -> String {
    value == nil ? "" : NumberText.fixed(value, 1)
  }

  /// The remarks below the numbers.
  var remarks: [(name: String, text: String)] {
    let heldBack = report.heldBackSince.map { day in
      (
        name: "held back",
        text: "the days since \(day.longDescription), as a self-trial of it is in progress; a look "
          + "before its end would spoil it"
      )
    }
    var remarks = [heldBack].compactMap(\.self)
    guard hasTable else { return remarks }
    if let meaning = names.meaning { remarks.append((names.word, meaning)) }
    if report.result.fit != nil {
      remarks.append(("compared", compared))
      remarks.append(("what it is", Self.caution))
    } else {
      remarks += hindrances
    }
    if let timing { remarks.append(("timing", timing)) }
    if let leftOut { remarks.append(("left out", leftOut)) }
    if let trial {
      remarks.append(
        (
          "to settle it",
          "only a coin can show a cause: \(typed(trial))"
        ))
    }
    return remarks
  }

  /// How the difference is found.
  private var compared: String {
    "\(report.result.a + report.result.b) run days with "
      + "\(NumberText.counted(report.result.alternations, "alternation")); the difference allows "
      + "for the pain that day and in the week before, the \(NextStepText.noun(of: report.load)) and "
      + "a steady trend"
  }

  private static let caution =
    "an association, not proof. You may choose one when the leg already feels worse, and by chance "
    + "alone about 1 comparison in 20 looks clear"

  /// What stands in the way of an answer.
  private var hindrances: [(name: String, text: String)] {
    var rows: [(name: String, text: String)] = []
    let unused = report.a.days + report.b.days - report.a.used - report.b.used
    if unused > 0 {
      rows.append(
        (
          "not used",
          "\(NumberText.counted(unused, "run day")) without a \(NextStepText.noun(of: report.load)), a rating "
            + "\(isMorning ? "that morning" : "that day") or one \(later)"
        ))
    }
    if report.result.reason == .fewerThan6Alternations {
      rows.append(
        (
          "alternation",
          "a run of one kind after a run of the other. Without enough of them, a difference may only "
            + "be the season, or the course of the pain"
        ))
    }
    return rows
  }

  /// What cannot be known because of the time of the ratings.
  private var timing: String? {
    switch report.timing {
    case .morning: nil
    case .evening where report.question.pain == .worst:
      "the day's worst pain may come after the run, so what the run did on the same day cannot be "
        + "seen here"
    case .evening:
      "the ratings of the run days were made after the run, so what it did by the evening cannot be "
        + "seen here; rate before running"
    case .unknown:
      "nobody knows whether the pain was rated before or after the runs; part of the difference may "
        + "be hidden. Rate before running"
    }
  }

  /// The run days of other kinds.
  private var leftOut: String? {
    guard report.otherRunDays > 0 else { return nil }
    let others = report.kinds.others.prefix(Self.mostOthers).map { "\($0.name) \($0.days)" }
    let more = report.kinds.others.count - others.count
    let rest = report.otherRunDays - report.kinds.others.reduce(0) { $0 + $1.days }
    let parts =
      others + (more > 0 ? ["\(more) more"] : []) + (rest > 0 ? ["unknown or mixed \(rest)"] : [])
    return "\(NumberText.counted(report.otherRunDays, "run day")): "
      + parts.joined(separator: ", ")
  }

  /// The kinds left out that are named.
  private static let mostOthers = 5

  /// The command that plans the trial.
  var trial: String? {
    switch report.trial {
    case .shoes(let a, let b):
      "nerve trial plan shoe \(ShellText.quoted(a)) \(ShellText.quoted(b))"
    case .stretch(let name): "nerve trial plan stretch \(ShellText.quoted(name))"
    case .routine(let name): "nerve trial plan routine \(ShellText.quoted(name))"
    case nil: nil
    }
  }
}

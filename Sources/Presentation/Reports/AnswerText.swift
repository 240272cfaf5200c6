internal import CivilDay
internal import Correlator
internal import JournalModel
package import Reports
internal import WrittenValues

/// The answer in words: one sentence, and at most four lines below it.
package struct AnswerText {
  let report: CorrelationReport
  let unit: LoadUnit
  let mayAdvise: Bool
  var analysis: Analysis { report.analysis }
  var verdict: Verdict { report.analysis.verdict }
  var evidence: Verdict.Evidence? { verdict.evidence }

  /// - Parameters:
  ///   - report: The analysis.
  ///   - unit: The measure of its load.
  ///   - mayAdvise: Whether a line may speak of trials and other runs; not under a
  ///     red flag, guidance or a flare-up.
  package init(_ report: CorrelationReport, unit: LoadUnit, mayAdvise: Bool = true) {
    self.report = report
    self.unit = unit
    self.mayAdvise = mayAdvise
  }

  /// The name of the pain.
  package var pain: String { report.question.pain.name }

  /// More pain, and less.
  var more: String { report.question.pain.change(isMore: true) }
  var less: String { report.question.pain.change(isMore: false) }

  /// What a tired runner needs to know.
  package var sentence: String {
    guard report.load.carriesVerdict else {
      return "\(unit.title) only describes: the answer comes from km or minutes."
    }
    guard let day = verdict.sinceDay else { return allDaysSentence }
    return "Since \(Self.name(day.month)): \(allDaysSentence.uncapitalised)"
  }

  var allDaysSentence: String {
    switch verdict.kind {
    case .worsens:
      return "Your runs \(seem) followed by \(more)\(condition)."
    case .lessPainAfter:
      return "Your runs \(seem) followed by \(less), perhaps because you run when you feel "
        + "well\(condition)."
    case .mixed:
      return mixedSentence
    case .dependsOnLength:
      return lengthSentence
    case .hint:
      return hintSentence
    case .noLinkSeen:
      return "No link seen between your runs and \(pain) over the next three days; a difference of "
        + "more than \(bound) points after a typical run is unlikely."
    case .unclear:
      return verdict.reason == .pBelow05
        ? "Unclear: a small link may be there; after a typical run, \(pain) could be anything from "
          + "\(range)."
        : "Unclear: after a typical run, \(pain) over the next three days could be anything from "
          + "\(range)."
    case .notEnoughData:
      return shortage
    }
  }

  /// An answer that rests on days that nobody marked is worded with care.
  var seem: String { report.verdictWithoutImpliedRest == nil ? "are" : "seem to be" }

  var condition: String {
    report.verdictWithoutImpliedRest == nil ? "" : ", if the days you left blank were rest days"
  }

  var mixedSentence: String {
    func days(_ isMore: Bool) -> String {
      Self.list(
        verdict.lags.filter { lag in ((effect(lag)?.estimate.slope ?? 0) > 0) == isMore }
          .map(Self.dayAfter))
    }
    return "There is \(more) \(days(true)) your runs, and less \(days(false)) them."
  }

  var lengthSentence: String {
    let (hurting, easing) = (Self.runs(verdict.hurtingBands), Self.runs(verdict.easingBands))
    let start = "It depends on the length: there is \(more) the day after your \(hurting) runs"
    return easing.isEmpty ? "\(start)." : "\(start), and less after the \(easing) ones."
  }

  /// Thirds of the runs as an adjective.
  static func runs(_ bands: [Int]) -> String {
    switch bands {
    case []: ""
    case [0]: "shortest"
    case [1]: "middling"
    case [2]: "longest"
    case [0, 1]: "shorter"
    case [1, 2]: "longer"
    default: "shortest and longest"
    }
  }

  var hintSentence: String {
    let direction =
      switch verdict.direction {
      case .more: more
      case .less: less
      case .both, nil: "\(more) on some days and by less on others"
      }
    switch verdict.reason {
    case .goneInSecondLine:
      return
        "A hint: your runs may be followed by \(direction); \(besides("or")) may explain some of "
        + "it."
    case .onlyInSecondLine:
      return "A hint: allowing for \(besides("and")), your runs may be followed by \(direction); "
        + "without that, there is no clear link."
    default:
      return "A hint: your runs may be followed by \(direction)."
    }
  }

  /// What else the days held, as `sitting or flare-ups`.
  func besides(_ last: String) -> String {
    Self.list((evidence?.secondLineColumns ?? []).map(\.phrase), last)
  }

  /// U, rounded up, so that it bounds what it is said to bound.
  var bound: String {
    NumberText.fixed(Self.roundedUp(verdict.couldBeMissed ?? 0), 1)
  }

  /// `0.3 points lower to 0.6 higher`, rounded outwards.
  var range: String {
    guard let range = evidence?.range else { return "" }
    func side(_ value: Double, isUpper: Bool) -> String {
      let size = isUpper == (value > 0) ? Self.roundedUp(abs(value)) : Self.roundedDown(abs(value))
      return
        "\(NumberText.fixed(size, 1))\(isUpper ? "" : " points") \(value > 0 ? "higher" : "lower")"
    }
    return "\(side(range.lower, isUpper: false)) to \(side(range.upper, isUpper: true))"
  }

  static func roundedUp(_ size: Double) -> Double { (size * 10 - 1e-9).rounded(.up) / 10 }

  static func roundedDown(_ size: Double) -> Double {
    (size * 10 + 1e-9).rounded(.down) / 10
  }

  /// The reason why the data are insufficient.
  var shortage: String {
    if analysis.runDays == 0 { return "Not enough data yet: no day with a run is known." }
    switch verdict.reason {
    case .fewerThan15RunDays:
      return "Not enough data yet: \(analysis.runDays) of 15 run days."
    case .tooLittleVariation:
      return "Not enough data yet: your runs or your ratings are nearly all the same."
    case .loadFixedByWeekday:
      return
        "Cannot tell yet: you always run on the same weekdays, so running and weekday cannot be "
        + "told apart."
    case .tooFewFreeChoices:
      return "Cannot tell yet: you keep so closely to a plan that running and rest can hardly be "
        + "compared."
    case .intervalTooWide:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about "
        + "\(Self.about(verdict.pairsNeeded ?? 0)) usable days."
    default:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about 60 usable days."
    }
  }

  /// A number of days without false precision.
  static func about(_ days: Int) -> Int { days < 100 ? days : (days + 5) / 10 * 10 }

  func effect(_ lag: Int) -> AdjustedEffect? {
    evidence?.effects.first { $0.lag == lag }
  }

  /// A size such as `0.4 points`.
  func points(_ value: Double?) -> String {
    let text = NumberText.fixed(value, (value ?? 1) < 0.1 ? 2 : 1)
    return "\(text) \(text == "1.0" ? "point" : "points")"
  }

  /// A signed number of points.
  static func signed(_ value: Double?) -> String { NumberText.signed(value, 2) }

  /// An interval as `-0.12 to +0.34`.
  static func interval(_ interval: Interval) -> String {
    "\(NumberText.signed(interval.lower, 2)) to \(NumberText.signed(interval.upper, 2))"
  }

  /// The time some days after a run, in words.
  package static func later(_ lag: Int) -> String {
    switch lag {
    case 1: "the next day"
    case 2: "two days later"
    case 3: "three days later"
    default: "\(lag) days later"
    }
  }

  static func name(_ month: Month) -> String { "\(month.name) \(month.year)" }

  /// The beginning of a line about a lag, such as `two days after`.
  static func dayAfter(_ lag: Int) -> String {
    switch lag {
    case 1: "the day after"
    case 2: "two days after"
    default: "three days after"
    }
  }

  /// Words as `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    words.count < 2
      ? words.first ?? ""
      : words.dropLast().joined(separator: ", ") + " \(last) \(words[words.count - 1])"
  }
}

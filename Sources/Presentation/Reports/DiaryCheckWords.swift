import CivilDay
import Correlator
import JournalModel
import Reports
import WrittenValues

/// A check of a diary in words.
struct DiaryCheckWords {
  /// A finding.
  struct Row {
    let finding: DiaryCheck.Finding
    /// What it is about, in a word or two.
    let name: String
    /// What was found, with its figures, and what to do.
    let text: String
    /// Single entries, one line each.
    var details: [String] = []
    /// The command to do it with.
    var command: String?
    /// Whether nothing is wrong without it.
    let isOptional: Bool

    /// The text with its details, in a line.
    var wholeText: String {
      text + (details.isEmpty ? "" : " \(details.joined(separator: "; "))")
    }
  }

  let check: DiaryCheck
  /// The measure of load.
  let unit: LoadUnit
  /// Returns a command as it is typed for the same journal; `nil` for a file.
  let typed: ((String) -> String)?

  var answer: CorrelationReport { check.answer }
  var verdict: Verdict { check.answer.analysis.verdict }

  // MARK: The first line

  /// Whether the diary is fit for an answer.
  var sentence: String {
    guard answer.analysis.calendar != nil else { return "There are no days to check yet." }
    guard answer.load.carriesVerdict else { return AnswerText(answer, unit: unit).sentence }
    let count = check.improvements.count
    let things = count == 1 ? "One thing" : "\(Self.number(count)) things"
    if check.canAnswer {
      return "Your diary can give an answer. "
        + (count == 0 ? "There is nothing to improve." : "\(things) would make it better.")
    }
    return "Your diary cannot give an answer yet. "
      + (count == 0 ? "All it needs is more days." : "\(things) would help.")
  }

  /// A number at the beginning of a sentence.
  static func number(_ count: Int) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return words.indices.contains(count) ? words[count] : "\(count)"
  }

  /// The usable days that are there, and those that an answer needs if they are too
  /// few.
  var pairs: (now: Int, needed: Int?)? {
    guard let now = verdict.evidence?.pairs ?? verdict.pairsNow else { return nil }
    switch verdict.reason {
    case .fewerThan60Pairs: return (now, 60)
    case .intervalTooWide: return (verdict.pairsNow ?? now, verdict.pairsNeeded)
    default: return (now, nil)
    }
  }

  // MARK: The findings

  /// The findings, the most fundamental first.
  var rows: [Row] {
    check.findings.map { finding in
      let (text, details, command) = told(finding)
      return Row(
        finding: finding, name: Self.name(of: finding), text: text, details: details,
        command: command.flatMap { command in typed.map { $0(command) } },
        isOptional: check.weight(of: finding) == .optional)
    }
  }

  private static func name(of finding: DiaryCheck.Finding) -> String {
    switch finding {
    case .sameLoad, .missingColumns: "could add"
    default:
      switch finding.topic {
      case .measure: "runs"
      case .ratingTimes: "rating times"
      case .ratings: "ratings"
      case .knownDays: "unknown days"
      case .restDays: "rest days"
      case .runDays: "run days"
      case .entries: "entries"
      case .columns: "could add"
      case .days: "days"
      }
    }
  }

  private func told(
    _ finding: DiaryCheck.Finding
  ) -> Told {
    switch finding {
    case .noRuns:
      let start = "No run is known, so there is nothing to compare."
      return mayAdvise && typed != nil
        ? ("\(start) Log each one:", [], "nerve run 8.2km 45:10") : (start, [], nil)
    case .missingMeasure(let rate, let newest): return measure(rate, newest)
    case .ratedAfterRunning(let slope):
      return (
        "Your morning ratings are higher on days with more running\(Self.p(slope)), as if you had "
          + "made them after the run. Rate \(part) before you run\(mark)", [], "nerve checkin"
      )
    case .fewRatings(let rate): return fewRatings(rate)
    case .ratingTimes: return ratingTimes
    case .ratingsAfterRuns:
      return (
        "Ratings go missing after runs: \(rates(check.gaps.afterRuns, "a run", "a rest day")). Rate "
          + "\(part) then too; one number is enough\(mark)", [], "\(ratingCommand) 4"
      )
    case .ratingsAfterHighPain:
      let high = "pain of \(NumberText.shortest(check.gaps.highPain)) or more"
      return (
        "Ratings go missing after bad days, so pain is higher than it looks: "
          + "\(rates(check.gaps.afterHighPain, high, "less")). Rate \(part) then too; one number is "
          + "enough\(mark)", [], "\(ratingCommand) 6"
      )
    case .littleVariation:
      return (
        "Your runs or your ratings are nearly all the same, so there is nothing to compare. Log each "
          + "run, and rate the pain on good days and bad ones.", [], nil
      )
    case .unknownDays(let newest): return unknownDays(newest)
    case .impliedRest(let newest, let kind): return impliedRest(newest, kind)
    case .fixedRunDays: return (fixedRunDays, [], nil)
    case .littleVariety:
      return (
        "More variety would make the answer clearer. "
          + advice("If it suits you, run on other weekdays and other lengths now and then."), [],
        nil
      )
    case .sameLoad(let loads):
      return (
        "runs of other lengths: nine in ten are \(unit.range(loads)), so longer and shorter ones "
          + "cannot be compared", [], nil
      )
    case .unlikelyEntries: return unlikely
    case .missingColumns(let columns): return missing(columns)
    case .moreDays: return (moreDays, [], nil)
    }
  }

  /// What ends a sentence before a command.
  var mark: String { typed == nil ? "." : ":" }

  /// What is rated.
  var part: String {
    switch answer.question.pain {
    case .leg, .worst: "the leg"
    case .back: "the back"
    case .reach: "the reach"
    }
  }

  /// The command that logs a rating, without its number.
  var ratingCommand: String {
    answer.question.pain == .back ? "nerve pain --back" : "nerve pain"
  }

  /// Whether to speak of other runs.
  private var mayAdvise: Bool { check.precautions?.isEmpty ?? true }

  func advice(_ text: String) -> String {
    mayAdvise ? text : "Leave your running as it is for now."
  }

  private static func p(_ slope: SlopeEstimate?) -> String {
    slope.map { $0.p < 0.001 ? " (p < 0.001)" : " (p = \(NumberText.fixed($0.p, 3)))" } ?? ""
  }

  // MARK: What is fine

  /// What needs nothing; `nil` if nothing could be judged.
  var fine: (name: String, text: String)? {
    // A file has loads, and not what they are measured in.
    let names = check.fine.filter { typed != nil || $0 != .measure }.map { topic in
      switch topic {
      case .measure: "\(NextStepText.noun(of: answer.load)) of runs"
      case .ratingTimes: "rating times"
      case .ratings: "ratings after runs and bad days"
      case .knownDays: "few unknown days"
      case .restDays: "rest days"
      case .runDays: "variety of run days"
      case .entries: "no slips"
      case .columns: "sitting and evening pain"
      case .days:
        pairs.map { "\($0.now) usable days" } ?? "the number of days"
      }
    }
    return names.isEmpty ? nil : ("fine", names.joined(separator: ", "))
  }
}

import CivilDay
import Correlator
import JournalModel
import JournalStore
import Reports
import WrittenValues

/// What the page for a clinician says, part by part.
struct ClinicianWords {
  let report: PeriodReport
  let unit: DistanceUnit

  private var load: LoadUnit { LoadUnit(report.answer.load, in: unit) }

  /// The most entries that are listed of one kind.
  private static let most = 4

  /// Shortens free text, so that the page fits on one sheet.
  static func cut(_ text: String, to most: Int = 60) -> String {
    DisplayText.truncated(text.split(whereSeparator: \.isNewline).joined(separator: " "), to: most)
  }

  /// The last items of a list, and how many more there are.
  static func latest(_ items: [String], _ separator: String = ", ", most: Int = most) -> String {
    let omitted = items.count - most
    return items.suffix(most).joined(separator: separator)
      + (omitted > 0 ? " and \(omitted) more" : "")
  }
}

// MARK: - Now

extension ClinicianWords {
  /// The heading of the present state, which is not of today if the diary ended earlier.
  var stateHeading: String {
    guard let last = report.span?.upperBound, silentDays > Self.mostSilentDays else {
      return "Now"
    }
    return "At the end of the diary, \(last.dateText)"
  }

  /// The present state in one line.
  var state: String {
    let (week, month) = (report.last(7), report.last(28))
    let pain = [
      Self.pain(week), report.days.count > 7 ? Self.pain(month) : nil,
    ].compactMap(\.self).joined(separator: ", ")
    let signs = [
      ("tingling", month.tingling), ("numbness", month.numbness), ("weakness", month.weakness),
    ].map { name, rate in
      let course = name == "weakness" && isWeaknessUnchanged ? " (known, unchanged)" : ""
      return (name, rate.of == 0 ? nil : "\(name) on \(Self.rate(rate))\(course)")
    }
    let hours = [("sleep", month.sleepHours), ("sitting", month.sittingHours)].map { name, hours in
      (name, hours.map { "\(name) \(NumberText.fixed($0.mean, 1)) h a day" })
    }
    let parts: [(name: String, text: String?)] =
      [
        ("side", Self.side(month)), ("reach", Self.reach(month).map { "down to the \($0)" }),
        ("leg pain", pain.isEmpty ? nil : "leg pain \(pain)"),
      ] + signs + hours
    let missing = parts.filter { $0.text == nil }.map(\.name)
    let known = parts.compactMap(\.text).joined(separator: "; ").capitalisedFirst
    return [
      known.isEmpty ? nil : "\(known).",
      missing.isEmpty
        ? nil
        : "Not recorded in the last \(NumberText.counted(month.days, "day")): "
          + "\(missing.joined(separator: ", ")).",
    ].compactMap(\.self).joined(separator: " ")
  }

  /// Whether the last weakness was known before and had not changed.
  private var isWeaknessUnchanged: Bool {
    guard let weakness = report.redFlags.about(.weakness), let last = weakness.unchanged.last
    else { return false }
    return weakness.yes.allSatisfy { $0 < last }
  }

  private static func pain(_ window: PeriodWindow) -> String? {
    window.legPain.map { pain in
      "in the last \(NumberText.counted(window.days, "day")): mean "
        + "\(NumberText.fixed(pain.mean, 1)), worst \(window.worstLegPain ?? 0) "
        + "(\(pain.days) rated)"
    }
  }

  private static func side(_ window: PeriodWindow) -> String? {
    let sides = window.sides.map { side, days in
      (side == .both ? "both legs" : "\(side.rawValue) leg", days)
    }
    guard sides.count > 1 else { return sides.first?.0 }
    return sides.map { "\($0) on \(NumberText.counted($1, "day"))" }.joined(separator: ", ")
  }

  private static func reach(_ window: PeriodWindow) -> String? {
    guard let average = window.reach, let farthest = window.farthestReach else { return nil }
    let usual = Reach(rawValue: Int(average.mean.rounded())) ?? farthest
    return farthest.name + (usual == farthest ? "" : " (on average the \(usual.name))")
  }

  private static func rate(_ rate: Rate) -> String {
    "\(rate.count) of \(NumberText.counted(rate.of, "day")) answered"
  }

  /// The days between the end of the diary and the page.
  private var silentDays: Int { report.span.map { report.made - $0.upperBound } ?? 0 }

  private static let mostSilentDays = 3
}

// MARK: - Change

extension ClinicianWords {
  /// The beginning and the end of the period side by side; `nil` for a short one.
  var change: (caption: String, columns: [String], rows: [[String]])? {
    guard let ends = report.ends else { return nil }
    let weeks =
      switch ends.weeks {
      case 4: "four weeks"
      case 2: "two weeks"
      default: "week"
      }
    func row(
      _ name: String, _ value: (PeriodWindow) -> String?, _ change: String = ""
    ) -> [String]? {
      let values = [ends.first, ends.last].map(value)
      guard values.contains(where: { $0 != nil }) else { return nil }
      return [name] + values.map { $0 ?? "not recorded" } + [change]
    }
    return (
      "The first \(weeks) of the period against the last \(weeks)",
      ["measure", "first \(weeks)", "last \(weeks)", "change"],
      [
        row(
          "Leg pain, mean", { Self.average($0.legPain) },
          Self.change(ends.first.legPain, ends.last.legPain)),
        row(
          "Back pain, mean", { Self.average($0.backPain) },
          Self.change(ends.first.backPain, ends.last.backPain)),
        row("Farthest reach", Self.reach),
        row("Numbness", { $0.numbness.of == 0 ? nil : Self.rate($0.numbness) }),
        row("Weakness", { $0.weakness.of == 0 ? nil : Self.rate($0.weakness) }),
        row("Flare-up days", { "\($0.flareDays)" }), row("Running", { weekly($0) }),
      ].compactMap(\.self)
    )
  }

  private static func average(_ average: PeriodWindow.Average?) -> String? {
    average.map {
      "\(NumberText.fixed($0.mean, 1)) (\(NumberText.counted($0.days, "day")))"
    }
  }

  /// The fewest ratings on either side of a comparison.
  private static let neededRatings = 5

  private static func change(
    _ before: PeriodWindow.Average?, _ now: PeriodWindow.Average?
  ) -> String {
    guard let before, let now else { return "unknown" }
    guard min(before.days, now.days) >= neededRatings else { return "too few ratings" }
    let points = now.mean - before.mean
    let share =
      before.mean > 0 ? " (\(NumberText.signed(points / before.mean * 100, 0)) %)" : ""
    return "\(NumberText.signed(points, 1))\(share): "
      + (PeriodReport.isMeaningful(from: before.mean, to: now.mean)
        ? "meaningful, \(points > 0 ? "worse" : "better")" : "not meaningful")
  }

  /// The amount of running a week, from the days on which it is known.
  private func weekly(_ window: PeriodWindow) -> String? {
    let byTime = window.runDaysWithout.duration < window.runDaysWithout.distance
    let amount =
      byTime
      ? window.minutes.map { (Self.time($0.mean * 7), $0.days) }
      : window.kilometres.map { (unit.text($0.mean * 7 * 1000), $0.days) }
    return amount.map { text, days in
      "\(text) a week" + (days < window.days ? " (\(days) of \(window.days) days known)" : "")
    }
  }

  /// Minutes, such as `43 min` or `3 h 20 min`.
  private static func time(_ minutes: Double) -> String {
    let whole = Int(minutes.rounded())
    let hours = whole < 60 ? [] : ["\(whole / 60) h"]
    return (hours + (whole % 60 > 0 || whole == 0 ? ["\(whole % 60) min"] : []))
      .joined(separator: " ")
  }
}

// MARK: - Facts

extension ClinicianWords {
  /// Running, what the diary says of it, treatment and flare-ups.
  var facts: [(name: String, text: String)] {
    let flareUps = report.flareUps.map { Self.cut(Self.sentence($0), to: 72) }
    let medication = report.medication.map {
      "\(Self.cut($0.name, to: 24)) (\(NumberText.counted($0.days, "day")))"
    }
    let exercises = report.exercises.map {
      "\(Self.cut($0.name, to: 24)) (\(NumberText.counted($0.days, "day")))"
    }
    return [("running", running)] + verdict
      + [
        ("exercises", exercises.isEmpty ? "none recorded" : Self.first(exercises)),
        ("medication", medication.isEmpty ? "none recorded" : Self.first(medication)),
        ("flare-ups", flareUps.isEmpty ? "none declared" : Self.latest(flareUps, "; ", most: 3)),
      ] + trials + guidance
  }

  /// The latest self-trial; a coin outweighs everything else about running and pain.
  private var trials: [(name: String, text: String)] {
    report.trials.last.map {
      [("self-trial", Self.cut(TrialSummary($0, unit: unit).sentence, to: 280))]
    } ?? []
  }

  /// The first items of a list, and how many more there are.
  private static func first(_ items: [String]) -> String {
    let omitted = items.count - most
    return items.prefix(most).joined(separator: ", ") + (omitted > 0 ? " and \(omitted) more" : "")
  }

  private var running: String {
    guard !report.runs.isEmpty else { return "no run recorded" }
    let week = weekly(report.last(report.days.count))
    let longest = report.longestRun.flatMap { run -> String? in
      let amount =
        run.distanceM.map { unit.text($0) } ?? run.durationS.map { Self.time($0 / 60) }
      return amount.map { "longest run \($0), \(run.day.dateText)" }
    }
    return [NumberText.counted(report.runs.count, "run"), week, longest].compactMap(\.self)
      .joined(separator: "; ")
  }

  /// The answer from all days, with its interval, and the one of the period alone.
  private var verdict: [(name: String, text: String)] {
    func told(_ answer: CorrelationReport, lines: Int) -> String {
      let text = AnswerText(answer, unit: load)
      return ([text.sentence] + text.lines.prefix(lines)).joined(separator: " ")
    }
    let days = report.answer.analysis.calendar.map { NumberText.counted($0.count, "day") } ?? "days"
    return [("diary, all \(days)", told(report.answer, lines: 2))]
      + (report.periodAnswer.map { [("this period alone", told($0, lines: 1))] } ?? [])
  }

  /// The days, the peak and the suspected trigger of a flare-up.
  private static func sentence(_ flareUp: FlareUpSummary) -> String {
    let end =
      flareUp.endDay.map { $0 == flareUp.onsetDay ? "" : " to \($0.dateText)" }
      ?? ", in progress"
    return "\(flareUp.onsetDay.dateText)\(end)"
      + (flareUp.peakPain.map { ", peak \($0)" } ?? "")
      + (flareUp.triggerText.map { ", suspected trigger: \($0)" } ?? "")
  }

  private var guidance: [(name: String, text: String)] {
    guard !report.guidance.isEmpty else { return [("guidance", "none recorded")] }
    let shown = report.guidance.suffix(Self.mostGuidance).map { followed in
      let guidance = followed.guidance
      return (
        "guidance",
        "\(guidance.day.dateText)"
          + (guidance.givenBy.map { ", \(Self.cut($0, to: 24))" } ?? "")
          + ": \(Self.cut(guidance.advice, to: 48)) (\(limits(of: guidance))\(Self.kept(followed)))"
      )
    }
    let omitted = report.guidance.count - shown.count
    return omitted > 0 ? shown + [("guidance", "\(omitted) more, earlier")] : shown
  }

  private static let mostGuidance = 2

  /// The limits of the advice, each followed by a semicolon.
  private func limits(of guidance: GivenGuidance) -> String {
    [
      guidance.longestRunM.map { "runs up to \(unit.text($0)); " },
      guidance.lastDayOff.map { "no run up to \($0.dateText); " },
      guidance.untilDay.map { "until \($0.dateText); " },
    ].compactMap(\.self).joined()
  }

  /// Whether the runs after the advice kept to its limits.
  private static func kept(_ followed: FollowedGuidance) -> String {
    let guidance = followed.guidance
    guard guidance.longestRunM != nil || guidance.daysOff != nil else {
      return "no limit to check"
    }
    let runs = NumberText.counted(followed.judgedRuns, "run")
    let unjudged =
      followed.unjudgedRuns == 0
      ? "" : ", \(NumberText.counted(followed.unjudgedRuns, "run")) cannot be judged"
    guard followed.judgedRuns > 0 else {
      return followed.unjudgedRuns == 0 ? "no run since" : String(unjudged.dropFirst(2))
    }
    return followed.broken.isEmpty
      ? "kept in \(followed.judgedRuns == 1 ? "the one run" : "all \(runs)") since\(unjudged)"
      : "broken by \(followed.broken.count) of \(runs) since: "
        + latest(followed.broken.map(\.dateText), most: 2) + unjudged
  }
}

// MARK: - Limits

extension ClinicianWords {
  /// What the page cannot say, and what its words mean.
  var limits: String {
    let unrated = report.days.count { $0.legPain == nil }
    let unknown = report.days.count { $0.state == nil }
    return [
      "associations in one person's records, not causes.",
      unrated + unknown > 0
        ? "\(NumberText.counted(unrated, "day")) without a rating and "
          + "\(NumberText.counted(unknown, "day")) without a known run or rest were not filled in."
        : nil,
      silentDays > Self.mostSilentDays
        ? "The diary ends \(NumberText.counted(silentDays, "day")) before this page was made."
        : nil,
      "No diagnosis, imaging or examination. A sign nobody asked about is not absent; a YES stays "
        + "listed after it has passed.",
      report.ends == nil
        ? nil
        : "Meaningful: 2 points, or 30 % and at least 1 point (Farrar 2001, Pain 94:149; Ostelo 2008, "
          + "Spine 33:90; for improvement; the 1 point and worsening are this page's own).",
    ].compactMap(\.self).joined(separator: " ")
  }
}

extension Day {
  /// The date without its weekday, such as `2 Feb 2026`.
  var dateText: String { "\(civil.day) \(month.shortName) \(civil.year)" }
}

extension String {
  /// The text with a capital letter at the start.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import CivilDay
import Correlator
package import JournalModel
import JournalStore
package import Reports
import WrittenValues

/// The page about a period for a doctor or physiotherapist, on two sheets at most.
package struct ClinicianPage {
  package let report: PeriodReport
  package let unit: DistanceUnit
  package let isSynthetic: Bool

  package init(report: PeriodReport, unit: DistanceUnit, isSynthetic: Bool) {
    self.report = report
    self.unit = unit
    self.isSynthetic = isSynthetic
  }

  /// The longest list: the newest are listed, the others counted.
  private static let most = 6

  /// Shortens free text, so that the page fits on two sheets.
  private static func cut(_ text: String, to most: Int = 80) -> String {
    text.count > most ? "\(text.prefix(most - 1))…" : text
  }

  private var load: LoadUnit { LoadUnit(report.answer.load, in: unit) }

  /// The page.
  package var text: String {
    var page = HTMLPage("Summary for a clinician: running and sciatica")
    if isSynthetic { page.paragraph(SampleNotice.sentence, "notice") }
    guard let span = report.span else {
      page.paragraph("Nothing is recorded in this period.")
      return page.text
    }
    page.paragraph(
      "Self-recorded, \(span.lowerBound.longDescription) to \(span.upperBound.longDescription); leg pain rated on "
        + "\(report.days.count { $0.legPain != nil }) of \(NumberText.counted(report.days.count, "day")). "
        + "Pain 0 to 10.", "quiet")
    page.heading("Red-flag answers")
    page.list(redFlags)
    page.heading("Change over the period")
    addChange(to: &page)
    PeriodCharts(unit: unit, measure: report.answer.load).add(
      report.days, flares: report.flareUps.map { $0.days(upTo: span.upperBound) }, id: "time",
      to: &page)
    page.heading("Running and pain on the next days")
    page.paragraph(AnswerText(report.answer, unit: load).sentence)
    if let typical = report.answer.analysis.typicalRun {
      page.facts(
        [("typical run", load.amount(typical))]
          + CorrelationText(report: report.answer, unit: load).effects)
    }
    if report.dose.response.reason == nil {
      page.paragraph(DoseWords(report: report.dose, unit: load).sentence)
    }
    page.heading("Flare-ups, medication, guidance")
    page.facts(records)
    page.heading("What these data cannot say")
    page.list(limits)
    return page.text
  }

  private var redFlags: [String] {
    [
      ("Numbness in the saddle area", \DeclaredSigns.saddleNumbness),
      ("Trouble with bladder or bowel", \.bladderOrBowel), ("Weakness", \.weakness),
      ("Pain in both legs", \.bothLegs),
    ].map { name, sign in
      let days = report.days(with: sign)
      let answers = report.answers(to: sign)
      guard !days.isEmpty else {
        return answers == 0
          ? "\(name): never answered"
          : "\(name): no, on all \(NumberText.counted(answers, "day")) answered"
      }
      return "\(name): YES on \(NumberText.counted(days.count, "day")) of \(answers) answered: "
        + Self.newest(days.map(\.longDescription))
    }
  }

  private static func newest(
    _ items: [String], _ separator: String = ", ", most: Int = most
  ) -> String {
    let omitted = items.count - most
    return items.suffix(most).joined(separator: separator)
      + (omitted > 0 ? " and \(omitted) earlier" : "")
  }

  private func addChange(to page: inout HTMLPage) {
    guard let ends = report.ends else {
      page.paragraph("Fewer than eight weeks: too short to compare its beginning with its end.")
      return
    }
    func row(
      _ name: String, _ value: (PeriodReport.Weeks) -> String, _ change: String = ""
    ) -> [String] { [name, value(ends.first), value(ends.last), change] }
    func average(_ average: PeriodReport.Average?) -> String {
      average.map { "\(NumberText.fixed($0.mean, 1)) (\(NumberText.counted($0.days, "day")))" }
        ?? "not rated"
    }
    func change(_ before: PeriodReport.Average?, _ now: PeriodReport.Average?) -> String {
      guard let before, let now else { return "unknown" }
      let points = now.mean - before.mean
      let share =
        before.mean > 0 ? " (\(NumberText.signed(points / before.mean * 100, 0)) %)" : ""
      let direction = points > 0 ? "worse" : "better"
      return "\(NumberText.signed(points, 1))\(share): "
        + (PeriodReport.isMeaningful(from: before.mean, to: now.mean)
          ? "meaningful, \(direction)" : "not meaningful")
    }
    func rate(_ rate: RatingGaps.Rate) -> String {
      rate.of == 0 ? "not answered" : "\(rate.count) of \(rate.of) days answered"
    }
    func amount(_ name: String, _ text: (DayTotals) -> String?) -> [[String]] {
      let totals = [ends.first.totals, ends.last.totals]
      guard totals.contains(where: { text($0) != nil }) else { return [] }
      return [
        [name]
          + totals.map { totals in
            (text(totals) ?? NumberText.unknown)
              + (totals.unknownDays > 0 ? " (\(totals.knownDays) days known)" : "")
          } + [""]
      ]
    }
    func reach(_ weeks: PeriodReport.Weeks) -> String {
      guard let average = weeks.reach,
        let farthest = weeks.farthestReach.flatMap(Reach.init(rawValue:))
      else { return "not recorded" }
      let usual = Reach(rawValue: Int(average.mean.rounded()))?.name ?? ""
      return "\(farthest.name); on average \(usual)"
    }
    page.table(
      "The first four weeks against the last four; a change of 2 points or 30 % counts as meaningful",
      columns: ["measure", "first 4 weeks", "last 4 weeks", "change"],
      rows: [
        row(
          "Leg pain, mean", { average($0.legPain) }, change(ends.first.legPain, ends.last.legPain)),
        row(
          "Back pain, mean", { average($0.backPain) },
          change(ends.first.backPain, ends.last.backPain)),
        row("Farthest reach", reach),
        row("Numbness", { rate($0.numbness) }), row("Weakness", { rate($0.weakness) }),
        row("Flare-up days", { "\($0.flareDays)" }),
      ] + amount("Running a week") { $0.km.map { unit.text($0 * 1000 / 4) } }
        + amount("Running time a week") { $0.minutes.map { ClockText.duration($0 * 60 / 4) } }
        + amount("Effort x minutes a week") { $0.load.map { NumberText.fixed($0 / 4, 0) } },
      ofWords: true)
  }

  private var records: [(name: String, text: String)] {
    let flareUps = report.flareUps.map { Self.cut(PeriodPage.sentence($0)) }
    var records = [("flare-ups", flareUps.isEmpty ? "none declared" : Self.newest(flareUps, "; "))]
    let medication = report.medication.prefix(Self.most).map {
      "\(Self.cut($0.name)) (\(NumberText.counted($0.days, "day")))"
    }
    records.append(
      ("medication", medication.isEmpty ? "none recorded" : medication.joined(separator: "; ")))
    for followed in report.guidance.suffix(Self.most) {
      let guidance = followed.guidance
      let hasLimit = guidance.longestRunM != nil || guidance.daysOff != nil
      let kept =
        !hasLimit
        ? "no limit to check"
        : followed.broken.isEmpty
          ? "kept in all \(NumberText.counted(followed.runs, "run"))"
          : "broken by \(followed.broken.count) of \(NumberText.counted(followed.runs, "run")): "
            + Self.newest(followed.broken.map(\.longDescription), most: 3)
      records.append(
        (
          "guidance",
          "\(guidance.day.longDescription)\(guidance.givenBy.map { ", \(Self.cut($0, to: 40))" } ?? ""): "
            + "\(Self.cut(guidance.advice)) "
            + "(\(kept))"
        ))
    }
    if report.guidance.isEmpty { records.append(("guidance", "none recorded")) }
    return records
  }

  private var limits: [String] {
    let unrated = report.days.count { $0.legPain == nil }
    let unknown = report.days.count { $0.state == nil }
    return [
      "Whether running causes the pain: these are associations in one person's own records.",
      unrated > 0 || unknown > 0
        ? "Anything about the \(NumberText.counted(unrated, "day")) without a rating and the "
          + "\(NumberText.counted(unknown, "day")) without a known run or rest; none of them was "
          + "filled in."
        : nil,
      "Diagnosis, imaging or signs on examination; a sign never asked about is not absent.",
      "Whether a red flag has passed: it stays listed on its date.",
    ].compactMap(\.self)
  }
}

internal import CivilDay
internal import Correlator
internal import JournalModel
internal import Reports
internal import WrittenValues

/// What came before flare-ups, in words.
struct FlareWords {
  let report: FlareReport
  /// The measure of load.
  let unit: LoadUnit
  /// The unit of distances in guidance.
  let distance: DistanceUnit
  /// Returns a command as it is typed for the same journal.
  let typed: (String) -> String

  /// What comes first.
  var precautions: [(name: String, text: String)] {
    PrecautionText(precautions: report.precautions, unit: distance, typed: typed).rows
  }

  /// The answer, or what is missing for one.
  var sentence: String {
    let (flareUps, cases) = (report.leadUps.count, report.cases)
    guard flareUps > 0 else { return "No flare-ups on the days looked at." }
    guard report.isCompared else {
      return
        "Not enough flare-ups to compare yet: \(cases) of \(FlareCrossover.neededCases) needed. "
        + "What came before \(flareUps == 1 ? "it" : "each"):"
    }
    guard contrasts.contains(where: { $0.difference != nil }) else {
      return
        "Your \(cases) flare-ups cannot be compared: too little is known about the days before "
        + "them."
    }
    let found = contrasts.compactMap { contrast in
      contrast.difference.flatMap { difference in
        difference.holmP < Self.level
          ? finding(contrast.exposure, isMore: difference.value > 0) : nil
      }
    }
    return found.isEmpty
      ? "Nothing recorded sets the three days before your \(cases) flare-ups clearly apart from other "
        + "days."
      : "In the three days before your \(cases) flare-ups you \(AnswerText.list(found)) than before "
        + "other days."
  }

  private static let level = 0.05

  private var contrasts: [FlareCrossover.Contrast] { report.crossover?.contrasts ?? [] }

  /// What follows `you` and comes before `than`.
  private func finding(_ exposure: FlareExposure, isMore: Bool) -> String {
    switch exposure {
    case .load: "ran \(isMore ? "more" : "less")"
    case .longestRunRatio where report.load == .minutes:
      "ran \(isMore ? "longer" : "for less time") in one go"
    case .longestRunRatio: "ran \(isMore ? "further" : "less far") in one go"
    case .sitting: "sat \(isMore ? "more" : "less")"
    case .sleep: "slept \(isMore ? "more" : "less")"
    case .stress: "had \(isMore ? "more" : "less") stress"
    case .stretchMinutes: "stretched \(isMore ? "more" : "less")"
    }
  }

  // MARK: The comparison

  static let columns = [
    TableColumn("three days before"), TableColumn("flare-ups", .right),
    TableColumn("other days", .right), TableColumn("p", .right),
    TableColumn("compared", .left, .optional),
  ]

  /// A row for each exposure.
  var rows: [[String]] {
    contrasts.map { contrast in
      let difference = contrast.difference
      return [
        name(contrast.exposure), difference.map { text($0.caseMean, contrast.exposure) } ?? "",
        difference.map { text($0.controlMean, contrast.exposure) } ?? "",
        difference.map { NumberText.probability($0.holmP) } ?? "",
        difference == nil
          ? "\(contrast.cases) of \(FlareCrossover.neededCases) flare-ups needed"
          : "\(contrast.cases) with \(NumberText.counted(contrast.controls, "day"))",
      ]
    }
  }

  private func name(_ exposure: FlareExposure) -> String {
    switch exposure {
    case .load: "\(unit.heading) a day"
    case .longestRunRatio: "longest run, % of the month's"
    case .sitting: "sitting, h a day"
    case .sleep: "sleep, h a night"
    case .stress: "stress, 0 to 10"
    case .stretchMinutes: "stretching, min a day"
    }
  }

  private func text(_ value: Double, _ exposure: FlareExposure) -> String {
    switch exposure {
    case .load: unit.bareRange(value...value)
    case .longestRunRatio: NumberText.fixed(value * 100, 0)
    case .sitting, .sleep, .stress, .stretchMinutes: NumberText.fixed(value, 1)
    }
  }

  /// The remarks below the numbers.
  var remarks: [(name: String, text: String)] {
    guard report.isCompared else { return waiting }
    var remarks = [
      (
        name: "other days",
        text: "days of the same weekday, at least a week away from any flare-up; values are means"
      )
    ]
    if contrasts.contains(where: { $0.exposure == .longestRunRatio }) {
      remarks.append(
        (
          "longest run",
          "of the three days, in % of the longest of the 30 days before them"
        ))
    }
    remarks.append(
      (
        "p",
        "how often shuffled days differ as much, corrected for the number of rows; below 0.05 counts"
      ))
    if let newShoes { remarks.append(("new shoes", newShoes)) }
    if let missedStretches { remarks.append(("stretching", missedStretches)) }
    return remarks + [
      (
        "what it is",
        "an association and hindsight, not proof: a sore leg before a flare-up may change your days, "
          + "and you may have taken some bad spells for flare-ups because of what came before"
      )
    ] + leftOut
  }

  private var newShoes: String? {
    report.newShoes.map { newShoes in
      "a first run in a new shoe was among the three days before \(newShoes.cases) of \(report.cases) "
        + "flare-ups and before \(newShoes.controls) of "
        + "\(report.crossover?.controls.count ?? 0) other days; counted, not tested"
    }
  }

  private var missedStretches: String? {
    guard let missed = report.missedStretches, let cases = missed.cases,
      let controls = missed.controls
    else { return nil }
    return
      "days without a stretch among the three: \(NumberText.fixed(cases, 1)) before flare-ups, "
      + "\(NumberText.fixed(controls, 1)) before other days; counted, not tested, as many stretches "
      + "have no minutes"
  }

  /// What is missing in the comparison.
  private var leftOut: [(name: String, text: String)] {
    var rows: [(name: String, text: String)] = []
    let others = report.leadUps.count - report.cases
    if others > 0 {
      rows.append(
        (
          "left out",
          "\(NumberText.counted(others, "flare-up")) within a week of an earlier one, or in the "
            + "journal's first three days"
        ))
    }
    if report.lacksMeasure { rows.append(("beware", unit.lacking)) }
    let unrecorded = report.unrecorded.filter {
      $0 != .stretchMinutes || report.missedStretches == nil
    }
    if !unrecorded.isEmpty {
      rows.append(("not recorded", AnswerText.list(unrecorded.map(Self.noun))))
    }
    return rows
  }

  private var waiting: [(name: String, text: String)] {
    guard !report.leadUps.isEmpty else {
      return [("to log one", typed("nerve flare start"))]
    }
    return [
      (
        "read with care",
        "a few flare-ups can share something by chance; from the fifth on, the last three days of each "
          + "are compared with other days"
      )
    ] + leftOut
  }

  private static func noun(_ exposure: FlareExposure) -> String {
    switch exposure {
    case .load: "running"
    case .longestRunRatio: "the longest run"
    case .sitting: "sitting"
    case .sleep: "sleep"
    case .stress: "stress"
    case .stretchMinutes: "minutes of stretching"
    }
  }

  // MARK: The lead-ups

  /// The day, the length, the peak and the trigger of a flare-up.
  func title(of leadUp: FlareReport.LeadUp) -> String {
    let flareUp = leadUp.flareUp
    let length =
      flareUp.endDay.map { ", \(NumberText.counted($0 - flareUp.onsetDay + 1, "day"))" }
      ?? ", in progress"
    let peak = flareUp.peakPain.map { ", peak \($0)" } ?? ""
    let trigger = flareUp.triggerText.map { "; suspected trigger: \($0)" } ?? ""
    return "Before \(flareUp.onsetDay.longDescription)\(length)\(peak)\(trigger)"
  }

  /// The weekdays of a strip.
  func columns(of leadUp: FlareReport.LeadUp) -> [TableColumn] {
    [TableColumn("")] + leadUp.days.map { TableColumn($0.day.shortWeekdayName, .right) }
  }

  /// What is known of each day of a strip; rows of unknown values alone are left
  /// out.
  func strip(of leadUp: FlareReport.LeadUp) -> [[String]] {
    func row(_ name: String, _ value: (FlareReport.DayBefore) -> String?) -> [String] {
      [name] + leadUp.days.map { value($0) ?? "" }
    }
    let others = FlareExposure.allCases.filter { $0 != .load && $0 != .longestRunRatio }
    let rows =
      [
        row(unit.quantity) { day in day.load.map { $0 == 0 ? "0" : unit.bareRange($0...$0) } },
        row("leg pain") { day in day.legPain.map { "\($0)" } },
      ]
      + others.map { exposure in
        row(Self.shortName(exposure)) { day in
          day.others[exposure].map {
            NumberText.fixed($0, exposure == .sitting || exposure == .sleep ? 1 : 0)
          }
        }
      }
      + (report.missedStretches == nil
        ? [] : [row("stretched") { $0.hasStretch == true ? "x" : nil }])
      + [row("new shoe") { $0.hasNewShoe ? "x" : nil }]
    return rows.filter { $0.dropFirst().contains { !$0.isEmpty } }
  }

  private static func shortName(_ exposure: FlareExposure) -> String {
    switch exposure {
    case .load: "running"
    case .longestRunRatio: "longest run"
    case .sitting: "sitting, h"
    case .sleep: "sleep, h"
    case .stress: "stress"
    case .stretchMinutes: "stretching"
    }
  }
}

import CivilDay
import Correlator
import JournalModel
import Reports
import WrittenValues

/// A planned run compared with recent runs; it describes and leaves the choice.
struct PlannedRunText {
  private let plan: PlannedRun
  private let report: TodayReport
  private let unit: DistanceUnit
  private let typed: (String) -> String

  init(
    _ plan: PlannedRun, of report: TodayReport, unit: DistanceUnit,
    typed: @escaping (String) -> String
  ) {
    self.plan = plan
    self.report = report
    self.unit = unit
    self.typed = typed
  }

  /// The facts, line by line.
  var facts: [(name: String, text: String)] {
    [("plan", comparison)] + (study.map { [("study", $0)] } ?? [])
      + [("this morning", morning)]
      + plan.broken.enumerated().map { index, guidance in
        (index == 0 ? "breaks" : "", GuidanceText(guidance, unit: unit).told(on: report.day))
      }
  }

  /// What the study found; where something else comes first, nothing that reads like
  /// a go-ahead.
  private var study: String? {
    guard let band = plan.band, report.precautions.isEmpty || band.hazardRatio != nil else {
      return nil
    }
    return Self.found(band)
  }

  /// The leg pain before any run today.
  private var morning: String {
    if let pain = plan.morningPain { return "leg pain \(pain)" }
    let command = report.missing.compactMap { missing in
      if case .morningRating = missing { missing.command } else { nil }
    }.first
    return "leg pain not rated" + (command.map { "; add it with: \(typed($0))" } ?? "")
  }

  /// The planned run compared with the longest recent run.
  private var comparison: String {
    let distance = unit.text(plan.distanceM)
    let unknown = report.running.before.unknownDays
    let gaps =
      unknown == 0 ? "" : "; \(unknown) of these \(report.running.before.days) days are unknown"
    guard let spike = plan.spike, let longest = report.running.longest else {
      return "\(distance); no run in the previous 30 days has a distance to compare\(gaps)"
    }
    let percent = Int(((spike - 1) * 100).rounded())
    let relation =
      percent == 0 ? "as long as" : "\(abs(percent)) % \(percent > 0 ? "longer" : "shorter") than"
    return "\(distance), \(relation) the longest run of the previous 30 days: "
      + "\(unit.text(longest.distanceM)) on \(longest.day.longDescription)\(gaps)"
  }

  /// What the study found about such an increase.
  private static func found(_ band: SpikeBand) -> String {
    let about = "5,205 runners; overuse injury, not sciatica (Frandsen 2025)."
    guard let ratio = band.hazardRatio, let interval = band.ci95 else {
      return "Runs up to 10 % longer are the reference group of the study. \(about)"
    }
    let range =
      switch band {
      case .reference, .small: "more than 10 % and up to 30 % longer"
      case .moderate: "more than 30 % and up to 100 % longer"
      case .large: "more than twice as long"
      }
    let limits = [interval.lower, interval.upper].map { NumberText.fixed($0, 2) }
    return "After runs \(range), injury was \(NumberText.fixed(ratio, 2)) times as frequent as "
      + "after runs up to 10 % longer (95 % interval \(limits.joined(separator: " to "))). \(about)"
  }
}

import CivilDay
import JournalModel
import JournalStore
import JournalModel
import WrittenValues

/// A piece of guidance on one line.
struct GuidanceText {
  private let guidance: GivenGuidance
  private let unit: DistanceUnit

  init(_ guidance: GivenGuidance, unit: DistanceUnit) {
    self.guidance = guidance
    self.unit = unit
  }

  /// The adviser, the advice and its limits on `day`.
  func told(on day: Day) -> String {
    let limits = [
      guidance.longestRunM.map { "runs up to \(unit.text($0))" },
      guidance.lastDayOff.flatMap { $0 >= day ? "no run up to \($0.longDescription)" : nil },
      guidance.untilDay.map { "until \($0.longDescription)" },
    ].compactMap(\.self)
    return [guidance.givenBy, DisplayText.truncated(guidance.advice, to: Self.width)]
      .compactMap(\.self).joined(separator: ": ")
      + (limits.isEmpty ? "" : " (\(limits.joined(separator: "; ")))")
  }

  /// The widest advice, in cells; the list shows the rest.
  private static let width = 100
}

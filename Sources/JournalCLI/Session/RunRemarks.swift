import CivilDay
import EntryInput
import JournalModel
import JournalModel
import JournalStore
import Presentation
import WrittenValues

/// Remarks on a logged run.
///
/// They are information only: the run is already in the journal.
struct RunRemarks {
  /// One line each.
  let lines: [String]

  /// Creates the remarks on `run`, which was on `day`.
  init(
    on run: Run, of day: Day, in journal: Journal, _ preferences: Preferences
  ) throws {
    let unit = preferences.unit
    var lines: [String] = []
    if try journal.mark(of: day) == .rest {
      lines.append("This day was marked as rest; with the run, it counts as a running day.")
    }
    for guidance in try journal.guidanceInForce(on: day)
    // Without both times, a run logged after the advice was most likely run after it.
    where guidance.bindsRun(
      on: day, from: run.startTime?.description, dayBoundary: preferences.dayBoundaryMinutes)
      ?? true
    {
      lines += Self.broken(guidance, by: run, of: day, unit)
    }
    if let shoe = try (run.shoe?.id).flatMap({ try journal.footwearUse(of: $0) }) {
      lines += Self.wear(of: shoe, unit).map { [$0] } ?? []
    }
    self.lines = lines.map(DisplayText.visible)
  }

  /// Returns the limits of `guidance` that `run` breaks.
  private static func broken(
    _ guidance: GivenGuidance, by run: Run, of day: Day, _ unit: DistanceUnit
  ) -> [String] {
    let source =
      "Guidance\(guidance.givenBy.map { " from \($0)" } ?? "") since \(guidance.day.longDescription)"
    var lines: [String] = []
    if let last = guidance.lastDayOff, day <= last {
      lines.append(
        "\(source): \(NumberText.counted(guidance.daysOff ?? 0, "day")) off, "
          + "up to \(last.longDescription). This run breaks that.")
    }
    if let limit = guidance.longestRunM, let metres = run.distanceM, metres > limit {
      // As many decimals as it takes to show a difference.
      let decimals = (1...3).first {
        unit.text(metres, decimals: $0) != unit.text(limit, decimals: $0)
      }
      lines.append(
        "\(source): no run longer than \(unit.text(limit, decimals: decimals ?? 3)). "
          + "This one was \(unit.text(metres, decimals: decimals ?? 3)).")
    }
    return lines
  }

  /// That it is time to look at `shoe`, if it is.
  private static func wear(of shoe: FootwearUse, _ unit: DistanceUnit) -> String? {
    guard let wear = shoe.wear, let limit = shoe.limitKm else { return nil }
    let (run, most) = (unit.text(shoe.distanceKm * 1000), unit.text(limit * 1000, decimals: 0))
    guard wear == .past else {
      return "\(shoe.name) has \(run) on it and is due for a check at \(most)."
    }
    return "\(shoe.name) has \(run) on it and was due for a check at \(most). Look at the sole and "
      + "foam: their state counts more than the number."
  }
}

import CivilDay
import EntryInput
import JournalModel
import JournalModel
import JournalStore
import Presentation
import WrittenValues

/// What a person should know beside a run that was logged.
///
/// It is information: the run is in the journal all the same.
struct RunRemarks {
  /// One line each.
  let lines: [String]

  /// Looks up what `run`, which was on `day`, meets in the journal.
  init(
    on run: Run, of day: Day, in journal: Journal, _ preferences: Preferences
  ) throws {
    let unit = preferences.unit
    var lines: [String] = []
    if try journal.mark(of: day) == .rest {
      lines.append("The day was marked as a rest; with the run it counts as a day of running.")
    }
    for guidance in try journal.guidanceInForce(on: day)
    where guidance.bindsRun(
      on: day, from: run.startTime?.description, dayBoundary: preferences.dayBoundaryMinutes)
    {
      lines += Self.broken(guidance, by: run, of: day, unit)
    }
    if let shoe = try (run.shoe?.id).flatMap({ try journal.footwearUse(of: $0) }) {
      lines += Self.wear(of: shoe, unit).map { [$0] } ?? []
    }
    self.lines = lines.map(DisplayText.visible)
  }

  /// What `guidance` says that `run` did not keep to.
  private static func broken(
    _ guidance: GivenGuidance, by run: Run, of day: Day, _ unit: DistanceUnit
  ) -> [String] {
    let source =
      "Guidance\(guidance.givenBy.map { " of \($0)" } ?? "") since \(guidance.day.longDescription)"
    var lines: [String] = []
    if let last = guidance.lastDayOff, day <= last {
      lines.append(
        "\(source): \(NumberText.counted(guidance.daysOff ?? 0, "day")) off, "
          + "up to \(last.longDescription). This run was on one of them.")
    }
    if let limit = guidance.longestRunM, let metres = run.distanceM, metres > limit {
      // As many decimals as it takes to tell the two apart.
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
      return "\(shoe.name) has run \(run) of the \(most) after which you wanted to look at it."
    }
    return "\(shoe.name) has run \(run), and you wanted to look at it after \(most). Look at its "
      + "sole and foam: what you find counts more than the number."
  }
}

import Correlator
import Reports
import WrittenValues

/// Short, middle and long runs compared with rest days, in words.
struct DoseWords {
  let report: DoseReport
  /// The measure of load.
  let unit: LoadUnit

  private var response: DoseResponse { report.response }
  private var pain: String { report.question.pain.name }

  private static let names = ["bottom third", "middle third", "top third"]

  /// The bands, most load first, with their names.
  var bands: [(name: String, band: DoseResponse.Band)] {
    response.bands.map { (Self.names[$0.band.index], $0) }.reversed()
  }

  /// The answer.
  var sentence: String {
    switch response.reason {
    case .notEnoughData:
      return "Not enough data yet to ask which runs."
    case .noClearEffect:
      return "No effect of your runs on \(pain) of the next day is clear enough to ask which runs "
        + "it comes from."
    case .timingUnknown:
      return
        "Nobody knows whether the pain was rated before or after the runs, so runs of different "
        + "length cannot be compared; rate before running."
    case .thirdsTooSmall:
      return
        "Your runs cannot be split into thirds of at least eight days each: there are too few, "
        + "or too many of the same length."
    case nil: break
    }
    let found = bands.filter { $0.band.outcome == .found }
    guard !found.isEmpty else {
      return "Your runs are followed by a change in \(pain) the next day, but no third of them "
        + "alone differs clearly from rest days."
    }
    let effects = found.map { "\(Self.change($0.band)) after runs of \(unit.range($0.band.loads))" }
    let rest =
      found.count < bands.count ? "; there is no clear difference after the others" : ""
    return "Compared with similar rest days, \(pain) the next day is "
      + "\(effects.joined(separator: ", and "))\(rest)."
  }

  /// Points compared with a rest day, such as `1.2 points higher`.
  private static func change(_ band: DoseResponse.Band) -> String {
    let points = abs(band.band.points)
    return "\(NumberText.fixed(points, points < 0.1 ? 2 : 1)) points "
      + (band.band.points > 0 ? "higher" : "lower")
  }

  /// The columns of the table.
  var columns: [String] {
    ["your runs", unit.heading, "days", "points", "95 % interval", "against rest"]
  }

  /// A row for each band.
  var rows: [[String]] {
    bands.map { name, band in
      [
        name, unit.bareRange(band.loads), "\(band.band.runs)",
        NumberText.signed(band.band.points, 2),
        CorrelationText.interval(band.band.ci95), Self.words(band),
      ]
    }
  }

  private static func words(_ band: DoseResponse.Band) -> String {
    switch band.outcome {
    case .found: band.band.points > 0 ? "more pain" : "less pain"
    case .notFound: "no clear difference"
    case .notTested: "not tested"
    }
  }

  /// The remarks on the table.
  static let remarks = [
    (
      name: "how it is tested",
      text: "thirds of your own runs against rest days with the same pain before them, week and "
        + "weekday; tested from the longest runs down, stopping at the first with no clear difference"
    ),
    (
      name: "not a limit",
      text: "a diary cannot show how far is too far: these are just thirds of your own runs, and a "
        + "link is not proof of a cause"
    ),
  ]
}

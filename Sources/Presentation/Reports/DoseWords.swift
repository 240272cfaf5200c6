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

  /// The time of the rating, such as `the next day`.
  var later: String { VerdictText.later(response.lag ?? 1) }

  /// The bands, most load first, with their names.
  var bands: [(name: String, band: DoseResponse.Band)] {
    Array(zip(["bottom third", "middle third", "top third"], response.bands)).reversed()
  }

  /// The answer.
  var sentence: String {
    switch response.reason {
    case .notEnoughData:
      return "Not enough data yet to ask which runs; 'nerve correlate' says what is missing."
    case .noClearEffect:
      return "No effect of running on \(pain) of the next three days is clear enough to ask which "
        + "runs it comes from; 'nerve correlate' says what is known."
    case .bothDirections:
      return
        "More running is followed by more \(pain) on some days and by less on others, so there "
        + "is no single effect to split; see 'nerve correlate'."
    case .thirdsTooSmall:
      return "Your runs cannot be split into thirds of at least ten days each: there are too few, "
        + "or too many of the same length."
    case nil: break
    }
    let found = bands.filter { $0.band.outcome == .found }
    guard !found.isEmpty else {
      return "More running is followed by a change in \(pain) \(later), but no third of your runs "
        + "alone differs clearly from rest days."
    }
    let effects = found.map { "\(Self.change($0.band)) after \(unit.range($0.band.loads))" }
    let rest = found.count < bands.count ? "; after less, there is no clear difference" : ""
    return "Compared with rest days that were otherwise alike, \(pain) \(later) is "
      + "\(effects.joined(separator: ", "))\(rest)."
  }

  /// Points compared with a rest day, such as `1.2 points higher`.
  private static func change(_ band: DoseResponse.Band) -> String {
    let points = abs(band.estimate.slope)
    return "\(NumberText.fixed(points, points < 0.1 ? 2 : 1)) points "
      + (band.estimate.slope > 0 ? "higher" : "lower")
  }

  /// The columns of the table.
  var columns: [String] {
    ["your runs", unit.heading, "days", "points", "95 % interval", "against rest"]
  }

  /// A row for each band.
  var rows: [[String]] {
    bands.map { name, band in
      [
        name, unit.bareRange(band.loads), "\(band.days)", NumberText.signed(band.estimate.slope, 2),
        CorrelationText.interval(band.estimate.ci95), Self.words(band),
      ]
    }
  }

  private static func words(_ band: DoseResponse.Band) -> String {
    switch band.outcome {
    case .found: band.estimate.slope > 0 ? "more pain" : "less pain"
    case .notFound: "cannot be told apart"
    case .notTested: "not tested"
    }
  }

  /// The remarks on the table.
  static let remarks = [
    (
      name: "how it is tested",
      text: "thirds of your own runs against rest days with the same pain before them, week and "
        + "weekday; from the top third down to the first that cannot be told apart"
    ),
    (
      name: "no limit",
      text: "a diary cannot show the length from which running hurts: these are thirds, not "
        + "thresholds; it is association, and only a randomised test proves a cause"
    ),
  ]
}

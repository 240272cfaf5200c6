import CivilDay
import Correlator
import Reports

/// How load goes together with pain some days later.
struct CorrelationText: Renderable {
  let report: CorrelationReport
  let load: String
  let pain: String
  let timing: RatingTiming
  /// Whether there are runs, but none with the distance that was asked for.
  var lacksDistances = false
  /// Whether the days were made up.
  let isSynthetic: Bool

  func text(width: Int?) -> String {
    let heading = isSynthetic ? SampleNotice.line : ""
    guard let days = report.days else {
      return heading + "No days to correlate yet.\n"
    }
    return heading + """
      Load (\(load)) and \(pain) pain on later days, \(days.lowerBound) to \(days.upperBound)
      \(daysLine)

      \(TextTable(columns: Self.columns, rows: rows).text(maximumWidth: width))
      lag: days from load to pain; at lag 1 load goes with the next day's pain, at -1 pain with
      the next day's load. n: pairs of known days. n*: how many independent pairs they are worth,
      since neighbouring days are alike. 95 %: where the true value of r probably lies; an interval
      that holds 0 cannot be told from chance.
      r says what goes together, not what causes what: pain that makes you skip runs looks as if
      running helped.

      """
  }

  private var daysLine: String {
    let typical = report.typicalRun.map { "; typical run \(NumberText.fixed($0, 1)) \(load)" } ?? ""
    let ratings =
      switch timing {
      case .morning: "rated before running"
      case .evening: "rated after running"
      case .unknown: "rated at unknown times"
      }
    let hint = lacksDistances ? "\nNo run has a distance; to count time, add: --load minutes" : ""
    return "\(report.runDays) run days, \(report.restDays) rest days\(typical); pain \(ratings)"
      + hint
  }

  private static let columns = [
    TableColumn("lag", .right), TableColumn("n", .right), TableColumn("Pearson r", .right),
    TableColumn("95 %", .left), TableColumn("n*", .right), TableColumn("Spearman r", .right),
    TableColumn("95 %", .left), TableColumn("n*", .right), TableColumn("Kendall", .right),
  ]

  private var rows: [[String]] {
    report.lags.map { lag in
      ["\(lag.lag)", "\(lag.n)"] + Self.cells(lag.pearson) + Self.cells(lag.spearman)
        + [NumberText.signed(lag.kendallTau, 2)]
    }
  }

  private static func cells(_ estimate: CorrelationEstimate) -> [String] {
    [
      NumberText.signed(estimate.r, 2), estimate.ci95.map(Self.interval) ?? NumberText.unknown,
      NumberText.fixed(estimate.effectiveN, 0),
    ]
  }

  /// An interval as `-0.12 to +0.34`.
  static func interval(_ interval: Interval) -> String {
    "\(NumberText.signed(interval.lower, 2)) to \(NumberText.signed(interval.upper, 2))"
  }

  /// The fields of METHOD's section on JSON; what is not computed yet is null.
  var json: JSON {
    [
      "load": .string(load), "pain": .string(pain), "timing": .string(timing.rawValue),
      "first": JSON(report.days?.lowerBound.description),
      "last": JSON(report.days?.upperBound.description), "days": JSON(report.days?.count ?? 0),
      "lags": .array(report.lags.map(Self.json)),
      "reverse": nil, "typical_run": JSON(report.typicalRun), "run_days": JSON(report.runDays),
      "rest_days": JSON(report.restDays), "longest_gap": JSON(report.longestGap),
      "verdict": nil,
    ]
  }

  /// One lag.
  static func json(_ lag: LaggedCorrelation) -> JSON {
    [
      "lag": JSON(lag.lag), "n": JSON(lag.n), "pearson": json(lag.pearson),
      "spearman": json(lag.spearman), "kendall": ["tau": JSON(lag.kendallTau)],
      "adjusted": nil,
    ]
  }

  private static func json(_ estimate: CorrelationEstimate) -> JSON {
    [
      "r": JSON(estimate.r), "effective_n": JSON(estimate.effectiveN),
      "ci95": JSON(estimate.ci95) { [.number($0.lower), .number($0.upper)] },
      "p": JSON(estimate.p),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
    let names = ["r", "effective_n", "ci95_lower", "ci95_upper", "p"]
    return (
      ["lag", "n"] + names.map { "pearson_\($0)" } + names.map { "spearman_\($0)" }
        + ["kendall_tau"],
      report.lags.map { lag in
        ["\(lag.lag)", "\(lag.n)"] + Self.numbers(lag.pearson) + Self.numbers(lag.spearman)
          + [Self.number(lag.kendallTau)]
      }
    )
  }

  private static func numbers(_ estimate: CorrelationEstimate) -> [String?] {
    [
      estimate.r, estimate.effectiveN, estimate.ci95?.lower, estimate.ci95?.upper, estimate.p,
    ].map(number)
  }

  private static func number(_ value: Double?) -> String? {
    value.map { NumberText.shortest($0) }
  }

  var markdown: String {
    MarkdownTable(columns: Self.columns, rows: rows).text
  }
}

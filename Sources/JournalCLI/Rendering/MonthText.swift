import CivilDay
import Correlator
import Reports

/// The monthly summary.
struct MonthText: Renderable {
  let report: MonthReport
  let measure: LoadMeasure
  /// Whether the days were made up.
  let isSynthetic: Bool

  /// The month in words, such as `October 2026`.
  private var title: String {
    let name = CalendarNames.months[report.month.number - 1]
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(report.month.year)"
  }

  func text(width: Int?) -> String {
    let heading = (isSynthetic ? SampleNotice.line : "") + title + "\n"
    guard report.days > 0 else { return heading + "\n  Nothing is recorded in this month.\n" }
    let rows = facts.map { [$0.name, $0.text] }
    let name = rows.map { DisplayText.width($0[0]) }.max() ?? 0
    let lines = rows.map { row in
      "  \(row[0])\(String(repeating: " ", count: name - DisplayText.width(row[0])))  \(row[1])\n"
    }
    return "\(heading)\n\(lines.joined())\n\(correlation)"
  }

  /// How load went with the next day's pain, this month beside all time.
  private var correlation: String {
    """
      Load (\(measure.rawValue)) and the next day's leg pain: Pearson r with its 95 % interval
        this month  \(Self.sentence(report.lag1))
        all time    \(Self.sentence(report.lag1AllTime))
      \(reading)

    """
  }

  private var reading: String {
    let caution = """
      One month cannot settle it, and r says what goes together, not what causes what: pain that
        makes you skip runs looks as if running helped.
      """
    guard let interval = report.lag1AllTime.pearson.ci95 else {
      return "All your data are not enough yet to see anything.\n  " + caution
    }
    let isUnclear = interval.lower <= 0 && interval.upper >= 0
    return (isUnclear ? "All your data cannot tell this from chance.\n  " : "") + caution
  }

  private static func sentence(_ lag: LaggedCorrelation) -> String {
    func part(_ estimate: CorrelationEstimate) -> String {
      let size = estimate.effectiveN.map { ", worth \(NumberText.fixed($0, 0)) independent" } ?? ""
      return "\(NumberText.signed(estimate.r, 2))"
        + (estimate.ci95.map { " (\(CorrelationText.interval($0)))" } ?? "")
        + ", \(lag.n) pairs of days\(size)"
    }
    guard lag.pearson.r != nil else {
      return lag.n < 3
        ? "too few pairs of days (\(lag.n))" : "cannot be computed: load or pain never changed"
    }
    return part(lag.pearson) + "; Spearman \(NumberText.signed(lag.spearman.r, 2))"
  }

  /// What the summary tells, line by line.
  private var facts: [(name: String, text: String)] {
    let missing = report.runDaysWithout
    /// A sum over the run days that have the measure, and how many have not.
    func sum(_ text: String, without days: Int, _ what: String) -> String {
      guard days > 0 else { return text }
      guard days < report.runDays else { return "unknown: no run has \(what)" }
      return
        "\(text), without \(days) run \(days == 1 ? "day that lacks" : "days that lack") \(what)"
    }
    var facts: [(name: String, text: String)] = [
      ("days known", "\(report.knownDays) of \(report.days)"),
      ("runs", "\(report.runs)"),
      (
        "distance",
        sum("\(NumberText.fixed(report.km, 1)) km", without: missing.distance, "a distance")
      ),
      (
        "time",
        sum(
          ClockText.duration(report.minutes.map { $0 * 60 }), without: missing.duration,
          "a duration")
      ),
      (
        "load",
        sum(
          "\(NumberText.fixed(report.load, 0)) (effort x minutes)", without: missing.effort,
          "an effort")
      ),
    ]
    if let longest = report.longestKm {
      facts.append(("longest run", "\(NumberText.fixed(longest, 1)) km"))
    }
    if let spike = report.spike {
      let change = NumberText.signed((spike - 1) * 100, 0)
      facts.append(
        ("largest spike", "\(change) % against the longest run of the 30 days before it"))
    }
    facts.append(("leg pain", pain))
    facts.append(("flare-up", "\(report.flareDays) \(report.flareDays == 1 ? "day" : "days")"))
    facts.append(("stretching", "\(NumberText.fixed(report.stretchMinutes, 0)) min"))
    let shoes = report.shoes.map { "\($0.name) \(NumberText.fixed($0.km, 1)) km" }
    if !shoes.isEmpty { facts.append(("shoes", shoes.joined(separator: ", "))) }
    return facts
  }

  private var pain: String {
    guard let mean = report.meanPain else { return "not rated" }
    return "mean \(NumberText.fixed(mean, 1)), worst \(report.worstPain.map { "\($0)" } ?? "–"), "
      + "rated on \(report.painDays) of \(report.days) days"
  }

  var json: JSON {
    [
      "month": .string(report.month.description), "days": JSON(report.days),
      "known_days": JSON(report.knownDays), "runs": JSON(report.runs),
      "distance_km": JSON(report.km), "minutes": JSON(report.minutes), "load": JSON(report.load),
      "run_days_without_distance": JSON(report.runDaysWithout.distance),
      "run_days_without_duration": JSON(report.runDaysWithout.duration),
      "run_days_without_effort": JSON(report.runDaysWithout.effort),
      "longest_km": JSON(report.longestKm), "spike": JSON(report.spike),
      "pain_days": JSON(report.painDays), "mean_leg_pain": JSON(report.meanPain),
      "worst_leg_pain": JSON(report.worstPain), "flare_days": JSON(report.flareDays),
      "stretch_minutes": JSON(report.stretchMinutes),
      "shoes": .array(
        report.shoes.map { ["name": JSON($0.name), "runs": JSON($0.runs), "km": JSON($0.km)] }),
      "correlation": [
        "load": .string(measure.rawValue), "pain": "leg",
        "timing": .string(report.timing.rawValue),
        "month": CorrelationText.json(report.lag1),
        "all_time": CorrelationText.json(report.lag1AllTime),
      ],
      "synthetic": .bool(isSynthetic),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
    let number = { (value: Double?) in value.map { NumberText.shortest($0) } }
    let correlations = [report.lag1, report.lag1AllTime].flatMap { lag in
      [
        "\(lag.n)", number(lag.pearson.r), number(lag.pearson.effectiveN),
        number(lag.pearson.ci95?.lower), number(lag.pearson.ci95?.upper), number(lag.spearman.r),
      ]
    }
    let names = ["n", "pearson_r", "effective_n", "ci95_lower", "ci95_upper", "spearman_r"]
    return (
      [
        "month", "days", "known_days", "runs", "distance_km", "minutes", "load", "longest_km",
        "spike", "pain_days", "mean_leg_pain", "worst_leg_pain", "flare_days", "stretch_minutes",
      ] + names.map { "month_\($0)" } + names.map { "all_time_\($0)" },
      [
        [
          report.month.description, "\(report.days)", "\(report.knownDays)", "\(report.runs)",
          number(report.km), number(report.minutes), number(report.load),
          number(report.longestKm), number(report.spike), "\(report.painDays)",
          number(report.meanPain), report.worstPain.map { "\($0)" }, "\(report.flareDays)",
          number(report.stretchMinutes),
        ] + correlations
      ]
    )
  }

  var markdown: String {
    let table = MarkdownTable(
      columns: [TableColumn(title), TableColumn("")], rows: facts.map { [$0.name, $0.text] })
    return (isSynthetic ? "**\(SampleNotice.line.prefix { $0 != "\n" })**\n\n" : "")
      + table.text + """

        Load (\(measure.rawValue)) and the next day's leg pain, Pearson r with its 95 % interval:

        - this month: \(Self.sentence(report.lag1))
        - all time: \(Self.sentence(report.lag1AllTime))

        \(reading)

        """
  }
}

import CivilDay
import Correlator
import Reports

/// The monthly summary.
struct MonthText: Renderable {
  let report: MonthReport
  let measure: LoadMeasure
  /// The unit of distances; JSON and CSV are in kilometres all the same.
  var unit = DistanceUnit.kilometres
  /// Whether the days were made up.
  let isSynthetic: Bool

  /// The month in words, such as `October 2026`.
  private var title: String {
    let name = CalendarNames.months[report.month.number - 1]
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(report.month.year)"
  }

  private static let usualWidth = 100

  func text(width: Int?) -> String {
    let width = min(width ?? Self.usualWidth, Self.usualWidth)
    let heading = (isSynthetic ? SampleNotice.line : "") + title + "\n"
    guard report.days > 0 else { return heading + "\n  \(nothing)\n" }
    let answer = Paragraph.lines("All your days to date: \(words.sentence)", width: width)
    return """
      \(heading)
      \(Paragraph.rows(facts, width: width))
      \(answer.joined(separator: "\n"))

      \(Paragraph.rows(numbers, width: width))
      \(Paragraph.lines(Self.caution, width: width).joined(separator: "\n"))

      """
  }

  /// What to say of a month outside the journal.
  private var nothing: String {
    "Nothing is recorded in this month."
      + (report.journalDays.map { " The journal goes from \($0.lowerBound) to \($0.upperBound)." }
        ?? "")
  }

  /// Amounts of load in the unit of distances.
  private var load: LoadUnit { LoadUnit(measure, in: unit) }

  /// The verdict of all days in words.
  private var words: VerdictText { VerdictText(report.answer, unit: load) }

  private static let caution = """
    One month cannot settle it. The adjusted numbers compare days of equal pain before the run; r only \
    says what goes together: pain that makes you skip runs looks as if running helped.
    """

  /// How load went with the next day's pain, this month beside all time.
  private var numbers: [(name: String, text: String)] {
    let typical = load.amount(report.answer.analysis.typicalRun)
    return [
      (
        "adjusted",
        report.answer.lacksMeasure
          ? load.lacking
          : "points of leg pain the day after a typical run (\(typical))"
      ),
      ("  this month", monthEffect), ("  all time", allTimeEffect),
      ("plain r", "load (\(load.quantity)) and the next day's leg pain"),
      ("  this month", Self.sentence(report.lag1)),
      ("  all time", Self.sentence(report.lag1AllTime)),
    ]
  }

  private var monthEffect: String {
    guard let month = report.effect else { return "no day of it can be used" }
    guard let effect = month.effect else { return "too few days (\(month.days), it takes 10)" }
    let differs = (effect.differenceP ?? 1) < 0.05 ? "; it differs from the other months" : ""
    return points(effect.slope, effect.ci95, days: month.days) + differs
  }

  private var allTimeEffect: String {
    guard let overall = report.effects?.overall.estimate else { return "too few days" }
    return points(overall.slope, overall.ci95, days: overall.pairs)
  }

  /// An effect as `+0.35 (95 % interval -0.20 to +0.90, 25 days)`.
  private func points(_ slope: Double, _ interval: Interval, days: Int) -> String {
    guard let typical = report.answer.analysis.typicalRun else { return "no run" }
    let scaled = Interval(lower: interval.lower * typical, upper: interval.upper * typical)
    return "\(NumberText.signed(slope * typical, 2)) "
      + "(95 % interval \(CorrelationText.interval(scaled)), \(days) days)"
  }

  private static func sentence(_ lag: LaggedCorrelation) -> String {
    guard lag.pearson.r != nil else {
      return lag.n < 3
        ? "too few pairs of days (\(lag.n))" : "cannot be computed: load or pain never changed"
    }
    let size =
      lag.pearson.effectiveN.map { ", worth \(NumberText.fixed($0, 0)) independent" } ?? ""
    return "\(NumberText.signed(lag.pearson.r, 2))"
      + (lag.pearson.ci95.map { " (\(CorrelationText.interval($0)))" } ?? "")
      + ", \(lag.n) pairs of days\(size); Spearman \(NumberText.signed(lag.spearman.r, 2))"
  }

  /// What the summary tells, line by line.
  private var facts: [(name: String, text: String)] {
    let missing = report.runDaysWithout
    /// A sum over the run days that have the measure, and how many have not.
    func sum(
      _ value: Double?, without days: Int, _ what: String, _ text: (Double) -> String
    ) -> String {
      guard let value = value.map(text) else {
        return days == 0 ? "unknown" : "unknown: no run has \(what)"
      }
      guard days > 0 else { return value }
      return
        "\(value), without \(days) run \(days == 1 ? "day that lacks" : "days that lack") \(what)"
    }
    var facts: [(name: String, text: String)] = [
      ("days known", "\(report.knownDays) of \(report.days)"),
      ("runs", report.runs.map { "\($0)" } ?? "unknown"),
      (
        "distance",
        sum(report.km, without: missing.distance, "a distance") {
          unit.text($0 * 1000)
        }
      ),
      (
        "time",
        sum(report.minutes, without: missing.duration, "a duration") {
          ClockText.duration($0 * 60)
        }
      ),
      (
        "load",
        sum(report.load, without: missing.effort, "an effort") {
          "\(NumberText.fixed($0, 0)) (effort x minutes)"
        }
      ),
    ]
    if let longest = report.longestKm {
      facts.append(("longest run", unit.text(longest * 1000)))
    }
    if let spike = report.spike {
      let change = NumberText.signed((spike - 1) * 100, 0)
      facts.append(
        ("largest spike", "\(change) % against the longest run of the 30 days before it"))
    }
    facts.append(("leg pain", pain))
    facts.append(("flare-up", NumberText.counted(report.flareDays, "day")))
    let stretching = report.stretchMinutes.map { "\(NumberText.fixed($0, 0)) min" }
    facts.append(("stretching", stretching ?? "no minutes logged"))
    let shoes = report.shoes.map { "\($0.name) \(unit.text($0.km * 1000))" }
    if !shoes.isEmpty { facts.append(("shoes", shoes.joined(separator: ", "))) }
    return facts
  }

  private var pain: String {
    guard let mean = report.meanPain else { return "not rated" }
    return "mean \(NumberText.fixed(mean, 1)), worst \(report.worstPain.map { "\($0)" } ?? "–"), "
      + "rated on \(report.painDays) of \(report.days) days"
  }

  var markdown: String {
    let table = MarkdownTable(
      columns: [TableColumn(title), TableColumn("")], rows: facts.map { [$0.name, $0.text] })
    let items = numbers.map { row in
      row.name.hasPrefix(" ") ? "  - \(row.name.drop { $0 == " " }): \(row.text)" : "- \(row.text):"
    }
    return (isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : "")
      + """
      \(table.text)
      All your days to date: \(words.sentence)

      \(items.joined(separator: "\n"))

      \(Self.caution)

      """
  }
}

internal import CivilDay
internal import Correlator
package import JSONText
package import JournalModel
internal import JournalStore
package import Reports
internal import WrittenValues

/// One row per month.
package struct MonthHistoryText: PageRenderable {
  package let history: MonthHistory
  package let measure: LoadMeasure
  package let unit: DistanceUnit
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// Returns a command with the options for the same journal.
  package let typed: (String) -> String

  package init(
    history: MonthHistory, measure: LoadMeasure, unit: DistanceUnit = .kilometres,
    isSynthetic: Bool, typed: @escaping (String) -> String = { $0 }
  ) {
    self.history = history
    self.measure = measure
    self.unit = unit
    self.isSynthetic = isSynthetic
    self.typed = typed
  }

  private var load: LoadUnit { LoadUnit(measure, in: unit) }

  private var isTime: Bool { measure == .minutes }

  private var columns: [TableColumn] {
    [
      TableColumn("month"), TableColumn("known", .right, .optional),
      TableColumn(isTime ? "time" : "distance", .right, .optional),
      TableColumn("load", .right, .optional), TableColumn("pain", .right),
      TableColumn("flare", .right, .optional),
      TableColumn("r", .right, .optional), TableColumn("n", .right, .optional),
      TableColumn("n*", .right, .optional),
      TableColumn("points (95 %)"), TableColumn("verdict to date", .left, .wrapped),
    ]
  }

  private var cells: [[String]] {
    history.rows.map { row in
      let figures = row.figures
      return [
        figures.month.description, "\(figures.knownDays)/\(figures.days)",
        (isTime
          ? figures.minutes.map { ClockText.duration($0 * 60) }
          : figures.km.map { unit.text($0 * 1000) }) ?? NumberText.unknown,
        NumberText.fixed(figures.load, 0), MonthWords.meanPain(figures) ?? NumberText.unknown,
        figures.flareDays == 0 ? "" : "\(figures.flareDays)",
        Self.correlation(row.lag1), "\(row.lag1.n)",
        NumberText.fixed(row.lag1.pearson.effectiveN, 0), points(row.effect?.effect),
        row.verdict.kind.phrase,
      ]
    }
  }

  /// The correlation of a month's days; unknown where they are too few to tell.
  static func correlation(_ lag: LaggedCorrelation) -> String {
    lag.n < NextStep.fewestDays ? NumberText.unknown : NumberText.signed(lag.pearson.r, 2)
  }

  /// What comes first.
  func precautions(typed: ((String) -> String)?) -> [(name: String, text: String)] {
    PrecautionText(precautions: history.precautions, unit: unit, typed: typed).rows
  }

  private func points(_ effect: MonthlyEffects.Effect?) -> String {
    guard let effect, let typical = history.answer.analysis.typicalRun else { return "" }
    return CorrelationText.cell(
      effect.slope * typical,
      Interval(lower: effect.ci95.lower * typical, upper: effect.ci95.upper * typical))
  }

  package static let nothing = "No month is recorded."

  /// The answer of all days in a sentence.
  var sentence: String { MonthWords.verdict(history.answer, unit: load) }

  /// What belongs to it, at most four lines.
  var answers: [String] {
    MonthWords.answers(history.answer, unit: load, history.precautions)
  }

  /// What the columns mean and what is not shown; only a terminal names options.
  private func notes(namesOptions: Bool) -> [String] {
    let omitted = history.omittedMonths
    return [
      "load: effort x minutes. pain: mean leg pain. flare: days. r: \(load.quantity) and the next "
        + "day's leg pain (Pearson), from n pairs of days, effective sample size n*. points: of "
        + "leg pain the day after a typical run, for equal pain before it. One month cannot settle it.",
      omitted > 0
        ? "\(NumberText.counted(omitted, "earlier month")) left out"
          + (namesOptions ? "; see them with --since." : ".")
        : nil,
    ].compactMap(\.self)
  }

  package func text(_ layout: TextLayout) -> String {
    let precautions = Paragraph.rows(
      precautions(typed: typed), width: min(layout.width, 100), margin: 0)
    let notice =
      (isSynthetic ? SampleNotice.line : "") + (precautions.isEmpty ? "" : precautions + "\n")
    guard !history.rows.isEmpty else { return "\(notice)\(Self.nothing)\n" }
    func lines(_ text: String) -> String {
      Paragraph.lines(text, width: min(layout.width, 100)).joined(separator: "\n")
    }
    let answer = layout.style.heading(lines(sentence)) + answers.map { "\n\(lines($0))" }.joined()
    return "\(notice)\(TextTable(columns: columns, rows: cells).text(layout))\n"
      + ([answer] + notes(namesOptions: true).map(lines)).joined(separator: "\n\n") + "\n"
  }

  package var markdown: String {
    let precautions = MonthText.items(precautions(typed: nil))
    let notice =
      (isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : "")
      + (precautions.isEmpty ? "" : precautions + "\n")
    guard !history.rows.isEmpty else { return "\(notice)\(Self.nothing)\n" }
    return "\(notice)\(MarkdownTable(columns: columns, rows: cells).text)\n"
      + ([sentence] + answers + notes(namesOptions: false)).joined(separator: "\n\n") + "\n"
  }

  package var json: JSON {
    [
      "load": .string(measure.rawValue), "pain": "leg",
      "timing": .string(history.answer.timing.rawValue),
      "omitted_months": JSON(history.omittedMonths),
      "precautions": PrecautionText(precautions: history.precautions, unit: unit).json,
      "typical_run": JSON(history.answer.analysis.typicalRun),
      "verdict": CorrelationText.json(
        history.answer.analysis.verdict,
        AnswerText(history.answer, unit: LoadUnit(measure))),
      "months": .array(
        history.rows.map { row in
          [
            "figures": MonthText.json(row.figures),
            "lag1": CorrelationText.json(row.lag1, nil),
            "effect": MonthText.json(row.effect),
            "verdict": .string(row.verdict.kind.rawValue),
          ]
        }),
      "synthetic": .bool(isSynthetic),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    let number = { (value: Double?) in value.map { NumberText.shortest($0) } }
    return (
      [
        "month", "days", "known_days", "runs", "distance_km", "minutes", "load", "pain_days",
        "mean_leg_pain", "worst_leg_pain", "flare_days", "n", "effective_n", "pearson_r",
        "ci95_lower", "ci95_upper", "effect_days", "slope", "slope_ci95_lower",
        "slope_ci95_upper", "typical_run", "verdict",
      ],
      history.rows.map { row in
        let (figures, effect) = (row.figures, row.effect?.effect)
        return [
          figures.month.description, "\(figures.days)", "\(figures.knownDays)",
          figures.runs.map { "\($0)" }, number(figures.km), number(figures.minutes),
          number(figures.load), "\(figures.painDays)", number(figures.meanPain),
          figures.worstPain.map { "\($0)" }, "\(figures.flareDays)", "\(row.lag1.n)",
          number(row.lag1.pearson.effectiveN), number(row.lag1.pearson.r),
          number(row.lag1.pearson.ci95?.lower), number(row.lag1.pearson.ci95?.upper),
          row.effect.map { "\($0.days)" }, number(effect?.slope), number(effect?.ci95.lower),
          number(effect?.ci95.upper), number(history.answer.analysis.typicalRun),
          row.verdict.kind.rawValue,
        ]
      }
    )
  }
}

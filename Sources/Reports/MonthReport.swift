public import CivilDay
public import Correlator
public import JournalStore
public import JournalModel

/// A month: totals next to other months, pain, flare-ups, shoes, the response to
/// runs, and the relation of load to the next day's pain.
///
/// The totals are members of the report too, as in `report.km`.
@dynamicMemberLookup
public struct MonthReport: Sendable {
  /// A shoe and its distance in the month.
  public struct Shoe: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// The number of runs.
    public let runs: Int
    /// Kilometres of the runs with a known distance.
    public let km: Double
  }

  /// A run that was longer, or shorter, than those before it.
  public struct Step: Equatable, Sendable {
    /// Its day.
    public let day: Day
    /// Its ratio to the longest run of the 30 days before it.
    public let ratio: Double
  }

  /// The entries a report uses in addition to days.
  public struct Records: Sendable {
    /// The runs of the month, of the month before it and of the year before it,
    /// oldest first; those of 400 days if there are flare-ups to examine.
    public var runs: [RunSummary] = []
    /// All flare-ups.
    public var flareUps: [FlareUpSummary] = []
    /// The days with a stretch.
    public var stretched: Set<Day> = []
    /// What comes first; `nil` for nothing.
    public var precautions: Precautions?

    /// Whether medication was taken, on each day with a check-in.
    public var medicated: [Day: Bool] = [:]
    /// What the check-ins around the month say of the nerve, oldest first.
    public var signs: [DeclaredSigns] = []

    /// Creates records.
    public init(
      runs: [RunSummary] = [], flareUps: [FlareUpSummary] = [], stretched: Set<Day> = [],
      medicated: [Day: Bool] = [:], signs: [DeclaredSigns] = [], precautions: Precautions? = nil
    ) {
      self.signs = signs
      self.medicated = medicated
      self.runs = runs
      self.flareUps = flareUps
      self.stretched = stretched
      self.precautions = precautions
    }
  }

  /// The month.
  public let month: Month
  /// The first and the last day of the journal, or `nil` if it is empty.
  public let journalDays: ClosedRange<Day>?
  /// The month's totals.
  public let figures: MonthFigures
  /// The previous month's.
  public let previous: MonthFigures
  /// Those of the same month a year before.
  public let lastYear: MonthFigures
  /// Those of the month after, so far, if the journal ends in it.
  public let running: MonthFigures?
  /// The days of the month within the journal, in order.
  public let calendar: [DiaryDay]
  /// The longest run of the month, of the one before and of the one a year before,
  /// where a run has a distance.
  public let longestRuns: [Month: RecentRunning.LongestRun]
  /// The run with the largest ratio to the longest one of the 30 days before it,
  /// or `nil` if no run of the month has one before it.
  public let largestStep: Step?
  /// The longest run of known days without a stretch.
  public let longestStretchPause: Int
  /// The direction of the reach since the previous month; `nil` with too few
  /// days.
  public let reachTrend: ReachTrend?
  /// The flare-ups with an onset in the month, oldest first.
  public let flareUps: [FlareUpLeadUp]
  /// The shoes of the month's runs, most kilometres first.
  public let shoes: [Shoe]
  /// How the leg took the month's runs.
  public let responses: RunResponses
  /// Whether all days to date are fit for an answer; without a look at single entries.
  public let check: DiaryCheck
  /// The time of the pain ratings in the correlations.
  public let timing: Timing
  /// The answer from all days to date.
  public let answer: CorrelationReport
  /// The verdict at the end of the previous month, from the days known then;
  /// `nil` if there was none.
  public let earlierVerdict: Verdict?
  /// The adjusted effect on the next day's pain, month by month; `nil` if it
  /// cannot be estimated.
  public let effects: MonthlyEffects?
  /// Load of the month's days against the next day's pain.
  public let lag1: LaggedCorrelation
  /// The same over the whole journal.
  public let lag1AllTime: LaggedCorrelation
  /// What comes before every number.
  public let precautions: Precautions
  /// The one thing to do next.
  public let nextStep: NextStep

  /// Summarises `month`.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - diary: All days of the journal.
  ///   - pain: The pain of all days.
  ///   - records: Runs, flare-ups and stretches.
  ///   - measure: The load to correlate; `nil` for the usual one.
  ///   - rule: The rule for a settled run.
  ///   - limit: The smallest effect of one run that matters, in points.
  public init(
    _ month: Month, diary: [DiaryDay], pain: PainSeries, _ records: Records,
    measure: LoadMeasure? = nil, rule: RunResponses.Rule = RunResponses.Rule(),
    limit: Double = 0.5
  ) {
    func figures(_ month: Month) -> MonthFigures {
      MonthFigures(month, of: diary, stretched: records.stretched)
    }
    let inMonth = diary.filter { month.days.contains($0.day) }
    let runsOfMonth = records.runs.filter { month.days.contains($0.day) }
    self.month = month
    journalDays = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
    calendar = inMonth
    self.figures = figures(month)
    previous = figures(month.previous)
    // Only before year 1 does the month a year earlier not exist.
    lastYear = figures(Month(year: month.year - 1, number: month.number) ?? month.previous)
    running = diary.last?.day.month == month.next ? figures(month.next) : nil
    longestRuns = Dictionary(grouping: records.runs) { $0.day.month }
      .compactMapValues { RecentRunning.LongestRun($0) }
    largestStep = Self.largestStep(of: month, records.runs)
    longestStretchPause = Self.pause(inMonth, records.stretched)
    reachTrend = ReachTrend(from: previous, to: self.figures)
    let began = records.flareUps.filter { month.days.contains($0.onsetDay) }
    // Comparing with the past reads the whole diary, and most months have no
    // flare-up.
    if began.isEmpty {
      flareUps = []
    } else {
      let past = FlareUpLeadUp.Past(diary, runs: records.runs, stretched: records.stretched)
      flareUps = began.sorted { $0.onsetDay < $1.onsetDay }.map { FlareUpLeadUp($0, in: past) }
    }
    shoes = Self.shoes(runsOfMonth)
    responses = RunResponses(to: runsOfMonth, in: diary, by: rule, signs: records.signs)
    timing = pain.timing
    let loadAndPain = LoadAndPain(measure, of: diary, pain: pain, medicated: records.medicated)
    let measure = loadAndPain.measure
    let load = loadAndPain.load
    let answer = CorrelationReport(
      CorrelationQuestion(load: measure, timing: pain.timing, lags: 1...3, limit: limit),
      loadAndPain)
    self.answer = answer
    let precautions =
      records.precautions ?? Precautions(today: diary.last?.day ?? month.lastDay)
    self.precautions = precautions
    check = DiaryCheck(
      answer, loadAndPain, DiaryCheck.Records(unlikely: [], precautions: precautions))
    let before = month.firstDay - 1
    earlierVerdict =
      diary.contains { $0.day <= before }
      ? verdict(loadAndPain.upTo(before), limit: limit) : nil
    effects = monthlyEffects(loadAndPain.diary.rated(answer.analysis.timingInUse))
    lag1 = Self.lag1(DailySeries(measure, of: inMonth), pain.series)
    lag1AllTime = Self.lag1(load, pain.series)
    nextStep = NextStep(NextStep.Findings(check, precautions))
  }

  /// A total of the month.
  public subscript<Value>(dynamicMember figure: KeyPath<MonthFigures, Value>) -> Value {
    figures[keyPath: figure]
  }

  /// The month's longest run, if one has a distance.
  public var longestRun: RecentRunning.LongestRun? { longestRuns[month] }

  /// The days whose highest leg pain was above the limit of the rule.
  public var badDays: Int { figures.badDays(over: responses.rule.painLimit) }

  /// The month's own effect, if it has enough days.
  public var effect: MonthlyEffects.Entry? { effects?.months.first { $0.month == month } }

  /// The longest run of known days without a stretch.
  private static func pause(_ days: [DiaryDay], _ stretched: Set<Day>) -> Int {
    var (length, longest) = (0, 0)
    for day in days {
      // An unknown day neither ends nor lengthens a pause.
      length = stretched.contains(day.day) ? 0 : length + (day.state == nil ? 0 : 1)
      longest = max(longest, length)
    }
    return longest
  }

  private static func lag1(_ load: DailySeries?, _ pain: DailySeries) -> LaggedCorrelation {
    let load = load ?? DailySeries(firstDay: pain.firstDay, values: [])
    return lagProfile(load: load, pain: pain, lags: 1...1)[0]
  }

  /// Each run against the longest of the 30 days before it (METHOD: Frandsen
  /// 2025).
  private static func largestStep(of month: Month, _ runs: [RunSummary]) -> Step? {
    runs.filter { month.days.contains($0.day) }.compactMap { run -> Step? in
      let before = runs.filter { (run.day - 30..<run.day).contains($0.day) }
      guard let distance = run.distanceM, let longest = before.compactMap(\.distanceM).max()
      else { return nil }
      return Step(day: run.day, ratio: distance / longest)
    }.max { $0.ratio < $1.ratio }
  }

  private static func shoes(_ runs: [RunSummary]) -> [Shoe] {
    Dictionary(grouping: runs.filter { $0.footwear != nil }) { $0.footwear ?? "" }
      .map { name, runs in
        Shoe(
          name: name, runs: runs.count,
          km: runs.reduce(0) { $0 + ($1.distanceM ?? 0) } / 1000)
      }
      // The name breaks ties, so that the order is always the same.
      .sorted { ($1.km, $0.name) < ($0.km, $1.name) }
  }
}

extension DailySeries {
  /// The days up to `day`.
  func upTo(_ day: Day) -> DailySeries {
    DailySeries(firstDay: firstDay, values: Array(values.prefix(max(0, day - firstDay + 1))))
  }
}

extension Journal {
  /// The summary of `month`; empty if the journal has no day in it.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - today: Today, which is not a rest day yet.
  ///   - measure: The load to correlate.
  ///   - timing: The ratings to use; `nil` for the usual ones.
  ///   - rule: The rule for a settled run.
  ///   - limit: The smallest effect of one run that matters, in points.
  /// - Returns: The summary.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func report(
    on month: Month, today: Day, measure: LoadMeasure? = nil, timing: Timing? = nil,
    rule: RunResponses.Rule = RunResponses.Rule(), limit: Double = 0.5
  ) throws -> MonthReport {
    try snapshot {
      let (diary, ratings) = try diary(rating: .leg, on: today)
      let span = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
      let pain = PainSeries(ratings, over: span ?? month.days, timing: timing)
      let flareUps = try flareUps()
      return MonthReport(
        month, diary: diary, pain: pain,
        MonthReport.Records(
          runs: try runs(around: month, flareUps), flareUps: flareUps,
          stretched: Set(try stretchDays()), medicated: try medicatedDays(),
          // Two months are enough to find the last answer before a run.
          signs: try signs(in: (month.firstDay - 60)...(month.lastDay + 1)),
          precautions: try precautions(on: today, and: month, flareUps: flareUps)),
        measure: measure, rule: rule, limit: limit)
    }
  }

  /// The runs that a summary of `month` needs.
  private func runs(around month: Month, _ flareUps: [FlareUpSummary]) throws -> [RunSummary] {
    // A flare-up is compared with the runs of the year before it.
    if flareUps.contains(where: { month.days.contains($0.onsetDay) }) {
      return try runs(in: (month.firstDay - 400)...month.lastDay)
    }
    let lastYear = Month(year: month.year - 1, number: month.number)
    return try (lastYear.map { try runs(in: $0.days) } ?? [])
      + runs(in: min(month.firstDay - 30, month.previous.firstDay)...month.lastDay)
  }
}

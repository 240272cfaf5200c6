public import CivilDay
internal import Correlator
public import JournalStore
internal import JournalModel

/// Whether a diary is fit for an answer: what to improve, with figures, and what is
/// fine.
///
/// A habit is judged by the last ``Habit/lately`` days, since advice is about the days
/// to come; the figures of all days stand beside it. What the answer itself needs is
/// judged by all days, as the answer is. Where there is too little to judge, nothing
/// is found.
public struct DiaryCheck: Equatable, Sendable {
  /// What only a journal knows.
  public struct Records: Equatable, Sendable {
    /// Whether each run has a shoe, oldest first; empty with fewer than two shoes.
    public var shoes: [Bool]
    /// The entries that look like slips, newest first; `nil` to look for days that
    /// do, as in a file.
    public var unlikely: [UnlikelyEntry]?
    /// Whether the newest run is from a file.
    public var importsRuns: Bool
    /// What comes before every number, and today, which is not over; `nil` if every
    /// day is.
    public var precautions: Precautions?

    /// Creates records.
    public init(
      shoes: [Bool] = [], unlikely: [UnlikelyEntry]? = nil, importsRuns: Bool = false,
      precautions: Precautions? = nil
    ) {
      self.shoes = shoes
      self.importsRuns = importsRuns
      self.unlikely = unlikely
      self.precautions = precautions
    }
  }

  /// The answer that the diary gives now.
  public let answer: CorrelationReport
  /// When pain was rated.
  public let ratingTimes: RatingTimes
  /// The same over the last ``Habit/lately`` days.
  public let recentTimes: RatingTimes
  /// Whether ratings go missing.
  public let gaps: RatingGaps
  /// Days known to have a run or not.
  public let knownDays: Habit
  /// Run days with the measure of load.
  public let measuredRuns: Rate
  /// Rest days that the runner or an import confirmed.
  public let confirmedRest: Habit
  /// The smallest share of the load's variation that weekday and earlier days leave
  /// at lags 1 to 3; `nil` with fewer days than an answer needs.
  public let share: Double?
  /// The weekday that lately always had a run, 0 for Monday, if one stands out.
  public let fixedRunDay: Int?
  /// What else days and runs may hold.
  public let columns: [Column]
  /// The entries that look like slips, newest first.
  public let unlikely: [UnlikelyEntry]
  /// Whether the newest run is from a file.
  public let importsRuns: Bool
  /// What comes before every number.
  public let precautions: Precautions?
  /// What to improve, the most fundamental first.
  public private(set) var findings: [Finding] = []
  /// The topics that were judged and need nothing.
  public private(set) var fine: [Topic] = []

  /// The days from which a habit is judged.
  static let fewestDays = NextStep.fewestDays

  /// Checks a diary.
  ///
  /// - Parameters:
  ///   - answer: Its answer, with lags 1 to 3.
  ///   - diary: The days behind the answer.
  ///   - records: What only a journal knows; the defaults suit a file.
  public init(_ answer: CorrelationReport, _ diary: LoadAndPain, _ records: Records = Records()) {
    let facts = DiaryFacts(answer, diary, today: records.precautions?.today)
    self.answer = answer
    ratingTimes = RatingTimes(facts.times)
    recentTimes = RatingTimes(facts.times.suffix(Habit.lately))
    gaps = RatingGaps(diary.diary)
    knownDays = Habit(facts.known)
    measuredRuns = facts.measured
    confirmedRest = facts.confirmedRest
    share = facts.share
    fixedRunDay = facts.fixedRunDay
    columns =
      facts.columns
      + (records.shoes.isEmpty ? [] : [Column(kind: .shoe, known: Habit(records.shoes))])
    unlikely = records.unlikely ?? UnlikelyEntry.days(of: diary.diary).reversed()
    importsRuns = records.importsRuns
    precautions = records.precautions
    let judge = DiaryJudge(check: self, facts: facts)
    findings = judge.findings
    fine = judge.fine
  }

  /// Whether an answer can be given, however good it is.
  public var canAnswer: Bool {
    answer.load.carriesVerdict && answer.analysis.verdict.kind != .notEnoughData
  }

  /// The findings that are no mere additions, nor cured by time alone.
  public var improvements: [Finding] {
    findings.filter { weight(of: $0) != .optional && $0 != .moreDays }
  }

  /// Whether this was found.
  func found(_ isOne: (Finding) -> Bool) -> Bool { findings.contains(where: isOne) }
}

extension Journal {
  /// Whether the journal's days in `span` are fit to answer `question`.
  ///
  /// - Parameters:
  ///   - question: The question; its lags play no part.
  ///   - span: The days to check.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The check, even without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func check(
    _ question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> DiaryCheck {
    try snapshot {
      let measure = question.pain.measure
      let (all, ratings) = try diary(rating: measure, on: today)
      let days = all.filter { span.contains($0.day) }
      let diary = LoadAndPain(
        question, of: days, ratings: ratings, medicated: try medicatedDays())
      let period = days.first.flatMap { first in days.last.map { first.day...$0.day } }
      let runs = try period.map { try newest(.max, of: [.run], in: $0) } ?? []
      let hasShoes = try footwearInUse().count > 1
      return DiaryCheck(
        question, diary,
        DiaryCheck.Records(
          shoes: hasShoes ? runs.reversed().map { $0.text("footwear") != nil } : [],
          unlikely: try unlikelyEntries(of: days, runs: runs, diary.diary, rating: measure),
          importsRuns: try runs.first.map { try isFromFile($0) } ?? false,
          precautions: try precautions(on: today, flareUps: try flareUps())))
    }
  }
}

extension DiaryCheck {
  /// Checks whether a diary is fit to answer `question`, whose lags play no part.
  public init(
    _ question: CorrelationQuestion, _ diary: LoadAndPain, _ records: Records = Records()
  ) {
    var question = question
    question.lags = 1...3
    self.init(CorrelationReport(question, diary), diary, records)
  }
}

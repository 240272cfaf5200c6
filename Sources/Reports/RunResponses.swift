public import CivilDay
import JournalStore
internal import JournalModel

/// The leg's response to a month's runs, up to two days later.
public struct RunResponses: Sendable {
  /// The rule for a settled run.
  ///
  /// It follows the pain-monitoring model, made for tendons and kneecaps (Thomeé
  /// 1997, *Phys. Ther.* 77:1690; Silbernagel et al. 2007, *Am. J. Sports Med.*
  /// 35:897). For nerve pain it is a convention, not a finding.
  public struct Rule: Equatable, Sendable {
    /// The highest acceptable pain during and after a run, 0 to 10.
    public let painLimit: Int
    /// The number of points above the pain before the run that make the next
    /// morning worse.
    public let worseBy: Double

    /// Creates a rule; the defaults are the model's 5 and one point.
    public init(painLimit: Int = 5, worseBy: Double = 1) {
      self.painLimit = painLimit
      self.worseBy = worseBy
    }
  }

  /// Whether a run settled.
  public enum Judgement: String, CaseIterable, Sendable {
    /// Pain stayed within the limit and was no worse the next morning, and no numbness
    /// or weakness was new or worse.
    case settled
    /// It did not.
    case notSettled = "not_settled"
    /// A rating that the rule needs is missing.
    case unknown
  }

  /// A moment before or after a run.
  public enum Moment: String, CaseIterable, Sendable {
    /// Before it: rated with the run, else in the morning.
    case before
    /// The highest during it.
    case during
    /// Right after it.
    case after
    /// The last rating of the day.
    case evening
    /// The morning after.
    case nextMorning = "next_morning"
    /// The morning after that.
    case after48Hours = "after_48_hours"
  }

  /// The pain around one run.
  public struct Response: Equatable, Sendable {
    /// Its day.
    public let day: Day
    /// Its metres, if known.
    public let distanceM: Double?
    /// Leg pain, 0 to 10, at the times with a rating.
    public let pain: [Moment: Int]
    /// The rule's result.
    public let judgement: Judgement
  }

  /// The runs rated both before them and on the next morning.
  public struct BothRated: Equatable, Sendable {
    /// The number of runs.
    public let runs: Int
    /// The mean leg pain before them.
    public let before: Double
    /// The mean leg pain on the mornings after them.
    public let nextMorning: Double
    /// The runs with more pain on the next morning than before.
    public let worse: Int
    /// The runs with less.
    public let better: Int
  }

  /// The rule.
  public let rule: Rule
  /// One element per run, oldest first.
  public let runs: [Response]

  /// Examines `runs` in `diary`, consecutive days, with the nerve signs of its
  /// check-ins.
  init(
    to runs: [RunSummary], in diary: [DiaryDay], by rule: Rule, signs: [DeclaredSigns] = []
  ) {
    self.rule = rule
    let newSigns = NewSigns(
      signs, runDays: Set(diary.lazy.filter { $0.state == .run }.map(\.day)))
    let first = diary.first?.day
    func day(_ day: Day) -> DiaryDay? {
      first.flatMap { diary.indices.contains(day - $0) ? diary[day - $0] : nil }
    }
    func morning(_ date: Day) -> Int? {
      day(date).flatMap { $0.legPainMoment == .later ? nil : $0.legPain }
    }
    self.runs = runs.map { run in
      let pain: [Moment: Int?] = [
        .before: run.pain.before ?? morning(run.day), .during: run.pain.during,
        .after: run.pain.after, .evening: day(run.day)?.eveningLegPain,
        .nextMorning: morning(run.day + 1), .after48Hours: morning(run.day + 2),
      ]
      let known = pain.compactMapValues(\.self)
      return Response(
        day: run.day, distanceM: run.distanceM, pain: known,
        judgement: newSigns.appeared(afterRunOn: run.day)
          ? .notSettled : rule.judgement(of: known))
    }
  }

  /// The number of runs with this judgement.
  public func count(_ judgement: Judgement) -> Int { runs.count { $0.judgement == judgement } }

  /// The pain before runs and on the next morning, over the runs with both ratings:
  /// means over different runs say nothing of a change; `nil` without such a run.
  public var bothRated: BothRated? {
    let pairs = runs.compactMap { run in
      run.pain[.before].flatMap { before in run.pain[.nextMorning].map { (before, $0) } }
    }
    guard let before = mean(pairs.map { Double($0.0) }),
      let next = mean(pairs.map { Double($0.1) })
    else { return nil }
    return BothRated(
      runs: pairs.count, before: before, nextMorning: next,
      worse: pairs.count { $0.1 > $0.0 }, better: pairs.count { $0.1 < $0.0 })
  }

  /// The mean at `moment` and its number of runs; `nil` without a rating.
  public func pain(at moment: Moment) -> (mean: Double, runs: Int)? {
    let ratings = runs.compactMap { $0.pain[moment] }
    return mean(ratings.map(Double.init)).map { ($0, ratings.count) }
  }
}

extension RunResponses.Rule {
  /// The rule's result for a run with `pain` at the rated times.
  func judgement(of pain: [RunResponses.Moment: Int]) -> RunResponses.Judgement {
    if [.during, .after].compactMap({ pain[$0] }).contains(where: { $0 > painLimit }) {
      return .notSettled
    }
    guard let before = pain[.before], let next = pain[.nextMorning] else { return .unknown }
    return Double(next - before) >= worseBy ? .notSettled : .settled
  }
}

public import CivilDay
public import Correlator
internal import JournalModel
public import JournalStore

/// The pain after two kinds of running, in a diary: an association.
public struct RunComparison: Sendable {
  /// The run days of one kind.
  public struct Runs: Equatable, Sendable {
    /// Those with this kind.
    public let days: Int
    /// Those with a load, a rating and one on the next day, which are compared.
    public let used: Int
    /// The mean load of those used; `nil` without any.
    public let load: Double?
    /// The mean pain on those days; likewise.
    public let pain: Double?
    /// The mean pain on the days after them; likewise.
    public let nextPain: Double?
  }

  /// A randomised trial of the same two kinds.
  public enum Trial: Equatable, Sendable {
    /// Of two shoes in use.
    case shoes(String, String)
    /// Of an exercise.
    case stretch(String)
    /// Of a routine.
    case routine(String)
  }

  /// What they differ in.
  public let topic: ComparisonTopic
  /// Which load and pain.
  public let question: CorrelationQuestion
  /// The unit of load used.
  public let load: LoadMeasure
  /// The time of the ratings used.
  public let timing: Timing
  /// From the first to the last day; `nil` without a day.
  public let calendar: ClosedRange<Day>?
  /// The kinds.
  public let kinds: RunKinds
  /// The run days of the first kind.
  public let a: Runs
  /// The run days of the second kind.
  public let b: Runs
  /// Run days of neither kind that is compared.
  public let otherRunDays: Int
  /// The comparison.
  public let result: Comparison
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// What comes before every number.
  public let precautions: Precautions
  /// The trial that would settle it; `nil` if there is none, while there are
  /// precautions, and while another trial runs.
  public let trial: Trial?
  /// The first day held back, since a trial of the same kinds runs; `nil` if none is.
  public let heldBackSince: Day?

  /// Compares the days of a diary.
  ///
  /// - Parameters:
  ///   - topic: What the kinds differ in.
  ///   - question: Which load and pain.
  ///   - days: The days of the question.
  ///   - kinds: The kinds of its run days; those of other days play no part.
  ///   - runDays: The days with a run.
  ///   - precautions: What comes first.
  ///   - trial: The trial of the same kinds, if there is one.
  ///   - heldBackSince: The first day held back, if any is.
  init(
    _ topic: ComparisonTopic, _ question: CorrelationQuestion, _ days: LoadAndPain,
    _ kinds: RunKinds, runDays: [Day], _ precautions: Precautions, trial: Trial?,
    heldBackSince: Day?
  ) {
    self.heldBackSince = heldBackSince
    self.topic = topic
    self.question = question
    load = days.measure
    timing = days.timing
    lacksMeasure = days.lacksMeasure
    calendar = days.diary.calendar
    self.kinds = kinds
    self.precautions = precautions
    self.trial = precautions.isEmpty ? trial : nil
    a = Runs(.a, of: kinds, on: runDays, in: days.diary)
    b = Runs(.b, of: kinds, on: runDays, in: days.diary)
    otherRunDays = runDays.count - a.days - b.days
    result = compare(days.diary, labels: kinds.labels)
  }
}

extension RunComparison.Runs {
  fileprivate init(
    _ side: Comparison.Side, of kinds: RunKinds, on runDays: [Day], in diary: Diary
  ) {
    let own = runDays.filter { kinds.labels[$0] == side }
    let used = own.compactMap { day in
      diary.load[day].flatMap { load in
        diary.pain[day].flatMap { pain in
          diary.pain[day + 1].map { (load: load, pain: pain, next: $0) }
        }
      }
    }.filter { $0.load > 0 }
    days = own.count
    self.used = used.count
    load = mean(used.map(\.load))
    pain = mean(used.map(\.pain))
    nextPain = mean(used.map(\.next))
  }
}

extension Diary {
  /// From the first to the last day of load or pain; `nil` without a day.
  var calendar: ClosedRange<Day>? {
    let series = [load, pain].filter { !$0.values.isEmpty }
    guard let first = series.map(\.firstDay).min(),
      let last = series.map({ $0.firstDay + ($0.values.count - 1) }).max()
    else { return nil }
    return first...last
  }
}

extension Journal {
  /// Compares the pain after two kinds of running, from the journal's days in
  /// `span`.
  ///
  /// - Parameters:
  ///   - topic: What the kinds differ in.
  ///   - question: Which load, and which pain rated when.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  ///   - mayGoOn: For a condition, as ``Query/mayGoOn``.
  /// - Returns: The comparison, even without a single run.
  /// - Throws: ``JournalError`` if the journal cannot be read; for a condition also
  ///   ``SQLiteError`` or ``RunConditionProblem``.
  public func comparison(
    of topic: ComparisonTopic, _ question: CorrelationQuestion, in span: ClosedRange<Day>,
    today: Day, mayGoOn: @escaping () -> Bool = { true }
  ) throws -> RunComparison {
    try snapshot {
      let (all, ratings) = try diary(rating: question.pain.measure, on: today)
      let running = try currentTrial()?.plan
      // A look before the end would change what the trial can say.
      let heldBack = running.flatMap { topic.isLook(at: $0.kind) ? $0.startDay : nil }
      let days = all.filter { day in
        span.contains(day.day) && heldBack.map { day.day < $0 } ?? true
      }
      let runDays = days.filter { $0.state == .run }.map(\.day)
      let kinds = try kinds(of: topic, on: runDays, in: span, mayGoOn: mayGoOn)
      return RunComparison(
        topic, question,
        LoadAndPain(question, of: days, ratings: ratings, medicated: try medicatedDays()), kinds,
        runDays: runDays, try precautions(on: today, flareUps: try flareUps()),
        trial: running == nil ? try trial(of: topic, kinds, in: span) : nil,
        heldBackSince: heldBack)
    }
  }

  private func kinds(
    of topic: ComparisonTopic, on runDays: [Day], in span: ClosedRange<Day>,
    mayGoOn: @escaping () -> Bool
  ) throws -> RunKinds {
    switch topic {
    case .shoe(let names): RunKinds(names, of: try runTraits(in: span), by: \.footwear)
    case .surface(let names): RunKinds(names, of: try runTraits(in: span), by: \.surface)
    case .stretch(let name):
      RunKinds(
        Set([name].compactMap(\.self)), on: runDays, logged: try exercises(in: span))
    case .routine(let routine):
      RunKinds(
        Set(routine.steps.compactMap { $0.exercise?.name }), on: runDays,
        logged: try exercises(in: span))
    case .time: RunKinds(timesOf: try runTraits(in: span))
    case .terrain: RunKinds(terrainOf: try runTraits(in: span))
    case .condition(let expression):
      RunKinds(
        try runs(where: RunCondition(expression, mayGoOn: mayGoOn))
          .filter { span.contains($0.day) })
    }
  }

  /// The trial of the same kinds, if there is one.
  private func trial(
    of topic: ComparisonTopic, _ kinds: RunKinds, in span: ClosedRange<Day>
  ) throws -> RunComparison.Trial? {
    switch topic {
    case .shoe:
      // Nobody can be asked to run in a shoe that is worn out.
      let inUse = try shoes().filter { $0.retiredDay == nil }.map(\.name)
      guard kinds.names.count == 2, kinds.names.allSatisfy(inUse.contains) else { return nil }
      return .shoes(kinds.names[0], kinds.names[1])
    case .stretch(let name):
      return try (name ?? exercisesDone(in: span).first?.name).map { .stretch($0) }
    case .routine(let routine): return .routine(routine.name)
    case .surface, .time, .terrain, .condition: return nil
    }
  }
}

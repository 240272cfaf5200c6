public import CivilDay
public import Correlator
public import JournalModel
public import JournalStore

/// What came before flare-ups, compared with the runner's other days.
public struct FlareReport: Sendable {
  /// First runs in a new shoe among the three days before; described, not tested.
  public struct NewShoes: Equatable, Sendable {
    /// The flare-ups compared that had one.
    public let cases: Int
    /// The other days that had one.
    public let controls: Int
  }

  /// Days without a stretch among the three days before, where the minutes of most
  /// stretches are unknown; described, not tested.
  public struct MissedStretches: Equatable, Sendable {
    /// The mean number before the flare-ups compared, 0 to 3; `nil` without one on
    /// days known.
    public let cases: Double?
    /// The mean number before the other days.
    public let controls: Double?
  }

  /// The week before a flare-up.
  public struct LeadUp: Equatable, Sendable {
    /// The flare-up.
    public let flareUp: FlareUpSummary
    /// Whether it is among those compared.
    public let isCompared: Bool
    /// Its seven days, oldest first.
    public let days: [DayBefore]
  }

  /// A day before a flare-up; `nil` is unknown.
  public struct DayBefore: Equatable, Sendable {
    /// The day.
    public let day: Day
    /// In the unit of the report.
    public let load: Double?
    /// Leg pain, 0 to 10.
    public let legPain: Int?
    /// What else it held.
    public let others: [FlareExposure: Double]
    /// Whether it had a stretch; `nil` on a day that may have had one that was not
    /// logged.
    public let hasStretch: Bool?
    /// Whether it had the first run in a new shoe.
    public let hasNewShoe: Bool
  }

  /// The unit of load.
  public let load: LoadMeasure
  /// From the first to the last day; `nil` without a day.
  public let calendar: ClosedRange<Day>?
  /// The weeks before all flare-ups of these days, oldest first.
  public let leadUps: [LeadUp]
  /// The comparison; `nil` without a day.
  public let crossover: FlareCrossover?
  /// What the journal has nothing about.
  public let unrecorded: [FlareExposure]
  /// `nil` without a new shoe.
  public let newShoes: NewShoes?
  /// `nil` if the minutes are compared, or no stretch is logged.
  public let missedStretches: MissedStretches?
  /// Whether there are runs, but none with a known load in this measure.
  public let lacksMeasure: Bool
  /// What comes before every number.
  public let precautions: Precautions

  /// The flare-ups that can be compared.
  public var cases: Int { crossover?.cases.count ?? 0 }

  /// Whether there are enough of them.
  public var isCompared: Bool { cases >= FlareCrossover.neededCases }

  /// The days of a lead-up.
  static let week = 7

  /// Compares the days before flare-ups with others.
  ///
  /// - Parameters:
  ///   - measure: The unit of load; `nil` for the usual one.
  ///   - days: Consecutive days, oldest first.
  ///   - flareUps: All flare-ups, in any order.
  ///   - others: What else the days held, as far as it was recorded.
  ///   - stretched: The days with a stretch.
  ///   - newShoes: The days of first runs in new shoes.
  ///   - precautions: What comes first.
  init(
    _ measure: LoadMeasure?, _ days: [DiaryDay], _ flareUps: [FlareUpSummary],
    _ others: [FlareExposure: DailySeries], stretched: Set<Day>, newShoes: [Day],
    _ precautions: Precautions
  ) {
    load = measure ?? .usual(of: days)
    self.precautions = precautions
    unrecorded = FlareExposure.allCases.filter {
      $0 != .load && $0 != .longestRunRatio && others[$0] == nil
    }
    guard let series = DailySeries(load, of: days), let last = days.last?.day else {
      (calendar, leadUps, crossover, self.newShoes) = (nil, [], nil, nil)
      (missedStretches, lacksMeasure) = (nil, false)
      return
    }
    let calendar = series.firstDay...last
    self.calendar = calendar
    lacksMeasure = series.lacksEveryRun(of: days)
    let all = flareUps.sorted { $0.onsetDay < $1.onsetDay }
    let own = all.filter { calendar.contains($0.onsetDay) }
    let crossover = flareCrossover(
      load: series, onsets: own.map(\.onsetDay),
      flareDays: Set(all.flatMap { $0.onsetDay...max($0.onsetDay, $0.endDay ?? last) }),
      others: others)
    self.crossover = crossover
    let firstRuns = Set(newShoes)
    func hasNewShoe(before day: Day) -> Bool {
      (1...FlareCrossover.leadUp).contains { firstRuns.contains(day - $0) }
    }
    self.newShoes =
      newShoes.contains(where: calendar.contains)
      ? NewShoes(
        cases: crossover.cases.count(where: hasNewShoe),
        controls: crossover.controls.count(where: hasNewShoe)) : nil
    let stretches = days.stretches(on: stretched)
    func missed(before chosen: [Day]) -> Double? {
      mean(
        chosen.compactMap { day in
          let known = (1...FlareCrossover.leadUp).compactMap { stretches[day - $0] }
          return known.count == FlareCrossover.leadUp ? Double(known.count { !$0 }) : nil
        })
    }
    missedStretches =
      stretches.isEmpty || others[.stretchMinutes] != nil
      ? nil
      : MissedStretches(
        cases: missed(before: crossover.cases), controls: missed(before: crossover.controls))
    let pain = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.legPain) })
    leadUps = own.map { flareUp in
      LeadUp(
        flareUp: flareUp, isCompared: crossover.cases.contains(flareUp.onsetDay),
        days: (1...Self.week).reversed().map { back in
          let day = flareUp.onsetDay - back
          return DayBefore(
            day: day, load: series[day], legPain: pain[day] ?? nil,
            others: others.compactMapValues { $0[day] }, hasStretch: stretches[day],
            hasNewShoe: firstRuns.contains(day))
        })
    }
  }
}

extension Journal {
  /// Compares the days before the flare-ups of `span` with its other days.
  ///
  /// - Parameters:
  ///   - measure: The unit of load; `nil` for the usual one.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The comparison, even without a flare-up.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func flareReport(
    _ measure: LoadMeasure?, in span: ClosedRange<Day>, today: Day
  ) throws -> FlareReport {
    try snapshot {
      let days = try days().map { $0.known(on: today) }.filter { span.contains($0.day) }
      let flareUps = try flareUps()
      let stretched = Set(try stretchDays()).filter(span.contains)
      return FlareReport(
        measure, days, flareUps, try exposures(of: days, stretched, in: span), stretched: stretched,
        newShoes: try firstRunsInNewShoes(), try precautions(on: today, flareUps: flareUps))
    }
  }

  /// What the days held besides load, as far as anything was recorded.
  private func exposures(
    of days: [DiaryDay], _ stretched: Set<Day>, in span: ClosedRange<Day>
  ) throws -> [FlareExposure: DailySeries] {
    guard let first = days.first?.day else { return [:] }
    let stress = try stress(in: span)
    let values: [FlareExposure: [Double?]] = [
      .sitting: days.map(\.sittingHours), .sleep: days.map(\.sleepHours),
      .stress: days.map { day in stress[day.day].map(Double.init) },
      .stretchMinutes: days.minutesOfStretching(on: stretched),
    ]
    return values.filter { $0.value.contains { $0 != nil } }
      .mapValues { DailySeries(firstDay: first, values: $0) }
  }
}

extension [DiaryDay] {
  /// Whether there was a stretch, on each day that is known to have had one or not.
  ///
  /// Only the days from the first to the last stretch count: before and after them,
  /// nobody logged any.
  func stretches(on stretched: Set<Day>) -> [Day: Bool] {
    guard let first = stretched.min(), let last = stretched.max() else { return [:] }
    let known = filter { (first...last).contains($0.day) }
      .filter { $0.state != nil || stretched.contains($0.day) }.map(\.day)
    return Dictionary(uniqueKeysWithValues: known.map { ($0, stretched.contains($0)) })
  }

  /// Minutes of stretching, 0 on a known day without any.
  ///
  /// None if more than one in five of the days with a stretch has no known minutes:
  /// the zeros would stand for stretches.
  func minutesOfStretching(on stretched: Set<Day>) -> [Double?] {
    let minutes = filter { stretched.contains($0.day) }.map(\.stretchMinutes)
    guard 10 * minutes.count(where: { $0 != nil }) >= 8 * minutes.count else {
      return [Double?](repeating: nil, count: count)
    }
    let stretches = stretches(on: stretched)
    return map { day in
      stretches[day.day].flatMap { $0 ? day.stretchMinutes : 0 }
    }
  }
}

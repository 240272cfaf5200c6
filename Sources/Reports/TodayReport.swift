public import CivilDay
public import JournalStore
public import JournalModel

/// Today at a glance: entries and what is missing, anything in progress, and
/// recent running.
public struct TodayReport: Sendable {
  /// The day.
  public let day: Day
  /// Its entries, by kind and, within a kind, oldest first.
  public let entries: [StoredEntry]
  /// What is missing.
  public let missing: [MissingEntry]
  /// What comes before everything else.
  public let precautions: Precautions
  /// Recent running.
  public let running: RecentRunning
  /// The shoes in use that are near their limit, and the default one.
  public let shoes: [FootwearUse]
  /// The last fourteen days, today last; today without a run is not a rest day
  /// yet, unless it is marked.
  public let recentDays: [DiaryDay]
  /// The day of the last check-in, if any.
  public let lastCheckIn: Day?
  /// How far the trial in progress has gone, if there is one.
  public let trial: TrialProgress?
  /// The planned run, if any.
  public let plan: PlannedRun?

  /// Days since the last check-in, if there was none yesterday or today.
  public var daysWithoutCheckIn: Int? {
    lastCheckIn.map { day - $0 }.flatMap { $0 >= 2 ? $0 : nil }
  }
}

extension Journal {
  /// The days for a report on `day`.
  private static func window(_ day: Day) -> ClosedRange<Day> {
    (day - max(day.weekday + RecentRunning.weekDays, RecentRunning.spikeDays))...day
  }

  /// Today at a glance.
  ///
  /// - Parameters:
  ///   - day: Today.
  ///   - time: The part of the day.
  ///   - plannedM: The metres of a planned run, if any.
  ///   - trial: How far the trial in progress has gone, if there is one.
  /// - Returns: The report.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func today(
    _ day: Day, at time: PartOfDay, plannedM: Double? = nil, trial: TrialProgress? = nil
  ) throws -> TodayReport {
    try snapshot {
      let days = try days(in: Self.window(day))
      let entries = try EntryTable.ofOneDay.flatMap { table in
        try newest(Self.most, of: [table], in: day...day).reversed()
      }
      let running = RecentRunning(
        days, runs: try runs(in: (day - RecentRunning.spikeDays)...(day - 1)))
      let shoes = try footwearInUse()
      let precautions = try precautions(on: day, flareUps: try flareUps())
      let morning = days.last.flatMap { $0.legPainMoment == .morning ? $0.legPain : nil }
      return TodayReport(
        day: day, entries: entries,
        missing: days.last.map {
          MissingEntry.all(of: $0, entries, at: time, hasShoes: !shoes.isEmpty)
        } ?? [],
        precautions: precautions, running: running,
        shoes: shoes.filter { $0.isDefault || $0.wear != nil },
        recentDays: days.suffix(14).map { $0.soFar(on: day) },
        lastCheckIn: try latestCheckInDay(upTo: day), trial: trial,
        plan: plannedM.map {
          PlannedRun(metres: $0, day: day, running, morningPain: morning, precautions.guidance)
        })
    }
  }

  /// More entries than anyone has of one kind on one day.
  private static let most = 1_000
}

extension DiaryDay {
  /// The day as known on `today`.
  fileprivate func soFar(on today: Day) -> DiaryDay { restIs == .said ? self : known(on: today) }
}

extension EntryTable {
  /// The kinds of entries that belong to one day.
  fileprivate static let ofOneDay: [EntryTable] = [
    .run, .checkIn, .stretch, .crossTraining, .dayMark,
  ]
}

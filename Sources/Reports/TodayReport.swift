public import CivilDay
public import JournalStore

/// Today at a glance: what is logged and missing, what lasts, and how much was
/// run.
public struct TodayReport: Sendable {
  /// The flare-up that lasts.
  public struct FlareUp: Equatable, Sendable {
    /// Its first day.
    public let onsetDay: Day
    /// The day of it that today is, from 1.
    public let dayNumber: Int
    /// What may have set it off, if known.
    public let trigger: String?
  }

  /// The day.
  public let day: Day
  /// What is logged for it, by kind and, within a kind, oldest first.
  public let entries: [StoredEntry]
  /// What it still lacks.
  public let missing: [MissingEntry]
  /// The flare-up that lasts, if one does.
  public let flareUp: FlareUp?
  /// How much was run lately.
  public let running: RecentRunning
  /// The shoes in use that are near their limit, and the default one.
  public let shoes: [FootwearUse]
  /// What professionals said that is in force, the newest first.
  public let guidance: [Guidance]
  /// The last fourteen days, today last; without a run it is no rest day yet, unless
  /// that was said.
  public let recentDays: [DiaryDay]
  /// The day of the last check-in, if there is one.
  public let lastCheckIn: Day?
  /// The run that was asked about, if one was.
  public let plan: PlannedRun?

  /// Days since the last check-in, if there was none yesterday or today.
  public var daysWithoutCheckIn: Int? {
    lastCheckIn.map { day - $0 }.flatMap { $0 >= 2 ? $0 : nil }
  }
}

extension Journal {
  /// The days that a report on `day` looks at.
  private static func window(_ day: Day) -> ClosedRange<Day> {
    (day - max(day.weekday + RecentRunning.weekDays, RecentRunning.spikeDays))...day
  }

  /// Today at a glance.
  ///
  /// - Parameters:
  ///   - day: The day that it is.
  ///   - time: The part of the day that it is.
  ///   - plannedM: Metres of a run that is planned for it, if one is.
  /// - Returns: What there is to say.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func today(
    _ day: Day, at time: PartOfDay, plannedM: Double? = nil
  ) throws -> TodayReport {
    try snapshot {
      let days = try days(in: Self.window(day))
      let entries = try EntryTable.ofOneDay.flatMap { table in
        try newest(Self.most, of: [table], in: day...day).reversed()
      }
      let running = RecentRunning(
        days, runs: try runs(in: (day - RecentRunning.spikeDays)...(day - 1)))
      let shoes = try footwearInUse()
      let guidance = try guidanceInForce(on: day)
      let morning = days.last.flatMap { $0.legPainMoment == .morning ? $0.legPain : nil }
      return TodayReport(
        day: day, entries: entries,
        missing: days.last.map {
          MissingEntry.all(of: $0, entries, at: time, hasShoes: !shoes.isEmpty)
        } ?? [],
        flareUp: try flareUp(on: day), running: running,
        shoes: shoes.filter { $0.isDefault || $0.wear != nil },
        guidance: guidance, recentDays: days.suffix(14).map { $0.soFar(on: day) },
        lastCheckIn: try latestCheckInDay(upTo: day),
        plan: plannedM.map {
          PlannedRun(metres: $0, day: day, running, morningPain: morning, guidance)
        })
    }
  }

  /// More entries than anyone has of one kind on one day.
  private static let most = 1_000

  private func flareUp(on day: Day) throws -> TodayReport.FlareUp? {
    guard let open = try openFlareUp(), open.onsetDay <= day else { return nil }
    return TodayReport.FlareUp(
      onsetDay: open.onsetDay, dayNumber: day - open.onsetDay + 1,
      trigger: try entry(open.id, of: .flareUp)?.text("trigger_text"))
  }
}

extension DiaryDay {
  /// The day as far as it is told on `today`.
  fileprivate func soFar(on today: Day) -> DiaryDay { restIs == .said ? self : known(on: today) }
}

extension EntryTable {
  /// The kinds of entries that tell of one day.
  fileprivate static let ofOneDay: [EntryTable] = [
    .run, .checkIn, .stretch, .crossTraining, .dayMark,
  ]
}

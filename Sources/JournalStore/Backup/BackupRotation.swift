internal import CivilDay

/// Which backups are kept: all of the last day, and the newest of each of the last 7 days,
/// 4 weeks and 12 months that have one.
///
/// Only days with backups count, so that a pause, or a clock that was years ahead, costs
/// none of them.
struct BackupRotation {
  /// The local day at a number of seconds since the start of 1970 in UTC.
  let localDay: (Int) -> Day

  private static let (days, weeks, months) = (7, 4, 12)

  /// The backups that are no longer needed at the time `now`.
  func surplus(among backups: [Backup], now: Int) -> [Backup] {
    // Copies of a journal do not stand for each other, nor does a damaged file for a good one.
    let series = Dictionary(grouping: backups) { [$0.origin, "\($0.purpose == .damaged)"] }
    return series.values.flatMap { surplus(ofSeries: $0, now: now) }.sorted { $0.path < $1.path }
  }

  private func surplus(ofSeries backups: [Backup], now: Int) -> [Backup] {
    var (days, weeks, months) = (Set<Int>(), Set<Int>(), Set<Int>())
    return backups.sorted { ($0.madeAt, $0.path) > ($1.madeAt, $1.path) }.filter { backup in
      let day = localDay(backup.madeAt)
      let (year, month, _) = day.civil
      let isNewest = [
        Self.takes(day.daysSince1970, &days, Self.days),
        Self.takes(day.daysSince1970 - day.weekday, &weeks, Self.weeks),
        Self.takes(year * 12 + month, &months, Self.months),
      ].contains(true)
      return !isNewest && backup.madeAt <= now - 86_400
    }
  }

  /// Whether `period` is new among the first `count` ones.
  private static func takes(_ period: Int, _ periods: inout Set<Int>, _ count: Int) -> Bool {
    periods.count < count && periods.insert(period).inserted
  }
}

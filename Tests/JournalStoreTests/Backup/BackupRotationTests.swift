import CivilDay
import Testing

@testable import JournalStore

@Suite struct BackupRotationTests {
  private let rotation = BackupRotation { Day(daysSince1970: $0 / 86_400) }

  private func backup(day: Int, hour: Int = 12, _ purpose: BackupPurpose = .daily) -> Backup {
    Backup(in: "/b", madeAt: day * 86_400 + hour * 3600, purpose: purpose, origin: "a")
  }

  /// The days that keep a backup when there is one a day and what is not needed goes.
  private func daysKept(after days: [Int]) -> [Int] {
    var kept: [Backup] = []
    for day in days {
      kept.append(backup(day: day))
      let surplus = rotation.surplus(among: kept, now: day * 86_400 + 12 * 3600)
      kept.removeAll { surplus.contains($0) }
    }
    return kept.map { $0.madeAt / 86_400 }
  }

  @Test func `A year of days leaves 7 days, 4 weeks and 12 months`() throws {
    // To Thursday, 31 December 2026.
    let last = try #require(Day("2026-12-31")).daysSince1970
    let kept = daysKept(after: Array(last - 500...last)).map { "\(Day(daysSince1970: $0))" }
    #expect(
      kept == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
        "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-13",
        "2026-12-20", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29",
        "2026-12-30", "2026-12-31",
      ])
  }

  @Test func `A pause of years costs no backup`() {
    let days = [10_000, 10_001, 10_002]
    #expect(daysKept(after: days + [12_000]) == days + [12_000])
  }

  @Test func `A clock that was years ahead costs no backup`() {
    #expect(daysKept(after: [10_000, 10_001, 30_000, 10_002]) == [10_000, 10_001, 30_000, 10_002])
  }

  @Test func `All of the last day stay, and then the newest of it`() {
    let day = (6...20).map { backup(day: 100, hour: $0, .import) }
    #expect(rotation.surplus(among: day, now: 100 * 86_400 + 23 * 3600).isEmpty)
    let surplus = rotation.surplus(among: day + [backup(day: 102)], now: 102 * 86_400)
    #expect(surplus == day.dropLast())
  }

  @Test func `Copies at two paths, and damaged files, have backups of their own`() {
    let all = ["a", "b"].flatMap { origin in
      [BackupPurpose.daily, .damaged].map {
        Backup(in: "/b", madeAt: 86_400, purpose: $0, origin: origin)
      }
    }
    #expect(rotation.surplus(among: all, now: 10 * 86_400).isEmpty)
  }

  @Test func `A name can be read again, and others are not taken for one`() {
    for purpose in BackupPurpose.allCases {
      let backup = Backup(in: "/b", madeAt: 1_764_224_013, purpose: purpose, origin: "0a1b2c3d")
      #expect(backup.name == "2025-11-27T061333Z-\(purpose.rawValue)-0a1b2c3d.sqlite")
      #expect(Backup(named: backup.name, in: "/b") == backup)
    }
    for name in [
      "", ".sqlite", "journal.sqlite", "2025-11-27T061333Z-daily-0a1b2c3d.sqlite-wal",
      "2025-11-27T061333Z-weekly-a.sqlite", "2025-13-27T061333Z-daily-a.sqlite",
      "2025-11-27T996133Z-daily-a.sqlite", "2025-11-27T-61333Z-daily-a.sqlite",
    ] {
      #expect(Backup(named: name, in: "/b") == nil)
    }
  }
}

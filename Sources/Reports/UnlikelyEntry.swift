public import CivilDay
import Correlator
public import JournalModel
import JournalStore

/// An entry, or a day of a file, that is valid but looks like a slip.
public struct UnlikelyEntry: Equatable, Sendable {
  /// Why it does.
  public enum Reason: Equatable, Sendable {
    /// A value that hardly anybody has, as a sentence without its full stop.
    case value(String)
    /// The same run as the one with this id.
    case duplicate(of: Int)
    /// A load far from the runner's usual ones; a file does not say in what measure.
    case load(Double, usual: ClosedRange<Double>, LoadMeasure?)
    /// A pain far from that of the day before and the day after, which are alike.
    case painJump(before: Double, rating: Double, after: Double)
  }

  /// The day.
  public let day: Day
  /// The kind of entry; `nil` for a day of a file.
  public let table: EntryTable?
  /// The id in that table; `nil` for a day of a file.
  public let id: Int?
  /// Why.
  public let reason: Reason

  /// Creates one; without a table, it is a day of a file.
  public init(day: Day, table: EntryTable? = nil, id: Int? = nil, _ reason: Reason) {
    self.day = day
    self.table = table
    self.id = id
    self.reason = reason
  }
}

extension UnlikelyEntry {
  /// The points between a pain and those of the days around it from which it looks
  /// like a slip, as when 1 becomes 10.
  static let jump = 7.0

  /// The days whose load or pain looks like a slip, in order.
  ///
  /// A load does if it is three times what 95 % of the runs are below, or a twentieth
  /// of the median; with fewer than twenty runs, none is usual. A pain does if it is
  /// alone by ``jump`` points. What happens on more than one day in fifty is how the
  /// runs or the pain go, and no slip.
  static func days(of diary: Diary) -> [UnlikelyEntry] {
    (loads(diary.load) + painJumps(diary)).sorted { $0.day < $1.day }
  }

  /// Slips, if they are rare among so many days.
  private static func rare(_ found: [UnlikelyEntry], among days: Int) -> [UnlikelyEntry] {
    50 * found.count > max(days, 50) ? [] : found
  }

  /// The days whose load looks like a slip, in order.
  fileprivate static func loads(
    _ load: DailySeries, _ measure: LoadMeasure? = nil
  ) -> [UnlikelyEntry] {
    let runs = load.values.compactMap(\.self).filter { $0 > 0 }.sorted()
    guard runs.count >= 20, let median = median(runs) else { return [] }
    let limits = median / 20...3 * runs[runs.count * 95 / 100]
    let usual = runs.filter { limits.contains($0) }
    guard let least = usual.first, let most = usual.last else { return [] }
    let found = load.values.enumerated().compactMap { index, value -> UnlikelyEntry? in
      guard let value, value > 0, !limits.contains(value) else { return nil }
      return UnlikelyEntry(
        day: load.firstDay + index, .load(value, usual: least...most, measure))
    }
    return rare(found, among: runs.count)
  }

  /// The days whose pain looks like a slip, in order.
  fileprivate static func painJumps(_ diary: Diary) -> [UnlikelyEntry] {
    let pain = diary.pain
    var (known, found) = (0, [UnlikelyEntry]())
    for index in pain.values.indices.dropLast().dropFirst() {
      guard let before = pain.values[index - 1], let rating = pain.values[index],
        let after = pain.values[index + 1]
      else { continue }
      known += 1
      let (up, down) = (rating - before, rating - after)
      let day = pain.firstDay + index
      guard min(abs(up), abs(down)) >= jump, up.sign == down.sign, diary.flare?[day] != 1 else {
        continue
      }
      found.append(
        UnlikelyEntry(day: day, .painJump(before: before, rating: rating, after: after)))
    }
    return rare(found, among: known)
  }

  /// The runs and sessions with an unlikely value, and the runs that may be in the
  /// journal twice.
  ///
  /// - Parameters:
  ///   - entries: Entries, newest first.
  ///   - isSettled: Whether doubts about an entry would stand in it, because it is from
  ///     a file: the import judges its values and looks for the same run.
  /// - Returns: At most one for each entry.
  static func entries(
    in entries: [StoredEntry], isSettled: (StoredEntry) throws -> Bool
  ) rethrows -> [UnlikelyEntry] {
    let runs = Dictionary(grouping: entries.filter { $0.table == .run }) { $0.day }
    var found: [UnlikelyEntry] = []
    for entry in entries {
      guard let day = entry.day else { continue }
      func add(_ reason: Reason) {
        found.append(UnlikelyEntry(day: day, table: entry.table, id: entry.id, reason))
      }
      // What was left out does no harm.
      let imported = entry.doubt?.split(separator: "\n").first { !$0.hasSuffix("ignored.") }
      let value = Plausibility.doubts(about: Entry(entry)).first?.text
      // The earlier one stays.
      let twin =
        entry.table == .run
        ? runs[day]?.first { $0.id < entry.id && entry.repeats($0) } : nil
      if let imported {
        add(.value(String(imported.last == "." ? imported.dropLast() : imported)))
      } else if value != nil || twin != nil, try !isSettled(entry) {
        add(value.map(Reason.value) ?? .duplicate(of: twin?.id ?? entry.id))
      }
    }
    return found
  }
}

extension StoredEntry {
  /// Whether another run of the day may be this one.
  ///
  /// Two runs of thirty minutes are nothing special, so a time alone says nothing.
  fileprivate func repeats(_ other: StoredEntry) -> Bool {
    ["distance_m", "start_time"].contains { values[$0] != nil && other.values[$0] != nil }
      && mayBeSameRun(as: other)
  }
}

extension Journal {
  /// The entries of `days` that look like slips, newest first.
  ///
  /// - Parameters:
  ///   - days: The days, in order.
  ///   - runs: Their runs, newest first.
  ///   - diary: Their load and pain.
  ///   - measure: The rating that the pain is of.
  /// - Returns: One for each entry.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  func unlikelyEntries(
    of days: [DiaryDay], runs: [StoredEntry], _ diary: Diary, rating measure: PainMeasure
  ) throws -> [UnlikelyEntry] {
    guard let first = days.first?.day, let last = days.last?.day else { return [] }
    let entries = try runs + newest(.max, of: [.crossTraining], in: first...last)
    var found = try UnlikelyEntry.entries(in: entries) { try isFromFile($0) }
    let byDay = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0) })
    let loads = [LoadMeasure.km, .minutes].flatMap { measure in
      DailySeries(measure, of: days).map { UnlikelyEntry.loads($0, measure) } ?? []
    }
    for slip in loads + UnlikelyEntry.painJumps(diary) {
      guard !found.contains(where: { $0.day == slip.day }) else { continue }
      switch slip.reason {
      case .painJump(_, let rating, _):
        let checkIn = try newest(.max, of: [.checkIn], in: slip.day...slip.day)
          .first { $0.number(measure.rawValue) == rating }
        found += checkIn.map { [slip.of($0)] } ?? []
      case .load:
        // With distance and time, the pace has been judged already.
        guard let day = byDay[slip.day], day.distanceKm == nil || day.minutes == nil else {
          continue
        }
        let run = runs.filter { $0.day == slip.day }
          .max { ($0.number("distance_m") ?? 0) < ($1.number("distance_m") ?? 0) }
        found += run.map { [slip.of($0)] } ?? []
      case .value, .duplicate: break
      }
    }
    for day in days where day.sleepHours != nil || day.sittingHours != nil {
      let hours = Entry(
        .checkIn,
        ["sleep_hours": .real(day.sleepHours), "sitting_hours": .real(day.sittingHours)])
      guard let doubt = Plausibility.doubts(about: hours).first,
        let checkIn = try newest(.max, of: [.checkIn], in: day.day...day.day)
          .first(where: { $0.number("sleep_hours") != nil || $0.number("sitting_hours") != nil })
      else { continue }
      found.append(
        UnlikelyEntry(day: day.day, table: .checkIn, id: checkIn.id, .value(doubt.text)))
    }
    return found.sorted { ($0.day, $0.id ?? 0) > ($1.day, $1.id ?? 0) }
  }
}

extension UnlikelyEntry {
  /// The same, found in `entry`.
  fileprivate func of(_ entry: StoredEntry) -> UnlikelyEntry {
    UnlikelyEntry(day: day, table: entry.table, id: entry.id, reason)
  }
}

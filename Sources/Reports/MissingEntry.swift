import JournalStore
internal import JournalModel

/// The part of the day.
public enum PartOfDay: Sendable {
  /// Before noon.
  case morning
  /// After that.
  case afternoon
  /// From five, including the night that belongs to the day.
  case evening
}

/// An entry that a day is missing.
public enum MissingEntry: Equatable, Sendable {
  /// A rating before the day's run.
  ///
  /// It is `recalled` once that time has passed.
  case morningRating(recalled: Bool)
  /// The missing fields of a run.
  case run(id: Int, effort: Bool, shoe: Bool)
  /// A rating at the end of the day.
  case eveningRating

  /// The entries missing on `day`.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - entries: Its entries.
  ///   - time: The part of the day; anything still in the future is not missing.
  ///   - hasShoes: Whether there is a shoe to choose.
  /// - Returns: In the order of the day; empty if it is marked as not tracked.
  static func all(
    of day: DiaryDay, _ entries: [StoredEntry], at time: PartOfDay, hasShoes: Bool
  ) -> [MissingEntry] {
    guard !entries.contains(where: { $0.record(MarkedDay.self)?.mark == .notTracked }) else {
      return []
    }
    let runs = entries.compactMap { entry in
      entry.record(Run.self).map { (id: entry.id, run: $0) }
    }
    // A rating at an unknown time may be the morning's.
    let lacksMorning = day.legPain == nil || day.legPainMoment == .later
    let lacksEvening = time == .evening && day.eveningLegPain == nil
    return (lacksMorning ? [.morningRating(recalled: time != .morning || !runs.isEmpty)] : [])
      + runs.compactMap { id, run in
        let (effort, shoe) = (run.effort == nil, hasShoes && run.shoe == nil)
        return effort || shoe ? .run(id: id, effort: effort, shoe: shoe) : nil
      }
      + (lacksEvening ? [.eveningRating] : [])
  }
}

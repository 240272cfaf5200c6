import JournalStore
internal import JournalModel

/// The part of a day that it is.
public enum PartOfDay: Sendable {
  /// Before noon.
  case morning
  /// After that.
  case afternoon
  /// From five on, and the night that belongs to the day.
  case evening
}

/// Something that a day still lacks.
public enum MissingEntry: Equatable, Sendable {
  /// A rating made before the day's run. It is `recalled` if that moment has
  /// passed.
  case morningRating(recalled: Bool)
  /// What a run lacks.
  case run(id: Int, effort: Bool, shoe: Bool)
  /// A rating at the end of the day.
  case eveningRating

  /// What `day` lacks.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - entries: What is logged for it.
  ///   - time: The part of the day that it is; what is still to come is not
  ///     missing.
  ///   - hasShoes: Whether there is a shoe to name.
  /// - Returns: In the order of the day; nothing if it is marked as not tracked.
  static func all(
    of day: DiaryDay, _ entries: [StoredEntry], at time: PartOfDay, hasShoes: Bool
  ) -> [MissingEntry] {
    guard !entries.contains(where: { $0.record(MarkedDay.self)?.mark == .notTracked }) else {
      return []
    }
    let runs = entries.compactMap { entry in
      entry.record(Run.self).map { (id: entry.id, run: $0) }
    }
    // A rating of an unknown moment may be the morning's.
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

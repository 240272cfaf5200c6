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
    guard !entries.contains(where: { $0.text("kind") == "not_tracked" }) else { return [] }
    let runs = entries.filter { $0.table == .run }
    // A rating of an unknown moment may be the morning's.
    let lacksMorning = day.legPain == nil || day.legPainMoment == .later
    let lacksEvening = time == .evening && day.eveningLegPain == nil
    return (lacksMorning ? [.morningRating(recalled: time != .morning || !runs.isEmpty)] : [])
      + runs.compactMap { run in
        let (effort, shoe) = (
          run.number("rpe") == nil, hasShoes && run.number("footwear_id") == nil
        )
        return effort || shoe ? .run(id: run.id, effort: effort, shoe: shoe) : nil
      }
      + (lacksEvening ? [.eveningRating] : [])
  }
}

import CivilDay
internal import JournalModel

extension Journal {
  /// An entry on the same day that `entry` may duplicate by mistake, or `nil`.
  ///
  /// A run is compared by start, distance and time. Other things, such as
  /// stretches, are often done twice a day on purpose, so they are duplicates
  /// only if everything is equal and they are within five minutes: by clock time,
  /// or else by time of entry. A typed entry and a line of a file may be one at any
  /// time of the day.
  ///
  /// - Parameter entry: An entry that is not in the journal yet.
  /// - Returns: The newest similar entry.
  /// - Throws: ``JournalError/invalid(_:)`` if a value of `entry` is not valid.
  public func possibleDuplicate(of entry: Entry) throws -> StoredEntry? {
    guard case .text(let text) = entry.values["day"], let day = Day(text) else { return nil }
    return try explaining {
      let columns = entry.values.keys.sorted()
      var inserter = try EntryInserter(
        connection, table: entry.table, columns: columns, today: nil)
      let checked = try inserter.checked(columns.map { entry.values[$0] ?? .null })
      let fields = Set(entry.table.fields.map(\.name))
      let names = columns.map { fields.contains($0) ? $0 : "\($0)_id" }
      let typed = StoredEntry(
        table: entry.table, id: 0, day: day,
        values: Dictionary(uniqueKeysWithValues: zip(names, checked)).filter { !$1.isNull })
      return try newest(Self.mostOfADay, of: [entry.table], in: day...day).first { stored in
        guard entry.table != .run else { return typed.mayBeSameRun(as: stored) }
        guard typed.saysSame(as: stored) else { return false }
        return try typed.timeBetween(stored).map { $0 <= 300 } ?? wasNotedTogether(with: stored)
      }
    }
  }

  private static let mostOfADay = 100
}

extension StoredEntry {
  /// Whether two runs of a day may be one: they began together, or their distances
  /// and times agree, as far as both have them.
  ///
  /// - Parameter other: Another run of the same day.
  /// - Returns: Whether one of them may be there by mistake.
  public func mayBeSameRun(as other: StoredEntry) -> Bool {
    if let apart = timeBetween(other) {
      if apart <= ActivityMeasures.tolerance { return true }
      // Out and back to work is the same way twice.
      if apart > 1800 { return false }
    }
    return measures.agree(with: other.measures)
  }

  private var measures: ActivityMeasures {
    ActivityMeasures(
      distanceM: number("distance_m"), seconds: [number("duration_s")].compactMap(\.self))
  }

  /// Whether two entries of a table are equal, apart from the clock.
  fileprivate func saysSame(as other: StoredEntry) -> Bool {
    table.fields.allSatisfy { field in
      field.kind == .clockTime || field.measure == .utcOffset
        || values[field.name] == other.values[field.name]
    }
  }

  /// Seconds between the clock times of two entries, or `nil` if either has none.
  fileprivate func timeBetween(_ other: StoredEntry) -> Int? {
    guard let mine = secondOfDay, let other = other.secondOfDay else { return nil }
    let apart = abs(mine - other)
    // Also around midnight, since the night belongs to the previous day.
    return min(apart, 86_400 - apart)
  }

  private var secondOfDay: Int? {
    let time = table.fields.first { $0.kind == .clockTime }.flatMap { text($0.name) }
    let parts = time?.split(separator: ":").compactMap { Int($0) } ?? []
    return parts.count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : nil
  }
}

public import CivilDay
import JournalModel

extension Journal {
  /// The days whose answers called for the emergency card, oldest first.
  ///
  /// - Parameter days: The days to look at.
  /// - Returns: One element for each day with a sign; days without an answer have none.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func redFlagDays(in days: ClosedRange<Day>) throws -> [RedFlagDay] {
    try explaining {
      // The columns come from the catalogue.
      let columns = EmergencySign.allCases.map(\.field.field.name)
      let checkIns = try connection.rows(
        """
        SELECT * FROM check_in
        WHERE day BETWEEN ?1 AND ?2 AND coalesce(\(columns.joined(separator: ", "))) IS NOT NULL
        ORDER BY day
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in try storedEntry(row, in: .checkIn) }
      return checkIns.reduce(into: [RedFlagDay]()) { found, entry in
        let signs = entry.record(CheckIn.self).map { EmergencySign.declared(by: Changes($0)) } ?? []
        guard let day = entry.day, !signs.isEmpty else { return }
        let earlier = found.last?.day == day ? found.removeLast().signs : []
        found.append(
          RedFlagDay(
            day: day,
            signs: EmergencySign.allCases.filter { signs.contains($0) || earlier.contains($0) }))
      }
    }
  }
}

internal import CivilDay
internal import JournalModel

/// Finds the sources of activities that may be one.
struct ActivityNeighbourhood {
  private let connection: Connection
  private let dayBoundaryMinutes: Int
  /// The sources of the days examined.
  private var days: [Int: [ActivityNode]] = [:]

  /// New sources without an entry yet; the entries of others were deleted.
  var pending: Set<Int> = []

  init(_ connection: Connection, dayBoundaryMinutes: Int) {
    self.connection = connection
    self.dayBoundaryMinutes = dayBoundaryMinutes
  }

  /// Everything connected with `source`, directly or indirectly: similar, with
  /// the same content or in the same entry.
  mutating func around(_ source: Int) throws(SQLiteError) -> [ActivityNode] {
    var found = try sources("id = ?1", .integer(source))
    var known = Set(found.map(\.teller))
    var entries: Set<EntryKey> = []
    var index = 0
    while index < found.count {
      let node = found[index]
      index += 1
      if let entry = node.entry, entries.insert(entry).inserted {
        found += try tellers(of: entry).filter { known.insert($0.teller).inserted }
      }
      if node.source != nil {
        found += try sources(
          "fingerprint = ?1 OR service_id = ?2", .text(node.fingerprint), .text(node.serviceID)
        ).filter { known.insert($0.teller).inserted }
      }
      guard let day = node.day else { continue }
      for near in day - 1...day + 1 {
        for other in try tellers(onDay: near)
        where !known.contains(other.teller) && node.likeness(to: other) != .different {
          known.insert(other.teller)
          found.append(other)
        }
      }
    }
    return found
  }

  /// The values of the source.
  func facts(of source: Int) throws(SQLiteError) -> ActivityFacts {
    ActivityFacts(
      values: try connection.first(
        "SELECT * FROM activity_source WHERE id = ?1", .integer(source), body: knownValues) ?? [:])
  }

  /// The values of the sources in `entry`.
  func facts(in entry: EntryKey) throws(SQLiteError) -> [ActivityFacts] {
    try connection.rows(
      "SELECT * FROM activity_source WHERE \(entry.table.rawValue)_id = ?1", .integer(entry.id),
      body: knownValues
    ).map { ActivityFacts(values: $0) }
  }

  // MARK: - Tellers

  private mutating func tellers(onDay day: Int) throws(SQLiteError) -> [ActivityNode] {
    if let known = days[day] { return known }
    let text = SQLiteValue.text(Day(daysSince1970: day).description)
    var found = try sources("day = ?1", text)
    for table in [EntryTable.run, .crossTraining] {
      found += try typed(table, "entry.day = ?1 AND typed.id IS NULL", text)
      found += try typed(table, "typed.day = ?1", text)
    }
    days[day] = found
    return found
  }

  private func tellers(of entry: EntryKey) throws(SQLiteError) -> [ActivityNode] {
    let sources = try sources("\(entry.table.rawValue)_id = ?1", .integer(entry.id))
    let mates = sources.compactMap(\.fingerprint)
    return sources + (try typed(entry.table, "entry.id = ?1", .integer(entry.id), besides: mates))
  }

  /// The person behind typed values of `entry`.
  func person(in entry: EntryKey) throws(SQLiteError) -> [ActivityNode] {
    try tellers(of: entry).filter(\.isTyped)
  }

  private func sources(
    _ condition: String, _ values: SQLiteValue...
  ) throws(SQLiteError) -> [ActivityNode] {
    let sql = """
      SELECT id, run_id, cross_training_id, fingerprint, service_id, activity, day, start_time,
        utc_offset_min, start_to_minute, distance_m, duration_s, elapsed_s, evidence, origin
      FROM activity_source
      WHERE (\(condition)) AND day IS NOT NULL
      """
    return try connection.rows(sql, values) { (row) throws(SQLiteError) -> ActivityNode? in
      let id = try row.integer(0)
      let run = try row.optionalInteger(1).map { EntryKey(table: .run, id: $0) }
      let session = try row.optionalInteger(2).map { EntryKey(table: .crossTraining, id: $0) }
      let entry = run ?? session
      guard entry != nil || pending.contains(id), let day = Day(try row.text(6)) else { return nil }
      let start = ActivityNode.start(
        day, try row.optionalText(7), offset: try row.optionalInteger(8),
        dayBoundaryMinutes: dayBoundaryMinutes)
      let (fingerprint, serviceID) = (try row.text(3), try row.optionalText(4))
      let evidence = try row.optionalInteger(13)
      return ActivityNode(
        teller: .source(id), entry: entry, isRun: try row.text(5) == "run",
        day: day.daysSince1970, wall: start.wall, utc: start.utc,
        spread: try row.optionalInteger(9) == 1 ? 59 : 0, distanceM: try row.optionalReal(10),
        seconds: [try row.optionalReal(11), try row.optionalReal(12)].compactMap(\.self),
        fingerprint: fingerprint, serviceID: serviceID,
        origin: try row.optionalText(14) ?? "\(evidence ?? 0)",
        key: "\(fingerprint) \(serviceID ?? "")")
    }.compactMap(\.self)
  }

  /// The typed values: of entries without files, from before the first file, or
  /// on top of files.
  private func typed(
    _ table: EntryTable, _ condition: String, _ value: SQLiteValue, besides mates: [String] = []
  ) throws(SQLiteError) -> [ActivityNode] {
    let name = table.rawValue
    let sql = """
      SELECT entry.id, typed.id, typed.fields, typed.fingerprint, entry.rpe, entry.note,
        iif(typed.id IS NULL, entry.day, typed.day),
        iif(typed.id IS NULL, entry.start_time, typed.start_time),
        iif(typed.id IS NULL, entry.utc_offset_min, typed.utc_offset_min),
        iif(typed.id IS NULL, entry.distance_m, typed.distance_m),
        iif(typed.id IS NULL, entry.duration_s, typed.duration_s)
      FROM \(name) AS entry
      LEFT JOIN typed_activity AS typed ON typed.\(name)_id = entry.id
      WHERE \(condition) AND coalesce(typed.is_apart, 0) = 0
        AND (typed.id IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM activity_source WHERE \(name)_id = entry.id))
      """
    return try connection.rows(sql, value) { (row) throws(SQLiteError) -> ActivityNode in
      let entry = EntryKey(table: table, id: try row.integer(0))
      let fields = try row.optionalText(2)?.split(separator: ",")
      let day = try row.optionalText(6).flatMap { Day($0) }
      var start: (wall: Int?, utc: Int?)
      if let day {
        start = ActivityNode.start(
          day, try row.optionalText(7), offset: try row.optionalInteger(8),
          dayBoundaryMinutes: dayBoundaryMinutes)
      }
      let upon = try row.optionalText(3)
      // A person's own words order equal entries.
      let words = [(4, "rpe"), (5, "note")].map { column, field in
        fields?.contains(Substring(field)) ?? true ? "\(row.value(column))" : ""
      }
      let facts = (6...10).map { "\(row.value($0))" }
      return ActivityNode(
        teller: .person(entry), entry: entry, isRun: table == .run, day: day?.daysSince1970,
        wall: start.wall, utc: start.utc, spread: 0, distanceM: try row.optionalReal(9),
        seconds: [try row.optionalReal(10)].compactMap(\.self),
        // Once its own source is gone, it stays with the others.
        fingerprint: day != nil ? nil : upon.map { mates.contains($0) ? $0 : mates.min() ?? $0 },
        serviceID: nil, origin: "", key: "~ \((facts + words).joined(separator: " "))")
    }
  }
}

internal import JournalModel

/// The typed values of activities from files, which take precedence over files.
struct TypedActivities {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The typed values of an entry.
  struct Typed {
    /// The fields that were typed or cleared.
    var fields: Set<String> = []
    /// The settled doubts.
    var settled: Set<String> = []
  }

  /// The recorded typed values of `entry`.
  func typed(of entry: EntryKey) throws(SQLiteError) -> Typed? {
    try connection.first(
      "SELECT fields, settled FROM typed_activity WHERE \(entry.table.rawValue)_id = ?1",
      .integer(entry.id)
    ) { (row) throws(SQLiteError) in
      Typed(
        fields: Set(try row.text(0).split(separator: ",").map(String.init)),
        settled: Set(try row.optionalText(1)?.split(separator: "\n").map(String.init) ?? []))
    }
  }

  /// Records the typed values of `entry`: all values if it has no file, otherwise
  /// those that differ from its files.
  ///
  /// - Parameters:
  ///   - entry: The entry, before any change of its sources.
  ///   - values: Its values.
  ///   - sources: The values of its sources.
  ///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
  ///     to the previous day.
  /// - Returns: The typed values.
  /// - Throws: ``SQLiteError``.
  func note(
    _ entry: EntryKey, _ values: [String: SQLiteValue], _ sources: [ActivityFacts],
    dayBoundaryMinutes: Int
  ) throws(SQLiteError) -> Typed {
    let known = try typed(of: entry)
    let fields = MergedActivity.fields[entry.table] ?? []
    guard !sources.isEmpty else {
      if let known { return known }
      let typed = Typed(fields: Set(fields.filter { values[$0] != nil }))
      try insert(entry, typed.fields, of: values)
      return typed
    }
    let told = MergedActivity(sources, in: entry.table, dayBoundaryMinutes: dayBoundaryMinutes)
    var toldValues = told.values
    toldValues["footwear_id"] = try told.shoe.flatMap { (name) throws(SQLiteError) in
      try shoe(called: name)
    }.map { .integer($0) }
    var typed = known ?? Typed()
    let before = typed.fields
    typed.fields.formUnion(fields.filter { values[$0] != toldValues[$0] })
    guard typed.fields != before else { return typed }
    try keep(typed.fields, of: entry, upon: sources)
    return typed
  }

  /// Records that these fields of `entry` were typed.
  func keep(
    _ fields: Set<String>, of entry: EntryKey, upon sources: [ActivityFacts]
  ) throws(SQLiteError) {
    guard try typed(of: entry) != nil else {
      let upon = sources.compactMap { $0.text("fingerprint") }.min()
      return try insert(entry, fields, of: nil, upon: upon)
    }
    try connection.run(
      "UPDATE typed_activity SET fields = ?2 WHERE \(entry.table.rawValue)_id = ?1",
      .integer(entry.id), .text(fields.sorted().joined(separator: ",")))
  }

  /// Records that `doubts` of `entry` were settled, if it is from files.
  func settle(_ doubts: [String], of entry: EntryKey) throws(SQLiteError) {
    let column = "\(entry.table.rawValue)_id"
    let sources = try connection.rows(
      "SELECT fingerprint FROM activity_source WHERE \(column) = ?1", .integer(entry.id)
    ) { (row) throws(SQLiteError) in try row.text(0) }
    guard let source = sources.min() else { return }
    let known = try typed(of: entry)
    if known == nil { try insert(entry, [], of: nil, upon: source) }
    let settled = (known?.settled ?? []).union(doubts).sorted()
    try connection.run(
      "UPDATE typed_activity SET settled = ?2 WHERE \(column) = ?1", .integer(entry.id),
      .text(settled.joined(separator: "\n")))
  }

  /// Records that `entry` is separate although it resembles one from a file.
  func setApart(_ entry: EntryKey) throws(SQLiteError) {
    try insert(entry, [], of: nil, isApart: true)
  }

  private func insert(
    _ entry: EntryKey, _ fields: Set<String>, of values: [String: SQLiteValue]?,
    upon fingerprint: String? = nil, isApart: Bool = false
  ) throws(SQLiteError) {
    let start = values?["start_time"] ?? .null
    try connection.run(
      """
      INSERT INTO typed_activity
        (id, \(entry.table.rawValue)_id, fields, day, start_time, utc_offset_min, distance_m,
          duration_s, fingerprint, is_apart)
      VALUES (\(freshID(in: "typed_activity")), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        .integer(entry.id), .text(fields.sorted().joined(separator: ",")),
        values?["day"] ?? .null, start,
        start.isNull ? .null : values?["utc_offset_min"] ?? .null,
        values?["distance_m"] ?? .null, values?["duration_s"] ?? .null,
        .text(fingerprint), .integer(isApart ? 1 : 0),
      ])
  }

  /// The shoe with this name, if any.
  func shoe(called name: String) throws(SQLiteError) -> Int? {
    try connection.first("SELECT id FROM footwear WHERE name = ?1", .text(name)) {
      (row) throws(SQLiteError) in try row.integer(0)
    }
  }
}

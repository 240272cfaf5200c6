internal import CivilDay
internal import JournalModel

/// Brings entries into line with their sources and typed values.
///
/// The grouping of sources and the choice of values depend on everything known
/// (``ActivityGrouping``, ``MergedActivity``); the journal is then changed to
/// match: entries are added, updated, merged and split.
struct ActivityRegrouping {
  /// A change of an entry.
  enum Deed {
    case added
    case changed
    case left
  }

  /// Doubts that an entry has now and did not have before, in addition to those
  /// from reading.
  struct NewDoubts {
    let entry: EntryKey
    let lines: [String]
  }

  private let connection: Connection
  private let dayBoundaryMinutes: Int
  private let typed: TypedActivities
  private var neighbourhood: ActivityNeighbourhood
  private var inserters: [EntryTable: [Int: EntryInserter]] = [:]
  private var done: Set<Int> = []
  /// Entries whose typed fields were recorded before a source changed.
  private let isNoted: Set<EntryKey>

  /// The changes of the entries examined.
  private(set) var deeds: [EntryKey: Deed] = [:]
  /// The entry of each source examined.
  private(set) var entries: [Int: EntryKey] = [:]
  /// The names of new shoes.
  private(set) var newShoes: [String] = []
  /// Entries that were merged into another.
  private(set) var brought: [EntryKey] = []
  /// The new doubts.
  private(set) var doubts: [NewDoubts] = []

  /// Prepares to examine sources.
  ///
  /// - Parameters:
  ///   - connection: The journal's connection.
  ///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
  ///     to the previous day.
  ///   - pending: New sources without an entry.
  ///   - noted: Entries whose typed fields are already recorded, because one of
  ///     their sources has changed since.
  init(
    _ connection: Connection, dayBoundaryMinutes: Int, pending: Set<Int> = [],
    noted: Set<EntryKey> = []
  ) {
    self.connection = connection
    isNoted = noted
    self.dayBoundaryMinutes = dayBoundaryMinutes
    typed = TypedActivities(connection)
    neighbourhood = ActivityNeighbourhood(connection, dayBoundaryMinutes: dayBoundaryMinutes)
    neighbourhood.pending = pending
  }

  /// A group on its way into the journal.
  private struct Draft {
    var sources: [(id: Int, facts: ActivityFacts)] = []
    var entry: EntryKey?
    var table = EntryTable.run
    var typed = TypedActivities.Typed()
    /// The previous values of the entry.
    var before: [String: SQLiteValue] = [:]
    /// The future values.
    var after: [String: SQLiteValue] = [:]
    var doubts: [String] = []
    var readingDoubts: [String] = []
  }

  /// Examines `source` and everything connected with it.
  mutating func regroup(around source: Int) throws {
    guard !done.contains(source) else { return }
    var nodes = try neighbourhood.around(source)
    done.formUnion(nodes.compactMap(\.source))
    var noted: [EntryKey: TypedActivities.Typed] = [:]
    let known = Set(nodes.compactMap(\.entry)).sorted {
      ($0.table.rawValue, $0.id) < ($1.table.rawValue, $1.id)
    }
    for entry in known where nodes.contains(where: { $0.entry == entry && $0.source != nil }) {
      noted[entry] =
        try isNoted.contains(entry)
        ? typed.typed(of: entry) ?? .init()
        : typed.note(
          entry, values(of: entry), neighbourhood.facts(in: entry),
          dayBoundaryMinutes: dayBoundaryMinutes)
    }
    // Values typed on top of its sources follow them.
    for (entry, typed) in noted where !typed.fields.isEmpty || !typed.settled.isEmpty {
      guard !nodes.contains(where: { $0.teller == .person(entry) }) else { continue }
      nodes += try neighbourhood.person(in: entry)
    }
    let grouping = ActivityGrouping(nodes)
    var drafts = grouping.groups.map { group in
      var draft = Draft()
      draft.entry = group.lazy.map { grouping.nodes[$0] }.first(where: \.isTyped)?.entry
      return draft
    }
    for (index, group) in grouping.groups.enumerated() {
      for node in group {
        guard let id = grouping.nodes[node].source else { continue }
        drafts[index].sources.append((id, try neighbourhood.facts(of: id)))
      }
    }
    claim(grouping, &drafts)
    for index in drafts.indices {
      if isUntouched(drafts[index], noted) {
        drafts[index].after = try drafts[index].entry.map(values(of:)) ?? [:]
      } else {
        try fill(&drafts[index], noted)
      }
    }
    for index in drafts.indices where !drafts[index].sources.isEmpty {
      drafts[index].doubts = lines(about: index, drafts, grouping.doubts[index])
      drafts[index].after["doubt"] =
        drafts[index].doubts.isEmpty ? nil : .text(Self.shortened(drafts[index].doubts))
    }
    for index in drafts.indices where !isUntouched(drafts[index], noted) {
      try store(&drafts[index])
    }
    try remove(known, drafts, grouping)
  }

  /// Whether a group was typed and has no files.
  private func isUntouched(
    _ draft: Draft, _ noted: [EntryKey: TypedActivities.Typed]
  ) -> Bool {
    draft.sources.isEmpty && draft.entry.map { noted[$0] == nil } ?? true
  }

  /// Gives each group its future entry: the typed one, otherwise its oldest that
  /// no other group took.
  private func claim(_ grouping: ActivityGrouping, _ drafts: inout [Draft]) {
    var taken = Set(drafts.compactMap(\.entry))
    for index in drafts.indices {
      let merged = MergedActivity(
        drafts[index].sources.map(\.facts), in: drafts[index].entry?.table,
        dayBoundaryMinutes: dayBoundaryMinutes)
      drafts[index].table = merged.table
      guard drafts[index].entry == nil else { continue }
      let own = grouping.groups[index].compactMap { grouping.nodes[$0].entry }
        .filter { $0.table == merged.table && !taken.contains($0) }
      guard let entry = own.min(by: { $0.id < $1.id }) else { continue }
      drafts[index].entry = entry
      taken.insert(entry)
    }
  }

  /// Computes the future values of a group's entry.
  private mutating func fill(
    _ draft: inout Draft, _ noted: [EntryKey: TypedActivities.Typed]
  ) throws {
    if let entry = draft.entry {
      draft.before = try values(of: entry)
      // An entry that gets its first source was typed as a whole.
      draft.typed =
        try noted[entry]
        ?? typed.note(entry, draft.before, [], dayBoundaryMinutes: dayBoundaryMinutes)
    }
    let merged = MergedActivity(
      draft.sources.map(\.facts), in: draft.table, dayBoundaryMinutes: dayBoundaryMinutes)
    draft.after = draft.before
    draft.after["doubt"] = nil
    draft.readingDoubts = merged.doubts
    var told = merged.values
    if let name = merged.shoe, !draft.typed.fields.contains("footwear_id") {
      told["footwear_id"] = try shoe(called: name, for: draft)
    }
    for field in MergedActivity.fields[draft.table] ?? [] where !draft.typed.fields.contains(field)
    {
      draft.after[field] = told[field]
    }
    for field in ["distance_m", "duration_s"]
    where draft.after["distance_m"] == nil && draft.after["duration_s"] == nil {
      // A cleared field returns if the entry would otherwise have neither
      // distance nor time.
      draft.after[field] = told[field]
    }
  }

  /// The doubts about a group's entry that are not settled.
  private func lines(
    about index: Int, _ drafts: [Draft], _ relations: [ActivityGrouping.Ambiguity]
  ) -> [String] {
    let draft = drafts[index]
    var lines = draft.readingDoubts
    if !draft.typed.fields.isSuperset(of: ["distance_m", "duration_s"]) {
      lines += Plausibility.doubts(about: Entry(draft.table, draft.after)).map { "\($0.text)." }
    }
    lines += relations.map { relation in
      let other = drafts[relation.other]
      let name = Self.name(of: other, beside: draft)
      return relation.isOverlap
        ? "It was at the same time as \(name), but the distance or time differs."
        : "It may be the same as \(name)."
    }.sorted()
    return lines.reduce(into: []) { kept, line in
      if !kept.contains(line), !draft.typed.settled.contains(line) { kept.append(line) }
    }
  }

  /// The description of another entry, by content: its id depends on the order of
  /// import.
  private static func name(of other: Draft, beside draft: Draft) -> String {
    func text(_ field: String) -> String? {
      if case .text(let text) = other.after[field] { text } else { nil }
    }
    let time = text("start_time").map { " at \($0.prefix(5))" } ?? ""
    return "the other \(other.table.noun) of \(text("day") ?? "")\(time)"
  }

  private static func shortened(_ lines: [String]) -> String {
    var text = lines[0]
    for line in lines.dropFirst()
    where text.unicodeScalars.count + line.unicodeScalars.count < 2_000 {
      text += "\n\(line)"
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(2_000)))
  }

  // MARK: - Into the journal

  private mutating func store(_ draft: inout Draft) throws {
    let deed: Deed
    if let entry = draft.entry {
      deed = try update(entry, draft)
    } else {
      draft.entry = try insert(draft)
      deed = .added
    }
    guard let entry = draft.entry else { return }
    if deeds[entry] != .added { deeds[entry] = deed }
    let column = "\(entry.table.rawValue)_id"
    let other = entry.table == .run ? "cross_training_id" : "run_id"
    for (id, facts) in draft.sources {
      entries[id] = entry
      guard facts.integer(column) != entry.id else { continue }
      try connection.run(
        "UPDATE activity_source SET \(column) = ?2, \(other) = NULL WHERE id = ?1",
        .integer(id), .integer(entry.id))
    }
    var before: Set<String> = []
    if case .text(let text) = draft.before["doubt"] {
      before = Set(text.split(separator: "\n").map(String.init))
    }
    let new = draft.doubts.filter { !before.contains($0) && !draft.readingDoubts.contains($0) }
    if !new.isEmpty { doubts.append(NewDoubts(entry: entry, lines: new)) }
  }

  private func update(_ entry: EntryKey, _ draft: Draft) throws(SQLiteError) -> Deed {
    let fields = (MergedActivity.fields[entry.table] ?? []) + ["doubt"]
    let changed = fields.filter { draft.before[$0] != draft.after[$0] }
    guard !changed.isEmpty else { return .left }
    let settings = changed.indices.map { "\(changed[$0]) = ?\($0 + 2)" }
    try connection.run(
      "UPDATE \(entry.table.rawValue) SET \(settings.joined(separator: ", ")) WHERE id = ?1",
      [.integer(entry.id)] + changed.map { draft.after[$0] ?? .null })
    return changed == ["doubt"] ? .left : .changed
  }

  private mutating func insert(_ draft: Draft) throws -> EntryKey {
    let columns = (MergedActivity.fields[draft.table] ?? []) + ["doubt"]
    let id = try inserter(into: draft.table, columns, Self.importID(of: draft))
      .insert(checked: columns.map { draft.after[$0] ?? .null })
    return EntryKey(table: draft.table, id: id)
  }

  private mutating func shoe(called name: String, for draft: Draft) throws -> SQLiteValue {
    if let known = try typed.shoe(called: name) { return .integer(known) }
    var inserter = try inserter(into: .footwear, ["name"], Self.importID(of: draft))
    let id = try inserter.insert([.text(name)])
    newShoes.append(name)
    return .integer(id)
  }

  /// The import of a new entry: that of its first source.
  private static func importID(of draft: Draft) -> Int? {
    draft.sources.min { $0.id < $1.id }?.facts.integer("import_id")
  }

  private mutating func inserter(
    into table: EntryTable, _ columns: [String], _ importID: Int?
  ) throws -> EntryInserter {
    if let known = inserters[table]?[importID ?? 0] { return known }
    let inserter = try EntryInserter(
      connection, table: table, columns: columns, today: nil, importID: importID)
    // Files arrive one after another.
    inserters[table] = [importID ?? 0: inserter]
    return inserter
  }

  /// Removes entries whose sources have all moved to others; references then move
  /// too.
  private mutating func remove(
    _ known: [EntryKey], _ drafts: [Draft], _ grouping: ActivityGrouping
  ) throws(SQLiteError) {
    let kept = Set(drafts.compactMap(\.entry))
    for entry in known where !kept.contains(entry) {
      let heir = grouping.nodes.first { $0.entry == entry && $0.source != nil }
        .flatMap(\.source).flatMap { entries[$0] }
      guard let heir else { continue }
      if entry.table == .run, heir.table == .run {
        for (table, column) in [("stretch", "run_id"), ("flare_up", "trigger_run_id")] {
          try connection.run(
            "UPDATE \(table) SET \(column) = ?2 WHERE \(column) = ?1", .integer(entry.id),
            .integer(heir.id))
        }
      }
      try connection.run("DELETE FROM \(entry.table.rawValue) WHERE id = ?1", .integer(entry.id))
      brought.append(entry)
    }
  }

  private func values(of entry: EntryKey) throws(SQLiteError) -> [String: SQLiteValue] {
    try connection.first(
      "SELECT * FROM \(entry.table.rawValue) WHERE id = ?1", .integer(entry.id), body: knownValues)
      ?? [:]
  }
}

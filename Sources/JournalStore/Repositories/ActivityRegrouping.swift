internal import CivilDay
internal import JournalModel

/// Makes entries what their sources and what was typed make of them.
///
/// Which sources are of one entry and what counts of each follows from all that is
/// known (``ActivityGrouping``, ``MergedActivity``); what differs in the journal is
/// changed: entries are added, completed, brought together and parted.
struct ActivityRegrouping {
  /// What was done with an entry.
  enum Deed {
    case added
    case changed
    case left
  }

  /// Doubts that an entry has now and had not before, beside those of reading.
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

  /// What became of the entries that were looked at.
  private(set) var deeds: [EntryKey: Deed] = [:]
  /// The entry of each source that was looked at.
  private(set) var entries: [Int: EntryKey] = [:]
  /// The names of shoes that were not there before.
  private(set) var newShoes: [String] = []
  /// Entries that are one with another now.
  private(set) var brought: [EntryKey] = []
  /// What became doubtful.
  private(set) var doubts: [NewDoubts] = []

  /// Prepares to look at sources.
  ///
  /// - Parameters:
  ///   - connection: The journal's connection.
  ///   - dayBoundaryMinutes: Until when the night belongs to the day before.
  ///   - pending: Sources that have no entry because they are new.
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
    /// What the entry held.
    var before: [String: SQLiteValue] = [:]
    /// What it is to hold.
    var after: [String: SQLiteValue] = [:]
    var doubts: [String] = []
    var readingDoubts: [String] = []
  }

  /// Looks at `source` and all that it is connected with.
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
    // What is found to be typed upon its sources goes where they go.
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

  /// Whether a group is one that was typed and has nothing to do with files.
  private func isUntouched(
    _ draft: Draft, _ noted: [EntryKey: TypedActivities.Typed]
  ) -> Bool {
    draft.sources.isEmpty && draft.entry.map { noted[$0] == nil } ?? true
  }

  /// Gives each group the entry that it goes on with: that which was typed, else
  /// the oldest of its own that no other group took.
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

  /// Works out what a group's entry is to hold.
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
      // What was cleared comes back before there is neither.
      draft.after[field] = told[field]
    }
  }

  /// What is doubtful about a group's entry and was not settled.
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

  /// What another entry is called, by its content: its id depends on what came first.
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

  /// The import that a new entry comes with: that of its first source.
  private static func importID(of draft: Draft) -> Int? {
    draft.sources.min { $0.id < $1.id }?.facts.integer("import_id")
  }

  private mutating func inserter(
    into table: EntryTable, _ columns: [String], _ importID: Int?
  ) throws -> EntryInserter {
    if let known = inserters[table]?[importID ?? 0] { return known }
    let inserter = try EntryInserter(
      connection, table: table, columns: columns, today: nil, importID: importID)
    // Files come one after another.
    inserters[table] = [importID ?? 0: inserter]
    return inserter
  }

  /// Removes entries whose sources are all in others now; what refers to them
  /// refers to those then.
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

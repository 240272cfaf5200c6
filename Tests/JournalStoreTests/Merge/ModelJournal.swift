@testable import JournalStore

/// A journal in memory that records changes as the triggers do, so that thousands can
/// be edited and merged in seconds.
struct ModelJournal {
  var stored: StoredJournal
  var device: String
  /// The clock of the computer, in milliseconds, which may be wrong.
  var clock: Int
  var random: SplitMix64

  /// The tables, with the references of the real ones.
  static let tables = MergeTables([
    table("import", ["file_name"]),
    table("footwear", ["name", "model", "is_default", "import_id"], ["import_id": imported]),
    table("exercise", ["name", "note", "import_id"], ["import_id": imported]),
    table(
      "run", ["day", "distance_m", "duration_s", "note", "footwear_id", "import_id"],
      ["footwear_id": .init(table: "footwear", loss: .keeps), "import_id": imported]),
    table(
      "stretch", ["day", "sets", "exercise_id", "run_id"],
      [
        "exercise_id": .init(table: "exercise", loss: .keeps),
        "run_id": .init(table: "run", loss: .clears),
      ]),
    table("check_in", ["day", "leg_pain", "mood", "note"]),
    table("day_mark", ["day", "kind"]),
    table(
      "flare_up", ["onset_day", "end_day", "note", "trigger_run_id"],
      ["trigger_run_id": .init(table: "run", loss: .clears)]),
    table("routine", ["name", "note"]),
    table(
      "routine_step", ["routine_id", "position", "exercise_id", "sets"],
      [
        "routine_id": .init(table: "routine", loss: .cascades),
        "exercise_id": .init(table: "exercise", loss: .keeps),
      ]),
    table("setting", ["name", "value"]),
    table("saved_query", ["name", "sql"]),
    table(
      "activity_source", ["fingerprint", "service_id", "run_id", "cross_training_id", "import_id"],
      [
        "run_id": .init(table: "run", loss: .clears),
        "cross_training_id": .init(table: "cross_training", loss: .clears), "import_id": imported,
      ]),
    table("cross_training", ["day", "activity", "import_id"], ["import_id": imported]),
    table(
      "typed_activity", ["run_id", "fields", "settled"],
      ["run_id": .init(table: "run", loss: .clears)]),
    table(
      "trial_plan", ["arm_a", "start_day", "footwear_a"],
      ["footwear_a": .init(table: "footwear", loss: .ignored)]),
    table(
      "trial_answer", ["trial_id", "unit", "done"],
      ["trial_id": .init(table: "trial_plan", loss: .keeps)]),
  ])

  private static let imported = MergeTable.Reference(table: "import", loss: .clears)

  private static func table(
    _ name: String, _ columns: [String], _ references: [String: MergeTable.Reference] = [:]
  ) -> MergeTable {
    MergeTable(name: name, columns: columns, references: references)
  }

  /// The rules of the real tables for values together, and their required fields.
  static func accepts(_ table: String, _ values: [String: MergeValue]) -> Bool {
    switch table {
    case "run":
      values["day"] != nil && (values["distance_m"] != nil || values["duration_s"] != nil)
    case "check_in": values["leg_pain"] != nil || values["mood"] != nil || values["note"] != nil
    case "flare_up":
      values["end_day"].map { ($0.text ?? "") >= (values["onset_day"]?.text ?? "~") } ?? true
    case "activity_source": values["run_id"] == nil || values["cross_training_id"] == nil
    case "stretch": values["exercise_id"] != nil
    case "routine_step": values["routine_id"] != nil && values["exercise_id"] != nil
    case "trial_answer": values["trial_id"] != nil
    case "footwear", "exercise", "routine": values["name"] != nil
    default: true
    }
  }

  /// What may exist only once, by the unique keys of the real tables.
  static func keys(_ table: String, _ values: StoredJournal.Values) -> [String] {
    func told(_ fields: String...) -> String? {
      let known = fields.compactMap { values[$0].map { MergeValue.plain($0).rank } }
      guard known.count == fields.count else { return nil }
      let isFolded = !["setting", "day_mark"].contains(table)
      return "\(table) \(known.map { isFolded ? $0.map(foldedCase) : $0 })"
    }
    switch table {
    case "footwear":
      let name = told("name")
      return [name, told("is_default")].compactMap(\.self)
    case "exercise", "routine", "saved_query":
      return [told("name")].compactMap(\.self)
    case "setting": return [told("name")].compactMap(\.self)
    case "day_mark": return [told("day")].compactMap(\.self)
    case "flare_up": return values["end_day"] == nil ? ["flare_up lasts"] : []
    case "routine_step": return [told("routine_id", "position")].compactMap(\.self)
    case "trial_answer": return [told("trial_id", "unit")].compactMap(\.self)
    case "activity_source":
      return ["\(table) \(values["fingerprint"] ?? .null) \(values["service_id"] ?? .null)"]
    case "typed_activity": return [told("run_id")].compactMap(\.self)
    default: return []
    }
  }

  /// A journal with what comes with the schema.
  init(device: String, clock: Int, seed: UInt64) {
    (self.device, self.clock) = (device, clock)
    random = SplitMix64(state: seed)
    stored = StoredJournal()
    stored.identity = "model"
    for name in Self.tables.names { stored.rows[name] = [:] }
    stored.rows["exercise"] = [1: ["name": "Calf"], 2: ["name": "Glide"]]
  }

  /// A copy on another computer.
  func copy(device: String, clock: Int, seed: UInt64) -> ModelJournal {
    var copy = self
    (copy.device, copy.clock, copy.random) = (device, clock, SplitMix64(state: seed))
    return copy
  }

  /// Merges another copy into this one.
  mutating func merge(_ other: ModelJournal) throws {
    stored = try Merge(stored, with: other.stored, Self.tables, accepts: Self.accepts).merged
  }

  var record: ChangeRecord { ChangeRecord(stored, Self.tables) }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}

/// A change that the real tables would refuse.
private struct Refused: Error {}

// MARK: - What the triggers record

extension ModelJournal {
  private mutating func record(
    _ table: String, _ row: Int, _ kind: MergeChange.Kind, _ before: StoredJournal.Values,
    _ action: Int?
  ) {
    let id = (stored.changes.last?.id ?? 0) + 1
    stored.changes.append(
      .init(id: id, action: action, table: table, row: row, kind: kind, before: before))
  }

  /// Sets a row, as SQLite would with its triggers and keys.
  private mutating func write(
    _ table: String, _ id: Int, _ values: StoredJournal.Values, _ action: Int?
  ) throws {
    let values = values.filter { !$0.value.isNull }
    let told = values.mapValues { MergeValue.plain($0) }
    guard Self.accepts(table, told) else { throw Refused() }
    for (field, reference) in Self.tables[table].references where reference.loss != .ignored {
      guard case .integer(let referred)? = values[field] else { continue }
      guard stored.rows[reference.table]?[Int(referred)] != nil else { throw Refused() }
    }
    let keys = Self.keys(table, values)
    for (other, others) in stored.rows[table] ?? [:] where other != id {
      guard Set(Self.keys(table, others)).isDisjoint(with: keys) else { throw Refused() }
    }
    if let old = stored.rows[table]?[id] {
      let fields = Set(old.keys).union(values.keys).filter {
        !(old[$0] ?? .null).isIdentical(to: values[$0] ?? .null)
      }
      let before = fields.map { ($0, old[$0] ?? .null) }
      record(table, id, .update, Dictionary(uniqueKeysWithValues: before), action)
    } else {
      record(table, id, .insert, [:], action)
    }
    stored.rows[table]?[id] = values
  }

  /// Deletes a row, as SQLite would with its triggers and keys.
  private mutating func remove(_ table: String, _ id: Int, _ action: Int?) throws {
    guard let values = stored.rows[table]?[id] else { return }
    for name in Self.tables.names {
      for (field, reference) in Self.tables[name].references where reference.table == table {
        for (user, old) in (stored.rows[name] ?? [:]).sorted(by: { $0.key < $1.key })
        where old[field] == .integer(Int64(id)) {
          switch reference.loss {
          case .clears: try write(name, user, old.merging([field: .null]) { $1 }, action)
          // The program lets go of a deleted shoe.
          case .keeps where table == "footwear":
            try write(name, user, old.merging([field: .null]) { $1 }, action)
          case .keeps: throw Refused()
          case .cascades: try remove(name, user, action)
          case .ignored: break
          }
        }
      }
    }
    record(table, id, .delete, values.merging(["id": .integer(Int64(id))]) { $1 }, action)
    stored.rows[table]?[id] = nil
  }

  private func freshID(_ table: String) -> Int {
    let used = stored.changes.lazy.filter { $0.table == table }.map(\.row).max() ?? 0
    return 1 + max(stored.rows[table]?.keys.max() ?? 0, used)
  }

  /// Runs `body` as one action, which happens as a whole or not at all.
  private mutating func act(
    _ command: String, undoing: Int? = nil, _ body: (inout ModelJournal, Int) throws -> Void
  ) -> Bool {
    var draft = self
    let latest = stored.actions.last
    let id = (latest?.id ?? 0) + 1
    clock += 1 + below(5_000)
    draft.clock = clock
    let uid = "\(String(draft.random.next(), radix: 16))-\(device)"
    let stamp = max(clock, 1 + (latest?.stamp ?? 0))
    draft.stored.actions.append(
      .init(
        id: id, uid: uid, stamp: stamp, device: device, doneAt: "2026-01-01T00:00:00Z",
        command: command, undoes: undoing))
    do {
      try body(&draft, id)
      self = draft
      return true
    } catch {
      random = draft.random
      return false
    }
  }
}

// MARK: - What a person does

extension ModelJournal {
  /// Does something; what the tables refuse is not done.
  mutating func edit() {
    switch below(20) {
    case 0..<11:
      _ = act("edit") { journal, action in
        for _ in 0...journal.below(3) { try journal.change(action) }
      }
    case 11..<13: importFile()
    case 13: makeDefault()
    case 14..<18: reverse()
    case 18: rewriteRoutine()
    default:
      // Another program, which knows of no action.
      var draft = self
      do {
        try draft.change(nil)
        self = draft
      } catch {
        random = draft.random
      }
    }
  }

  private mutating func change(_ action: Int?) throws {
    let names = Self.tables.names
    let table = names[below(names.count)]
    let rows = (stored.rows[table] ?? [:]).keys.sorted()
    switch below(6) {
    case 0..<3: try insert(table, action)
    case 3..<5 where !rows.isEmpty:
      let id = rows[below(rows.count)]
      let field = Self.tables[table].columns[below(Self.tables[table].columns.count)]
      let values = stored.rows[table]?[id] ?? [:]
      try write(table, id, values.merging([field: value(of: field, in: table)]) { $1 }, action)
    case 5 where !rows.isEmpty: try remove(table, rows[below(rows.count)], action)
    default: try insert(table, action)
    }
  }

  private mutating func insert(_ table: String, _ action: Int?) throws {
    var values: StoredJournal.Values = [:]
    for field in Self.tables[table].columns { values[field] = value(of: field, in: table) }
    try write(table, freshID(table), values, action)
  }

  private mutating func value(of field: String, in table: String) -> SQLiteValue {
    if let reference = Self.tables[table].references[field] {
      let rows = (stored.rows[reference.table] ?? [:]).keys.sorted()
      return rows.isEmpty || below(3) == 0 ? .null : .integer(rows[below(rows.count)])
    }
    switch field {
    case "name": return .text(["Peg", "peg", "Vomero", "Calf", "é", "e\u{301}"][below(6)])
    case "fingerprint": return .text("f\(below(4))")
    case "day", "onset_day", "end_day", "start_day":
      return field == "end_day" && below(2) == 0 ? .null : .text("2026-01-1\(below(10))")
    case "position", "unit": return .integer(1 + below(3))
    case "is_default": return below(3) == 0 ? 1 : .null
    case "fields": return .text(["day", "day,note", "note"][below(3)])
    default: return below(4) == 0 ? .null : .text("\(field)\(below(1_000))")
    }
  }

  /// Imports an activity as the program does: first its source, then its run.
  private mutating func importFile() {
    let (fingerprint, run) = (SQLiteValue.text("f\(below(4))"), freshID("run"))
    let known = stored.rows["activity_source"]?.values.contains {
      $0["fingerprint"] == fingerprint && $0["service_id"] == nil
    }
    guard known != true else { return }
    _ = act("import") { journal, action in
      let (source, file) = (journal.freshID("activity_source"), journal.freshID("import"))
      let number = SQLiteValue.integer(file)
      try journal.write("import", file, ["file_name": fingerprint], action)
      let facts: StoredJournal.Values = ["fingerprint": fingerprint, "import_id": number]
      try journal.write("activity_source", source, facts, action)
      let told: StoredJournal.Values = [
        "day": "2026-01-15", "distance_m": 5_000, "note": fingerprint, "import_id": number,
      ]
      try journal.write("run", run, told, action)
      let whole = facts.merging(["run_id": .integer(run)]) { $1 }
      try journal.write("activity_source", source, whole, action)
      if let last = journal.stored.actions.indices.last {
        journal.stored.actions[last].importID = file
      }
    }
  }

  private mutating func makeDefault() {
    _ = act("shoe default") { journal, action in
      let shoes = (journal.stored.rows["footwear"] ?? [:]).sorted { $0.key < $1.key }
      guard !shoes.isEmpty else { throw Refused() }
      for (id, shoe) in shoes where shoe["is_default"] != nil {
        try journal.write("footwear", id, shoe.merging(["is_default": .null]) { $1 }, action)
      }
      let id = shoes[journal.below(shoes.count)].key
      let shoe = journal.stored.rows["footwear"]?[id] ?? [:]
      try journal.write("footwear", id, shoe.merging(["is_default": 1]) { $1 }, action)
    }
  }

  private mutating func rewriteRoutine() {
    _ = act("routine edit") { journal, action in
      guard let routine = journal.stored.rows["routine"]?.keys.min(),
        let exercise = journal.stored.rows["exercise"]?.keys.max()
      else { throw Refused() }
      let number = SQLiteValue.integer(routine)
      for (id, step) in (journal.stored.rows["routine_step"] ?? [:]).sorted(by: { $0.key < $1.key })
      where step["routine_id"] == number { try journal.remove("routine_step", id, action) }
      for position in 1...(1 + journal.below(3)) {
        let values: StoredJournal.Values = [
          "routine_id": number, "position": .integer(position), "exercise_id": .integer(exercise),
          "sets": .integer(journal.below(9)),
        ]
        try journal.write("routine_step", journal.freshID("routine_step"), values, action)
      }
    }
  }

  /// Undoes or redoes something, if nothing stands in its way.
  private mutating func reverse() {
    let standing = stored.actions.filter { $0.undoes == nil && $0.undoneBy == nil }
    let undone = stored.actions.filter { $0.undoes == nil && $0.undoneBy != nil }
    if below(3) > 0,
      let action = below(2) == 0 ? standing.last : standing.randomElement(using: &random)
    {
      _ = reverse(action.id, of: latestDoing(action.id), isRedo: false)
    } else if let action = undone.last, let undo = action.undoneBy {
      _ = reverse(action.id, of: undo, isRedo: true)
    }
  }

  private func latestDoing(_ action: Int) -> Int {
    let undos = stored.actions.filter { $0.undoes == action }.map(\.id)
    return stored.actions.last { $0.undoes.map(undos.contains) ?? false }?.id ?? action
  }

  private mutating func reverse(_ origin: Int, of event: Int, isRedo: Bool) -> Bool {
    act(isRedo ? "redo" : "undo", undoing: isRedo ? event : origin) { journal, action in
      for change in journal.stored.changes.reversed() where change.action == event {
        let values = change.before.filter { $0.key != "id" }
        switch change.kind {
        case .insert: try journal.remove(change.table, change.row, action)
        case .delete:
          guard journal.stored.rows[change.table]?[change.row] == nil else { throw Refused() }
          try journal.write(change.table, change.row, values, action)
        case .update:
          guard let old = journal.stored.rows[change.table]?[change.row], !values.isEmpty
          else { continue }
          try journal.write(change.table, change.row, old.merging(values) { $1 }, action)
        }
      }
      guard let index = journal.stored.actions.firstIndex(where: { $0.id == origin }) else {
        return
      }
      journal.stored.actions[index].undoneBy = isRedo ? nil : action
    }
  }
}

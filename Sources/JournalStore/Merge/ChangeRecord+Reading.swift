extension ChangeRecord {
  /// The record of a stored journal.
  ///
  /// The uid of an action, with the place of a change in it, is the key of the entry
  /// that the change began. What the record of changes does not explain becomes a
  /// change by another program at its end.
  init(_ journal: StoredJournal, _ tables: MergeTables) {
    let reading = RecordReading(journal, tables)
    identity = journal.identity
    forgotten = journal.forgotten
    actions = reading.actions
    origins = reading.origins
    trials = reading.trials
    forget()
  }
}

/// A row of a table.
struct RowKey: Hashable, Sendable {
  let table: String
  let id: Int
}

/// The way from a stored journal to its record.
struct RecordReading {
  private let journal: StoredJournal
  private let tables: MergeTables
  private var changes: [StoredJournal.Change]
  /// The values after each change, as far as they belong to it.
  private var after: [StoredJournal.Values]
  /// The values of rows before their first recorded change.
  private var initial: [RowKey: StoredJournal.Values] = [:]

  /// The entry that each row is, as of the change that is being told: the one that it
  /// began as, or after an undo of what made it part of another row, a new one.
  private(set) var entries: [RowKey: String] = [:]
  /// The row of every entry that a row ever was.
  private(set) var rows: [String: RowKey] = [:]
  private(set) var actions: [String: ChangeRecord.Action] = [:]
  private(set) var origins: [String: MergeChange] = [:]
  /// The uid of the action of each stored change, in order; `nil` if it belongs to the
  /// beginning.
  private var uids: [String] = []
  /// The entry that each change began, if it began one.
  private var begun: [String?] = []

  init(_ journal: StoredJournal, _ tables: MergeTables) {
    (self.journal, self.tables) = (journal, tables)
    changes = journal.changes
    after = []
    addUnexplained()
    followRows()
    nameActions()
    nameEntries()
    tellOrigins()
    tellChanges()
  }

  /// The action of what was there before the record began, if a merge wrote it down.
  static let beginning = "beginning"

  /// Adds the changes that must have happened without a record.
  private mutating func addUnexplained() {
    var last: [RowKey: MergeChange.Kind] = [:]
    for change in changes where change.row > 0 {
      last[RowKey(table: change.table, id: change.row)] = change.kind
    }
    var id = changes.last?.id ?? 0
    let unexplained = last.compactMap { row, kind -> (RowKey, MergeChange.Kind)? in
      guard tables.contains(row.table) else { return nil }
      let isThere = journal.rows[row.table]?[row.id] != nil
      return isThere == (kind != .delete) ? nil : (row, isThere ? .insert : .delete)
    }
    for (row, kind) in unexplained.sorted(by: { ($0.0.table, $0.0.id) < ($1.0.table, $1.0.id) }) {
      id += 1
      changes.append(.init(id: id, action: nil, table: row.table, row: row.id, kind: kind))
    }
  }

  /// Goes back through the changes of every row, which tell only what was before.
  private mutating func followRows() {
    after = Array(repeating: [:], count: changes.count)
    var present: [RowKey: StoredJournal.Values] = [:]
    for (index, change) in changes.enumerated().reversed() where change.row > 0 {
      let row = RowKey(table: change.table, id: change.row)
      var values = present[row] ?? journal.rows[row.table]?[row.id] ?? [:]
      switch change.kind {
      case .insert:
        after[index] = values
        values = [:]
      case .delete:
        values = change.before.filter { !$0.value.isNull && $0.key != "id" }
      case .update:
        for (field, before) in change.before where field != "id" {
          after[index][field] = values[field] ?? .null
          values[field] = before.isNull ? nil : before
        }
      }
      present[row] = values
    }
    initial = present
    for (table, rows) in journal.rows {
      for (id, values) in rows where present[RowKey(table: table, id: id)] == nil {
        initial[RowKey(table: table, id: id)] = values
      }
    }
  }

  /// Finds the action of each change; what another program did becomes an action of
  /// its own, right after the one before it.
  private mutating func nameActions() {
    let known = Dictionary(uniqueKeysWithValues: journal.actions.map { ($0.id, $0) })
    for action in journal.actions where action.uid != Self.beginning {
      actions[action.uid] = .init(
        uid: action.uid, stamp: action.stamp, device: action.device, doneAt: action.doneAt,
        command: action.command, undoes: action.undoes.flatMap { known[$0]?.uid }, changes: [])
    }
    var latest: ChangeRecord.Action?
    for (index, change) in changes.enumerated() {
      if let action = change.action.flatMap({ known[$0] }) {
        uids.append(action.uid)
        latest = actions[action.uid]
      } else {
        let foreign = foreignAction(after: latest, change, after[index])
        uids.append(foreign.uid)
        actions[foreign.uid] = foreign
        latest = foreign
      }
    }
  }

  /// The action for a change by another program.
  private func foreignAction(
    after latest: ChangeRecord.Action?, _ change: StoredJournal.Change,
    _ after: StoredJournal.Values
  ) -> ChangeRecord.Action {
    var base = latest?.uid ?? "0"
    var number = 1
    if let plus = base.lastIndex(of: "+"), let known = Int(base[plus...].dropFirst().prefix(6)) {
      (base, number) = (String(base[..<plus]), known + 1)
    }
    var digest = Digest()
    digest.add("\(change.table) \(change.row) \(change.kind)")
    for values in [change.before, change.kind == .insert ? after : [:]] {
      for (field, value) in values.sorted(by: { $0.key < $1.key }) {
        digest.add(field)
        digest.add(MergeValue.plain(value).rank)
      }
    }
    return .init(
      uid: "\(base)+\(Self.padded(number, 6)).\(digest.text)", stamp: latest?.stamp ?? 0,
      device: latest?.device ?? "", doneAt: latest?.doneAt ?? "1970-01-01T00:00:00Z",
      command: "another program", changes: [])
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Finds the entry that each row began as.
  private mutating func nameEntries() {
    var places: [String: Int] = [:]
    for (index, change) in changes.enumerated() {
      guard change.note == nil || change.note?.entry != nil else {
        begun.append(nil)
        continue
      }
      let place = places[uids[index], default: 0]
      places[uids[index]] = place + 1
      begun.append("\(uids[index])/\(place)")
      let row = RowKey(table: change.table, id: change.row)
      guard change.row > 0, entries[row] == nil else { continue }
      entries[row] =
        change.kind == .insert ? change.note?.entry ?? begun[index] : originKey(of: row)
    }
    for row in initial.keys where entries[row] == nil { entries[row] = originKey(of: row) }
    for (row, entry) in entries { rows[entry] = row }
  }

  /// The key of an entry that was there before the record began.
  ///
  /// A name came with the schema, whatever the number of its row.
  private func originKey(of row: RowKey) -> String {
    if tables[row.table].hasNames, case .text(let name)? = initial[row]?["name"] {
      return "\(row.table)#\(String(decoding: name.utf8.map(foldedCase), as: UTF8.self))"
    }
    return "\(row.table)#\(row.id)@\(journal.identity)"
  }

  /// The values, with references as keys.
  private func told(_ values: StoredJournal.Values, _ table: MergeTable) -> [String: MergeValue] {
    values.reduce(into: [:]) { result, field in
      result[field.key] = told(field.value, in: table.references[field.key]?.table)
    }
  }

  private func told(_ value: SQLiteValue, in referenced: String?) -> MergeValue {
    guard let referenced, case .integer(let id) = value else { return .plain(value) }
    let row = RowKey(table: referenced, id: Int(id))
    return .entry(entries[row] ?? "\(referenced)#\(id)")
  }

  /// The values that a merge noted.
  private func noted(_ values: StoredJournal.Values, _ table: MergeTable) -> [String: MergeValue] {
    values.reduce(into: [:]) { result, field in
      if table.references[field.key] != nil, case .text(let key) = field.value {
        result[field.key] = .entry(key)
      } else {
        result[field.key] = .plain(field.value)
      }
    }
  }

  private mutating func tellChanges() {
    // The rows that a merge made part of others.
    var absorbed: Set<RowKey> = []
    for (index, change) in changes.enumerated() {
      let row = RowKey(table: change.table, id: change.row)
      if change.kind == .delete {
        if change.note.map({ $0.entry == nil || $0.kind != nil }) ?? false {
          absorbed.insert(row)
        }
      } else if change.kind == .insert, absorbed.remove(row) != nil, change.note == nil,
        let entry = begun[index]
      {
        entries[row] = entry
        rows[entry] = row
      }
      guard begun[index] != nil else { continue }
      let table = tables[change.table]
      let kind = change.note?.kind ?? change.kind
      // A change that came to something else tells its values itself.
      let isTold = change.row > 0 && change.note?.kind == nil
      var values = isTold ? told(after[index], table) : [:]
      values.merge(noted(change.after, table)) { _, noted in noted }
      switch kind {
      case .insert: values = values.filter { !$0.value.isNull }
      case .update: break
      case .delete: values = [:]
      }
      let entry = change.note?.entry ?? entries[row] ?? ""
      let told = MergeChange(table: change.table, entry: entry, kind: kind, values: values)
      if uids[index] == Self.beginning {
        origins[entry] = told
      } else {
        let uid = uids[index]
        actions[uid]?.changes.append(told)
      }
    }
    for action in journal.actions {
      guard let id = action.importID else { continue }
      let entry = told(.integer(id), in: "import").reference
      actions[action.uid]?.importEntry = entry
    }
  }

  /// Must come before the changes are told, which may make a row another entry.
  private mutating func tellOrigins() {
    for (row, values) in initial {
      guard let entry = entries[row], entry.hasPrefix("\(row.table)#"), origins[entry] == nil,
        !values.isEmpty
      else { continue }
      origins[entry] = MergeChange(
        table: row.table, entry: entry, kind: .insert,
        values: told(values, tables[row.table]).filter { !$0.value.isNull })
    }
  }

  /// What is kept of trials beside their entries.
  var trials: TrialFacts {
    var facts = TrialFacts()
    func text(_ value: SQLiteValue?) -> String? {
      if case .text(let text)? = value { text } else { nil }
    }
    func number(_ value: SQLiteValue?) -> Int? {
      if case .integer(let number)? = value { Int(number) } else { nil }
    }
    func trial(_ row: StoredJournal.Values) -> String {
      told(row["trial_id"] ?? .null, in: "trial_plan").reference ?? ""
    }
    for row in journal.trials["trial_seed"] ?? [] {
      facts.seeds[trial(row)] = number(row["sealed"])
    }
    for row in journal.trials["trial_arm"] ?? [] {
      facts.arms[.init(trial: trial(row), number: number(row["unit"]) ?? 0)] = .init(
        arm: text(row["arm"]) ?? "", drawnDay: text(row["drawn_day"]) ?? "",
        run: row["run_id"].flatMap { told($0, in: "run").reference })
    }
    for row in journal.trials["trial_look"] ?? [] {
      let look = TrialFacts.Look(
        trial: trial(row), lookedAt: text(row["looked_at"]) ?? "", pairs: number(row["pairs"]) ?? 0,
        mean: row["mean"] ?? .null, p: row["p"] ?? .null)
      facts.looks[look.rank] = look
    }
    for row in journal.trials["trial_end"] ?? []
    where text(row["reason"]) != TrialFacts.End.mergeReason {
      facts.ends[trial(row)] = .init(
        day: text(row["day"]) ?? "", isComplete: number(row["is_complete"]) ?? 0,
        reason: text(row["reason"]), seed: number(row["seed"]))
    }
    return facts
  }
}

/// A letter of a name in the form that SQLite's NOCASE compares.
func foldedCase(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

/// A number that stands for a text (FNV-1a), to tell changes apart.
struct Digest {
  private var number: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes + [0xFF] { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The number in 16 hexadecimal digits.
  var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

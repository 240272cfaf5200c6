extension StoredJournal {
  /// The journal that a replay gives.
  init(_ writing: RecordWriting, of record: ChangeRecord) {
    identity = record.identity
    forgotten = record.forgotten
    (actions, changes) = (writing.actions, writing.changes)
    rows = writing.rows
    trials = writing.trials(record.trials)
  }
}

/// The way from a replay to a stored journal.
///
/// Rows keep their numbers in the journal that it is to replace, and so do actions and
/// changes up to the first difference. From there on they are numbered anew, in the order
/// of the replay.
struct RecordWriting {
  private let replay: Replay
  private let tables: MergeTables
  /// The id of the row of each node.
  private(set) var ids: [Int] = []
  private var nodeOfKey: [String: Int] = [:]

  private(set) var actions: [StoredJournal.Action] = []
  private(set) var changes: [StoredJournal.Change] = []
  private(set) var rows: [String: [Int: StoredJournal.Values]] = [:]

  /// - Parameters:
  ///   - replay: The replay.
  ///   - own: The journal that the result is to replace.
  ///   - tables: The tables.
  init(_ replay: Replay, over own: StoredJournal, _ tables: MergeTables) {
    (self.replay, self.tables) = (replay, tables)
    numberRows(own)
    for name in tables.names { rows[name] = [:] }
    for (index, node) in replay.nodes.enumerated() where node.isAlive {
      let (id, values) = (ids[index], stored(node.values))
      rows[node.table]?[id] = values
    }
    writeRecord(own)
  }

  /// Gives every row its id: the one in `own`, or one that was never used there.
  private mutating func numberRows(_ own: StoredJournal) {
    let known = RecordReading(own, tables).rows
    var latest: [String: Int] = [:]
    for (table, rows) in own.rows { latest[table] = rows.keys.max() }
    for change in own.changes { latest[change.table] = max(latest[change.table] ?? 0, change.row) }
    // A row can have been two entries, one after the other.
    var taken: Set<RowKey> = []
    for (index, node) in replay.nodes.enumerated() {
      nodeOfKey[node.key] = index
      if let row = known[node.key], !node.isAlive || taken.insert(row).inserted {
        ids.append(row.id)
      } else {
        latest[node.table, default: 0] += 1
        ids.append(latest[node.table] ?? 0)
      }
    }
  }

  /// The values with references as ids.
  private func stored(_ values: [String: MergeValue]) -> StoredJournal.Values {
    values.mapValues(stored)
  }

  /// The value, with the id of what it refers to.
  func stored(_ value: MergeValue) -> SQLiteValue {
    switch value {
    case .plain(let value): value
    case .entry(let key): .integer(id(of: key))
    }
  }

  private func id(of key: String) -> Int? {
    if let node = nodeOfKey[key] { return ids[node] }
    if let node = replay.node(of: key) { return ids[node] }
    // Something of which nothing is left but its number.
    return key.lastIndex(of: "#").flatMap { Int(key[$0...].dropFirst()) }
  }

  /// The values with references as keys.
  private func noted(_ values: [String: MergeValue]) -> StoredJournal.Values {
    values.mapValues { value in
      switch value {
      case .plain(let value): value
      case .entry(let key): .text(key)
      }
    }
  }

  // MARK: - The record

  private mutating func writeRecord(_ own: StoredJournal) {
    var all: [(action: StoredJournal.Action, steps: [Replay.Step])] = []
    if let beginning = writtenBeginning() { all.append(beginning) }
    for (action, steps) in zip(replay.actions, replay.steps) {
      all.append(
        (
          StoredJournal.Action(
            id: 0, uid: action.uid, stamp: action.stamp, device: action.device,
            doneAt: action.doneAt, command: action.command,
            importID: action.importEntry.flatMap(id)), steps
        ))
    }
    number(&all, own)
    let numbers = Dictionary(uniqueKeysWithValues: all.map { ($0.action.uid, $0.action.id) })
    let undone = undoneBy()
    actions = all.map { action, _ in
      var action = action
      action.undoes = undoes[action.uid].flatMap { numbers[$0] }
      action.undoneBy = undone[action.uid].flatMap { numbers[$0] }
      return action
    }
  }

  private var undoes: [String: String] {
    Dictionary(
      uniqueKeysWithValues: replay.actions.compactMap { action in
        action.undoes.map { (action.uid, $0) }
      })
  }

  /// The undo of each undone action: the first since it was last done.
  private func undoneBy() -> [String: String] {
    let undoes = undoes
    var undone: [String: String] = [:]
    for action in replay.actions {
      guard let target = action.undoes else { continue }
      if let origin = undoes[target] {
        undone[origin] = nil
      } else if undone[target] == nil {
        undone[target] = action.uid
      }
    }
    return undone
  }

  /// The action with what was there before the record began, but for what came with
  /// the schema.
  private func writtenBeginning() -> (StoredJournal.Action, [Replay.Step])? {
    let steps = replay.origins.compactMap { origin -> Replay.Step? in
      guard !tables[origin.table].hasNames, let node = nodeOfKey[origin.entry] else { return nil }
      return Replay.Step(node: node, kind: .insert, change: origin, untold: origin.values)
    }
    guard !steps.isEmpty else { return nil }
    return (
      StoredJournal.Action(
        id: 0, uid: RecordReading.beginning, stamp: 0, device: "", doneAt: "1970-01-01T00:00:00Z",
        command: "before the record"), steps
    )
  }

  /// Numbers actions and changes, the shared beginning as in `own`.
  private mutating func number(
    _ all: inout [(action: StoredJournal.Action, steps: [Replay.Step])], _ own: StoredJournal
  ) {
    var (isSame, action, change) = (true, 0, 0)
    var ownChange = 0
    for index in all.indices {
      let known = isSame && index < own.actions.count ? own.actions[index] : nil
      isSame = known?.uid == all[index].action.uid
      action = isSame ? known?.id ?? 0 : action + 1
      all[index].action.id = action
      for step in all[index].steps {
        var told = stored(
          step, action, ofBeginning: all[index].action.uid == RecordReading.beginning)
        if isSame, ownChange < own.changes.count,
          own.changes[ownChange].isSame(as: told)
        {
          change = own.changes[ownChange].id
          ownChange += 1
        } else {
          isSame = false
          change += 1
        }
        told.id = change
        // No row has this number.
        if told.row < 0 { told.row = -change }
        changes.append(told)
      }
    }
  }

  /// A step as a change; its id is still to be found.
  private func stored(
    _ step: Replay.Step, _ action: Int, ofBeginning isBeginning: Bool
  ) -> StoredJournal.Change {
    let key = step.node.map { replay.nodes[$0].key }
    let table = step.node.map { replay.nodes[$0].table } ?? step.change?.table ?? ""
    var change = StoredJournal.Change(
      id: 0, action: action, table: table, row: step.node.map { ids[$0] } ?? -1, kind: step.kind,
      before: stored(step.before), after: noted(step.untold))
    if step.kind == .delete, let node = step.node { change.before["id"] = .integer(ids[node]) }
    guard let cause = step.change else {
      change.note = StoredJournal.Note()
      return change
    }
    if step.isHidden || key != cause.entry || isBeginning {
      change.note = StoredJournal.Note(entry: cause.entry, kind: step.isHidden ? cause.kind : nil)
    }
    return change
  }

  // MARK: - Trials

  func trials(_ facts: TrialFacts) -> [String: [StoredJournal.Values]] {
    var rows: [String: [StoredJournal.Values]] = [:]
    func trial(_ key: String) -> SQLiteValue { .integer(id(of: key)) }
    rows["trial_seed"] = facts.seeds.map {
      ["trial_id": trial($0.key), "sealed": .integer($0.value)]
    }
    rows["trial_arm"] = facts.arms.map { unit, arm in
      [
        "trial_id": trial(unit.trial), "unit": .integer(unit.number), "arm": .text(arm.arm),
        "drawn_day": .text(arm.drawnDay), "run_id": .integer(arm.run.flatMap(id)),
      ]
    }
    let looks = Dictionary(grouping: facts.looks.values, by: \.trial)
    rows["trial_look"] = looks.flatMap { key, looks in
      looks.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.enumerated().map { index, look in
        [
          "trial_id": trial(key), "number": .integer(index + 1), "looked_at": .text(look.lookedAt),
          "pairs": .integer(look.pairs), "mean": look.mean, "p": look.p,
        ]
      }
    }
    var ends = facts.ends
    for (key, end) in stoppedTrials(facts) { ends[key] = end }
    rows["trial_end"] = ends.map { key, end in
      [
        "trial_id": trial(key), "day": .text(end.day), "is_complete": .integer(end.isComplete),
        "reason": .text(end.reason), "seed": .integer(end.seed),
      ]
    }
    return rows
  }

  /// The ends of trials beside which an earlier one is in progress.
  private func stoppedTrials(_ facts: TrialFacts) -> [String: TrialFacts.End] {
    let running = replay.nodes.filter {
      $0.table == "trial_plan" && $0.isAlive && facts.ends[$0.key] == nil
    }.sorted { one, other in
      (one.values["start_day"]?.text ?? "", one.key) < (
        other.values["start_day"]?.text ?? "", other.key
      )
    }
    return running.dropFirst().reduce(into: [:]) { ends, trial in
      let days = facts.arms.filter { $0.key.trial == trial.key }.map(\.value.drawnDay)
      ends[trial.key] = TrialFacts.End(
        day: days.max() ?? trial.values["start_day"]?.text ?? "", isComplete: 0,
        reason: TrialFacts.End.mergeReason, seed: facts.seeds[trial.key].map(TrialSeal.turned))
    }
  }
}

extension StoredJournal.Change {
  /// Whether both tell the same, whatever their ids.
  func isSame(as other: StoredJournal.Change) -> Bool {
    action == other.action && table == other.table && kind == other.kind && note == other.note
      && (row == other.row || (row < 0 && other.row < 0))
      && before.isIdentical(to: other.before) && after.isIdentical(to: other.after)
  }
}

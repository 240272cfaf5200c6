/// Everything that was ever done in a journal, independent of the numbers of rows.
///
/// It only grows, and the entries follow from it (``Replay``). So the union of two
/// records is the record of both, in whatever order copies are merged.
struct ChangeRecord: Equatable, Sendable {
  /// An action with its changes.
  struct Action: Equatable, Sendable {
    let uid: String
    var stamp: Int
    var device: String
    var doneAt: String
    var command: String
    /// The import that it was.
    var importEntry: String?
    /// The action that it undid or redid.
    var undoes: String?
    var changes: [MergeChange]
  }

  /// The identity of the journal.
  var identity: String
  /// The actions, by uid.
  var actions: [String: Action] = [:]
  /// What was there before the record began, by entry: what came with the schema.
  var origins: [String: MergeChange] = [:]
  /// The keys of what was forgotten, each with the time.
  var forgotten: [String: String] = [:]
  /// What is kept of trials beside their entries.
  var trials = TrialFacts()

  /// The actions in the order that all copies agree on.
  ///
  /// It keeps the order within each journal, whose stamps only grow.
  var ordered: [Action] {
    actions.values.sorted {
      ($0.stamp, $0.device, $0.uid) < ($1.stamp, $1.device, $1.uid)
    }
  }

  /// Adds everything in `other`.
  mutating func formUnion(_ other: ChangeRecord) {
    identity = min(identity, other.identity)
    actions.merge(other.actions) { $0.union($1) }
    origins.merge(other.origins) { $0.union($1) }
    forgotten.merge(other.forgotten, uniquingKeysWith: min)
    trials.formUnion(other.trials)
    forget()
  }

  /// Removes the content of what was forgotten.
  mutating func forget() {
    guard !forgotten.isEmpty else { return }
    origins = origins.filter { forgotten[$0.key] == nil }.mapValues(remembered)
    actions = actions.mapValues { action in
      var action = action
      action.changes = action.changes.map(remembered)
      return action
    }
  }

  /// What is left of a change after forgetting.
  private func remembered(_ change: MergeChange) -> MergeChange {
    guard forgotten[change.entry] == nil else { return .forgotten(in: change.table) }
    var change = change
    if forgotten[ForgottenKey.note(of: change.entry)] != nil { change.values["note"] = nil }
    if forgotten[ForgottenKey.source(change.entry)] != nil {
      change.values = change.values.filter { ForgottenKey.keptOfSource.contains($0.key) }
    }
    return change
  }
}

extension ChangeRecord.Action {
  /// The same action as two copies tell it.
  ///
  /// They agree, but for values from before a step of the schema that only one of them
  /// had taken then, and for what one of them has forgotten.
  fileprivate func union(_ other: ChangeRecord.Action) -> ChangeRecord.Action {
    var union = self
    (union.stamp, union.device) = (min(stamp, other.stamp), max(device, other.device))
    (union.doneAt, union.command) = (min(doneAt, other.doneAt), max(command, other.command))
    union.importEntry = [importEntry, other.importEntry].compactMap(\.self).max()
    union.undoes = [undoes, other.undoes].compactMap(\.self).max()
    union.changes = zip(changes, other.changes).map { $0.union($1) }
    let longer = changes.count < other.changes.count ? other.changes : changes
    union.changes += longer.dropFirst(union.changes.count)
    return union
  }
}

extension MergeChange {
  /// The same change as two copies tell it.
  fileprivate func union(_ other: MergeChange) -> MergeChange {
    if entry == Self.forgottenEntry { return self }
    if other.entry == Self.forgottenEntry { return other }
    guard (table, entry, kind) == (other.table, other.entry, other.kind) else {
      let (mine, its) = (
        (table, entry, kind.rawValue), (other.table, other.entry, other.kind.rawValue)
      )
      return mine > its ? self : other
    }
    var union = self
    union.values.merge(other.values) { MergeValue.precedes($0, $1) ? $1 : $0 }
    return union
  }
}

/// What is kept of trials beside their entries: what the coin decided, and what cannot
/// be undone.
struct TrialFacts: Equatable, Sendable {
  /// A unit of a trial.
  struct Unit: Hashable, Sendable {
    let trial: String
    let number: Int
  }

  /// A drawn arm.
  struct Arm: Equatable, Sendable {
    var arm: String
    var drawnDay: String
    /// The run of the unit.
    var run: String?

    fileprivate func union(_ other: Arm) -> Arm {
      Arm(
        arm: min(arm, other.arm), drawnDay: min(drawnDay, other.drawnDay),
        run: [run, other.run].compactMap(\.self).min())
    }
  }

  /// A look at the result.
  struct Look: Sendable {
    let trial: String
    let lookedAt: String
    let pairs: Int
    let mean: SQLiteValue
    let p: SQLiteValue

    /// Bytes that are equal for equal looks only, and order them by time.
    var rank: [UInt8] {
      Array("\(trial) \(lookedAt) \(pairs) ".utf8) + MergeValue.plain(mean).rank + [0]
        + MergeValue.plain(p).rank
    }
  }

  /// The end.
  struct End: Equatable, Sendable {
    var day: String
    var isComplete: Int
    var reason: String?
    var seed: Int?

    /// The reason of an end that follows from a merge.
    ///
    /// The next merge decides it anew.
    static let mergeReason = "stopped by a merge: an earlier trial was in progress"

    fileprivate func union(_ other: End) -> End {
      var union = rank <= other.rank ? self : other
      union.seed = [seed, other.seed].compactMap(\.self).min()
      return union
    }

    private var rank: String { "\(day) \(1 - isComplete) \(reason ?? "")" }
  }

  /// The sealed seeds, by trial.
  var seeds: [String: Int] = [:]
  var arms: [Unit: Arm] = [:]
  var looks: [[UInt8]: Look] = [:]
  var ends: [String: End] = [:]

  mutating func formUnion(_ other: TrialFacts) {
    seeds.merge(other.seeds, uniquingKeysWith: min)
    arms.merge(other.arms) { $0.union($1) }
    looks.merge(other.looks) { mine, _ in mine }
    ends.merge(other.ends) { $0.union($1) }
  }

  static func == (one: TrialFacts, other: TrialFacts) -> Bool {
    one.seeds == other.seeds && one.arms == other.arms && one.ends == other.ends
      && one.looks.keys == other.looks.keys
  }
}

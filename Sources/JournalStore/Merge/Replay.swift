/// The entries that follow from a record of changes: every change again, in the one
/// order of all copies.
///
/// Field by field the last change decides. A change to a deleted entry brings it back.
/// What can exist only once is one entry from then on (``Replay/place(_:of:at:)``). The
/// replay of what one journal did gives exactly that journal.
struct Replay {
  /// A row: one entry, or several that became one.
  struct Node {
    let table: String
    /// The entry that the row began as.
    let key: String
    var values: [String: MergeValue] = [:]
    var isAlive = false
    /// The row that this one became part of.
    var heir: Int?
    /// The entries that have told which activity this source belongs to.
    var tellers: Set<String> = []
  }

  /// What a change did to a row.
  struct Step {
    /// The row; `nil` if the change came to nothing.
    let node: Int?
    let kind: MergeChange.Kind
    /// The previous values: all known ones of a deleted row, the changed ones of an
    /// updated row.
    var before: [String: MergeValue] = [:]
    /// The change; `nil` if the step follows from a rule.
    let change: MergeChange?
    /// Whether the row does not tell what the change was, only ``untold`` does.
    var isHidden = false
    /// The values of the change that the row does not tell.
    var untold: [String: MergeValue] = [:]
  }

  /// Something that was not done as it was recorded.
  struct Exception: Equatable, Sendable {
    enum Reason: Equatable, Sendable {
      /// A deleted entry stays, because another copy uses it.
      case inUse
      /// The values together would break a rule of the table.
      case brokenRule
    }

    let reason: Reason
    let node: Int
    /// The uid of the action.
    let action: String
    let change: MergeChange

    /// Whether both are about the same change.
    func isSame(as other: Exception) -> Bool {
      (action, change.entry, change.kind) == (other.action, other.change.entry, other.change.kind)
    }
  }

  /// Whether a table accepts these values together, of the row that began as this entry.
  typealias Rule = (_ table: String, _ key: String, _ values: [String: MergeValue]) throws -> Bool

  let tables: MergeTables
  /// Entries whose changes are only made if the table accepts them.
  var guarded: Set<String> = []

  var nodes: [Node] = []
  /// The row of each entry.
  var nodeOf: [String: Int] = [:]
  /// The steps of each action, in order.
  var steps: [[Step]] = []
  /// What was there before the record began, in order.
  var origins: [MergeChange] = []
  /// The actions, in order.
  var actions: [ChangeRecord.Action] = []
  var exceptions: [Exception] = []
  /// The entries that are one with another, by key.
  var united: Set<String> {
    Set(nodeOf.keys.filter { key in node(of: key).map { nodes[$0].key != key } ?? false })
  }

  /// The living row with each unique claim.
  var claims: [[UInt8]: Int] = [:]
  var defaultShoe: Int?
  /// The rows that refer to each row, with the number of their references.
  var users: [Int: [Int: Int]] = [:]
  var current: [Step] = []

  /// Replays `record`.
  ///
  /// Where the values of several copies together would break a rule of a table, the
  /// changes that would break it are left out.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - tables: The tables.
  ///   - accepts: Whether a table accepts these values of the row that began as this
  ///     entry together.
  /// - Throws: The error of `accepts`.
  init(
    _ record: ChangeRecord, _ tables: MergeTables,
    accepts: Rule
  ) throws {
    self.tables = tables
    while true {
      try run(record, accepts)
      let refused = try refusedEntries(accepts)
      guard !refused.isSubset(of: guarded) else { break }
      guarded.formUnion(refused)
    }
  }

  mutating func run(_ record: ChangeRecord, _ accepts: Rule) throws {
    (nodes, nodeOf, claims, users) = ([], [:], [:], [:])
    (steps, exceptions, defaultShoe) = ([], [], nil)
    begin(record.origins)
    actions = record.ordered
    for action in actions {
      current = []
      for change in action.changes { try apply(change, accepts) }
      steps.append(current)
    }
  }

  /// The entries of rows that their table would not accept.
  func refusedEntries(_ accepts: Rule) throws -> Set<String> {
    var refused: Set<Int> = []
    for (index, node) in nodes.enumerated() where node.isAlive {
      if try !accepts(node.table, node.key, node.values) { refused.insert(index) }
    }
    guard !refused.isEmpty else { return [] }
    return Set(nodeOf.keys.filter { root(nodeOf[$0]).map(refused.contains) ?? false })
  }

  /// The rows that were there before the record began.
  mutating func begin(_ origins: [String: MergeChange]) {
    let ordered = origins.values.sorted { ($0.table, $0.entry) < ($1.table, $1.entry) }
    self.origins = ordered
    for origin in ordered {
      nodeOf[origin.entry] = nodes.count
      nodes.append(Node(table: origin.table, key: origin.entry, isAlive: true))
    }
    // They may refer to each other.
    for origin in ordered {
      guard let node = nodeOf[origin.entry] else { continue }
      set(node, to: resolved(origin.values, in: tables[origin.table]))
      nodes[node].tellers.insert(origin.entry)
    }
    current = []
  }

  // MARK: - Rows

  /// The row that `node` is now part of.
  func root(_ node: Int?) -> Int? {
    guard var node else { return nil }
    while let heir = nodes[node].heir { node = heir }
    return node
  }

  /// The row of an entry, living or not.
  func node(of entry: String) -> Int? { root(nodeOf[entry]) }

  /// Sets the values of a living row, and keeps what is known of it up to date.
  mutating func set(_ node: Int, to values: [String: MergeValue]) {
    let table = tables[nodes[node].table]
    unclaim(node)
    for field in table.references.keys {
      let (old, new) = (nodes[node].values[field]?.reference, values[field]?.reference)
      guard old != new else { continue }
      if let old { unuse(old, by: node) }
      if let new { use(new, by: node) }
    }
    nodes[node].values = values
    if let claim = claim(of: values, in: table) { claims[claim] = node }
    if values["is_default"] != nil, table.name == "footwear" { defaultShoe = node }
  }

  mutating func unclaim(_ node: Int) {
    let table = tables[nodes[node].table]
    if let claim = claim(of: nodes[node].values, in: table), claims[claim] == node {
      claims[claim] = nil
    }
    if defaultShoe == node { defaultShoe = nil }
  }

  mutating func use(_ entry: String, by user: Int) {
    guard let node = node(of: entry) else { return }
    users[node, default: [:]][user, default: 0] += 1
  }

  mutating func unuse(_ entry: String, by user: Int) {
    guard let node = node(of: entry), let count = users[node]?[user] else { return }
    users[node]?[user] = count > 1 ? count - 1 : nil
  }

  /// Gives a row its values, as a step.
  mutating func write(
    _ node: Int, _ values: [String: MergeValue], by change: MergeChange? = nil
  ) {
    if values["is_default"] != nil, nodes[node].table == "footwear", let other = defaultShoe,
      other != node
    {
      var without = nodes[other].values
      without["is_default"] = nil
      write(other, without)
    }
    let old = nodes[node]
    if old.isAlive {
      let fields = Set(old.values.keys).union(values.keys).filter { old.values[$0] != values[$0] }
      if fields.isEmpty, change?.values.isEmpty != true {
        if let change { skip(change) }
        return
      }
      let before = Dictionary(uniqueKeysWithValues: fields.map { ($0, old.values[$0] ?? .null) })
      note(Step(node: node, kind: .update, before: before, change: change), values)
    } else {
      nodes[node].values = [:]
      nodes[node].isAlive = true
      note(Step(node: node, kind: .insert, change: change), values)
    }
    set(node, to: values)
  }

  /// Notes a step, with the values that the row does not tell.
  mutating func note(_ step: Step, _ values: [String: MergeValue]) {
    var step = step
    if let change = step.change {
      step.isHidden =
        step.kind != change.kind
        || (step.kind == .update && step.before.keys.contains { change.values[$0] == nil })
      step.untold = change.values.filter { field, value in
        step.isHidden || (step.kind == .update && step.before[field] == nil)
          || (values[field] ?? .null) != value
      }
    }
    current.append(step)
  }

  /// Notes a change that comes to nothing.
  mutating func skip(_ change: MergeChange) {
    current.append(
      Step(node: nil, kind: .update, change: change, isHidden: true, untold: change.values))
  }

  /// Deletes a row to which nothing refers any more.
  mutating func remove(_ node: Int, by change: MergeChange? = nil) {
    let values = nodes[node].values
    current.append(Step(node: node, kind: .delete, before: values, change: change))
    unclaim(node)
    for field in tables[nodes[node].table].references.keys {
      if let entry = values[field]?.reference { unuse(entry, by: node) }
    }
    nodes[node].isAlive = false
  }

  /// The rows that refer to `node`, in order.
  func living(usersOf node: Int) -> [Int] {
    (users[node] ?? [:]).keys.filter { nodes[$0].isAlive }.sorted()
  }

  // MARK: - Changes

  mutating func apply(_ change: MergeChange, _ accepts: Rule) throws {
    let node = node(of: change.entry)
    switch change.kind {
    case .delete:
      guard let node, nodes[node].isAlive, release(node) else {
        if let node, nodes[node].isAlive { except(.inUse, node, change) }
        return skip(change)
      }
      remove(node, by: change)
    case .insert: try place(change.values, of: change, at: node, accepts)
    case .update:
      // What was never there cannot be brought back.
      guard let node else { return skip(change) }
      let values = nodes[node].values.merging(change.values) { $1 }
      try place(values, of: change, at: node, accepts)
    }
  }

  mutating func except(
    _ reason: Exception.Reason, _ node: Int, _ change: MergeChange
  ) {
    exceptions.append(
      Exception(reason: reason, node: node, action: actions[steps.count].uid, change: change))
  }

  /// Frees a row from what refers to it, for its deletion.
  ///
  /// - Returns: Whether it may be deleted. In the journal that deleted it, nothing
  ///   referred to it.
  mutating func release(_ node: Int) -> Bool {
    let users = living(usersOf: node)
    let uses = users.flatMap { user in
      tables[nodes[user].table].references.compactMap { field, reference in
        nodes[user].values[field]?.reference.flatMap(self.node(of:)) == node
          ? (user: user, field: field, loss: reference.loss) : nil
      }
    }.sorted { ($0.user, $0.field) < ($1.user, $1.field) }
    guard uses.allSatisfy({ $0.loss != .keeps }) else { return false }
    for use in uses where nodes[use.user].isAlive {
      switch use.loss {
      case .clears:
        var values = nodes[use.user].values
        values[use.field] = nil
        write(use.user, values)
      case .cascades: if release(use.user) { remove(use.user) }
      case .keeps, .ignored: break
      }
    }
    return true
  }

  /// The values with references to what is there; what a row cannot be without comes
  /// back.
  mutating func resolved(
    _ values: [String: MergeValue], in table: MergeTable
  ) -> [String: MergeValue] {
    var resolved = values.filter { !$0.value.isNull }
    for (field, reference) in table.references {
      guard let entry = resolved[field]?.reference else { continue }
      guard let node = node(of: entry) else {
        if reference.loss != .ignored { resolved[field] = nil }
        continue
      }
      guard reference.loss != .ignored else {
        resolved[field] = .entry(nodes[node].key)
        continue
      }
      if !nodes[node].isAlive, reference.loss != .clears { bringBack(node) }
      // It may have become part of another.
      let present = root(node) ?? node
      resolved[field] = nodes[present].isAlive ? .entry(nodes[present].key) : nil
    }
    return resolved
  }

  mutating func bringBack(_ node: Int) {
    let table = tables[nodes[node].table]
    settle(resolved(nodes[node].values, in: table), at: node)
  }

  /// Gives an entry new values, by what was done to it.
  ///
  /// If another row already is what can exist only once, both are one from then on.
  mutating func place(
    _ told: [String: MergeValue], of change: MergeChange, at node: Int?, _ accepts: Rule
  ) throws {
    let table = tables[change.table]
    var values = resolved(told, in: table)
    // Resolving may have brought the row itself into another.
    let node = root(node)
    let holder = claim(of: values, in: table).flatMap { claims[$0] }
    if table.name == "activity_source", let source = node ?? holder {
      guard joinActivities(&values, of: change, at: source) else { return skip(change) }
    }
    if let known = node ?? holder, guarded.contains(change.entry) {
      let after =
        node == nil ? combined(nodes[known].values, values, in: table, isLater: true) : values
      let (row, name) = (nodes[known], table.name)
      if try !accepts(name, row.key, after),
        try !row.isAlive || accepts(name, row.key, row.values)
      {
        except(.brokenRule, known, change)
        return skip(change)
      }
    }
    switch (node, holder) {
    case (let node?, let holder?) where node != holder: unite(node, values, holder, by: change)
    case (let node?, _): write(node, values, by: change)
    case (nil, let holder?):
      nodeOf[change.entry] = holder
      write(
        holder, combined(nodes[holder].values, values, in: table, isLater: true), by: change)
    case (nil, nil):
      nodeOf[change.entry] = nodes.count
      nodes.append(Node(table: table.name, key: change.entry))
      write(nodes.count - 1, values, by: change)
    }
    if values["run_id"] != nil || values["cross_training_id"] != nil,
      table.name == "activity_source", let source = self.node(of: change.entry)
    {
      nodes[source].tellers.insert(change.entry)
    }
  }

  /// Gives a row new values, by a rule.
  mutating func settle(_ values: [String: MergeValue], at node: Int) {
    let holder = claim(of: values, in: tables[nodes[node].table]).flatMap { claims[$0] }
    if let holder, holder != node {
      unite(node, values, holder, by: nil)
    } else {
      write(node, values)
    }
  }
}

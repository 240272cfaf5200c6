/// Two rows that become one.
extension Replay {
  /// Makes `node`, which is to get `values`, one with `holder`, which lives: the older
  /// row stays.
  mutating func unite(
    _ node: Int, _ values: [String: MergeValue], _ holder: Int, by change: MergeChange?
  ) {
    let table = tables[nodes[node].table]
    if holder < node {
      let wasAlive = nodes[node].isAlive
      let together = combined(nodes[holder].values, values, in: table, isLater: !wasAlive)
      moveUsers(of: node, to: holder)
      if wasAlive {
        remove(node, by: change)
        note(change)
        write(holder, together)
      } else {
        write(holder, together, by: change)
      }
      nodes[node].heir = holder
    } else {
      let lost = nodes[holder].values
      moveUsers(of: holder, to: node)
      remove(holder)
      nodes[holder].heir = node
      write(node, values, by: change)
      write(node, combined(nodes[node].values, lost, in: table, isLater: false))
    }
  }

  /// Notes that the latest step, a deletion, came of another change.
  mutating func note(_ change: MergeChange?) {
    guard let change, let last = current.indices.last else { return }
    current[last].isHidden = true
    current[last].untold = change.values
  }

  /// Lets everything that refers to a row refer to another.
  mutating func moveUsers(of node: Int, to heir: Int) {
    for user in living(usersOf: node) {
      // An earlier one may have become part of it.
      guard nodes[user].isAlive else { continue }
      var values = nodes[user].values
      for (field, value) in values
      where value.reference.flatMap(self.node(of:)) == node {
        values[field] = .entry(nodes[heir].key)
      }
      settle(values, at: user)
    }
  }

  /// Makes two runs one, if two copies took them from the same source.
  ///
  /// - Returns: Whether the change can be made: an activity is either a run or
  ///   something else.
  mutating func joinActivities(
    _ values: inout [String: MergeValue], of change: MergeChange, at source: Int
  ) -> Bool {
    guard !nodes[source].tellers.contains(change.entry) else { return true }
    for (field, other) in [("run_id", "cross_training_id"), ("cross_training_id", "run_id")] {
      guard change.values[field]?.reference != nil,
        let mine = values[field]?.reference.flatMap(self.node(of:))
      else { continue }
      let present = nodes[source].values
      if present[other]?.reference != nil, change.values[other]?.isNull != true {
        nodes[source].tellers.insert(change.entry)
        return false
      }
      guard let its = present[field]?.reference.flatMap(self.node(of:)), its != mine else {
        continue
      }
      unite(max(its, mine), nodes[max(its, mine)].values, min(its, mine), by: nil)
      values[field] = .entry(nodes[min(its, mine)].key)
    }
    return true
  }
}

extension Merge {
  /// Something that both copies changed in different ways.
  struct Conflict {
    /// The row in the replay.
    let node: Int
    /// The field; `nil` if one copy deleted the entry and the other changed it.
    let field: String?
    /// The value that does not count.
    let lost: MergeValue
    /// Whether the change of the own journal counts.
    let isOwnKept: Bool
  }

  private struct Place: Hashable {
    let node: Int
    let field: String
  }

  /// What each copy alone did last to a field.
  private struct Latest {
    var own: (order: Int, value: MergeValue)?
    var other: (order: Int, value: MergeValue)?
  }

  /// What both copies changed in different ways since they were one.
  var conflicts: [Conflict] {
    let contested = contestedRows
    guard !contested.isEmpty else { return [] }
    var latest: [Place: Latest] = [:]
    var order = 0
    for action in replay.actions {
      guard let isOwn = isOwnAlone(action.uid) else { continue }
      for change in action.changes {
        guard let node = replay.node(of: change.entry), contested.contains(node) else { continue }
        order += 1
        // Whether the entry is there is a field of its own.
        let told = change.values.merging(["": .plain(change.kind == .delete ? .null : 1)]) { $1 }
        for (field, value) in told {
          let value =
            value.reference.flatMap(replay.node(of:)).map {
              MergeValue.entry(replay.nodes[$0].key)
            } ?? value
          if isOwn {
            latest[Place(node: node, field: field), default: Latest()].own = (order, value)
          } else {
            latest[Place(node: node, field: field), default: Latest()].other = (order, value)
          }
        }
      }
    }
    return latest.compactMap { place, latest in
      guard let own = latest.own, let other = latest.other, own.value != other.value,
        place.field != "import_id", place.field.isEmpty || replay.nodes[place.node].isAlive
      else { return nil }
      let isOwnKept = own.order > other.order
      return Conflict(
        node: place.node, field: place.field.isEmpty ? nil : place.field,
        lost: isOwnKept ? other.value : own.value, isOwnKept: isOwnKept)
    }.sorted { ($0.node, $0.field ?? "") < ($1.node, $1.field ?? "") }
  }

  /// The rows that both copies changed.
  private var contestedRows: Set<Int> {
    var (byOwn, byOther): (Set<Int>, Set<Int>) = ([], [])
    for action in replay.actions {
      guard let isOwn = isOwnAlone(action.uid) else { continue }
      let nodes = action.changes.compactMap { replay.node(of: $0.entry) }
      if isOwn { byOwn.formUnion(nodes) } else { byOther.formUnion(nodes) }
    }
    return byOwn.intersection(byOther)
  }

  /// Whether only the own journal knows this action; `nil` if both do.
  func isOwnAlone(_ uid: String) -> Bool? {
    switch (own.actions[uid] != nil, other.actions[uid] != nil) {
    case (true, false): true
    case (false, true): false
    default: nil
    }
  }

  /// The number of actions that the own journal did not know.
  var newActions: Int { other.actions.keys.count { own.actions[$0] == nil } }

  /// Whether both began as one journal.
  var areRelated: Bool {
    own.identity == other.identity || own.actions.isEmpty || other.actions.isEmpty
      || own.actions.keys.contains { other.actions[$0] != nil }
  }
}

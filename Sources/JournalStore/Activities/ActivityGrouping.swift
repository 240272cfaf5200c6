/// Groups the sources that describe the same activity.
///
/// The groups depend only on the sources' values, never on the order of import.
struct ActivityGrouping {
  /// The reason why a group may be the same activity as another.
  struct Ambiguity: Equatable {
    /// The index of the other group.
    let other: Int
    /// Whether they overlap and disagree; otherwise they are similar.
    let isOverlap: Bool
  }

  /// The sources, in a canonical order.
  let nodes: [ActivityNode]
  /// The indices of the sources of each activity.
  private(set) var groups: [[Int]] = []
  /// The doubts about each group, up to a limit.
  private(set) var doubts: [[Ambiguity]] = []

  private var groupOf: [Int]
  private var members: [[Int]]

  /// The maximum number of doubts per group.
  private static let mostDoubts = 5

  /// Groups the sources of a neighbourhood.
  ///
  /// - Parameter nodes: All sources that are similar, or in the same entry.
  init(_ nodes: [ActivityNode]) {
    self.nodes = nodes.sorted { $0.key < $1.key }
    groupOf = Array(nodes.indices)
    members = nodes.indices.map { [$0] }
    joinSame()
    joinShifted()
    let kept = members.indices.filter { !members[$0].isEmpty }
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    groups = kept.map { members[$0].sorted() }
    for node in groupOf.indices { groupOf[node] = place[groupOf[node]] ?? 0 }
    doubts = groups.map { _ in [] }
    collectDoubts()
  }

  private struct Pair {
    let first: Int
    let second: Int
    var rank = 0
    var difference = 0.0

    var order: (Int, Double, Int, Int) { (rank, difference, first, second) }
  }

  /// Joins sources of the same activity, surest first.
  private mutating func joinSame() {
    var pairs: [Pair] = []
    Self.forEachPair(of: nodes) { first, second, likeness in
      guard case .same(let rank, let difference) = likeness else { return }
      pairs.append(Pair(first: first, second: second, rank: rank, difference: difference))
    }
    pairs.sort { $0.order < $1.order }
    for pair in pairs {
      let (first, second) = (groupOf[pair.first], groupOf[pair.second])
      if first != second, mayJoin(first, second, rank: pair.rank) { join(first, second) }
    }
  }

  /// Joins groups whose clocks differ by whole quarter hours, if that is true for
  /// every pair of candidates, and no device recorded two of them.
  private mutating func joinShifted() {
    var isShifted: [Int: [Int: Bool]] = [:]
    Self.forEachPair(of: nodes) { first, second, likeness in
      guard likeness == .shifted || likeness == .mayBeSame else { return }
      let (one, other) = (groupOf[first], groupOf[second])
      guard one != other, !haveOtherNumbers(one, other) else { return }
      for (mine, theirs) in [(one, other), (other, one)] {
        let known = isShifted[mine]?[theirs] ?? false
        isShifted[mine, default: [:]][theirs] = known || likeness == .shifted
      }
    }
    var seen: Set<Int> = []
    for start in isShifted.keys.sorted() where seen.insert(start).inserted {
      var candidates = [start]
      var index = 0
      while index < candidates.count {
        let near = isShifted[candidates[index]]?.keys.sorted() ?? []
        candidates += near.filter { seen.insert($0).inserted }
        index += 1
      }
      let isOne = candidates.indices.allSatisfy { first in
        candidates[(first + 1)...].allSatisfy { other in
          isShifted[candidates[first]]?[other] == true
            && mayJoin(candidates[first], other, rank: ActivityLikeness.identity)
            && !members[candidates[first]].contains { one in
              members[other].contains {
                nodes[one].origin == nodes[$0].origin || nodes[one].contradicts(nodes[$0])
              }
            }
        }
      }
      guard isOne, candidates.count(where: isTyped) <= 1 else { continue }
      for other in candidates.dropFirst() { join(start, other) }
    }
  }

  private mutating func collectDoubts() {
    Self.forEachPair(of: nodes) { first, second, likeness in
      let isOverlap = likeness == .overlapping
      switch likeness {
      case .different, .same(rank: ActivityLikeness.dayOnly, _): return
      case .same, .shifted, .mayBeSame, .overlapping: break
      }
      let (one, other) = (groupOf[first], groupOf[second])
      guard one != other else { return }
      // Two numbers from one service are two activities, unless both are given
      // twice.
      guard
        nodes[first].hasOtherNumber(than: nodes[second])
          || !groups[one].contains(where: { mine in
            groups[other].contains { nodes[mine].hasOtherNumber(than: nodes[$0]) }
          })
      else { return }
      note(Ambiguity(other: other, isOverlap: isOverlap), of: one)
      note(Ambiguity(other: one, isOverlap: isOverlap), of: other)
    }
  }

  private mutating func note(_ doubt: Ambiguity, of group: Int) {
    if let known = doubts[group].firstIndex(where: { $0.other == doubt.other }) {
      if !doubt.isOverlap { doubts[group][known] = doubt }
    } else if doubts[group].count < Self.mostDoubts {
      doubts[group].append(doubt)
    }
  }

  private static func forEachPair(
    of nodes: [ActivityNode], _ body: (Int, Int, ActivityLikeness) -> Void
  ) {
    for first in nodes.indices {
      for second in nodes.indices.dropFirst(first + 1) {
        let likeness = nodes[first].likeness(to: nodes[second])
        if likeness != .different { body(first, second, likeness) }
      }
    }
  }

  private func isTyped(_ group: Int) -> Bool { members[group].contains { nodes[$0].isTyped } }

  private func haveOtherNumbers(_ one: Int, _ other: Int) -> Bool {
    members[one].contains { mine in
      members[other].contains { nodes[mine].hasOtherNumber(than: nodes[$0]) }
    }
  }

  /// Whether nothing contradicts joining two groups.
  private func mayJoin(_ one: Int, _ other: Int, rank: Int) -> Bool {
    guard !isTyped(one) || !isTyped(other), !haveOtherNumbers(one, other) else { return false }
    guard rank != ActivityLikeness.identity else { return true }
    var isAtOtherTime: Bool?
    for mine in members[one] {
      for theirs in members[other] {
        if nodes[mine].contradicts(nodes[theirs]) { return false }
        if let apart = nodes[mine].isAtOtherTime(than: nodes[theirs]) {
          isAtOtherTime = (isAtOtherTime ?? true) && apart
        }
      }
    }
    return isAtOtherTime != true
  }

  private mutating func join(_ one: Int, _ other: Int) {
    for member in members[other] { groupOf[member] = one }
    members[one] += members[other]
    members[other] = []
  }
}

extension ControlledRegression {
  /// The parts of the last fit, which must have succeeded.
  func groupSums<Group: Hashable>(groupOf: (_ day: Int) -> Group) -> GroupSums<Group> {
    GroupSums(self, groupOf: groupOf)
  }
}

/// The contribution of each group of days to a slope.
struct GroupSums<Group: Hashable> {
  /// Group, days, Σ *e*ₓ² and Σ *e*ₓ *e*_y.
  private(set) var groups: [(group: Group, days: Int, squares: Double, products: Double)] = []

  /// Sums over the last fit of `regression`; the days of a group are consecutive.
  init(_ regression: borrowing ControlledRegression, groupOf: (_ day: Int) -> Group) {
    for slot in regression.design.slots.lazy.map(Int.init) where regression.isUsed(slot) {
      let group = groupOf(Int(regression.design.days[slot]))
      if groups.last?.group != group { groups.append((group, 0, 0, 0)) }
      let (x, y) = (regression.residuals.regressor[slot], regression.residuals.outcome[slot])
      groups[groups.count - 1].days += 1
      groups[groups.count - 1].squares += x * x
      groups[groups.count - 1].products += x * y
    }
  }
}

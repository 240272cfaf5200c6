extension World {
  /// Running does nothing and leaves little to learn from, or the ratings are odd.
  static let regular: [World] = [
    World("alternate", "every second day") { Runner(plan: alternate(&$0)) },
    World("alternate-loop", "the same loop every second day") {
      Runner(plan: alternate(&$0, spread: 0, missed: 0.05))
    },
    World("same-days", "same weekdays") { Runner(plan: $0.plan(.sameDays)) },
    World("same-days-sore", "same weekdays, skips when sore") {
      Runner(plan: $0.plan(.sameDays), habit: .skipsAtFour)
    },
    World("loop", "one fixed loop") { Runner(plan: $0.plan(.loop)) },
    World("heaps", "rates 0, 5 or 10, mostly 0") { Runner.heaped(plan: &$0, harm: 0) },
    World("evening", "evening ratings declared morning ones", .misread) {
      Runner(plan: $0.plan(.four), sameDay: 0.08)
    },
    World("evening-sore", "the same, skips when sore", .misread) {
      Runner(plan: $0.plan(.four), habit: .sore, sameDay: 0.08)
    },
  ]

  /// About 8 km on every second day.
  static func alternate(_ draw: inout Draw, spread: Double = 0.25, missed: Double = 0) -> Plan {
    var plan = draw.plan(.daily(spread: spread), warmUp: 0)
    plan.scale(chance: { $0.isMultiple(of: 2) ? 1 - missed : 0 })
    return plan
  }
}

extension Runner {
  /// Pain at 0 on nine days in ten; `harm` is the effect of 8 km, in deviations.
  static func heaped(plan draw: inout Draw, harm: Double) -> Runner {
    Runner(
      plan: draw.plan(.four, warmUp: 0), memory: 0.8, mean: 0, deviation: 1, rating: .heaped,
      lasting: { load, _ in harm * load / 8 })
  }
}

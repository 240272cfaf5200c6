extension World {
  /// Running changes later pain.
  static let effects: [World] = [
    World("three-lasting", "3 runs, +0.4 lasting", .effect) {
      Runner(plan: $0.plan(.three), mean: 1, lasting: { load, _ in 0.052 * load })
    },
    World("three-passing", "3 runs, +0.4 gone the day after", .effect) {
      Runner(plan: $0.plan(.three), mean: 1.3, passing: { 0.06 * $0 })
    },
    World("three-fading", "3 runs, +0.4 halved each day", .effect) {
      Runner(plan: $0.plan(.three), mean: 1.2, lasting: { load, _ in 0.055 * load }, carry: 0.5)
    },
    World("three-late", "3 runs, +0.4 only two days later", .effect) {
      Runner(
        plan: $0.plan(.three), mean: 1.2, lasting: { load, _ in 0.055 * load }, carry: 0.5,
        delay: 2)
    },
    World("three-sore-lasting", "3 runs, skips when sore, +0.45", .effect) {
      Runner(
        plan: $0.plan(.three), habit: .sore, mean: 1, lasting: { load, _ in 0.058 * load })
    },
    World("load-exact", "4 runs, +0.48", .effect) {
      Runner(plan: $0.plan(.four), lasting: { load, _ in 0.06 * load })
    },
    World("load-error", "4 runs, +0.48, distances 30 % off", .effect) {
      Runner(plan: $0.plan(.four), lasting: { load, _ in 0.06 * load }, loadError: 0.3)
    },
    World("weeks-7", "only the past week counts", .effect) { Runner.cumulative(&$0, days: 7) },
    World("weeks-28", "only the past month counts", .effect) { Runner.cumulative(&$0, days: 28) },
    World("long-only", "only runs above 12 km hurt", .effect) {
      Runner(plan: $0.plan(.four), lasting: { load, _ in load > 12 ? 1.2 : 0 }, carry: 0.6)
    },
    World("u-shape", "short runs ease, long ones hurt", .effect) {
      Runner(
        plan: $0.plan(.four), lasting: { load, _ in load > 12 ? 1.5 : load > 0 ? -0.7 : 0 },
        carry: 0.6)
    },
    World("ended", "an effect that ends after a year", .effect) {
      Runner(
        plan: $0.plan(.four), mean: 1, lasting: { load, day in day < 365 ? 0.08 * load : 0 })
    },
    World("turned", "an effect that turns after a year", .effect) {
      Runner(
        plan: $0.plan(.four), mean: 1, lasting: { load, day in (day < 365 ? 0.08 : -0.06) * load })
    },
    World("alternate-harm", "every second day, +0.44", .effect) {
      Runner(
        plan: alternate(&$0), mean: 1.5 - 0.06 * 4 / 0.12, lasting: { load, _ in 0.06 * load },
        typical: 8)
    },
    World("same-days-harm", "same weekdays, +0.39", .effect) {
      Runner(plan: $0.plan(.sameDays), lasting: { load, _ in 0.06 * load - 0.2 })
    },
    World("loop-harm", "one fixed loop, +0.4", .effect) {
      Runner(plan: $0.plan(.loop), mean: 1, lasting: { load, _ in 0.055 * load })
    },
    World("heaps-harm", "rates 0, 5 or 10, +0.2", .effect) {
      Runner.heaped(plan: &$0, harm: 0.12)
    },
    World("stress-harm", "strong stress hides +0.45", .effect) {
      Runner(plan: stressed(&$0, 0.8), lasting: { load, _ in 0.06 * load - 0.2 })
    },
  ]

  /// A run changes the same evening, and nothing later.
  static let evenings: [World] = [
    World("evening-rest", "a run does nothing to the evening", .sameDay) {
      Runner(plan: $0.plan(.three), habit: .sore, ratesEvenings: true)
    },
    World("evening-ease", "a run eases the evening by 0.8", .sameDay) {
      Runner(plan: $0.plan(.three), habit: .sore, ratesEvenings: true, eveningAfterRun: -0.8)
    },
  ]
}

extension Runner {
  /// Pain follows a weighted mean of the load, one point for each of its standard
  /// deviations, and no single run.
  static func cumulative(_ draw: inout Draw, days: Int) -> Runner {
    let weight = 2 / Double(days + 1)
    var plan = draw.plan(.four, warmUp: 120)
    for start in stride(from: 0, to: plan.count, by: 14) {
      let block = [0.5, 0.8, 1, 1.2, 1.5][draw.random.below(5)]
      for day in start..<min(plan.count, start + 14) { plan.distance[day] *= block }
    }
    plan.settle(&draw.random)
    let loads = zip(plan.chance, plan.distance).map(*)
    let mean = loads.reduce(0, +) / Double(loads.count)
    var current = mean
    let means = loads.map { load in
      current += weight * (load - current)
      return current
    }.dropFirst(60)
    let middle = means.reduce(0, +) / Double(means.count)
    let spread = (means.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(means.count))
      .squareRoot()
    return Runner(
      plan: plan, memory: 0.85, mean: 1.8 - mean / spread, deviation: 1.6,
      lasting: { load, _ in weight * load / spread }, carry: 1 - weight)
  }
}

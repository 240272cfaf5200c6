extension World {
  /// Running does nothing, but the leg decides about it.
  static let guided: [World] = [
    World("three-sore", "3 runs, skips when sore") {
      Runner(plan: $0.plan(.three), habit: .sore)
    },
    World("four-sore", "4 runs, skips when sore") {
      Runner(plan: $0.plan(.four), habit: .sore)
    },
    sore("sore", "long Sundays, skips when sore"),
    sore("sore-missing", "the same, 3 in 10 ratings missing", loss: .atRandom),
    World("layoff-avoids", "lay-off, and skips when sore") {
      Runner(plan: layoff(&$0), habit: .sore)
    },
    World("pill-avoids", "pills, and skips when sore") {
      Runner(plan: $0.plan(.four), habit: .skips, mean: 1.8, hasPills: true)
    },
  ]

  private static func sore(_ name: String, _ title: String, loss: Loss = .none) -> World {
    World(name, title) {
      Runner(
        plan: $0.plan(.longSunday), habit: .sore, memory: 0.9, mean: 1.2, deviation: 2.2,
        loss: loss)
    }
  }
}

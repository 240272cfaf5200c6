import Foundation

extension World {
  /// Running does nothing, but something that no rating shows moves both running and
  /// later pain.
  static let hidden: [World] = [
    World("pill-runs", "a pill lets them run", .hidden) {
      Runner(plan: $0.plan(.four), habit: .skipsWithoutPill, mean: 1.8, hasPills: true)
    },
    World("evening-felt", "skips by the evening before, rates roughly", .hidden) {
      Runner(plan: $0.plan(.four), habit: .sinceEvening, noise: 0.7, ratesEvenings: true)
    },
    World("noisy-felt", "skips by felt pain, rates roughly", .hidden) {
      Runner(plan: $0.plan(.four), habit: .felt, noise: 1)
    },
    World("flares", "flare-ups of 18 days, half the runs", .hidden) {
      Runner.flaring(&$0, calm: 45, flare: 18)
    },
    World("flares-long", "flare-ups of 45 days, half the runs", .hidden) {
      Runner.flaring(&$0, calm: 90, flare: 45)
    },
    World("stress", "strong stress", .hidden) { Runner(plan: stressed(&$0, 0.8)) },
    World("stress-mild", "mild stress", .hidden) { Runner(plan: stressed(&$0, 0.4)) },
  ]

  /// Stress keeps them from running and makes the next morning worse; they sit longer
  /// with it.
  static func stressed(_ draw: inout Draw, _ strength: Double) -> Plan {
    var plan = draw.plan(.four)
    var passing = 0.0
    let stress = plan.weekdays.map { weekday in
      passing = 0.4 * passing + 0.84.squareRoot() * draw.random.normal()
      return passing + (weekday < 5 ? 0.4 : -1)
    }
    for day in 0..<plan.count {
      let chance = plan.chance[day]
      plan.chance[day] = 1 / (1 + (1 - chance) / chance * exp(1.2 * strength * stress[day]))
      if day > 0 { plan.ache[day] = strength * stress[day - 1] }
    }
    plan.sitting = stress.map {
      min(16, max(0, (7 + 2.5 * $0 + draw.random.normal()).rounded(.toNearestOrEven)))
    }
    return plan
  }
}

extension Runner {
  /// Calm and flare-ups that last about so many days, with fewer and shorter runs.
  static func flaring(_ draw: inout Draw, calm: Double, flare: Double) -> Runner {
    var plan = draw.plan(.four)
    var isFlare = draw.random.unit() < flare / (calm + flare)
    let flares = plan.weekdays.map { _ in
      isFlare = isFlare ? draw.random.unit() >= 1 / flare : draw.random.unit() < 1 / calm
      return isFlare ? 1.0 : 0
    }
    for (day, flare) in flares.enumerated() where flare == 1 {
      plan.chance[day] *= 0.5
      plan.distance[day] *= 0.6
      plan.ache[day] = 4.3
    }
    plan.flare = flares
    return Runner(plan: plan, memory: 0.5, mean: 0.7, deviation: 1.1)
  }
}

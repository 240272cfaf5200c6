import Foundation

extension World {
  /// Running does nothing, and the leg has no say in it.
  static let plain: [World] = [
    World("three", "3 runs a week") { Runner(plan: $0.plan(.three)) },
    weekly("weekly", "4 runs, long Sundays"),
    weekly("weekly-calm", "mostly no pain", mean: -0.2, deviation: 2.4),
    weekly("weekly-missing", "3 in 10 ratings missing", loss: .atRandom),
    weekly("weekly-missing-runs", "weeks of ratings missing", loss: .inRuns),
    weekly("weekly-missing-well", "rates when it hurts", loss: .whenWell),
    World("rates-when-sore", "rates on run days or when it hurts") {
      Runner(plan: $0.plan(.four), loss: .whenWellAtRest)
    },
    World("both-weekly", "load and pain both weekly") {
      var plan = $0.plan(.longSunday)
      for (day, weekday) in plan.weekdays.enumerated() { plan.ache[day] = weekday < 5 ? 1.1 : -1.1 }
      return Runner(plan: plan, memory: 0.85, mean: 1.2, deviation: 2.2)
    },
    World("drift", "load and pain drift (0.9, 0.9)") {
      var plan = $0.plan(.daily(spread: 0), warmUp: 0)
      for (day, form) in $0.random.autoregression(plan.count, 0.9).enumerated() {
        plan.chance[day] = form > -0.3 ? 1 : 0
        plan.distance[day] = 5 * abs(form)
      }
      return Runner(plan: plan, memory: 0.9)
    },
    World("blocks", "training blocks") {
      Runner(plan: blocks(&$0), memory: 0.9, mean: 1.2, deviation: 2.2)
    },
    World("trends", "training blocks and trends") {
      var plan = blocks(&$0)
      let slow = $0.random.autoregression(plan.count, 0.99)
      let days = Double(plan.days)
      plan.scale(distance: { 0.5 + Double($0) / days })
      plan.add(ache: { 4.8 * (0.5 - Double($0) / days) + 1.2 * slow[$0] })
      return Runner(plan: plan, memory: 0.85, mean: 1.8, deviation: 1.6)
    },
    World("layoff", "lay-off that heals") { Runner(plan: layoff(&$0)) },
    World("races", "race cycles and seasons") { Runner(plan: races(&$0)) },
  ]

  private static func weekly(
    _ name: String, _ title: String, mean: Double = 1.2, deviation: Double = 2.2,
    loss: Loss = .none
  ) -> World {
    World(name, title) {
      Runner(
        plan: $0.plan(.longSunday), memory: 0.9, mean: mean, deviation: deviation, loss: loss)
    }
  }

  /// Blocks of three hard weeks and an easy one, with drifting form and lay-offs of ten to
  /// twenty days about every four months.
  private static func blocks(_ draw: inout Draw) -> Plan {
    var plan = draw.plan(.longSunday, warmUp: 0)
    let start = draw.random.below(28)
    let form = draw.random.autoregression(plan.count, 0.985)
    plan.scale(distance: { [0.8, 1, 1.2, 0.6][($0 + start) / 7 % 4] * exp(0.35 * form[$0]) })
    var day = Int(draw.random.exponential(mean: 120)) + 1
    while day < plan.count {
      let end = day + 10 + draw.random.below(11)
      for index in day..<min(plan.count, end) { plan.chance[index] = 0 }
      day = end + Int(draw.random.exponential(mean: 120)) + 1
    }
    return plan
  }

  /// A flare-up that heals, six weeks without running soon after its onset, and a
  /// slow return.
  static func layoff(_ draw: inout Draw) -> Plan {
    var plan = draw.plan(.four)
    let days = Double(plan.days)
    let onset = Int(draw.random.unit(0.25 * days, 0.6 * days))
    let stop = onset + draw.random.below(3)
    let halfLife = draw.random.unit(8, 20)
    let rise = draw.random.unit(3, 5)
    plan.scale(
      chance: { day in
        switch day - stop {
        case 0..<42: 0
        case 42..<84: 0.5 + 0.5 * Double(day - stop - 42) / 42
        default: 1
        }
      },
      distance: { day in
        (42..<98).contains(day - stop) ? 0.35 + 0.65 * Double(day - stop - 42) / 56 : 1
      })
    plan.add(ache: { $0 < onset ? 0 : rise * pow(0.5, Double($0 - onset) / halfLife) })
    return plan
  }

  /// Twelve weeks towards a race, again and again, while pain is worse in winter, when
  /// there is less running.
  private static func races(_ draw: inout Draw) -> Plan {
    var plan = draw.plan(.four)
    let start = draw.random.below(84)
    let dayOfYear = draw.random.below(365)
    // The warm-up has negative days.
    let week = { (day: Int) in (day + start + 84) / 7 % 12 }
    let winter = { (day: Int) in cos(2 * .pi * Double(day + dayOfYear - 15) / 365) }
    let volume = [0.7, 0.8, 0.9, 0.6, 0.9, 1, 1.1, 0.7, 1.1, 0.6, 0.45, 0.25]
    plan.scale(
      chance: { (week($0) == 11 ? 0.5 : 1) * (1 - 0.15 * winter($0)) },
      distance: { volume[week($0)] * (1 - 0.15 * winter($0)) })
    plan.add(ache: { 1.3 * winter($0) })
    for (index, day) in plan.diaryDays.enumerated() {
      if week(day) == 10, plan.weekdays[index] == 6 {
        plan.chance[index] = 1
        plan.distance[index] = draw.random.below(2) == 0 ? 21.1 : 42.2
      }
    }
    return plan
  }
}

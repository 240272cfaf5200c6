import CivilDay

/// A person whose leg may change the running, and whose running may change the leg.
///
/// Pain is felt as `mean` + `deviation` × an autoregression, plus what the plan brings,
/// plus what running adds; then it is rated.
struct Runner {
  var plan: Plan
  var habit = Habit.none

  /// How much of the deviation is left after a day.
  var memory = 0.88
  /// Felt pain, in points.
  var mean = 1.5
  var deviation = 2.0
  var rating = Rating.whole
  /// The error of a rating, in points.
  var noise = 0.0

  /// What a load adds to the felt pain of the next morning.
  ///
  /// `carry` of it is left each day after. The day is that of the rating, 0 at the start
  /// of the diary.
  var lasting: @Sendable (_ load: Double, _ day: Int) -> Double = { _, _ in 0 }
  /// As `memory`, unless given.
  var carry: Double?
  /// What a load adds to the next morning alone.
  var passing: @Sendable (_ load: Double) -> Double = { _ in 0 }
  /// Days from a run to its effect.
  var delay = 1
  /// What a typical run is for ``Life/effect``, in kilometres.
  var typical = 8.3

  /// Takes a pill on most mornings with a rating of 4 or more; it helps until the next.
  var hasPills = false
  /// Rates in the evening too, when `eveningAfterRun` is added on run days.
  var ratesEvenings = false
  var eveningAfterRun = 0.0
  /// What is declared a morning rating is made in the evening and contains this much for
  /// each kilometre of the day.
  var sameDay = 0.0
  /// The standard deviation of the logarithm of a logged distance.
  var loadError = 0.0
  var loss = Loss.none

  /// Lives through the plan and keeps what comes after the warm-up.
  func live(from firstDay: Day, _ random: inout Random) -> Life {
    var load: [Double] = []
    var pain: [Double] = []
    var pills: [Double] = []
    var evenings: [Double] = []
    // An evening lies half-way between two mornings.
    let halfMemory = memory.squareRoot()
    let halfStep = (1 - memory).squareRoot()
    var level = random.normal()
    var (carried, relief, evening) = (0.0, 0.0, mean)
    var (changes, costs) = (0.0, 0.0)
    for day in 0..<plan.count {
      level = halfMemory * level + halfStep * random.normal()
      carried *= carry ?? memory
      let alone = mean + deviation * level + plan.ache[day] - relief
      let slip = noise * random.normal()
      let before = day < delay ? 0 : load[day - delay]
      let added = lasting(before, day - plan.warmUp)
      let passed = passing(before)
      if day > plan.warmUp {
        let others = alone + carried + slip
        changes += rating(others + effect(of: typical, day)) - rating(others + effect(of: 0, day))
      }
      carried += added
      let felt = alone + carried + passed
      let rated = rating(felt + slip)
      if day >= plan.warmUp { costs += rated - rating(alone + slip) }
      let tookPill = hasPills && rated >= 4 && random.unit() < 0.6
      relief = tookPill ? 1.5 : 0
      let factors = habit.factors(
        Habit.Morning(felt: felt, rating: rated, eveningBefore: evening, tookPill: tookPill))
      let runs = random.unit() < plan.chance[day] * factors.chance
      let distance = runs ? Plan.tenths(plan.distance[day] * factors.distance) : 0
      level = halfMemory * level + halfStep * random.normal()
      evening = mean + deviation * level + plan.ache[day] + carried
      load.append(distance)
      pain.append(sameDay == 0 ? rated : rating(felt + sameDay * distance))
      pills.append(tookPill ? 1 : 0)
      evenings.append(rating(evening + (runs ? eveningAfterRun : 0)))
    }
    return diary(
      from: firstDay, load, pain, pills: pills, evenings: evenings,
      effect: changes / Double(plan.days - 1), cost: costs / Double(plan.days), &random)
  }

  private func effect(of load: Double, _ day: Int) -> Double {
    lasting(load, day - plan.warmUp) + passing(load)
  }

  /// What is written down of it.
  private func diary(
    from firstDay: Day, _ load: [Double], _ pain: [Double], pills: [Double], evenings: [Double],
    effect: Double, cost: Double, _ random: inout Random
  ) -> Life {
    var life = Life(
      firstDay: firstDay, load: Array(load[plan.warmUp...]), pain: Array(pain[plan.warmUp...]),
      sitting: plan.sitting.map { Array($0[plan.warmUp...]) },
      flare: plan.flare.map { Array($0[plan.warmUp...]) },
      medication: hasPills ? Array(pills[plan.warmUp...]) : nil,
      evening: ratesEvenings ? Array(evenings[plan.warmUp...]) : nil,
      effect: effect, cost: cost)
    life.pain = loss(life, &random)
    if loadError > 0 {
      life.load = life.load.map {
        Plan.tenths($0 * random.logNormal(loadError, shift: -loadError * loadError / 2))
      }
    }
    return life
  }
}

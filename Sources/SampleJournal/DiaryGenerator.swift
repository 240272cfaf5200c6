import CivilDay
// `rounded()` becomes a call of the C library's `round`, which is not linked into
// a program that imports nothing else from it.
import Platform

/// Lives through the days of a synthetic diary, one by one.
///
/// The order of the random numbers is part of the result: a change here changes
/// every diary.
struct DiaryGenerator {
  private let plan: DiaryPlan
  private var random: SplitMix64
  private var diary: SampleDiary

  /// The latent leg pain of this morning without flare-ups, in points.
  private var legLevel = 2.0
  /// The latent back pain of this morning, in points.
  private var backLevel = 2.0
  /// The kilometres run yesterday, noted or not.
  private var kilometres = 0.0

  /// The kilometres planned for each weekday, Monday first.
  private static let week = [0.0, 6, 0, 8, 0, 5, 12]

  init(years: Int, lastDay: Day, seed: UInt64) {
    random = SplitMix64(seed: seed)
    plan = DiaryPlan(years: years, lastDay: lastDay, using: &random)
    diary = SampleDiary(days: plan.days)
    diary.shoes = plan.shoes
    diary.untracked = plan.holidays
  }

  /// Returns the whole diary.
  mutating func generate() -> SampleDiary {
    for day in plan.days { live(day) }
    diary.flareUps = plan.flares.filter { $0.days.upperBound <= plan.days.upperBound }.map {
      flare in
      let noted = diary.checkIns.filter { flare.days.contains($0.day) }.compactMap(\.legPain)
      return SampleFlareUp(
        onset: flare.days.lowerBound, end: flare.days.upperBound, peakPain: noted.max() ?? 0,
        trigger: flare.trigger)
    }
    return diary
  }

  /// Lives through one day and records what the runner would.
  private mutating func live(_ day: Day) {
    let legRest = 0.9
    legLevel =
      legRest + 0.72 * (legLevel - legRest) + SampleDiary.painPerKilometre * kilometres
      + 0.55 * random.normal()
    backLevel = 2 + 0.8 * (backLevel - 2) + 0.5 * random.normal()
    kilometres = 0
    if plan.holidays.contains(where: { $0.contains(day) }) {
      diary.marks.append(SampleMark(day: day, kind: .notTracked))
      return
    }
    let flare = plan.flares.reduce(0) { $0 + $1.addition(on: day) }
    let leg = legLevel + flare
    let back = backLevel + 0.3 * legLevel - 0.6 + 0.5 * flare
    let soreness = rating(leg + 0.35 * random.normal())

    let hasCheckedIn = checkInInTheMorning(day, leg: soreness, back: back)
    let run = run(on: day, soreness: soreness)
    if let run { diary.runs.append(run) }
    kilometres = (run?.metres ?? 0) / 1000
    let hasTrained = run == nil && soreness >= 4 && crossTrain(day)
    let hasStretched = stretch(day, hasRun: run != nil)
    let hasSaidGoodNight = checkInInTheEvening(day, leg: leg, back: back, hasRun: run != nil)
    let isNoted = hasCheckedIn || run != nil || hasTrained || hasStretched || hasSaidGoodNight
    let saysRest = random.chance(0.25)
    if run == nil, saysRest || !isNoted { diary.marks.append(SampleMark(day: day, kind: .rest)) }
  }
}

// MARK: - Running

extension DiaryGenerator {
  /// Decides whether and how far to run, and runs.
  private mutating func run(on day: Day, soreness: Int) -> SampleRun? {
    var planned = Self.week[day.weekday]
    // Life moves runs: an extra one now and then, and a cancelled one.
    if planned == 0, random.chance(0.1) { planned = 5 }
    if random.chance(0.1) { planned = 0 }
    // Three weeks of building up, one of recovery.
    let cycle = [0.9, 1, 1.1, 0.75][(day.daysSince1970 + 3) / 7 % 4]
    var distance = planned * cycle * (1 + 0.12 * random.normal())
    let mind = random.uniform()
    switch soreness {
    case 6...: if mind < 0.95 { distance = 0 }
    case 5: distance *= mind < 0.75 ? 0 : 0.6
    case 4: distance *= mind < 0.35 ? 0 : mind < 0.75 ? 0.65 : 1
    case 3: if mind < 0.2 { distance *= 0.8 }
    default: break
    }
    guard distance >= 1.5 else { return nil }

    let isSunday = day.weekday == 6
    let isEarly = !isSunday && random.chance(0.3)
    let start =
      isSunday
      ? time(9, 30, within: 25) : isEarly ? time(7, 30, within: 10) : time(18, 10, within: 40)
    let place = random.uniform()
    let surface =
      place < (isSunday ? 0.4 : 0.15)
      ? "trail" : place < 0.85 ? "road" : place < 0.93 ? "track" : "treadmill"
    let pace = 345 + 8 * random.normal() + (surface == "trail" ? 25 : 0) + 5 * Double(soreness)
    let effort = 3 + 0.35 * (distance - 5) + 0.3 * Double(soreness) + 0.7 * random.normal()
    let shoes = plan.shoes(on: day)
    let shoe = shoes[shoes.count > 1 && random.chance(0.55) ? shoes.count - 1 : 0]
    return SampleRun(
      day: day, start: start, metres: (distance * 100).rounded() * 10,
      seconds: Int((distance * pace).rounded()),
      exertion: random.chance(0.08) ? nil : min(10, max(1, (effort * 2).rounded() / 2)),
      surface: surface, shoe: shoe.name)
  }

  /// Sometimes trains more gently on a sore day without a run.
  private mutating func crossTrain(_ day: Day) -> Bool {
    guard random.chance(0.45) else { return false }
    let (activity, minutes) = [("swim", 30), ("bike", 40), ("walk", 35)][random.whole(0...2)]
    diary.crossTraining.append(
      SampleCrossTraining(
        day: day, activity: activity, minutes: minutes + 5 * random.whole(-2...3),
        exertion: Double(random.whole(3...8)) / 2))
    return true
  }

  /// Does up to two of the exercises, more often after a run.
  private mutating func stretch(_ day: Day, hasRun: Bool) -> Bool {
    guard random.chance(hasRun ? 0.7 : 0.4) else { return false }
    let first = random.whole(0...4)
    let second = (first + random.whole(1...4)) % 5
    for index in random.chance(0.5) ? [first, second] : [first] {
      let (name, kind, sets, repetitions, hold, side): (String, String, Int, Int?, Int?, String) =
        switch index {
        case 0: ("piriformis", "stretch", 3, nil, 30, "both")
        case 1: ("hamstring", "stretch", 3, nil, 30, "both")
        case 2: ("sciatic glide", "nerve glide", 2, 12, nil, "left")
        case 3: ("cat-cow", "mobility", 1, 12, nil, "both")
        default: ("glute bridge", "strength", 3, 12, nil, "both")
        }
      diary.stretches.append(
        SampleStretch(
          day: day, exercise: name, kind: kind, sets: sets, repetitions: repetitions,
          holdSeconds: hold, side: side))
    }
    return true
  }
}

// MARK: - Checking in

extension DiaryGenerator {
  /// Checks in before the day begins, on most days; some check-ins have no
  /// ratings.
  private mutating func checkInInTheMorning(_ day: Day, leg: Int, back: Double) -> Bool {
    let isMade = random.chance(0.92)
    let hasRatings = random.chance(0.955)
    let time = day.weekday == 6 ? time(8, 10, within: 20) : time(6, 50, within: 12)
    let sleep = halves(7.2 + 0.8 * random.normal(), in: 4...10)
    let checkIn = checkIn(
      day, time, .morning, leg: hasRatings ? leg : nil, back: hasRatings ? back : nil,
      sitting: nil, sleep: random.chance(0.9) ? sleep : nil)
    if isMade { diary.checkIns.append(checkIn) }
    return isMade
  }

  /// Checks in at night on some days; a run is felt a little by then.
  private mutating func checkInInTheEvening(
    _ day: Day, leg: Double, back: Double, hasRun: Bool
  ) -> Bool {
    let isMade = random.chance(0.35)
    let time = time(21, 15, within: 45)
    let evening = rating(leg + (hasRun ? 0.3 : 0) + 0.6 * random.normal())
    let desk = day.weekday < 5 ? 7.5 : 3.5
    let sitting = halves(desk + 1.3 * random.normal(), in: 0...14)
    let checkIn = checkIn(
      day, time, .evening, leg: evening, back: back, sitting: sitting, sleep: nil)
    if isMade { diary.checkIns.append(checkIn) }
    return isMade
  }

  private mutating func checkIn(
    _ day: Day, _ time: String, _ moment: SampleCheckIn.Moment, leg: Int?, back: Double?,
    sitting: Double?, sleep: Double?
  ) -> SampleCheckIn {
    let backPain = rating((back ?? 0) + 0.4 * random.normal())
    // The worse the pain, the further down it goes.
    let depth = Int((Double(leg ?? 0) * 0.75 + 0.6 * random.normal() + 0.5).rounded())
    let tingles = random.chance(max(0, Double(leg ?? 0) - 2) * 0.12)
    let stress = rating((day.weekday < 5 ? 4 : 2.5) + 1.6 * random.normal())
    let mood = rating(6.8 - 0.35 * Double(leg ?? 3) + 1.2 * random.normal())
    let hasMind = random.chance(0.85)
    let hasLegPain = (leg ?? 0) > 0
    return SampleCheckIn(
      day: day, time: time, moment: moment, legPain: leg, backPain: back == nil ? nil : backPain,
      reach: hasLegPain ? min(6, max(1, depth)) : nil, side: hasLegPain ? "left" : nil,
      tingling: leg == nil ? nil : tingles, sittingHours: sitting, sleepHours: sleep,
      stress: hasMind ? stress : nil, mood: hasMind ? mood : nil)
  }
}

// MARK: - Numbers

extension DiaryGenerator {
  /// Returns the whole number from 0 to 10 nearest to a latent level.
  private func rating(_ level: Double) -> Int {
    Int(min(10, max(0, level.rounded())))
  }

  /// Returns `value` in steps of a half within `range`.
  private func halves(_ value: Double, in range: ClosedRange<Double>) -> Double {
    min(range.upperBound, max(range.lowerBound, (value * 2).rounded() / 2))
  }

  /// Returns a time as `HH:MM` that is at most `minutes` off the one given.
  private mutating func time(_ hour: Int, _ minute: Int, within minutes: Int) -> String {
    let total = hour * 60 + minute + random.whole(-minutes...minutes)
    let (hours, rest) = total.quotientAndRemainder(dividingBy: 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }
}

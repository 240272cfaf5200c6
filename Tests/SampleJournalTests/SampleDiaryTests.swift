import CivilDay
import SampleJournal
import Testing

@Suite struct SampleDiaryTests {
  static let lastDay = Day(daysSince1970: 20_757)  // 2026-10-31
  static let diary = SampleDiary.make(endingOn: lastDay, seed: 1)

  @Test func `The same seed gives the same diary, on every machine and for ever`() {
    #expect(SampleDiary.make(endingOn: Self.lastDay, seed: 1) == Self.diary)
    #expect(SampleDiary.make(endingOn: Self.lastDay, seed: 2) != Self.diary)
    // Documentation and benchmarks quote this diary; a change to it is a break.
    #expect(checksum(Self.diary) == 7_353_354_502_523_580_714)
  }

  @Test(arguments: [(1, 1), (2, 1), (2, 7), (3, 9), (20, 3)] as [(Int, UInt64)])
  func `All values lie in the ranges of a journal`(years: Int, seed: UInt64) {
    let diary = SampleDiary.make(years: years, endingOn: Self.lastDay, seed: seed)
    #expect(diary.days.upperBound == Self.lastDay)
    #expect(diary.days.count == years * 365 + years / 4)
    for run in diary.runs {
      #expect((1500...25_000).contains(run.metres))
      #expect((240.0...480).contains(Double(run.seconds) / (run.metres / 1000)))
      #expect(run.exertion.map { (0...10).contains($0) && $0 * 2 == ($0 * 2).rounded() } ?? true)
      #expect(isTime(run.start))
    }
    for checkIn in diary.checkIns {
      for rating in [checkIn.legPain, checkIn.backPain, checkIn.stress, checkIn.mood] {
        #expect((0...10).contains(rating ?? 0))
      }
      #expect((checkIn.reach == nil) == ((checkIn.legPain ?? 0) == 0))
      #expect((1...6).contains(checkIn.reach ?? 1))
      #expect((0...14).contains(checkIn.sittingHours ?? 0))
      #expect((4...10).contains(checkIn.sleepHours ?? 4))
      #expect(isTime(checkIn.time))
    }
    for training in diary.crossTraining {
      #expect((10...90).contains(training.minutes))
      #expect((0...10).contains(training.exertion))
    }
    #expect(
      diary.stretches.allSatisfy { ($0.repetitions == nil) != ($0.holdSeconds == nil) })
    #expect(diary.flareUps.count == years)
    for flare in diary.flareUps {
      #expect((10...30).contains(flare.onset.distance(to: flare.end)))
      #expect((4...10).contains(flare.peakPain))
    }
  }

  @Test(arguments: [1, 2, 20])
  func `Every day is noted or marked, and a holiday is nothing but untracked`(years: Int) {
    let diary = SampleDiary.make(years: years, endingOn: Self.lastDay, seed: 5)
    let noted = Set(
      diary.runs.map(\.day) + diary.stretches.map(\.day) + diary.checkIns.map(\.day)
        + diary.crossTraining.map(\.day))
    let rest = Set(diary.marks.filter { $0.kind == .rest }.map(\.day))
    let gaps = Set(diary.marks.filter { $0.kind == .notTracked }.map(\.day))
    #expect(noted.union(rest).union(gaps) == Set(diary.days))
    #expect(noted.union(rest).isDisjoint(with: gaps))
    #expect(gaps == Set(diary.untracked.joined()))
    #expect(diary.untracked.count == max(1, years / 2))
    #expect(diary.untracked.allSatisfy { $0.count == 14 })
    #expect(rest.isDisjoint(with: diary.runs.map(\.day)))
    #expect(Set(diary.runs.map(\.day)).count == diary.runs.count)
  }

  @Test func `Entries are in order, and the morning comes before the run`() {
    let diary = Self.diary
    #expect(zip(diary.runs, diary.runs.dropFirst()).allSatisfy { $0.day < $1.day })
    #expect(
      zip(diary.checkIns, diary.checkIns.dropFirst()).allSatisfy {
        ($0.day.daysSince1970, $0.time) < ($1.day.daysSince1970, $1.time)
      })
    let starts = Dictionary(uniqueKeysWithValues: diary.runs.map { ($0.day, $0.start) })
    for checkIn in diary.checkIns {
      guard let start = starts[checkIn.day] else { continue }
      #expect((checkIn.time < start) == (checkIn.moment == .morning))
    }
  }

  @Test func `Two pairs of shoes are worn while they are owned`() throws {
    let shoes = Self.diary.shoes
    #expect(shoes.count == 2)
    #expect(shoes[0].firstDay == Self.diary.days.lowerBound)
    #expect(shoes[1].firstDay > shoes[0].firstDay + 200)
    let retired = try #require(shoes[0].retiredDay)
    #expect((Self.lastDay - 60...Self.lastDay).contains(retired))
    #expect(shoes[1].retiredDay == nil)
    for run in Self.diary.runs {
      let shoe = try #require(shoes.first { $0.name == run.shoe })
      #expect(shoe.firstDay <= run.day && run.day <= shoe.retiredDay ?? run.day)
    }
    #expect(Set(Self.diary.runs.map(\.shoe)).count == 2)
    let names = SampleDiary.make(years: 20, endingOn: Self.lastDay, seed: 1).shoes.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: 1...8)
  func `About one morning in eight lacks its rating, and some runs their exertion`(seed: UInt64) {
    let diary = SampleDiary.make(endingOn: Self.lastDay, seed: seed)
    let tracked = diary.days.count - diary.untracked.reduce(0) { $0 + $1.count }
    let share = Double(morningPain(diary).count) / Double(tracked)
    #expect((0.83...0.92).contains(share))
    let missing = diary.runs.count { $0.exertion == nil }
    #expect((0.03...0.14).contains(Double(missing) / Double(diary.runs.count)))
    #expect(diary.runs.count > 300)
  }

  @Test(arguments: 1...8)
  func `A sore morning keeps the runner from running, and from running far`(seed: UInt64) {
    let diary = SampleDiary.make(years: 10, endingOn: Self.lastDay, seed: seed)
    let pain = morningPain(diary)
    let kilometres = Dictionary(
      uniqueKeysWithValues: diary.runs.map { ($0.day, $0.metres / 1000) })
    /// The mean kilometres of Sundays on which the morning's pain was in `range`.
    func sundays(_ range: ClosedRange<Int>) -> Double {
      let days = pain.filter { $0.key.weekday == 6 && range.contains($0.value) }.map(\.key)
      return days.reduce(0) { $0 + kilometres[$1, default: 0] } / Double(days.count)
    }
    #expect(sundays(0...2) > sundays(4...10) + 2)
    // Swimming and the like stand in for runs only on sore days.
    #expect(diary.crossTraining.allSatisfy { kilometres[$0.day] == nil && pain[$0.day] ?? 4 >= 4 })
  }

  @Test(arguments: 1...8)
  func `A long run is followed by more pain than a day without, at equal pain before`(
    seed: UInt64
  ) {
    // Ten years, since one month or one year cannot show it for certain.
    let diary = SampleDiary.make(years: 10, endingOn: Self.lastDay, seed: seed)
    let pain = morningPain(diary)
    let kilometres = Dictionary(
      uniqueKeysWithValues: diary.runs.map { ($0.day, $0.metres / 1000) })
    for before in 1...3 {
      var long: [Double] = []
      var none: [Double] = []
      for (day, rating) in pain where rating == before {
        guard let after = pain[day + 1] else { continue }
        switch kilometres[day, default: 0] {
        case 0: none.append(Double(after))
        case 10...: long.append(Double(after))
        default: break
        }
      }
      let difference =
        long.reduce(0, +) / Double(long.count) - none.reduce(0, +) / Double(none.count)
      #expect((0.7...1.7).contains(difference))
    }
  }

  /// The noted leg pain of each morning that has one.
  private func morningPain(_ diary: SampleDiary) -> [Day: Int] {
    diary.checkIns.reduce(into: [:]) { pain, checkIn in
      if checkIn.moment == .morning { pain[checkIn.day] = checkIn.legPain }
    }
  }

  private func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return text.utf8.count == 5 && parts.count == 2 && (0..<24).contains(parts[0])
      && (0..<60).contains(parts[1])
  }

  /// FNV-1a of 64 bits over all values in a fixed notation.
  private func checksum(_ diary: SampleDiary) -> UInt64 {
    func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
    var lines = diary.shoes.map { "\($0.name) \($0.firstDay) \(text($0.retiredDay))" }
    lines += diary.runs.map {
      "\($0.day) \($0.start) \($0.metres) \($0.seconds) \(text($0.exertion)) \($0.surface) \($0.shoe)"
    }
    lines += diary.stretches.map { "\($0.day) \($0.exercise)" }
    lines += diary.checkIns.map {
      "\($0.day) \($0.time) \(text($0.legPain)) \(text($0.backPain)) \(text($0.reach)) "
        + "\(text($0.tingling)) \(text($0.sittingHours)) \(text($0.sleepHours)) "
        + "\(text($0.stress)) \(text($0.mood))"
    }
    lines += diary.flareUps.map { "\($0.onset) \($0.end) \($0.peakPain) \($0.trigger)" }
    lines += diary.crossTraining.map { "\($0.day) \($0.activity) \($0.minutes) \($0.exertion)" }
    lines += diary.marks.map { "\($0.day) \($0.kind.rawValue)" }
    return lines.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }
}

import CivilDay
import Correlator

import Testing
import JournalModel

@testable import JournalStore
@testable import Reports

@Suite struct MonthPartsTests {
  typealias Moment = RunResponses.Moment

  @Test(
    arguments: [
      ([.before: 2, .nextMorning: 2], .settled),
      ([.before: 2, .nextMorning: 3], .notSettled),
      ([.before: 3, .nextMorning: 1, .during: 5, .after: 5], .settled),
      ([.before: 3, .nextMorning: 1, .during: 6], .notSettled),
      ([.after: 6], .notSettled),
      ([.during: 1, .after: 1, .evening: 1], .unknown),
      ([.before: 2], .unknown), ([.nextMorning: 2], .unknown), ([:], .unknown),
    ] as [([Moment: Int], RunResponses.Judgement)])
  func `A run has settled by pain during it and on the next morning`(
    pain: [Moment: Int], judgement: RunResponses.Judgement
  ) {
    #expect(RunResponses.Rule().judgement(of: pain) == judgement)
  }

  @Test func `The rule can be set`() {
    let rule = RunResponses.Rule(painLimit: 2, worseBy: 2)
    #expect(rule.judgement(of: [.before: 1, .during: 3, .nextMorning: 1]) == .notSettled)
    #expect(rule.judgement(of: [.before: 1, .during: 2, .nextMorning: 2]) == .settled)
  }

  @Test func `Ratings that are missing after bad days are found`() {
    // A day of 8 is followed by a day without a rating, others by a rating.
    let pain = (0..<90).map { $0 % 3 == 0 ? 8 : $0 % 3 == 1 ? nil : 2.0 }
    func gaps(_ pain: [Double?]) -> RatingGaps {
      RatingGaps(
        Diary(
          load: DailySeries(firstDay: october(0), values: pain.map { _ in 0 }),
          pain: DailySeries(firstDay: october(0), values: pain)))
    }
    let found = gaps(pain)
    #expect(found.highPain == 8)
    #expect(found.afterHighPain.rate == Rate(count: 0, of: 30))
    #expect(found.afterHighPain.others == Rate(count: 29, of: 29))
    #expect(found.afterHighPain.goMissing)
    #expect(gaps([]).highPain == nil)
    #expect(gaps([]).afterRuns.difference == nil)
  }

  /// By hand: after 9 marked days never a rating, after others always; then with ten.
  @Test func `Small numbers are not judged`() {
    for (marked, isJudged) in [(9, false), (10, true)] {
      let marks = (0..<80).map { $0 < 8 * marked && $0 % 8 == 3 }
      let ratings = [true] + marks.dropLast().map { !$0 }
      let comparison = RatingGaps.Comparison(marks, ratings)
      #expect(comparison.rate == Rate(count: 0, of: marked))
      #expect(comparison.others == Rate(count: 79 - marked, of: 79 - marked))
      #expect(comparison.difference == -1)
      #expect((comparison.ci95 != nil) == isJudged)
      #expect(comparison.goMissing == isJudged)
    }
  }

  /// By hand: only the first, third and fifth run have both ratings.
  @Test func `Pain after runs is compared over the runs with both ratings`() throws {
    let ratings: [(before: Int?, next: Int?)] = [(2, 4), (9, nil), (3, 3), (nil, 0), (4, 2)]
    let diary = (0..<10).map { index in
      DiaryDay.rest(october(index), pain: index % 2 == 1 ? ratings[index / 2].next : nil)
    }
    let runs = ratings.enumerated().map { index, rating in
      RunSummary(
        day: october(2 * index), distanceM: nil, footwear: nil,
        pain: RunSummary.Pain(before: rating.before))
    }
    let responses = RunResponses(to: runs, in: diary, by: RunResponses.Rule())
    #expect(
      responses.bothRated
        == RunResponses.BothRated(runs: 3, before: 3, nextMorning: 3, worse: 1, better: 1))
    #expect(RunResponses(to: [runs[1]], in: diary, by: RunResponses.Rule()).bothRated == nil)
  }

  /// 10 km on each of the three days before the flare-up, 3 km a day before.
  @Test func `What preceded a flare-up stands beside ordinary days of before`() throws {
    let diary = (0...60).map { index in
      DiaryDay.run(october(index), km: (41...43).contains(index) ? 10 : 3)
    }
    let runs = diary.map {
      RunSummary(day: $0.day, distanceM: $0.distanceKm.map { $0 * 1000 }, footwear: nil)
    }
    let past = FlareUpLeadUp.Past(diary, runs: runs, stretched: [october(42)])
    let leadUp = FlareUpLeadUp(
      FlareUpSummary(
        id: 1, onsetDay: october(44), endDay: nil, peakPain: nil, triggerRun: nil,
        triggerText: nil, note: nil),
      in: past)
    let km = try #require(leadUp.comparisons.first { $0.factor == .km })
    #expect(km.value == 30)
    #expect(km.usual == 9)
    // The days from 3 to 43: those after the 41st have one or two long runs before them.
    #expect(km.ordinaryDays == 41)
    #expect(km.rank == 1)
    let spike = try #require(leadUp.comparisons.first { $0.factor == .spike })
    #expect(spike.value == 10.0 / 3)
    #expect(leadUp.comparisons.first { $0.factor == .missedStretches }?.value == 2)
    #expect(!leadUp.comparisons.contains { $0.factor == .sleep })
  }

  @Test func `A flare-up with too little before it is compared with nothing`() {
    let diary = (0...10).map { DiaryDay.run(october($0), km: 3) }
    let past = FlareUpLeadUp.Past(diary, runs: [], stretched: [])
    for onset in [0, 2, 9, 40] {
      let leadUp = FlareUpLeadUp(
        FlareUpSummary(
          id: 1, onsetDay: october(onset), endDay: nil, peakPain: nil, triggerRun: nil,
          triggerText: nil, note: nil),
        in: past)
      #expect(leadUp.comparisons.isEmpty)
    }
  }
}

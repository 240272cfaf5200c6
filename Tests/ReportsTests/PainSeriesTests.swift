import CivilDay
import Correlator
import JournalModel
import Reports
import Testing
@testable import JournalStore

@Suite struct PainSeriesTests {
  /// Ratings by day and, within a day, in the order of preference, as the journal
  /// gives them: day, moment, value.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let ratings: [(Int, PainRating.Moment?, Int)]
    var timing: Timing?
    let values: [Double?]
    let chosen: Timing
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "the first morning rating is the morning's",
      ratings: [(1, .morning, 2), (1, .morning, 5), (1, .later, 7), (3, .morning, 4)],
      values: [2, nil, 4], chosen: .morning),
    Case(
      name: "the last later rating is the evening's",
      ratings: [(1, .later, 2), (1, .later, 5), (2, .later, 3), (3, .morning, 4)],
      values: [5, 3, nil], chosen: .evening),
    Case(
      name: "an evening rating does not stand in for a morning",
      ratings: [(1, .morning, 2), (2, .morning, 3), (3, .later, 9)], values: [2, 3, nil],
      chosen: .morning),
    Case(
      name: "an unknown moment does not stand in where most days are known",
      ratings: [(1, .morning, 2), (2, .morning, 3), (3, nil, 9)], values: [2, 3, nil],
      chosen: .morning),
    Case(
      name: "asked for mornings, an unknown moment counts as one",
      ratings: [(1, .morning, 2), (2, nil, 3), (3, .later, 9)], timing: .morning,
      values: [2, 3, nil], chosen: .morning),
    Case(
      name: "a known morning goes before an unknown moment",
      ratings: [(1, .morning, 2), (1, nil, 8), (2, .morning, 3), (2, nil, 8)], timing: .morning,
      values: [2, 3, nil], chosen: .morning),
    Case(
      name: "asked for evenings, a known evening goes before an unknown moment",
      ratings: [(1, nil, 8), (1, .later, 2), (2, nil, 3), (2, nil, 5), (3, .morning, 9)],
      timing: .evening, values: [2, 5, nil], chosen: .evening),
    Case(
      name: "with unknown timing the morning goes before the unknown before the later",
      ratings: [
        (1, .morning, 2), (1, nil, 5), (1, .later, 9), (2, nil, 5), (2, nil, 6), (2, .later, 9),
        (3, .later, 7), (3, .later, 8),
      ], timing: .unknown, values: [2, 5, 7], chosen: .unknown),
    Case(
      name: "mostly unknown moments make the timing unknown",
      ratings: [(1, nil, 2), (2, nil, 3), (3, .morning, 4)], values: [2, 3, 4], chosen: .unknown),
    Case(
      name: "a tie of mornings and evenings goes to the morning",
      ratings: [(1, .morning, 2), (2, .later, 3)], values: [2, nil, nil], chosen: .morning),
    Case(
      name: "days are counted and not ratings",
      ratings: [
        (1, .later, 2), (1, .later, 3), (1, .later, 4), (2, .morning, 5), (3, .morning, 6),
      ],
      values: [nil, 5, 6], chosen: .morning),
    Case(
      name: "ratings beyond the days are left out",
      ratings: [(0, .morning, 9), (2, .morning, 3), (4, .morning, 9)], values: [nil, 3, nil],
      chosen: .morning),
    Case(
      name: "a pain of zero is a rating", ratings: [(1, .morning, 0)], values: [0, nil, nil],
      chosen: .morning),
    Case(name: "no rating is unknown", ratings: [], values: [nil, nil, nil], chosen: .morning),
  ])
  func `A day's pain is one rating of the right moment`(test: Case) {
    let series = PainSeries(
      test.ratings.map { PainRating(day: october($0), moment: $1, value: $2) },
      over: october(1)...october(3), timing: test.timing)
    #expect(series.series == DailySeries(firstDay: october(1), values: test.values))
    #expect(series.timing == test.chosen)
  }

  @Test func `Days that are only rated at another moment are counted as left out`() {
    let ratings = [
      PainRating(day: october(1), moment: .morning, value: 6),
      PainRating(day: october(1), moment: .later, value: 3),
      PainRating(day: october(2), moment: .later, value: 2),
      PainRating(day: october(3), moment: .morning, value: 1),
      PainRating(day: october(9), moment: .later, value: 1),
    ]
    let days = october(1)...october(3)
    #expect(PainSeries(ratings, over: days, timing: nil).omittedDays == 1)
    #expect(PainSeries(ratings, over: days, timing: .evening).omittedDays == 1)
    #expect(PainSeries(ratings, over: days, timing: .unknown).omittedDays == 0)
  }

  @Test func `The worst of a day counts whenever it was rated, as an evening rating`() {
    let ratings = [
      PainRating(day: october(1), moment: .morning, value: 6),
      PainRating(day: october(1), moment: .later, value: 3),
      PainRating(day: october(3), moment: nil, value: 0),
      PainRating(day: october(4), moment: nil, value: 9),
    ]
    let series = PainSeries(worstOf: ratings, over: october(1)...october(3))
    #expect(series.series.values == [6, nil, 0])
    #expect(series.timing == .evening)
  }
}

import Testing
import JournalModel

@testable import JournalStore

extension Journal {
  /// Every day as the view `day` tells it, which is also what `days()` gives.
  func daysOfView(_ location: SourceLocation = #_sourceLocation) throws -> [DiaryDay] {
    let days = try connection.rows(
      """
      SELECT day, state, runs, distance_km, minutes, load, ascent_m, leg_pain, leg_pain_moment,
        evening_leg_pain, worst_leg_pain, back_pain, reach, flare, stretch_minutes,
        sitting_hours, sleep_hours, rest_is, descent_m, steps
      FROM day
      ORDER BY day
      """
    ) { (row) throws(SQLiteError) in
      DiaryDay(
        day: try row.day(0), state: try row.optionalText(1).flatMap(DiaryDay.State.init),
        restIs: try row.optionalText(17).flatMap(DiaryDay.RestGround.init),
        runs: try row.optionalInteger(2), distanceKm: try row.optionalReal(3),
        minutes: try row.optionalReal(4), load: try row.optionalReal(5),
        ascentM: try row.optionalReal(6), descentM: try row.optionalReal(18),
        steps: try row.optionalInteger(19), legPain: try row.optionalInteger(7),
        legPainMoment: try row.optionalText(8).flatMap(PainRating.Moment.init),
        eveningLegPain: try row.optionalInteger(9), worstLegPain: try row.optionalInteger(10),
        backPain: try row.optionalInteger(11), reach: try row.optionalInteger(12),
        isFlare: try row.integer(13) == 1, stretchMinutes: try row.optionalReal(14),
        sittingHours: try row.optionalReal(15), sleepHours: try row.optionalReal(16))
    }
    #expect(try self.days() == days, sourceLocation: location)
    return days
  }

  /// Every rating of `measure` as the view `rating` tells it, which is also what
  /// `diary(rating:)` gives.
  func ratingsOfView(
    _ measure: PainMeasure, _ location: SourceLocation = #_sourceLocation
  ) throws -> [PainRating] {
    let ratings = try connection.rows(
      """
      SELECT day, moment, \(measure.rawValue)
      FROM rating
      WHERE \(measure.rawValue) IS NOT NULL
      ORDER BY day, coalesce(time(time, (SELECT back FROM day_boundary)), ''), id
      """
    ) { (row) throws(SQLiteError) in
      PainRating(
        day: try row.day(0), moment: try row.optionalText(1).flatMap(PainRating.Moment.init),
        value: try row.integer(2))
    }
    #expect(try diary(rating: measure).ratings == ratings, sourceLocation: location)
    return ratings
  }
}

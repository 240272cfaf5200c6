public import CivilDay
public import JournalModel

extension Journal {
  /// The leg pain around a run on `day`, as in the view `run_response`.
  ///
  /// The view rates every day of the journal before its first row; this reads
  /// only the three days needed.
  ///
  /// - Parameter day: The day of the run.
  /// - Returns: The ratings of that day and the next two.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func response(toRunOn day: Day) throws -> RunResponse {
    let days = try days(in: day...day + 2)
    let mornings = days.map { $0.legPainMoment == .later ? nil : $0.legPain }
    return RunResponse(
      morningPain: mornings[0], eveningPain: days[0].eveningLegPain,
      nextMorningPain: mornings[1], pain48HoursLater: mornings[2])
  }
}

public import CivilDay
public import JournalModel

extension Journal {
  /// The leg pain around a run of `day`, as the view `run_response` has it.
  ///
  /// That view rates every day of the journal before it gives its first row;
  /// this asks for the three days that matter.
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

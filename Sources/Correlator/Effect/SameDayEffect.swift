/// Whether a run eases or hurts on the same day.
///
/// The evening rating is regressed on the day's load, and on whether there was a
/// run at all, with the morning's controls of ``AdjustedEffect``. It is an
/// association: how the day felt may decide about the run.
public struct SameDayEffect: Equatable, Sendable {
  /// The days with both ratings and all controls.
  public let pairs: Int

  /// Those with a run.
  public let runDays: Int

  /// Those without.
  public let restDays: Int

  /// Points in the evening per unit of load; `nil` if undefined.
  public let load: SlopeEstimate?

  /// Points in the evening after any run; `nil` if undefined.
  public let run: SlopeEstimate?

  /// The mean of evening minus morning on run days with both ratings, and their
  /// number; `nil` without any.
  ///
  /// It differs from zero in most diaries in which running does nothing.
  public let afterMinusBefore: Change?

  /// A mean change of the rating.
  public struct Change: Equatable, Sendable {
    /// The number of days.
    public let pairs: Int
    /// In points.
    public let mean: Double
  }
}

extension EffectVersion {
  /// The same-day effect, for the version of the morning.
  ///
  /// `nil` without evening ratings, and with fewer than 60 days, 15 run days or 15
  /// rest days.
  func sameDayEffect() -> SameDayEffect? {
    guard let evening = diary.columns[.eveningPain] else { return nil }
    let slots = regression.slots(at: 0) { !evening[$0].isNaN }
    let runDays = slots.count { regression.design.regressor[$0] > 0 }
    let restDays = slots.count - runDays
    guard slots.count >= 60, runDays >= 15, restDays >= 15 else { return nil }
    let controls = RowControls(regression.design, slots: slots)
    let outcome = controls.column { evening[Int(regression.design.days[$0])] }
    let load = controls.column { regression.design.regressor[$0] }
    let run = controls.column { regression.design.regressor[$0] > 0 ? 1 : 0 }
    let changes = diary.load.indices.filter { diary.load[$0] > 0 }
      .map { evening[$0] - diary.pain[$0] }.filter { !$0.isNaN }
    return SameDayEffect(
      pairs: slots.count, runDays: runDays, restDays: restDays,
      load: controls.fit(load, outcome, regression.design)?.estimate,
      run: controls.fit(run, outcome, regression.design)?.estimate,
      afterMinusBefore: changes.isEmpty
        ? nil
        : SameDayEffect.Change(
          pairs: changes.count, mean: changes.reduce(0, +) / Double(changes.count)))
  }
}

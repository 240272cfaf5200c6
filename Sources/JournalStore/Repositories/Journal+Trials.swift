public import JournalModel

extension Journal {
  /// All trials, newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func trials() throws -> [Trial] { try trials(only: nil) }

  /// The trial in progress, if any: the newest, unless it has ended.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func currentTrial() throws -> Trial? {
    let newest = try explaining {
      try connection.first("SELECT max(id) FROM trial_plan") { (row) throws(SQLiteError) in
        try row.optionalInteger(0)
      }
    }
    guard case .some(let id?) = newest else { return nil }
    return try trials(only: id).first { $0.end == nil }
  }

  /// The trial with this id, or all of them, newest first.
  private func trials(only id: Int?) throws -> [Trial] {
    let matches = id.map { "= \($0)" } ?? "IS NOT NULL"
    return try snapshot {
      let pauses = try connection.rows(
        """
        SELECT trial_id, from_day, to_day, reason FROM trial_pause
        WHERE trial_id \(matches) ORDER BY from_day
        """
      ) { (row) throws(SQLiteError) in
        (
          trial: try row.integer(0),
          pause: TrialPause(
            firstDay: try row.day(1), lastDay: try row.optionalDay(2),
            reason: try row.optionalText(3))
        )
      }
      let looks = try connection.rows(
        """
        SELECT trial_id, looked_at, pairs, mean, p FROM trial_look
        WHERE trial_id \(matches) ORDER BY number
        """
      ) { (row) throws(SQLiteError) in
        (
          trial: try row.integer(0),
          look: TrialLook(
            lookedAt: try row.text(1), pairs: try row.integer(2), mean: try row.optionalReal(3),
            p: try row.optionalReal(4))
        )
      }
      return try connection.rows(
        """
        SELECT trial_plan.id, kind, arm_a, arm_b, footwear_a, footwear_b, week_a_m, week_b_m, unit,
          pairs, analysis, start_day, detectable_points,
          trial_end.day, is_complete, reason, seed
        FROM trial_plan
        LEFT JOIN trial_end ON trial_end.trial_id = trial_plan.id
        WHERE trial_plan.id \(matches)
        ORDER BY trial_plan.id DESC
        """
      ) { (row) throws(SQLiteError) in
        let id = try row.integer(0)
        return Trial(
          id: id, plan: try Self.plan(row),
          pauses: pauses.filter { $0.trial == id }.map(\.pause),
          looks: looks.filter { $0.trial == id }.map(\.look), end: try Self.end(row))
      }
    }
  }

  /// The units of a trial that have been drawn, in order.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func trialUnits(of trial: Int) throws -> [DrawnUnit] {
    try explaining {
      // The view withholds the outcome while the trial runs; the runs do not.
      try connection.rows(
        """
        SELECT unit, arm, drawn_day, first_day, last_day, run_days, rated_run_days, done,
          (
            SELECT avg(change) FROM trial_run
            WHERE trial_run.trial_id = ?1 AND trial_run.unit = trial_unit.unit)
        FROM trial_unit
        WHERE trial_id = ?1
        ORDER BY unit
        """, .integer(trial)
      ) { (row) throws(SQLiteError) in
        DrawnUnit(
          number: try row.integer(0), arm: TrialArm(rawValue: try row.text(1)) ?? .a,
          drawnDay: try row.day(2), firstDay: try row.optionalDay(3),
          lastDay: try row.optionalDay(4), runDays: try row.integer(5),
          ratedRunDays: try row.integer(6),
          done: try row.optionalText(7).flatMap(DrawnUnit.Done.init),
          painChange: try row.optionalReal(8))
      }
    }
  }

  private static func plan(_ row: borrowing Row) throws(SQLiteError) -> TrialPlan {
    let shoes = (try row.optionalInteger(4), try row.optionalInteger(5))
    let weeks = (try row.optionalReal(6), try row.optionalReal(7))
    return TrialPlan(
      kind: TrialPlan.Kind(rawValue: try row.text(1)) ?? .warmUp, armA: try row.text(2),
      armB: try row.text(3),
      shoes: shoes.0.flatMap { a in shoes.1.map { TrialPlan.Shoes(a: a, b: $0) } },
      weeks: weeks.0.flatMap { short in weeks.1.map { TrialPlan.Weeks(shortM: short, longM: $0) } },
      unit: TrialPlan.Unit(rawValue: try row.text(8)) ?? .week, pairs: try row.integer(9),
      analysis: TrialPlan.Analysis(rawValue: try row.text(10)) ?? .end,
      startDay: try row.day(11), detectablePoints: try row.real(12))
  }

  private static func end(_ row: borrowing Row) throws(SQLiteError) -> TrialEnd? {
    guard let day = try row.optionalDay(13) else { return nil }
    return TrialEnd(
      day: day, isComplete: try row.integer(14) == 1, reason: try row.optionalText(15),
      seed: try row.optionalInteger(16))
  }
}

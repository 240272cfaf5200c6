public import CivilDay
public import JournalModel

/// What the runner does with a trial. Each is an action, which can be undone, except
/// the end: it shows the seed.
extension Journal {
  /// Starts a trial.
  ///
  /// - Parameters:
  ///   - plan: The plan, which cannot be changed afterwards.
  ///   - seed: The seed of the coin, below 2⁵³, so that every program reads it exactly.
  /// - Returns: The id of the trial, and the action, for undo.
  /// - Throws: ``JournalError/trialRuns(since:)`` if there is one already: two at a
  ///   time would share their outcome.
  public func startTrial(_ plan: TrialPlan, seed: UInt64) throws -> Logged {
    precondition(seed < 1 << 53, "the seed must be exact in every program")
    return try act("trial start") {
      if let other = try currentTrial() {
        throw JournalError.trialRuns(since: other.plan.startDay.description)
      }
      let id = try connection.integer("SELECT \(freshID(in: "trial_plan"))")
      try connection.run(
        """
        INSERT INTO trial_plan (id, kind, arm_a, arm_b, footwear_a, footwear_b, week_a_m, week_b_m,
          unit, pairs, analysis, start_day, detectable_points)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """,
        [
          .integer(id), .text(plan.kind.rawValue), .text(plan.armA), .text(plan.armB),
          .integer(plan.shoes?.a), .integer(plan.shoes?.b), .real(plan.weeks?.shortM),
          .real(plan.weeks?.longM), .text(plan.unit.rawValue), .integer(plan.pairs),
          .text(plan.analysis.rawValue), .text(plan.startDay.description),
          .real(plan.detectablePoints),
        ])
      try connection.run(
        "INSERT OR REPLACE INTO trial_seed (trial_id, sealed) VALUES (?1, ?2)", .integer(id),
        .integer(TrialSeal.turned(Int(seed))))
      return id
    }
  }

  /// Pauses a trial.
  ///
  /// - Parameters:
  ///   - trial: Its id.
  ///   - day: The first day of the pause.
  ///   - reason: Why, if given.
  /// - Returns: The id of the trial, and the action, for undo.
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func pauseTrial(_ trial: Int, from day: Day, reason: String?) throws -> Logged {
    try act("trial pause") {
      try connection.run(
        """
        INSERT INTO trial_pause (id, trial_id, from_day, reason)
        VALUES (\(freshID(in: "trial_pause")), ?1, ?2, ?3)
        """, [.integer(trial), .text(day.description), .text(reason)])
      return trial
    }
  }

  /// Resumes a paused trial.
  ///
  /// - Parameters:
  ///   - trial: Its id.
  ///   - day: The first day after the pause. A pause of no day is removed.
  /// - Returns: The id of the trial, and the action, for undo.
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func resumeTrial(_ trial: Int, from day: Day) throws -> Logged {
    try act("trial resume") {
      try connection.run(
        "DELETE FROM trial_pause WHERE trial_id = ?1 AND to_day IS NULL AND from_day >= ?2",
        .integer(trial), .text(day.description))
      try connection.run(
        "UPDATE trial_pause SET to_day = ?2 WHERE trial_id = ?1 AND to_day IS NULL",
        .integer(trial), .text((day - 1).description))
      return trial
    }
  }

  /// Keeps what was done in a unit; `nil` takes the answer back.
  public func answerTrial(_ trial: Int, unit: Int, _ done: DrawnUnit.Done?) throws -> Logged {
    try act("trial kept") {
      try connection.run(
        "DELETE FROM trial_answer WHERE trial_id = ?1 AND unit = ?2", .integer(trial),
        .integer(unit))
      if let done {
        try connection.run(
          """
          INSERT INTO trial_answer (id, trial_id, unit, done)
          VALUES (\(freshID(in: "trial_answer")), ?1, ?2, ?3)
          """, [.integer(trial), .integer(unit), .text(done.rawValue)])
      }
      return trial
    }
  }

  /// Ends a trial for good, and opens its seed.
  ///
  /// - Parameters:
  ///   - trial: Its id.
  ///   - day: The last day that counts.
  ///   - isComplete: Whether all pairs are done.
  ///   - reason: Why it is stopped, if given.
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func endTrial(
    _ trial: Int, on day: Day, isComplete: Bool, reason: String?
  ) throws {
    try explaining {
      try writing {
        _ = try connection.run(
          """
          INSERT OR IGNORE INTO trial_end (trial_id, day, is_complete, reason, seed)
          VALUES (?1, ?2, ?3, ?4, ?5)
          """,
          [
            .integer(trial), .text(day.description), .integer(isComplete ? 1 : 0), .text(reason),
            .integer(try seed(ofTrial: trial).map(Int.init)),
          ])
      }
    }
  }

  /// Records that somebody has looked at the result of a trial.
  public func recordLook(atTrial trial: Int, pairs: Int, mean: Double?, p: Double?) throws {
    try explaining {
      try writing {
        _ = try connection.run(
          """
          INSERT INTO trial_look (trial_id, number, looked_at, pairs, mean, p)
          SELECT ?1, 1 + count(*), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?2, ?3, ?4
          FROM trial_look WHERE trial_id = ?1
          """, [.integer(trial), .integer(pairs), .real(mean), .real(p)])
      }
    }
  }
}

/// The coin: what follows from the seed as the trial goes on, and cannot be undone.
extension Journal {
  /// The seed of a trial; `nil` if the journal does not have it.
  public func seed(ofTrial trial: Int) throws -> UInt64? {
    try explaining {
      try connection.first(
        "SELECT sealed FROM trial_seed WHERE trial_id = ?1", .integer(trial)
      ) { (row) throws(SQLiteError) in UInt64(TrialSeal.turned(try row.integer(0))) }
    }
  }

  /// Draws the arm of the next unit.
  ///
  /// - Parameters:
  ///   - unit: Its number; one that is drawn already stays as it is.
  ///   - trial: The id of the trial.
  ///   - day: The day on which the runner can first know it.
  ///   - arm: The arm that the coin chose.
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func draw(_ unit: Int, ofTrial trial: Int, on day: Day, _ arm: TrialArm) throws {
    try explaining {
      try writing {
        _ = try connection.run(
          """
          INSERT OR IGNORE INTO trial_arm (trial_id, unit, arm, drawn_day)
          VALUES (?1, ?2, ?3, ?4)
          """, [.integer(trial), .integer(unit), .text(arm.rawValue), .text(day.description)])
      }
    }
  }

  /// The first run that can be a unit of its own, or `nil`.
  ///
  /// - Parameters:
  ///   - trial: The id of the trial.
  ///   - days: The days on which it may lie, besides pauses.
  /// - Returns: The id of the run.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func runForTrial(_ trial: Int, in days: ClosedRange<Day>) throws -> Int? {
    try explaining {
      try connection.first(
        """
        SELECT id FROM run
        WHERE day BETWEEN ?2 AND ?3
          AND NOT EXISTS (SELECT 1 FROM run AS other WHERE other.day = date(run.day, '-1 day'))
          AND NOT EXISTS (
            SELECT 1 FROM trial_pause
            WHERE trial_id = ?1 AND run.day BETWEEN from_day AND coalesce(to_day, '9999-12-31'))
        ORDER BY day, start_time, id
        LIMIT 1
        """, .integer(trial), .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in try row.integer(0) }
    }
  }

  /// Makes a run the unit of a trial.
  public func assign(run: Int, toUnit unit: Int, ofTrial trial: Int) throws {
    try explaining {
      try writing {
        _ = try connection.run(
          "UPDATE trial_arm SET run_id = ?3 WHERE trial_id = ?1 AND unit = ?2", .integer(trial),
          .integer(unit), .integer(run))
      }
    }
  }
}

/// The one thing to do next: safety first, then what sharpens the answer.
public enum NextStep: Equatable, Sendable {
  /// See a doctor or physiotherapist.
  case seeSomeone(Concern)
  /// Rate before running: this many of the last days have such a rating.
  case rateBeforeRunning(Int, of: Int)
  /// Record what is missing.
  case record(Gap)
  /// Run on another weekday now and then: there is always a run on this one, 0 for
  /// Monday, or `nil` if none stands out.
  case varyRunDay(Int?)
  /// Plan a randomised trial: the diary cannot show the cause.
  case planTrial(Trial)
  /// Nothing.
  case nothing(Reason)

  /// A reason to see someone.
  public enum Concern: Equatable, Sendable {
    /// Answers called for the emergency card.
    case redFlag
    /// The flare-up in progress has lasted this many days.
    case longFlareUp(days: Int)
  }

  /// What a trial compares with the usual runs.
  public enum Trial: Equatable, Sendable {
    /// Half the distance.
    case lessRunning
    /// The same distance in shorter runs.
    case shorterRuns
  }

  /// Something that is not recorded.
  public enum Gap: Equatable, Sendable {
    /// Runs: none is known.
    case runs
    /// The measure of load: this many run days are without it.
    case load(runDays: Int)
    /// Rest days: this many of the last days may be a run or a rest.
    case restDays(Int)
    /// Marks: the answer changes if rest days that are only implied count as unknown.
    case impliedRestDays
    /// Ratings, which are missing more often after runs than after rests.
    case ratingsAfterRuns
    /// Ratings, which are missing more often after bad days than after others.
    case ratingsAfterBadDays
  }

  /// Why there is nothing to do.
  public enum Reason: Equatable, Sendable {
    /// Guidance is in force.
    case guidance
    /// A flare-up is in progress.
    case flareUp
    /// The journal is younger than two weeks.
    case tooEarly
    /// The records are as they should be; about this many days are still needed, if
    /// known.
    case complete(moreDays: Int?)
  }
}

extension NextStep {
  /// All that decides the next step; the defaults call for nothing.
  public struct Findings: Equatable, Sendable {
    /// Whether recent answers called for the emergency card.
    public var hasRedFlag = false
    /// Whether guidance is in force.
    public var hasGuidance = false
    /// The days of the flare-up in progress, or `nil` without one.
    public var flareUpDays: Int?
    /// The days of the whole journal.
    public var journalDays = 365
    /// Whether any run is known.
    public var knowsRuns = true
    /// The run days without the measure of load if none has it, and 0 otherwise.
    public var unmeasuredRunDays = 0
    /// The recent days rated before running, if they are too few.
    public var ratedMornings: Rate?
    /// The recent days not known to have a run or not, if they are too many.
    public var unknownDays = 0
    /// Whether ratings go missing after runs.
    public var missesRatingsAfterRuns = false
    /// Whether ratings go missing after days of high pain.
    public var missesRatingsAfterBadDays = false
    /// Whether the answer hangs on rest days that are only implied.
    public var hangsOnImpliedRest = false
    /// Whether running cannot be separated from the weekday.
    public var needsAnotherRunDay = false
    /// The weekday that always has a run, if one stands out.
    public var fixedRunDay: Int?
    /// Whether an association is established, of which only a trial can show the
    /// cause.
    public var hasClaim = false
    /// Whether it is that the pain depends on the length of the run.
    public var dependsOnLength = false
    /// The days that are still needed, if known.
    public var moreDays: Int?

    /// Creates findings.
    public init() {}
  }

  /// The days from which numbers make sense.
  public static let fewestDays = 14

  /// The days after which a flare-up is a reason to see someone: a convention, as
  /// pages for patients advise it where pain has not eased after a few weeks.
  public static let longFlareUp = 28

  /// Decides the next step.
  ///
  /// With a red flag, guidance in force or a flare-up in progress it is never a
  /// trial or another run day.
  public init(_ findings: Findings) {
    self =
      Self.concern(findings).map(Self.seeSomeone) ?? Self.recording(findings)
      ?? Self.running(findings)
  }

  private static func concern(_ findings: Findings) -> Concern? {
    if findings.hasRedFlag { return .redFlag }
    // Guidance means that a clinician knows of it.
    guard let days = findings.flareUpDays, days >= longFlareUp, !findings.hasGuidance else {
      return nil
    }
    return .longFlareUp(days: days)
  }

  /// What is missing in the records, the most fundamental first: the rest is of
  /// little use without it.
  private static func recording(_ findings: Findings) -> NextStep? {
    let isCareful = findings.hasGuidance || findings.flareUpDays != nil
    if !findings.knowsRuns {
      // Nobody need run to have something to write down.
      if !isCareful { return .record(.runs) }
    } else if findings.unmeasuredRunDays > 0 {
      return .record(.load(runDays: findings.unmeasuredRunDays))
    }
    if let rated = findings.ratedMornings {
      return .rateBeforeRunning(rated.count, of: rated.of)
    }
    if findings.unknownDays > 0 { return .record(.restDays(findings.unknownDays)) }
    if findings.missesRatingsAfterRuns { return .record(.ratingsAfterRuns) }
    if findings.missesRatingsAfterBadDays { return .record(.ratingsAfterBadDays) }
    return findings.hangsOnImpliedRest ? .record(.impliedRestDays) : nil
  }

  private static func running(_ findings: Findings) -> NextStep {
    if findings.hasGuidance { return .nothing(.guidance) }
    if findings.flareUpDays != nil { return .nothing(.flareUp) }
    if findings.journalDays < fewestDays { return .nothing(.tooEarly) }
    if findings.needsAnotherRunDay { return .varyRunDay(findings.fixedRunDay) }
    if findings.hasClaim {
      return .planTrial(findings.dependsOnLength ? .shorterRuns : .lessRunning)
    }
    return .nothing(.complete(moreDays: findings.moreDays))
  }
}

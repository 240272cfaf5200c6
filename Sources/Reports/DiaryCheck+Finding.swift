public import CivilDay
public import Correlator

extension DiaryCheck {
  /// A part of a diary that an answer needs.
  public enum Topic: String, CaseIterable, Sendable {
    /// When pain was rated.
    case ratingTimes = "rating_times"
    /// Whether it was rated, on good days and bad ones.
    case ratings
    /// Whether it is known on which days there was a run.
    case knownDays = "known_days"
    /// Whether the runner confirmed the rest days.
    case restDays = "rest_days"
    /// Whether the runs have the measure of load.
    case measure
    /// Whether runs differ from the week's plan.
    case runDays = "run_days"
    /// Whether entries look like slips.
    case entries
    /// What else a day may hold.
    case columns
    /// Whether there are enough days.
    case days
  }

  /// How much depends on a finding.
  public enum Weight: String, Sendable {
    /// There is no answer before it is mended.
    case needed
    /// The answer would be better.
    case better
    /// It could be worth adding; nothing is wrong without it.
    case optional
  }

  /// Something to improve, with its figures.
  public enum Finding: Equatable, Sendable {
    /// No run is known.
    case noRuns
    /// The measure of load is missing from run days: how many have it, and the newest
    /// without.
    case missingMeasure(Rate, newest: Day?)
    /// Declared morning ratings rise with the same day's run.
    case ratedAfterRunning(SlopeEstimate?)
    /// Too few days of late have a rating: how many do.
    case fewRatings(Rate)
    /// Too few ratings of late are known to be from before the run.
    case ratingTimes
    /// Ratings go missing after runs.
    case ratingsAfterRuns
    /// Ratings go missing after days of high pain.
    case ratingsAfterHighPain
    /// Runs or ratings are nearly all the same.
    case littleVariation
    /// Too many days of late may be a run or a rest; the newest ones in a row.
    case unknownDays(ClosedRange<Day>?)
    /// Rest days are only implied; the newest ones in a row, and the answer without
    /// them if it is another.
    case impliedRest(ClosedRange<Day>?, without: Verdict.Kind?)
    /// Runs follow the weekday and the days before so closely that little is left to
    /// compare.
    case fixedRunDays
    /// More variety would narrow an unclear answer.
    case littleVariety
    /// Runs are so alike that long and short ones cannot be compared.
    case sameLoad(ClosedRange<Double>)
    /// Entries that look like slips.
    case unlikelyEntries
    /// Columns that few days have.
    case missingColumns([Column])
    /// More days are needed.
    case moreDays

    /// What it is about.
    public var topic: Topic {
      switch self {
      case .noRuns, .missingMeasure: .measure
      case .ratedAfterRunning, .ratingTimes: .ratingTimes
      case .fewRatings, .ratingsAfterRuns, .ratingsAfterHighPain, .littleVariation: .ratings
      case .unknownDays: .knownDays
      case .impliedRest: .restDays
      case .fixedRunDays, .littleVariety, .sameLoad: .runDays
      case .unlikelyEntries: .entries
      case .missingColumns: .columns
      case .moreDays: .days
      }
    }
  }

  /// What a day may hold beside its load and its pain, and how often it does.
  public struct Column: Equatable, Sendable {
    /// A kind of column.
    public enum Kind: String, CaseIterable, Sendable {
      /// Hours of sitting.
      case sitting
      /// The last rating of the day.
      case eveningPain = "evening_pain"
      /// Flare-ups, where none is logged although some days look like one.
      case flare
      /// Medication, where none is logged although it hurt.
      case medication
      /// The shoe of a run, with several to choose from.
      case shoe
    }

    /// Which.
    public let kind: Kind
    /// The days, or runs, that have it; for flare-ups and medication the days on
    /// which there was any.
    public let known: Habit
  }
}

import ArgumentParser
import Correlator
import EntryInput
import JournalStore
import Reports

/// The pain to compare, and when it was rated.
struct RatingOptions: ParsableArguments {
  @Option(
    help: "Pain: leg, back, worst (leg pain of the day) or reach (how far down the leg).",
    completion: .cases(of: CorrelationQuestion.Pain.self))
  var pain = "leg"

  @Option(
    help: ArgumentHelp(
      "When the pain was rated: morning (before running), evening or unknown. Default: the most "
        + "frequent."), completion: .timings)
  var timing: String?

  /// Returns a question about the pain with the default lags.
  ///
  /// - Parameter load: The unit of load; `nil` for the usual one.
  /// - Returns: The question.
  /// - Throws: ``UsageError``.
  func question(load: LoadMeasure?) throws -> CorrelationQuestion {
    guard pain != "worst" || timing == nil || timing == "evening" else {
      throw UsageError(
        "The day's worst pain may come after the run, so its timing is always evening; "
          + "remove --timing.")
    }
    return CorrelationQuestion(
      load: load, pain: try .init(word: pain, "pain", "leg, back, worst or reach"),
      timing: try timing.map { name in
        try Timing(word: name, "timing", "morning, evening or unknown")
      })
  }
}

/// How far or how long a runner runs.
struct DistanceLoadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Load: km or minutes. Default: km, or minutes if most runs lack a distance.",
      valueName: "load"), completion: .list(["km", "minutes"]))
  var load: String?

  /// Returns the unit of load; `nil` for the usual one.
  ///
  /// - Throws: ``UsageError``, also for a load that only describes.
  func chosen() throws -> LoadMeasure? {
    try load.map { word in
      let measure = LoadMeasure(rawValue: word.lowercased())
      guard let measure, measure.carriesVerdict else {
        throw UsageError(unknown: "load", word, use: "km or minutes")
      }
      return measure
    }
  }
}

import EntryInput
import Reports

extension Preferences {
  /// By what a run is said to have settled.
  var responseRule: RunResponses.Rule {
    RunResponses.Rule(painLimit: runPainLimit, worseBy: smallestChange)
  }
}

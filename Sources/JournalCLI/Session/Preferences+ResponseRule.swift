import EntryInput
import Reports

extension Preferences {
  /// The rule by which a run counts as settled.
  var responseRule: RunResponses.Rule {
    RunResponses.Rule(painLimit: runPainLimit, worseBy: smallestChange)
  }
}

import ArgumentParser
import JournalStore

/// What may be said of a flare-up beside its days.
struct FlareOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What may have set it off.", valueName: "text"))
  var trigger: String?

  @Option(help: ArgumentHelp("The worst pain so far, 0 to 10.", valueName: "pain"))
  var peak: String?

  /// The fields that were given.
  func values() throws -> [String: SQLiteValue] {
    let values: [String: SQLiteValue] = [
      "peak_pain": .integer(try peak.map(RatingExpression.parse)), "trigger_text": .text(trigger),
    ]
    return values.given
  }
}

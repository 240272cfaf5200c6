import ArgumentParser
import JournalStore

/// What may be said of a check-in beside the pain in the leg.
struct PainOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Back pain, 0 to 10.", valueName: "pain"))
  var back: String?

  @Option(help: "How far down it goes: back, buttock, thigh, knee, calf, foot or toes.")
  var reach: String?

  @Option(help: "The side: left, right or both.")
  var side: String?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Numbness.")
  var numbness: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Tingling or pins and needles.")
  var tingling: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Weakness of the leg or foot.")
  var weakness: Bool?

  @Option(help: ArgumentHelp("Hours spent sitting.", valueName: "hours"))
  var sitting: String?

  @Option(help: ArgumentHelp("Hours slept.", valueName: "hours"))
  var sleep: String?

  @Option(help: "Stress, 0 to 10.")
  var stress: String?

  @Option(help: "Mood, 0 low to 10 high.")
  var mood: String?

  @Option(help: ArgumentHelp("What you took.", valueName: "text"))
  var medication: String?

  @Option(help: ArgumentHelp("When it was, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @Flag(help: "Rated before the day's run, or before noon without one.")
  var morning = false

  @Flag(help: "Rated later than that.")
  var evening = false

  /// Whether a sign was given that calls for the card of red flags, whatever may
  /// be wrong with the rest.
  var callsForHelp: Bool {
    weakness == true || side.flatMap { try? BodySide($0) } == .both
  }

  /// The fields that were given.
  func values() throws -> [String: SQLiteValue] {
    guard !(morning && evening) else {
      throw UsageError("A rating is either of the morning or of the evening; leave one out.")
    }
    let flag = { (isThere: Bool?) in SQLiteValue.integer(isThere.map { $0 ? 1 : 0 }) }
    let values: [String: SQLiteValue] = [
      "back_pain": .integer(try back.map(RatingExpression.parse)),
      "reach": .integer(try reach.map(Reach.init)?.rawValue),
      "side": .text(try side.map(BodySide.init)?.rawValue),
      "numbness": flag(numbness), "tingling": flag(tingling), "weakness": flag(weakness),
      "sitting_hours": .text(sitting.map(withPoint)), "sleep_hours": .text(sleep.map(withPoint)),
      "stress": .integer(try stress.map(RatingExpression.parse)),
      "mood": .integer(try mood.map(RatingExpression.parse)),
      "medication": .text(medication),
      "time": .text(try time.map { try ClockTime($0).description }),
      "moment": .text(morning ? "morning" : evening ? "later" : nil),
    ]
    return values.given
  }
}

/// The number as the journal reads it: with a point for a decimal comma.
private func withPoint(_ number: String) -> String {
  String(number.map { $0 == "," ? "." : $0 })
}

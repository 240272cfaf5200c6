import ArgumentParser
import JournalStore

/// What may be said of a check-in beside the pain in the leg.
struct PainOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Back pain, 0 to 10.", valueName: "pain"))
  var back: String?

  @Option(
    help: "How far down it goes: back, buttock, thigh, knee, calf, foot or toes.",
    completion: .reaches)
  var reach: String?

  @Option(help: "The side: left, right or both.", completion: .sides)
  var side: String?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Numbness.")
  var numbness: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Tingling or pins and needles.")
  var tingling: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Weakness of the leg or foot.")
  var weakness: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: "Numbness between the inner thighs, of the genitals or around the back passage.")
  var saddle: Bool?

  @Flag(
    name: [.customLong("bladder"), .customLong("bowel")], inversion: .prefixedNo,
    exclusivity: .exclusive, help: "New trouble with bladder or bowel.")
  var bladder: Bool?

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

  @OptionGroup var moment: MomentOptions

  /// The signs that were declared; some call for the red-flag card, whatever may
  /// be wrong with the rest.
  var signs: [String: SQLiteValue] {
    func flag(_ value: Bool?) -> SQLiteValue { .integer(value.map { $0 ? 1 : 0 }) }
    return [
      "numbness": flag(numbness), "tingling": flag(tingling), "weakness": flag(weakness),
      "saddle_numbness": flag(saddle), "bladder_or_bowel": flag(bladder),
      // A side that is none is refused later, and hides no other sign.
      "side": .text(side.flatMap { try? BodySide($0) }?.rawValue),
    ]
  }

  /// The fields that were given, but for the time and the moment.
  func values() throws -> [String: SQLiteValue] {
    _ = try side.map(BodySide.init)
    let values: [String: SQLiteValue] = [
      "back_pain": .integer(try back.map(RatingExpression.parse)),
      "reach": .integer(try reach.map(Reach.init)?.rawValue),
      "sitting_hours": .text(sitting.map(withPoint)), "sleep_hours": .text(sleep.map(withPoint)),
      "stress": .integer(try stress.map(RatingExpression.parse)),
      "mood": .integer(try mood.map(RatingExpression.parse)),
      "medication": .text(medication),
    ]
    return values.merging(signs) { $1 }.given
  }
}

/// The number as the journal reads it: with a point for a decimal comma.
private func withPoint(_ number: String) -> String {
  String(number.map { $0 == "," ? "." : $0 })
}

import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// Options of a check-in, in addition to leg pain.
struct PainOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Back pain, 0 to 10.", valueName: "pain"))
  var back: String?

  @Option(
    help: "How far down it goes: back, buttock, thigh, knee, calf, foot or toes.",
    completion: .reaches)
  var reach: String?

  @Option(
    name: EmergencySign.bothSides.optionNames, help: "The side: left, right or both.",
    completion: .sides)
  var side: String?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Numbness.")
  var numbness: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Tingling or pins and needles.")
  var tingling: Bool?

  @Flag(
    name: EmergencySign.weakness.optionNames, inversion: .prefixedNo, exclusivity: .exclusive,
    help: "Weakness of the leg or foot.")
  var weakness: Bool?

  @Flag(
    name: EmergencySign.saddle.optionNames, inversion: .prefixedNo, exclusivity: .exclusive,
    help:
      "Numbness or tingling between the inner thighs, of the genitals or around the back passage.")
  var saddle: Bool?

  @Flag(
    name: EmergencySign.bladderOrBowel.optionNames, inversion: .prefixedNo,
    exclusivity: .exclusive, help: "Trouble with bladder or bowel, new or getting worse.")
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

  /// Returns the emergency signs in the options and in `words`, even if the rest of
  /// the line is wrong.
  func signs(beside words: [String]) -> [String: SQLiteValue] {
    let isBoth = side.map { EmergencySign.bothSides.isDeclaredBy?($0) == true } ?? false
    return EmergencySign.declared(by: words)
      .merging(flags.given) { $1 }
      .merging(isBoth ? EmergencySign.fields(of: [.bothSides]) : [:]) { $1 }
  }

  /// The answers of yes or no, by the names of the fields.
  private var flags: [String: SQLiteValue] {
    func flag(_ value: Bool?) -> SQLiteValue { .integer(value.map { $0 ? 1 : 0 }) }
    return [
      "numbness": flag(numbness), "tingling": flag(tingling), "weakness": flag(weakness),
      "saddle_numbness": flag(saddle), "bladder_or_bowel": flag(bladder),
    ]
  }

  /// Returns the fields given in the options and in `words`, except the time and the
  /// moment.
  ///
  /// - Throws: ``InputError``, or ``UsageError`` if the place is given twice.
  func values(beside words: PainWords) throws -> [String: SQLiteValue] {
    let side = try side.map(BodySide.init)
    let reach = try reach.map(Reach.init)
    guard words.side == nil || side == nil, words.reach == nil || reach == nil else {
      throw UsageError("The place is given twice; remove --reach or --side.")
    }
    let values: [String: SQLiteValue] = [
      "leg_pain": .integer(words.leg),
      "back_pain": .integer(try back.map(RatingExpression.parse)),
      "reach": .integer((words.reach ?? reach)?.rawValue),
      "sitting_hours": .text(sitting.map(withPoint)), "sleep_hours": .text(sleep.map(withPoint)),
      "stress": .integer(try stress.map(RatingExpression.parse)),
      "mood": .integer(try mood.map(RatingExpression.parse)),
      "medication": .text(medication), "side": .text((words.side ?? side)?.rawValue),
    ]
    return values.merging(flags) { $1 }.given
  }
}

/// Returns the number with a decimal point, as the journal reads it.
private func withPoint(_ number: String) -> String {
  String(number.map { $0 == "," ? "." : $0 })
}

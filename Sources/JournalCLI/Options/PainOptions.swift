import ArgumentParser
import EntryInput
import JournalModel

/// Options of a check-in, in addition to leg pain.
struct PainOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<CheckIn>

  @Option(help: ArgumentHelp("Time of the rating, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @OptionGroup var moment: MomentOptions

  /// Returns the emergency signs in the options and in `words`, even if the rest of
  /// the line is wrong.
  func signs(beside words: [String]) -> Changes<CheckIn> {
    var signs = EmergencySign.declared(by: words)
    for sign in EmergencySign.allCases {
      let (flag, text) = fields.typed(for: sign.field)
      if let flag {
        signs.set(sign.field, to: flag.stored)
      } else if let text, sign.isDeclaredBy?(text) == true {
        signs.set(sign.field, to: sign.value)
      }
    }
    if let isUnchanged = typedCourse {
      signs.set(CheckIn.field(\.weaknessUnchanged), to: isUnchanged.stored)
      // Weakness that is not unchanged is new or worse.
      signs.set(CheckIn.field(\.weakness), to: true.stored)
    }
    return signs
  }

  /// Whether the weakness is unchanged, if it was typed.
  private var typedCourse: Bool? {
    fields.typed(for: CheckIn.field(\.weaknessUnchanged)).0
  }

  /// Returns the fields given in the options and in `words`, except the time and the
  /// moment.
  ///
  /// - Throws: ``InputError``, or ``UsageError`` if a place was given twice.
  func changes(beside words: PainWords) throws -> Changes<CheckIn> {
    var changes = try fields.changes()
    guard words.side == nil || !changes.mentions(\.side),
      words.reach == nil || !changes.mentions(\.reach)
    else {
      throw UsageError("The place is given twice; remove --reach or --side.")
    }
    if typedCourse != nil {
      guard !changes.mentions(\.weakness) || changes[\.weakness] == true else {
        throw UsageError("--no-weakness contradicts --weakness-unchanged; remove one of them.")
      }
      changes[\.weakness] = true
    } else if changes.mentions(\.weakness) {
      // A new statement about weakness makes the old course void.
      changes.clear(\.weaknessUnchanged)
    }
    if let leg = words.leg { changes[\.legPain] = Rating(leg) }
    if let reach = words.reach { changes[\.reach] = reach }
    if let side = words.side { changes[\.side] = side }
    return changes
  }
}

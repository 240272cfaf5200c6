package import JournalModel

/// A question of a check-in.
package struct CheckInQuestion: Sendable {
  /// The form of the answer.
  package let form: AnswerForm
  /// The words of the question; no two ask the same.
  package let words: String
  /// The topic of the question, within a sentence.
  package let name: String
  /// The fields of a check-in for the answer; none if it is stored elsewhere.
  package let fields: [RecordField<CheckIn>]
  /// The matching option of `nerve pain`, or `nil` if there is none.
  package let option: String?
  /// Whether a day is complete without an answer: most days have no note, no
  /// medication and no flare-up.
  package let isExtra: Bool
  /// Whether every check-in asks it, even if the day has an answer: it is about an
  /// emergency, and people do not mention it unasked.
  package let isAlwaysAsked: Bool
  /// Whether it asks where the pain is, which makes no sense without any.
  package let isAboutPlace: Bool
  /// Whether it is about the day rather than the moment: one answer serves all the
  /// day's check-ins.
  package let isOfWholeDay: Bool
  /// The explanation for `?`.
  package let explanation: String

  private init(
    _ words: String, _ form: AnswerForm, name: String? = nil,
    fills fields: [PartialKeyPath<CheckIn>] = [], option: String? = nil, isExtra: Bool = false,
    isAlwaysAsked: Bool = false, isAboutPlace: Bool = false, isOfWholeDay: Bool = false,
    _ explanation: String
  ) {
    self.words = words
    self.form = form
    self.name = name ?? words.lowercased()
    self.fields = fields.map { CheckIn.field($0) }
    self.option = option
    self.isExtra = isExtra
    self.isAlwaysAsked = isAlwaysAsked
    self.isAboutPlace = isAboutPlace
    self.isOfWholeDay = isOfWholeDay
    self.explanation = explanation
  }
}

extension CheckInQuestion {
  package static let run = CheckInQuestion(
    "Did you run?", .run, name: "the run",
    "Type your run as after 'nerve run', such as 8.2km 45:10 --rpe 6. Only n makes it a rest "
      + "day; Enter leaves it unknown.")

  package static let legPain = CheckInQuestion(
    "Leg pain", .rating, fills: [\.legPain], option: "PAIN",
    "Leg pain, 0 (none) to 10 (the worst imaginable). Back pain is asked separately.")

  package static let reach = CheckInQuestion(
    "How far down", .reach, fills: [\.reach], option: "--reach PLACE", isAboutPlace: true,
    "How far down the pain or tingling goes; you can also type u t k c f o. Pain that moves "
      + "back towards the spine is a good sign only if numbness and weakness do not get worse: "
      + "they can stay when pain suddenly eases.")

  package static let side = CheckInQuestion(
    "Which side", .side, fills: [\.side], option: "--side SIDE", isAboutPlace: true,
    "The leg that hurts. Here L shows the last value.")

  package static let numbness = CheckInQuestion(
    "Numbness in the leg or foot", .yesOrNo, fills: [\.numbness], option: "--[no-]numbness",
    "Part of the leg or foot feels less than on the other side.")

  package static let tingling = CheckInQuestion(
    "Tingling or pins and needles", .yesOrNo, fills: [\.tingling], option: "--[no-]tingling",
    "The leg or foot prickles, or feels asleep.")

  package static let weakness = CheckInQuestion(
    "Weakness in the leg or foot, new or worse", .weakness, name: "weakness",
    fills: [\.weakness, \.weaknessUnchanged], option: "--[no-]weakness",
    "The leg or foot gives way, or lifts less than the other side. New or growing weakness is an "
      + "emergency. Weakness that you have long known and that has not changed is only recorded, "
      + "and asked about again.")

  package static let emergencySigns = CheckInQuestion(
    "New or worse", .emergencySigns, name: "signs of an emergency",
    fills: [\.saddleNumbness, \.bladderOrBowel], option: "--[no-]saddle --[no-]bladder",
    isAlwaysAsked: true,
    "Numbness or tingling where a saddle would touch; urine that is hard to start, will not come, "
      + "cannot be held or cannot be felt; a bowel that you cannot feel or hold. If any of it is new "
      + "or getting worse, it is an emergency, even if the pain has eased.")

  package static let backPain = CheckInQuestion(
    "Back pain", .rating, fills: [\.backPain], option: "--back PAIN",
    "Back pain, 0 (none) to 10 (the worst imaginable).")

  package static let sleep = CheckInQuestion(
    "Hours slept", .hours, fills: [\.sleepHours], option: "--sleep HOURS", isOfWholeDay: true,
    "Hours slept last night, such as 7 or 7.5.")

  package static let sitting = CheckInQuestion(
    "Hours sitting", .hours, fills: [\.sittingHours], option: "--sitting HOURS", isOfWholeDay: true,
    "Hours spent sitting that day, such as 8 or 7.5.")

  package static let stress = CheckInQuestion(
    "Stress", .rating, fills: [\.stress], option: "--stress 0-10", "0 (none) to 10 (the most).")

  package static let mood = CheckInQuestion(
    "Mood", .rating, fills: [\.mood], option: "--mood 0-10", "0 (low) to 10 (high).")

  package static let medication = CheckInQuestion(
    "Medication", .text(upTo: 1_000), fills: [\.medication], option: "--medication TEXT",
    isExtra: true,
    "What you took, such as ibuprofen 400.")

  package static let note = CheckInQuestion(
    "Note", .text(upTo: 10_000), fills: [\.note], option: "--note TEXT", isExtra: true,
    "Anything else, on one line.")

  package static let flareUpBegins = CheckInQuestion(
    "Start of a flare-up", .yesOrNo, isExtra: true,
    "You decide what a flare-up is: pain that gets worse, stays worse, is hard to bear and gets "
      + "in the way.")

  package static let flareUpEnds = CheckInQuestion(
    "Last day of the flare-up", .yesOrNo, isExtra: true,
    "y ends the flare-up in progress, with this day as its last.")

  /// What every check-in asks, whenever it is.
  package static let always = [
    legPain, reach, side, numbness, tingling, weakness, emergencySigns, backPain,
  ]

  /// What is asked once the day is over.
  package static let ofEvening = [sitting, stress, mood, medication]

  /// All that may be asked.
  package static let allCases =
    [run] + always + [sleep] + ofEvening + [note, flareUpBegins, flareUpEnds]
}

extension CheckInQuestion: Hashable {
  package static func == (one: CheckInQuestion, other: CheckInQuestion) -> Bool {
    one.words == other.words
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words) }
}

extension CheckInQuestion {
  /// The fields that answer it; how weakness came about only adds to its answer.
  package var neededFields: [RecordField<CheckIn>] {
    form == .weakness ? Array(fields.prefix(1)) : fields
  }

  /// Returns the prompt.
  package func prompt(byKey: Bool) -> String {
    "\(words)\(form.choices(byKey: byKey).map { " (\($0))" } ?? ""): "
  }

  /// What a check-in holds for an answer; nothing for unknown.
  package func changes(for answer: CheckInAnswer?) -> Changes<CheckIn> {
    zip(fields, answer?.values ?? []).reduce(into: Changes()) { $0.set($1.0, to: $1.1) }
  }

  /// What a check-in says to the question, or `nil` if that is unknown.
  package func answer(in checkIn: CheckIn) -> CheckInAnswer? {
    CheckInAnswer(fields.map { $0.get(checkIn) }, in: form)
  }
}

extension CheckInQuestion {
  /// A reply to a question.
  package enum Reply: Equatable {
    /// An answer, or `nil` for unknown.
    case answer(CheckInAnswer?)
    /// Go back to the previous question.
    case back
    /// Show the value of an earlier day.
    case lastValue
    /// Explain the question.
    case explanation
    /// Text that makes no sense here.
    case notUnderstood
  }

  /// Returns the reply in a typed key or line.
  package func reply(_ typed: String) -> Reply {
    let text = InputText.trimmed(typed)
    switch text {
    case "": return .answer(nil)
    case "b", "B": return .back
    case "L": return .lastValue
    // For the side, l is left.
    case "l" where self != .side: return .lastValue
    case "?": return .explanation
    default: return form.understand(text).map { .answer($0) } ?? .notUnderstood
    }
  }
}

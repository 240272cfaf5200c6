package import JournalModel

/// Something that a check-in may ask.
package struct CheckInQuestion: Sendable {
  /// What an answer may look like.
  package let form: AnswerForm
  /// The words of the question; no two ask the same.
  package let words: String
  /// What the question is about, within a sentence.
  package let name: String
  /// The fields of a check-in that an answer fills; none if it is kept elsewhere.
  package let fields: [RecordField<CheckIn>]
  /// The option of `nerve pain` that says the same, or `nil` if there is none.
  package let option: String?
  /// Whether a day that has everything else lacks nothing: most days have no
  /// note, no medication and no flare-up.
  package let isExtra: Bool
  /// Whether it is asked at every check-in, also where the day has its answer: it
  /// is about an emergency, and people do not volunteer it.
  package let isAlwaysAsked: Bool
  /// Whether it asks where the pain is, which makes no sense without any.
  package let isAboutPlace: Bool
  /// Whether it is about the day rather than the moment: one answer serves all the
  /// day's check-ins.
  package let isOfWholeDay: Bool
  /// What the question means.
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
    "What you would type after 'nerve run', such as 8.2km 45:10 --rpe 6. Only n makes it a rest "
      + "day; Enter leaves it unknown.")

  package static let legPain = CheckInQuestion(
    "Leg pain", .rating, fills: [\.legPain], option: "PAIN",
    "Pain in the leg, 0 for none to 10 for the worst; back pain is asked apart.")

  package static let reach = CheckInQuestion(
    "How far down", .reach, fills: [\.reach], option: "--reach PLACE", isAboutPlace: true,
    "The furthest point that pain or tingling reaches; the letters u t k c f o do too. Pain "
      + "that draws back towards the spine is a good sign only while numbness and weakness do "
      + "not grow: these can stay when pain suddenly eases.")

  package static let side = CheckInQuestion(
    "Which side", .side, fills: [\.side], option: "--side SIDE", isAboutPlace: true,
    "The leg that hurts. L shows the last value.")

  package static let numbness = CheckInQuestion(
    "Numbness of the leg or foot", .yesOrNo, fills: [\.numbness], option: "--[no-]numbness",
    "Whether part of the leg or foot feels less than the other side.")

  package static let tingling = CheckInQuestion(
    "Tingling or pins and needles", .yesOrNo, fills: [\.tingling], option: "--[no-]tingling",
    "Whether the leg or foot prickles, or feels asleep.")

  package static let weakness = CheckInQuestion(
    "Weakness of the leg or foot", .yesOrNo, fills: [\.weakness], option: "--[no-]weakness",
    "Whether the leg or foot gives way, or lifts less than the other side.")

  package static let emergencySigns = CheckInQuestion(
    "New or worse", .emergencySigns, name: "signs of an emergency",
    fills: [\.saddleNumbness, \.bladderOrBowel], option: "--[no-]saddle --[no-]bladder",
    isAlwaysAsked: true,
    "Numbness or tingling where a saddle would touch; difficulty starting to pass urine, being "
      + "unable to, or being unable to stop or feel it, or a bowel movement. If any of it is new "
      + "or getting worse, it is an emergency.")

  package static let backPain = CheckInQuestion(
    "Back pain", .rating, fills: [\.backPain], option: "--back PAIN",
    "Pain in the back, 0 for none to 10 for the worst.")

  package static let sleep = CheckInQuestion(
    "Hours slept", .hours, fills: [\.sleepHours], option: "--sleep HOURS", isOfWholeDay: true,
    "Hours slept last night, such as 7 or 7.5.")

  package static let sitting = CheckInQuestion(
    "Hours sitting", .hours, fills: [\.sittingHours], option: "--sitting HOURS", isOfWholeDay: true,
    "Hours spent sitting this day, such as 8 or 7.5.")

  package static let stress = CheckInQuestion(
    "Stress", .rating, fills: [\.stress], option: "--stress 0-10", "0 for none to 10 for the most.")

  package static let mood = CheckInQuestion(
    "Mood", .rating, fills: [\.mood], option: "--mood 0-10", "0 for low to 10 for high.")

  package static let medication = CheckInQuestion(
    "Medication", .text(upTo: 1_000), fills: [\.medication], option: "--medication TEXT",
    isExtra: true,
    "What was taken, such as ibuprofen 400.")

  package static let note = CheckInQuestion(
    "Note", .text(upTo: 10_000), fills: [\.note], option: "--note TEXT", isExtra: true,
    "Anything else, in a line.")

  package static let flareUpBegins = CheckInQuestion(
    "Did a flare-up begin", .yesOrNo, isExtra: true,
    "A flare-up is what you say it is: a worsening that lasts, is hard to tolerate and gets in "
      + "the way.")

  package static let flareUpEnds = CheckInQuestion(
    "Was it the last day of the flare-up", .yesOrNo, isExtra: true,
    "y ends the flare-up that lasts, with this day as its last.")

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
  /// The question as it is asked.
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
  /// What was typed at a question.
  package enum Reply: Equatable {
    /// An answer, or `nil` for unknown.
    case answer(CheckInAnswer?)
    /// Back to the question before.
    case back
    /// The value of an earlier day, please.
    case lastValue
    /// What does the question mean?
    case explanation
    /// Nothing that belongs here.
    case notUnderstood
  }

  /// Understands what was typed, a key or a line.
  package func reply(_ typed: String) -> Reply {
    let text = InputText.trimmed(typed)
    switch text {
    case "": return .answer(nil)
    case "b", "B": return .back
    case "L": return .lastValue
    // At the side, this is the left one.
    case "l" where self != .side: return .lastValue
    case "?": return .explanation
    default: return form.understand(text).map { .answer($0) } ?? .notUnderstood
    }
  }
}

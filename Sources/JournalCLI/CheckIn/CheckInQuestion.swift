import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// Something that a check-in may ask.
enum CheckInQuestion: CaseIterable, Sendable {
  case run
  case legPain
  case reach
  case side
  case numbness
  case tingling
  case weakness
  case emergencySigns
  case backPain
  case sleep
  case sitting
  case stress
  case mood
  case medication
  case note
  case flareUpBegins
  case flareUpEnds

  /// What an answer may look like.
  var form: AnswerForm {
    switch self {
    case .run: .run
    case .legPain, .backPain, .stress, .mood: .rating
    case .reach: .reach
    case .side: .side
    case .numbness, .tingling, .weakness, .flareUpBegins, .flareUpEnds: .yesOrNo
    case .emergencySigns: .emergencySigns
    case .sleep, .sitting: .hours
    case .medication: .text(upTo: 1_000)
    case .note: .text(upTo: 10_000)
    }
  }

  /// The fields of a check-in that an answer fills; none if it is kept elsewhere.
  var fields: [String] {
    switch self {
    case .legPain: ["leg_pain"]
    case .reach: ["reach"]
    case .side: ["side"]
    case .numbness: ["numbness"]
    case .tingling: ["tingling"]
    case .weakness: ["weakness"]
    case .emergencySigns: ["saddle_numbness", "bladder_or_bowel"]
    case .backPain: ["back_pain"]
    case .sleep: ["sleep_hours"]
    case .sitting: ["sitting_hours"]
    case .stress: ["stress"]
    case .mood: ["mood"]
    case .medication: ["medication"]
    case .note: ["note"]
    case .run, .flareUpBegins, .flareUpEnds: []
    }
  }

  /// Whether a day that has everything else lacks nothing: most days have no
  /// note, no medication and no flare-up.
  var isExtra: Bool {
    [.medication, .note, .flareUpBegins, .flareUpEnds].contains(self)
  }

  /// Whether it is asked at every check-in, also where the day has its answer: it
  /// is about an emergency, and people do not volunteer it.
  var isAlwaysAsked: Bool { self == .emergencySigns }

  /// The words of the question.
  var words: String {
    switch self {
    case .run: "Did you run?"
    case .legPain: "Leg pain"
    case .reach: "How far down"
    case .side: "Which side"
    case .numbness: "Numbness of the leg or foot"
    case .tingling: "Tingling or pins and needles"
    case .weakness: "Weakness of the leg or foot"
    case .emergencySigns: "New or worse"
    case .backPain: "Back pain"
    case .sleep: "Hours slept"
    case .sitting: "Hours sitting"
    case .stress: "Stress"
    case .mood: "Mood"
    case .medication: "Medication"
    case .note: "Note"
    case .flareUpBegins: "Did a flare-up begin"
    case .flareUpEnds: "Was it the last day of the flare-up"
    }
  }

  /// What the question is about, within a sentence.
  var name: String {
    switch self {
    case .emergencySigns: "signs of an emergency"
    case .run: "the run"
    default: words.lowercased()
    }
  }

  /// The question as it is asked.
  func prompt(byKey: Bool) -> String {
    "\(words)\(form.choices(byKey: byKey).map { " (\($0))" } ?? ""): "
  }

  /// What the question means.
  var explanation: String {
    switch self {
    case .run:
      "What you would type after 'nerve run', such as 8.2km 45:10 --rpe 6. Only n makes it a rest "
        + "day; Enter leaves it unknown."
    case .legPain: "Pain in the leg, 0 for none to 10 for the worst; back pain is asked apart."
    case .reach:
      "The furthest point that pain or tingling reaches; the letters u t k c f o do too. Pain "
        + "that draws back towards the spine is a good sign only while numbness and weakness do "
        + "not grow: these can stay when pain suddenly eases."
    case .side: "The leg that hurts. L shows the last value."
    case .numbness: "Whether part of the leg or foot feels less than the other side."
    case .tingling: "Whether the leg or foot prickles, or feels asleep."
    case .weakness: "Whether the leg or foot gives way, or lifts less than the other side."
    case .emergencySigns:
      "Numbness or tingling where a saddle would touch; difficulty starting to pass urine, being "
        + "unable to, or being unable to stop or feel it, or a bowel movement. If any of it is new "
        + "or getting worse, it is an emergency."
    case .backPain: "Pain in the back, 0 for none to 10 for the worst."
    case .sleep: "Hours slept last night, such as 7 or 7.5."
    case .sitting: "Hours spent sitting this day, such as 8 or 7.5."
    case .stress: "0 for none to 10 for the most."
    case .mood: "0 for low to 10 for high."
    case .medication: "What was taken, such as ibuprofen 400."
    case .note: "Anything else, in a line."
    case .flareUpBegins:
      "A flare-up is what you say it is: a worsening that lasts, is hard to tolerate and gets in "
        + "the way."
    case .flareUpEnds: "y ends the flare-up that lasts, with this day as its last."
    }
  }

  /// The option of `nerve pain` that says the same, or `nil` if there is none.
  var option: String? {
    switch self {
    case .legPain: "PAIN"
    case .reach: "--reach PLACE"
    case .side: "--side SIDE"
    case .numbness: "--[no-]numbness"
    case .tingling: "--[no-]tingling"
    case .weakness: "--[no-]weakness"
    case .emergencySigns: "--[no-]saddle --[no-]bladder"
    case .backPain: "--back PAIN"
    case .sleep: "--sleep HOURS"
    case .sitting: "--sitting HOURS"
    case .stress: "--stress 0-10"
    case .mood: "--mood 0-10"
    case .medication: "--medication TEXT"
    case .note: "--note TEXT"
    case .run, .flareUpBegins, .flareUpEnds: nil
    }
  }

  /// What a check-in stores for an answer; nothing for unknown.
  func values(of answer: CheckInAnswer?) -> [String: SQLiteValue] {
    Dictionary(uniqueKeysWithValues: zip(fields, answer?.values ?? []))
  }

  /// What an entry says to the question, or `nil` if that is unknown.
  func answer(in entry: StoredEntry) -> CheckInAnswer? {
    guard let field = fields.first else { return nil }
    switch form {
    case .rating: return entry.whole(field).map { .rating($0) }
    case .reach: return entry.whole(field).flatMap(Reach.init(rawValue:)).map { .reach($0) }
    case .side: return entry.text(field).flatMap(BodySide.init(rawValue:)).map { .side($0) }
    case .yesOrNo: return entry.whole(field).map { .yesOrNo($0 == 1) }
    case .emergencySigns:
      return entry.whole("saddle_numbness").flatMap { saddle in
        entry.whole("bladder_or_bowel").map {
          .emergencySigns(saddleNumbness: saddle == 1, bladderOrBowel: $0 == 1)
        }
      }
    case .hours: return entry.number(field).map { .hours($0) }
    case .text: return entry.text(field).map { .text($0) }
    case .run: return nil
    }
  }
}

extension CheckInQuestion {
  /// What was typed at a question.
  enum Reply: Equatable {
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
  func reply(_ typed: String) -> Reply {
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

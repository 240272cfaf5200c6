import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// A question of a check-in.
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

  /// The form of the answer.
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

  /// The fields of a check-in for the answer; none if it is stored elsewhere.
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

  /// Whether a day is complete without an answer: most days have no note, no
  /// medication and no flare-up.
  var isExtra: Bool {
    [.medication, .note, .flareUpBegins, .flareUpEnds].contains(self)
  }

  /// Whether every check-in asks it, even if the day has an answer: it is about an
  /// emergency, and people do not mention it unasked.
  var isAlwaysAsked: Bool { self == .emergencySigns }

  /// The question in words.
  var words: String {
    switch self {
    case .run: "Did you run?"
    case .legPain: "Leg pain"
    case .reach: "How far down"
    case .side: "Which side"
    case .numbness: "Numbness in the leg or foot"
    case .tingling: "Tingling or pins and needles"
    case .weakness: "Weakness in the leg or foot"
    case .emergencySigns: "New or worse"
    case .backPain: "Back pain"
    case .sleep: "Hours slept"
    case .sitting: "Hours sitting"
    case .stress: "Stress"
    case .mood: "Mood"
    case .medication: "Medication"
    case .note: "Note"
    case .flareUpBegins: "Start of a flare-up"
    case .flareUpEnds: "Last day of the flare-up"
    }
  }

  /// The topic of the question, within a sentence.
  var name: String {
    switch self {
    case .emergencySigns: "signs of an emergency"
    case .run: "the run"
    default: words.lowercased()
    }
  }

  /// Returns the prompt.
  func prompt(byKey: Bool) -> String {
    "\(words)\(form.choices(byKey: byKey).map { " (\($0))" } ?? ""): "
  }

  /// The explanation for `?`.
  var explanation: String {
    switch self {
    case .run:
      "Type your run as after 'nerve run', such as 8.2km 45:10 --rpe 6. Only n makes it a rest "
        + "day; Enter leaves it unknown."
    case .legPain: "Leg pain, 0 (none) to 10 (the worst imaginable). Back pain is asked separately."
    case .reach:
      "How far down the pain or tingling goes; you can also type u t k c f o. Pain that moves "
        + "back towards the spine is a good sign only if numbness and weakness do not get worse: "
        + "they can stay when pain suddenly eases."
    case .side: "The leg that hurts. Here L shows the last value."
    case .numbness: "Part of the leg or foot has less feeling than on the other side."
    case .tingling: "The leg or foot prickles, or feels asleep."
    case .weakness: "The leg or foot gives way, or lifts less than the other side."
    case .emergencySigns:
      "Numbness or tingling where a saddle would touch; difficulty starting to pass urine, being "
        + "unable to, or being unable to stop or feel it, or a bowel movement. If any of it is new "
        + "or getting worse, it is an emergency."
    case .backPain: "Back pain, 0 (none) to 10 (the worst imaginable)."
    case .sleep: "Hours slept last night, such as 7 or 7.5."
    case .sitting: "Hours spent sitting that day, such as 8 or 7.5."
    case .stress: "0 (none) to 10 (the most)."
    case .mood: "0 (low) to 10 (high)."
    case .medication: "What you took, such as ibuprofen 400."
    case .note: "Anything else, on one line."
    case .flareUpBegins:
      "You decide what a flare-up is: pain that gets worse, stays worse, is hard to bear and gets "
        + "in the way."
    case .flareUpEnds: "y ends the flare-up in progress, with this day as its last."
    }
  }

  /// The matching option of `nerve pain`, or `nil` if there is none.
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

  /// Returns the values to store for an answer; none for unknown.
  func values(of answer: CheckInAnswer?) -> [String: SQLiteValue] {
    Dictionary(uniqueKeysWithValues: zip(fields, answer?.values ?? []))
  }

  /// Returns the answer in an entry, or `nil` if it is unknown.
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
  /// A reply to a question.
  enum Reply: Equatable {
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
  func reply(_ typed: String) -> Reply {
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

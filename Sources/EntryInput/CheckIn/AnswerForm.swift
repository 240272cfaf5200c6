import JournalModel

/// The form of an answer in a check-in.
package enum AnswerForm: Equatable, Sendable {
  /// A rating from 0 to 10.
  case rating
  /// How far down the leg the pain goes.
  case reach
  /// The side of the body.
  case side
  /// Yes or no.
  case yesOrNo
  /// Weakness, and whether it is known and unchanged.
  case weakness
  /// Which of the two signs of the cauda equina are present.
  case emergencySigns
  /// A run, or none.
  case run
  /// Hours of a day.
  case hours
  /// Text of up to a number of characters.
  case text(upTo: Int)

  /// Whether one key is the whole answer.
  package var isOneKey: Bool {
    switch self {
    case .rating, .reach, .side, .yesOrNo, .weakness, .emergencySigns: true
    case .run, .hours, .text: false
    }
  }

  /// Returns the choices to show in a prompt, for single keys or for lines; `nil`
  /// for free text.
  package func choices(byKey: Bool) -> String? {
    switch self {
    case .rating: byKey ? "0-9, x = 10" : "0-10"
    case .reach: Reach.allCases.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
    case .side: "l left, r right, 2 both"
    case .yesOrNo: "y/n"
    case .weakness: "y/n, k known and unchanged"
    case .emergencySigns: "n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both"
    case .run: "n = no run, Enter = don't know, or type it: 8.2km 45:10"
    case .hours: byKey ? "0-24, then Enter" : "0-24"
    case .text: nil
    }
  }

  /// A hint after an answer that was not understood.
  package var hint: String {
    switch self {
    case .rating: "Type a whole number from 0 to 10; x is 10."
    case .reach:
      "Type 0 (back) to 6 (toes), or u buttock, t thigh, k knee, c calf, f foot, o toes."
    case .side: "Type l for left, r for right or 2 for both."
    case .yesOrNo: "Type y or n."
    case .weakness:
      "Type y if it is new or getting worse, k if you have long known it and it has not changed, or n."
    case .emergencySigns:
      "Type 1 for numbness or tingling between the legs, 2 for bladder or bowel, 3 for both, n for no."
    case .run:
      "Type the distance or duration, such as 8.2km 45:10, n for no run, or Enter if you don't "
        + "know."
    case .hours: "Type hours from 0 to 24, such as 7 or 7.5."
    case .text(let limit): "Type at most \(limit) characters."
    }
  }

  /// Returns the answer in `text`, or `nil` if it is not understood.
  package func understand(_ text: String) -> CheckInAnswer? {
    let word = InputText.folded(text)
    return switch self {
    case .rating:
      (word == "x" ? 10 : try? RatingExpression.parse(word)).map { .rating($0) }
    case .reach: (Self.reachKeys[word] ?? (try? Reach(word))).map { .reach($0) }
    case .side: (word == "2" ? .both : try? BodySide(word)).map { .side($0) }
    case .yesOrNo: Self.yesOrNoWords[word].map { .yesOrNo($0) }
    case .weakness: Self.weaknessWords[word]
    case .emergencySigns: Self.emergencyWords[word]
    case .run: Self.run(text, word)
    case .hours: Self.hours(word).map { .hours($0) }
    case .text(let limit): Self.text(text, upTo: limit).map { .text($0) }
    }
  }

  /// The first letter of each place, or the next free one if it is taken.
  private static let reachKeys: [String: Reach] = [
    "u": .buttock, "t": .thigh, "k": .knee, "c": .calf, "f": .foot, "o": .toes,
  ]

  private static let yesOrNoWords = ["y": true, "yes": true, "n": false, "no": false]

  private static let weaknessWords: [String: CheckInAnswer] = [
    "n": .weakness(nil), "no": .weakness(nil), "y": .weakness(.newOrWorse),
    "yes": .weakness(.newOrWorse), "new": .weakness(.newOrWorse), "worse": .weakness(.newOrWorse),
    "k": .weakness(.unchanged), "known": .weakness(.unchanged),
    "unchanged": .weakness(.unchanged),
  ]

  private static let emergencyWords: [String: CheckInAnswer] = [
    "n": .emergencySigns(saddleNumbness: false, bladderOrBowel: false),
    "no": .emergencySigns(saddleNumbness: false, bladderOrBowel: false),
    "1": .emergencySigns(saddleNumbness: true, bladderOrBowel: false),
    "2": .emergencySigns(saddleNumbness: false, bladderOrBowel: true),
    "3": .emergencySigns(saddleNumbness: true, bladderOrBowel: true),
  ]

  private static let noRunWords = ["n", "no", "none", "no run", "rest"]

  /// Returns a run, or none; a plain yes is not enough.
  private static func run(_ text: String, _ word: String) -> CheckInAnswer? {
    if noRunWords.contains(word) { return .noRun }
    return yesOrNoWords[word] == nil ? .run(RunLine(text: text)) : nil
  }

  private static func hours(_ word: String) -> Double? {
    let number = word.hasSuffix("h") ? String(word.dropLast()) : word
    guard let hours = (try? InputText.decimal(number.filter { $0 != " " })) ?? nil, hours <= 24
    else { return nil }
    return hours
  }

  private static func text(_ text: String, upTo limit: Int) -> String? {
    text.unicodeScalars.count <= limit && !text.utf8.contains(0) ? text : nil
  }
}

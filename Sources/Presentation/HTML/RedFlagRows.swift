import CivilDay
import Reports
import WrittenValues

/// The red-flag answers of a period, for a clinician.
struct RedFlagRows {
  private let answers: RedFlagAnswers

  init(_ answers: RedFlagAnswers) {
    self.answers = answers
  }

  /// Whether any answer was yes.
  var isUrgent: Bool { answers.answers.contains { !$0.yes.isEmpty || !$0.yesBefore.isEmpty } }

  /// The signs answered with yes, with no and not at all, and what nobody asks about.
  var rows: [(name: String, text: String)] {
    let all = answers.answers
    let yes = all.filter { !$0.yes.isEmpty }.map { answers in
      (
        "YES",
        "\(answers.sign.name) on \(answers.yes.count) of "
          + "\(NumberText.counted(answers.answered, "day")) answered: \(Self.latest(answers.yes))"
      )
    }
    let before = all.filter { !$0.yesBefore.isEmpty }.map { answers in
      "\(answers.sign.name) on \(NumberText.counted(answers.yesBefore.count, "day")), last on "
        + (answers.yesBefore.last?.longDescription ?? "")
    }
    let no = all.filter { $0.yes.isEmpty && $0.answered > 0 }.map { answers in
      "\(answers.sign.name) (\(NumberText.counted(answers.answered, "day")) answered)"
    }
    let silent = all.filter { $0.answered == 0 }
    let none =
      silent.count == all.count
      ? "none, but no question about them was answered in this period" : "none in this period"
    return (yes.isEmpty ? [("YES", none)] : yes)
      + [
        ("YES earlier", before), ("no", no),
        ("not answered", silent.filter(\.wasAnsweredBefore).map(\.sign.name)),
        ("never answered", silent.filter { !$0.wasAnsweredBefore }.map(\.sign.name)),
      ].filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: "; ")) }
      + [("never asked", Self.neverAsked)]
  }

  private static let neverAsked =
    "sexual function, gait, fever, weight loss, cancer, injury, steroids, night pain"

  /// The most days that are listed for one sign.
  private static let most = 4

  /// The latest days, and how many more there are.
  static func latest(_ days: [Day]) -> String {
    ClinicianWords.latest(days.map(\.longDescription), most: most)
  }
}

extension RedFlagAnswers.Sign {
  /// Its name.
  fileprivate var name: String {
    switch self {
    case .saddle: "numbness or tingling in the saddle area"
    case .bladderOrBowel: "trouble with bladder or bowel"
    case .weakness: "weakness of the leg or foot"
    case .bothLegs: "pain in both legs"
    }
  }
}

import CivilDay
import Reports
import WrittenValues

/// The red-flag answers of a period, for a clinician.
struct RedFlagRows {
  private let answers: RedFlagAnswers

  init(_ answers: RedFlagAnswers) {
    self.answers = answers
  }

  /// The signs answered with yes, in the period and before it.
  var urgent: [(name: String, text: String)] {
    let now = answers.answers.filter { !$0.yes.isEmpty }.map { answers in
      (
        "YES",
        "\(answers.sign.name) on \(answers.yes.count) of "
          + "\(NumberText.counted(answers.answered, "day")) answered: \(Self.latest(answers.yes))"
      )
    }
    let before = answers.answers.compactMap { answers in
      answers.yesBefore.last.map { last in
        "\(answers.sign.name) (\(NumberText.counted(answers.yesBefore.count, "day")), last "
          + "\(last.dateText))"
      }
    }
    let days = answers.cardDays
    let card =
      days.isEmpty
      ? []
      : [
        (
          "emergency card",
          "shown on \(NumberText.counted(days.count, "day")): \(Self.latest(days, Self.mostCardDays))"
        )
      ]
    return now + card + (before.isEmpty ? [] : [("YES earlier", before.joined(separator: "; "))])
  }

  /// The signs answered with no and not at all, and what nobody asks about.
  var others: [(name: String, text: String)] {
    let all = answers.answers
    let no = all.filter { $0.yes.isEmpty && $0.unchanged.isEmpty && $0.answered > 0 }.map {
      answers in
      "\(answers.sign.name) (\(NumberText.counted(answers.answered, "day")) answered)"
    }
    let silent = all.filter { $0.answered == 0 }
    let none =
      silent.count == all.count
      ? "none, but no question about them was answered in this period" : "none in this period"
    let rows: [(name: String, signs: [String])] = [
      ("YES", all.allSatisfy(\.yes.isEmpty) ? [none] : []),
      (
        "known, unchanged",
        all.filter { !$0.unchanged.isEmpty }.map { answers in
          "\(answers.sign.name) on \(answers.unchanged.count) of "
            + "\(NumberText.counted(answers.answered, "day")) answered: "
            + Self.latest(answers.unchanged)
        }
      ), ("no", no),
      ("not answered", silent.filter(\.wasAnsweredBefore).map(\.sign.name)),
      ("never answered", silent.filter { !$0.wasAnsweredBefore }.map(\.sign.name)),
      ("never asked", [Self.neverAsked]),
    ]
    return rows.filter { !$0.signs.isEmpty }.map { ($0.name, $0.signs.joined(separator: "; ")) }
  }

  private static let neverAsked =
    "sexual function, gait, severity of weakness, fever, weight loss, cancer, injury, steroids, night pain"

  /// The most days that are listed for one sign.
  private static let most = 3

  /// The most days that are listed for all signs together.
  private static let mostCardDays = 6

  /// The latest days, and how many more there are.
  private static func latest(_ days: [Day], _ most: Int = most) -> String {
    ClinicianWords.latest(days.map(\.dateText), most: most)
  }
}

extension RedFlagAnswers.Sign {
  /// Its name.
  fileprivate var name: String {
    switch self {
    case .saddle: "saddle numbness or tingling"
    case .bladderOrBowel: "bladder or bowel trouble"
    case .weakness: "weakness"
    case .bothLegs: "both legs"
    }
  }
}

public import CivilDay
internal import JournalStore

/// The answers to the questions about signs of an emergency.
public struct RedFlagAnswers: Sendable {
  /// A sign that is asked about.
  public enum Sign: CaseIterable, Sendable {
    /// Numbness or tingling in the saddle area.
    case saddle
    /// Trouble with bladder or bowel.
    case bladderOrBowel
    /// Weakness of the leg or foot.
    case weakness
    /// Pain in both legs.
    case bothLegs
  }

  /// The answers about one sign.
  public struct Answers: Sendable {
    /// The sign.
    public let sign: Sign
    /// The days of the period on which the answer was yes, oldest first.
    public let yes: [Day]
    /// The days of the period with an answer.
    public let answered: Int
    /// Whether there was an answer before the period.
    public let wasAnsweredBefore: Bool
    /// The days before the period on which the answer was yes, oldest first.
    public let yesBefore: [Day]
  }

  /// The answers, the most urgent sign first.
  public let answers: [Answers]

  /// Sorts the answers.
  ///
  /// - Parameters:
  ///   - signs: Signs of any days, oldest first.
  ///   - first: The first day of the period.
  init(_ signs: [DeclaredSigns], since first: Day) {
    answers = Sign.allCases.map { sign in
      func days(_ isMeant: (Bool?) -> Bool) -> [Day] {
        Set(signs.filter { isMeant(sign.answer(in: $0)) }.map(\.day)).sorted()
      }
      let (yes, answered) = (days { $0 == true }, days { $0 != nil })
      return Answers(
        sign: sign, yes: yes.filter { $0 >= first },
        answered: answered.count { $0 >= first },
        wasAnsweredBefore: answered.contains { $0 < first },
        yesBefore: yes.filter { $0 < first })
    }
  }
}

extension RedFlagAnswers.Sign {
  /// The answer in a check-in, `nil` without one.
  fileprivate func answer(in signs: DeclaredSigns) -> Bool? {
    switch self {
    case .saddle: signs.saddleNumbness
    case .bladderOrBowel: signs.bladderOrBowel
    case .weakness: signs.weakness
    case .bothLegs: signs.bothLegs
    }
  }
}

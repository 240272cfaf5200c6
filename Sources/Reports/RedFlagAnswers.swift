public import CivilDay
import JournalModel
import JournalStore

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
    /// The days of the period on which the answer called for the emergency card,
    /// oldest first.
    public let yes: [Day]
    /// The days of the period on which the sign was there without calling for the
    /// card, since it was known and unchanged, oldest first.
    public let unchanged: [Day]
    /// The days of the period with an answer.
    public let answered: Int
    /// Whether there was an answer before the period.
    public let wasAnsweredBefore: Bool
    /// The days before the period on which the answer called for the card, oldest
    /// first.
    public let yesBefore: [Day]
  }

  /// The answers, the most urgent sign first.
  public let answers: [Answers]
  /// The days of the period whose answers called for the card, oldest first.
  public let cardDays: [Day]

  /// Sorts the answers.
  ///
  /// - Parameters:
  ///   - signs: Signs of any days, oldest first.
  ///   - days: The days of `signs` whose answers called for the card, oldest first.
  ///   - first: The first day of the period.
  init(_ signs: [DeclaredSigns], calling days: [RedFlagDay], since first: Day) {
    answers = Sign.allCases.map { sign in
      func told(_ isMeant: (Bool?) -> Bool) -> [Day] {
        Set(signs.filter { isMeant(sign.answer(in: $0)) }.map(\.day)).sorted()
      }
      let yes = days.filter { $0.signs.contains { $0.field.path == sign.path } }.map(\.day)
      let answered = told { $0 != nil }
      return Answers(
        sign: sign, yes: yes.filter { $0 >= first },
        unchanged: told { $0 == true }.filter { $0 >= first && !yes.contains($0) },
        answered: answered.count { $0 >= first },
        wasAnsweredBefore: answered.contains { $0 < first },
        yesBefore: yes.filter { $0 < first })
    }
    cardDays = days.map(\.day).filter { $0 >= first }
  }

  /// The answers about `sign`.
  public func about(_ sign: Sign) -> Answers? { answers.first { $0.sign == sign } }
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

  /// The part of a check-in that holds the answer.
  fileprivate var path: PartialKeyPath<CheckIn> {
    switch self {
    case .saddle: \CheckIn.saddleNumbness
    case .bladderOrBowel: \CheckIn.bladderOrBowel
    case .weakness: \CheckIn.weakness
    case .bothLegs: \CheckIn.side
    }
  }
}

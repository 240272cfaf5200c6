package import JournalModel

/// The questions of a check-in and the answers so far.
///
/// A question that the day has an answer to is left out, and so is one that
/// makes no sense after the answers before it. Values in, values out: what is
/// asked, and where answers come from, is not known here.
package struct CheckInInterview: Equatable, Sendable {
  /// A question that was asked, with its answer; `nil` is unknown.
  private struct Exchange: Equatable {
    let question: CheckInQuestion
    let answer: CheckInAnswer?
  }

  private let questions: [CheckInQuestion]
  private let known: CheckIn
  private var exchanges: [Exchange] = []

  /// Creates the interview.
  ///
  /// - Parameters:
  ///   - questions: What to ask, in order.
  ///   - known: What is known of the check-in and need not be asked.
  package init(_ questions: [CheckInQuestion], known: CheckIn = CheckIn()) {
    self.questions = questions
    self.known = known
  }

  /// The question to ask now, or `nil` at the end.
  package var question: CheckInQuestion? {
    let asked = exchanges.last.flatMap { questions.firstIndex(of: $0.question) } ?? -1
    return questions[(asked + 1)...].first {
      ($0.isAlwaysAsked || !isKnown($0)) && makesSense($0)
    }
  }

  /// Whether something is lacking that is worth asking for.
  package var lacksSomething: Bool { lacking.contains { !$0.isExtra } }

  /// What is not known and, by what is known so far, may have an answer.
  package var lacking: [CheckInQuestion] {
    questions.filter { question in
      guard !isKnown(question) else { return false }
      let followsOpenQuestion =
        question.isAboutPlace && questions.contains(.legPain) && !isKnown(.legPain)
      return followsOpenQuestion || makesSense(question)
    }
  }

  /// Takes the answer to the question; `nil` is unknown.
  package mutating func answer(_ answer: CheckInAnswer?) {
    guard let question else { return }
    exchanges.append(Exchange(question: question, answer: answer))
  }

  /// Goes back to the question before, whose answer is forgotten.
  ///
  /// - Returns: Whether there was one.
  package mutating func goBack() -> Bool {
    exchanges.popLast() != nil
  }

  /// The fields of a check-in that were answered.
  package var answers: Changes<CheckIn> {
    exchanges.reduce(into: Changes()) { $0.merge($1.question.changes(for: $1.answer)) }
  }

  /// The mark for a day without a run: rest, or not tracked, since "don't know" is
  /// an answer too.
  package var mark: DayMark? {
    switch answerAboutRun {
    case .some(.some(.noRun)): .rest
    case .some(.none): .notTracked
    default: nil
    }
  }

  /// The run that was typed.
  package var run: RunLine? {
    guard case .some(.some(.run(let line))) = answerAboutRun else { return nil }
    return line
  }

  /// The answer to the question about a run, if it was asked.
  private var answerAboutRun: CheckInAnswer?? {
    exchanges.first { $0.question == .run }.map(\.answer)
  }

  /// What was said to become of a flare-up.
  package var flareUp: FlareUpChange? {
    says(.flareUpBegins) ? .begins : says(.flareUpEnds) ? .ends : nil
  }

  /// Whether nothing was answered that the journal could keep.
  package var isEmpty: Bool { answers.isEmpty && mark == nil && run == nil && flareUp == nil }

  /// Whether everything that was asked is unknown.
  package var knowsNothing: Bool { exchanges.allSatisfy { $0.answer == nil } }

  private func says(_ question: CheckInQuestion) -> Bool {
    exchanges.contains(Exchange(question: question, answer: .yesOrNo(true)))
  }

  private func isKnown(_ question: CheckInQuestion) -> Bool {
    !question.fields.isEmpty && question.fields.allSatisfy { !$0.get(known).isNull }
  }

  /// Whether the question can follow what is known and what was answered.
  private func makesSense(_ question: CheckInQuestion) -> Bool {
    guard question.isAboutPlace else { return true }
    return answers.applied(to: known).legPain.map { $0.points > 0 } ?? false
  }
}

package import JournalModel

/// The questions of a check-in and the answers so far.
///
/// Skips questions that the day already answers, and those that make no sense after
/// earlier answers. Only values go in and out: it knows nothing of prompts or of the
/// source of answers.
package struct CheckInInterview: Equatable, Sendable {
  /// A question and its answer; `nil` is unknown.
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
  ///   - questions: The questions, in order.
  ///   - known: What is known of the check-in and need not be asked.
  package init(_ questions: [CheckInQuestion], known: CheckIn = CheckIn()) {
    self.questions = questions
    self.known = known
  }

  /// The next question, or `nil` at the end.
  package var question: CheckInQuestion? {
    let asked = exchanges.last.flatMap { questions.firstIndex(of: $0.question) } ?? -1
    return questions[(asked + 1)...].first {
      ($0.isAlwaysAsked || !isKnown($0) || isAskedAgain($0)) && makesSense($0)
    }
  }

  /// Whether anything worth asking for is missing.
  package var lacksSomething: Bool { lacking.contains { !$0.isExtra } }

  /// The open questions that may have an answer, given the known facts.
  package var lacking: [CheckInQuestion] {
    questions.filter { question in
      guard !isKnown(question) else { return false }
      let followsOpenQuestion =
        question.isAboutPlace && questions.contains(.legPain) && !isKnown(.legPain)
      return followsOpenQuestion || makesSense(question)
    }
  }

  /// Adds the answer to the question; `nil` is unknown.
  package mutating func answer(_ answer: CheckInAnswer?) {
    guard let question else { return }
    exchanges.append(Exchange(question: question, answer: answer))
  }

  /// Goes back to the previous question and forgets its answer.
  ///
  /// - Returns: Whether there was one.
  package mutating func goBack() -> Bool {
    exchanges.popLast() != nil
  }

  /// The answered fields of a check-in.
  package var answers: Changes<CheckIn> {
    exchanges.reduce(into: Changes()) { $0.merge($1.question.changes(for: $1.answer)) }
  }

  /// The mark for a day without a run: rest, or not tracked, as "don't know" is an
  /// answer too.
  package var mark: DayMark? {
    switch answerAboutRun {
    case .some(.some(.noRun)): .rest
    case .some(.none): .notTracked
    default: nil
    }
  }

  /// The typed run.
  package var run: RunLine? {
    guard case .some(.some(.run(let line))) = answerAboutRun else { return nil }
    return line
  }

  /// The answer to the question about a run, if it was asked.
  private var answerAboutRun: CheckInAnswer?? {
    exchanges.first { $0.question == .run }.map(\.answer)
  }

  /// The change of a flare-up, if any.
  package var flareUp: FlareUpChange? {
    says(.flareUpBegins) ? .begins : says(.flareUpEnds) ? .ends : nil
  }

  /// Whether there is nothing for the journal to store.
  package var isEmpty: Bool { answers.isEmpty && mark == nil && run == nil && flareUp == nil }

  /// Whether every answer is unknown.
  package var knowsNothing: Bool { exchanges.allSatisfy { $0.answer == nil } }

  private func says(_ question: CheckInQuestion) -> Bool {
    exchanges.contains(Exchange(question: question, answer: .yesOrNo(true)))
  }

  /// Known weakness may have grown since it was called unchanged.
  private func isAskedAgain(_ question: CheckInQuestion) -> Bool {
    question == .weakness && known.weaknessUnchanged == true
  }

  private func isKnown(_ question: CheckInQuestion) -> Bool {
    !question.fields.isEmpty && question.neededFields.allSatisfy { !$0.get(known).isNull }
  }

  /// Returns whether the question makes sense, given the known facts and answers.
  private func makesSense(_ question: CheckInQuestion) -> Bool {
    guard question.isAboutPlace else { return true }
    return answers.applied(to: known).legPain.map { $0.points > 0 } ?? false
  }
}

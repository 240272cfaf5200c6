import JournalStore
import JournalModel

/// The questions of a check-in and the answers so far.
///
/// Skips questions that the day already answers, and those that make no sense after
/// earlier answers. Only values go in and out: it knows nothing of prompts or of the
/// source of answers.
struct CheckInInterview: Equatable, Sendable {
  /// A question and its answer; `nil` is unknown.
  private struct Exchange: Equatable {
    let question: CheckInQuestion
    let answer: CheckInAnswer?
  }

  private let questions: [CheckInQuestion]
  private let known: [String: SQLiteValue]
  private var exchanges: [Exchange] = []

  /// Creates the interview.
  ///
  /// - Parameters:
  ///   - questions: The questions, in order.
  ///   - known: The known fields of a check-in, which need no question.
  init(_ questions: [CheckInQuestion], known: [String: SQLiteValue] = [:]) {
    self.questions = questions
    self.known = known
  }

  /// The next question, or `nil` at the end.
  var question: CheckInQuestion? {
    let asked = exchanges.last.flatMap { questions.firstIndex(of: $0.question) } ?? -1
    return questions[(asked + 1)...].first {
      ($0.isAlwaysAsked || !isKnown($0)) && makesSense($0)
    }
  }

  /// Whether anything worth asking for is missing.
  var lacksSomething: Bool { lacking.contains { !$0.isExtra } }

  /// The open questions that may have an answer, given the known facts.
  var lacking: [CheckInQuestion] {
    questions.filter { question in
      guard !isKnown(question) else { return false }
      let followsOpenQuestion =
        [.reach, .side].contains(question) && questions.contains(.legPain) && !isKnown(.legPain)
      return followsOpenQuestion || makesSense(question)
    }
  }

  /// Adds the answer to the question; `nil` is unknown.
  mutating func answer(_ answer: CheckInAnswer?) {
    guard let question else { return }
    exchanges.append(Exchange(question: question, answer: answer))
  }

  /// Goes back to the previous question and forgets its answer.
  ///
  /// - Returns: Whether there is one.
  mutating func goBack() -> Bool {
    exchanges.popLast() != nil
  }

  /// The answered fields of a check-in.
  var values: [String: SQLiteValue] {
    exchanges.reduce(into: [:]) { values, exchange in
      values.merge(exchange.question.values(of: exchange.answer)) { $1 }
    }
  }

  /// The mark for a day without a run: rest, or not tracked, as "don't know" is an
  /// answer too.
  var mark: DayMark? {
    switch answerAboutRun {
    case .some(.some(.noRun)): .rest
    case .some(.none): .notTracked
    default: nil
    }
  }

  /// The typed run.
  var run: RunLine? {
    guard case .some(.some(.run(let line))) = answerAboutRun else { return nil }
    return line
  }

  /// The answer to the question about a run, if it was asked.
  private var answerAboutRun: CheckInAnswer?? {
    exchanges.first { $0.question == .run }.map(\.answer)
  }

  /// The change of a flare-up, if any.
  var flareUp: FlareUpChange? {
    says(.flareUpBegins) ? .begins : says(.flareUpEnds) ? .ends : nil
  }

  /// Whether there is nothing for the journal to store.
  var isEmpty: Bool { values.isEmpty && mark == nil && run == nil && flareUp == nil }

  /// Whether every answer is unknown.
  var knowsNothing: Bool { exchanges.allSatisfy { $0.answer == nil } }

  private func says(_ question: CheckInQuestion) -> Bool {
    exchanges.contains(Exchange(question: question, answer: .yesOrNo(true)))
  }

  private func isKnown(_ question: CheckInQuestion) -> Bool {
    !question.fields.isEmpty && question.fields.allSatisfy { known[$0] != nil }
  }

  /// Returns whether the question makes sense, given the known facts and answers.
  private func makesSense(_ question: CheckInQuestion) -> Bool {
    let facts = known.merging(values) { $1 }
    switch question {
    case .reach, .side:
      guard case .integer(let pain) = facts["leg_pain"] else { return false }
      return pain > 0
    default: return true
    }
  }
}

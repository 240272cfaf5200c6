import JournalStore

/// The questions of a check-in and the answers so far.
///
/// A question that the day has an answer to is left out, and so is one that
/// makes no sense after the answers before it. Values in, values out: what is
/// asked, and where answers come from, is not known here.
struct CheckInInterview: Equatable, Sendable {
  /// A question that was asked, with its answer; `nil` is unknown.
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
  ///   - questions: What to ask, in order.
  ///   - known: The fields of a check-in that need not be asked.
  init(_ questions: [CheckInQuestion], known: [String: SQLiteValue] = [:]) {
    self.questions = questions
    self.known = known
  }

  /// The question to ask now, or `nil` at the end.
  var question: CheckInQuestion? {
    let asked = exchanges.last.flatMap { questions.firstIndex(of: $0.question) } ?? -1
    return questions[(asked + 1)...].first { !isKnown($0) && makesSense($0) }
  }

  /// Whether something is lacking that is worth asking for.
  var lacksSomething: Bool { lacking.contains { !$0.isExtra } }

  /// What is not known and, by what is known so far, may have an answer.
  var lacking: [CheckInQuestion] {
    questions.filter { question in
      guard !isKnown(question) else { return false }
      let followsOpenQuestion =
        [.reach, .side].contains(question) && questions.contains(.legPain) && !isKnown(.legPain)
      return followsOpenQuestion || makesSense(question)
    }
  }

  /// Takes the answer to the question; `nil` is unknown.
  mutating func answer(_ answer: CheckInAnswer?) {
    guard let question else { return }
    exchanges.append(Exchange(question: question, answer: answer))
  }

  /// Goes back to the question before, whose answer is forgotten.
  ///
  /// - Returns: Whether there was one.
  mutating func goBack() -> Bool {
    exchanges.popLast() != nil
  }

  /// The fields of a check-in that were answered.
  var values: [String: SQLiteValue] {
    exchanges.reduce(into: [:]) { values, exchange in
      values.merge(exchange.question.values(of: exchange.answer)) { $1 }
    }
  }

  /// Whether the day was said to be one of rest.
  var marksRest: Bool { says(.rest) }

  /// What was said to become of a flare-up.
  var flareUp: FlareUpChange? {
    says(.flareUpBegins) ? .begins : says(.flareUpEnds) ? .ends : nil
  }

  /// Whether nothing was answered that the journal could keep.
  var isEmpty: Bool { values.isEmpty && !marksRest && flareUp == nil }

  private func says(_ question: CheckInQuestion) -> Bool {
    exchanges.contains(Exchange(question: question, answer: .yesOrNo(true)))
  }

  private func isKnown(_ question: CheckInQuestion) -> Bool {
    question.fields.contains { known[$0] != nil }
  }

  /// Whether the question can follow what is known and what was answered.
  private func makesSense(_ question: CheckInQuestion) -> Bool {
    let facts = known.merging(values) { $1 }
    switch question {
    case .reach, .side:
      guard case .integer(let pain) = facts["leg_pain"] else { return false }
      return pain > 0
    case .emergencySigns:
      return facts["numbness"] == .integer(1) || facts["weakness"] == .integer(1)
        || facts["side"] == .text(BodySide.both.rawValue)
    default: return true
    }
  }
}

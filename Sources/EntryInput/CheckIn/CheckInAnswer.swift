package import JournalModel
import WrittenValues

/// How weakness came about.
package enum WeaknessCourse: Equatable, Sendable {
  /// New or getting worse, which is an emergency.
  case newOrWorse
  /// Known before and unchanged.
  case unchanged

  /// The course that the field `weakness_unchanged` holds; without a value, the
  /// cautious one.
  init(stored: StoredValue) {
    self = Bool(stored: stored) == true ? .unchanged : .newOrWorse
  }
}

/// A valid answer in a check-in; "unknown" is `nil`.
package enum CheckInAnswer: Equatable, Sendable {
  case rating(Int)
  case reach(Reach)
  case side(BodySide)
  case yesOrNo(Bool)
  case weakness(WeaknessCourse?)
  case emergencySigns(saddleNumbness: Bool, bladderOrBowel: Bool)
  case noRun
  case run(RunLine)
  case hours(Double)
  case text(String)

  /// The answer in words, for the echo.
  package var words: String {
    switch self {
    case .rating(let rating): "\(rating)"
    case .reach(let reach): reach.name
    case .side(let side): side.rawValue
    case .yesOrNo(let yes): yes ? "yes" : "no"
    case .weakness(nil): "no"
    case .weakness(.newOrWorse): "yes"
    case .weakness(.unchanged): "known and unchanged"
    case .emergencySigns(false, false): "no"
    case .emergencySigns(true, false): "saddle"
    case .emergencySigns(false, true): "bladder or bowel"
    case .emergencySigns(true, true): "both"
    case .noRun: "no run"
    case .run(let line): DisplayText.visible(line.text)
    case .hours(let hours): NumberText.shortest(hours)
    case .text(let text): DisplayText.visible(text)
    }
  }

  /// The values to store, one for each field of the question.
  package var values: [StoredValue] {
    switch self {
    case .rating(let rating): [.integer(rating)]
    case .reach(let reach): [reach.stored]
    case .side(let side): [side.stored]
    case .yesOrNo(let yes): [yes.stored]
    case .weakness(let course):
      [(course != nil).stored, course == .unchanged ? true.stored : .null]
    case .emergencySigns(let saddleNumbness, let bladderOrBowel):
      [saddleNumbness.stored, bladderOrBowel.stored]
    case .noRun, .run: []
    case .hours(let hours): [.real(hours)]
    case .text(let text): [.text(text)]
    }
  }

  /// The answer for which a check-in stores `values`, one for each field of a question
  /// of that form; `nil` if that is unknown.
  package init?(_ values: [StoredValue], in form: AnswerForm) {
    guard let first = values.first else { return nil }
    let answer: CheckInAnswer? =
      switch form {
      case .rating: Int(stored: first).map { .rating($0) }
      case .reach: Reach(stored: first).map { .reach($0) }
      case .side: BodySide(stored: first).map { .side($0) }
      case .yesOrNo: Bool(stored: first).map { .yesOrNo($0) }
      case .weakness:
        Bool(stored: first).map { isWeak in
          .weakness(isWeak ? WeaknessCourse(stored: values.last ?? .null) : nil)
        }
      case .emergencySigns:
        Bool(stored: first).flatMap { saddle in
          values.last.flatMap { Bool(stored: $0) }.map {
            .emergencySigns(saddleNumbness: saddle, bladderOrBowel: $0)
          }
        }
      case .hours: Double(stored: first).map { .hours($0) }
      case .text: String(stored: first).map { .text($0) }
      case .run: nil
      }
    guard let answer else { return nil }
    self = answer
  }
}

import JournalModel
import JournalStore
import JournalModel
import WrittenValues

/// A valid answer in a check-in; "unknown" is `nil`.
enum CheckInAnswer: Equatable, Sendable {
  case rating(Int)
  case reach(Reach)
  case side(BodySide)
  case yesOrNo(Bool)
  case emergencySigns(saddleNumbness: Bool, bladderOrBowel: Bool)
  case noRun
  case run(RunLine)
  case hours(Double)
  case text(String)

  /// The answer in words, for the echo.
  var words: String {
    switch self {
    case .rating(let rating): "\(rating)"
    case .reach(let reach): reach.name
    case .side(let side): side.rawValue
    case .yesOrNo(let yes): yes ? "yes" : "no"
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
  var values: [SQLiteValue] {
    switch self {
    case .rating(let rating): [.integer(rating)]
    case .reach(let reach): [.integer(reach.rawValue)]
    case .side(let side): [.text(side.rawValue)]
    case .yesOrNo(let yes): [.integer(yes ? 1 : 0)]
    case .emergencySigns(let saddleNumbness, let bladderOrBowel):
      [.integer(saddleNumbness ? 1 : 0), .integer(bladderOrBowel ? 1 : 0)]
    case .noRun, .run: []
    case .hours(let hours): [.real(hours)]
    case .text(let text): [.text(text)]
    }
  }
}

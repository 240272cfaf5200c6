import JournalModel
import WrittenValues

/// Something that the journal's owner can set for good, by the name it is typed
/// with.
package enum Setting: String, CaseIterable, Sendable {
  case units
  case dayBoundary = "day-boundary"
  case smallestChange = "smallest-change"
  case runPainLimit = "run-pain-limit"
  case defaultShoe = "default-shoe"
  case morningReminder = "morning-reminder"

  /// The setting that `typed` or the start of it names; an underscore does as
  /// well as a dash.
  ///
  /// - Throws: ``UsageError``, with what is near to the name.
  package init(typed: String) throws {
    let names = Self.allCases.map(\.rawValue)
    let word = String(typed.map { $0 == "_" ? "-" : $0 })
    switch NameMatch(word, among: names) {
    case .match(let name):
      guard let setting = Self(rawValue: name) else { fallthrough }
      self = setting
    case .ambiguous, .none(suggestions: []):
      throw UsageError(
        "There is no setting \(Quoted.text(typed)); there are \(names.joined(separator: ", ")).")
    case .none(let suggestions):
      throw UsageError(
        "There is no setting \(Quoted.text(typed)); did you mean \(suggestions.joined(separator: " or "))?"
      )
    }
  }

  /// The name in the table `setting`; `nil` for what is kept elsewhere.
  package var storedName: String? {
    self == .defaultShoe ? nil : String(rawValue.map { $0 == "-" ? "_" : $0 })
  }

  /// Whether there is no value unless one is set.
  package var isNoneByDefault: Bool { Preferences().text(of: self) == nil }

  /// What it is for, and what it can be.
  package var meaning: String {
    switch self {
    case .units:
      "km or mi: what distances are shown in, and what a bare number or pace is read as"
    case .dayBoundary: "when a night ends that belongs to the day before, 00:00 to 11:59"
    case .smallestChange:
      "the smallest change of pain that matters to you, in points; for month and correlate"
    case .runPainLimit:
      "the highest pain during and after a run that month calls settled, 0 to 10; a convention"
    case .defaultShoe: "the shoe that a run is in unless another is named"
    case .morningReminder: "what to say in the morning, up to 1000 characters"
    }
  }

  /// The text to store for `typed`; a shoe is known only to the journal, and its
  /// name stays as it is.
  ///
  /// - Throws: ``UsageError`` or ``InputError``.
  package func stored(_ typed: String) throws -> String {
    switch self {
    case .units:
      switch InputText.folded(typed) {
      case "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers":
        return DistanceUnit.kilometres.rawValue
      case "mi", "mile", "miles": return DistanceUnit.miles.rawValue
      default: throw UsageError("The units are km or mi, not \(Quoted.text(typed)).")
      }
    case .dayBoundary:
      let time = try ClockTime(typed)
      guard time.hour < 12 else {
        throw UsageError(
          "The day boundary is a time from 00:00 to 11:59, such as 04:00, not "
            + "\(Quoted.text(typed)).")
      }
      return time.description
    case .smallestChange:
      guard let points = try InputText.decimal(InputText.folded(typed)), points > 0, points <= 10
      else {
        throw UsageError(
          "The smallest change is a number above 0 and up to 10 points, not \(Quoted.text(typed)).")
      }
      return NumberText.shortest(points)
    case .runPainLimit:
      guard let limit = Int(InputText.folded(typed)), (0...10).contains(limit) else {
        throw UsageError(
          "The limit of pain is a whole number from 0 to 10, not \(Quoted.text(typed)).")
      }
      return "\(limit)"
    case .defaultShoe, .morningReminder: return typed
    }
  }
}

import JournalModel
import WrittenValues

/// A setting of the journal, with the name that `nerve config` uses.
package enum Setting: String, CaseIterable, Sendable {
  case units
  case dayBoundary = "day-boundary"
  case smallestChange = "smallest-change"
  case smallestEffect = "smallest-effect"
  case runPainLimit = "run-pain-limit"
  case defaultShoe = "default-shoe"
  case morningReminder = "morning-reminder"
  case name
  case backups
  case backupFolder = "backup-folder"

  /// Creates the setting whose name is `typed` or begins with it; an underscore
  /// counts as a dash.
  ///
  /// - Throws: ``UsageError`` that suggests similar names.
  package init(typed: String) throws {
    let names = Self.allCases.map(\.rawValue)
    let word = String(typed.map { $0 == "_" ? "-" : $0 })
    switch NameMatch(word, among: names) {
    case .match(let name):
      guard let setting = Self(rawValue: name) else { fallthrough }
      self = setting
    case .ambiguous, .none(suggestions: []):
      throw UsageError(
        "Unknown setting \(Quoted.text(typed)); choose from: \(names.joined(separator: ", ")).")
    case .none(let suggestions):
      throw UsageError(
        "Unknown setting \(Quoted.text(typed)); did you mean \(suggestions.joined(separator: " or "))?"
      )
    }
  }

  /// The name in the table `setting`; `nil` if it is stored elsewhere.
  package var storedName: String? {
    self == .defaultShoe ? nil : String(rawValue.map { $0 == "-" ? "_" : $0 })
  }

  private static let longestName = 100

  /// Whether the setting has no value by default.
  package var isNoneByDefault: Bool { Preferences().text(of: self) == nil }

  /// The purpose and the possible values, as a phrase.
  package var meaning: String {
    switch self {
    case .units:
      "km or mi: the unit of distances shown, and of numbers and paces typed without one"
    case .dayBoundary: "when a new day begins, 00:00 to 11:59"
    case .smallestChange:
      "the smallest change of pain within 24 hours that matters to you, in points"
    case .smallestEffect:
      "the smallest effect of one run on the next days' pain that matters to you, in points"
    case .runPainLimit:
      "the most pain during and after a run that month calls settled, 0 to 10; a convention"
    case .defaultShoe: "the shoe for runs logged without one"
    case .morningReminder: "a reminder to show in the morning, up to 1000 characters"
    case .name: "your name, for the top of the clinician's page, up to 100 characters"
    case .backups: "on or off: a backup once a day and before larger changes"
    case .backupFolder: "the folder for backups, such as one on another disk"
    }
  }

  /// Returns the text to store for `typed`; the name of a shoe stays unchanged, as
  /// only the journal knows the shoes.
  ///
  /// - Throws: ``UsageError`` or ``InputError``.
  package func stored(_ typed: String) throws -> String {
    switch self {
    case .units:
      switch InputText.folded(typed) {
      case "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers":
        return DistanceUnit.kilometres.rawValue
      case "mi", "mile", "miles": return DistanceUnit.miles.rawValue
      default: throw UsageError("Unknown unit \(Quoted.text(typed)); use km or mi.")
      }
    case .dayBoundary:
      let time = try ClockTime(typed)
      guard time.hour < 12 else {
        throw UsageError(
          "The day boundary must be a time from 00:00 to 11:59, such as 04:00, not "
            + "\(Quoted.text(typed)).")
      }
      return time.description
    case .smallestChange, .smallestEffect:
      guard let points = try InputText.decimal(InputText.folded(typed)), points > 0, points <= 10
      else {
        let name = self == .smallestChange ? "change" : "effect"
        throw UsageError(
          "The smallest \(name) must be above 0 and at most 10 points, not \(Quoted.text(typed)).")
      }
      return NumberText.shortest(points)
    case .runPainLimit:
      guard let limit = Int(InputText.folded(typed)), (0...10).contains(limit) else {
        throw UsageError(
          "The pain limit must be a whole number from 0 to 10, not \(Quoted.text(typed)).")
      }
      return "\(limit)"
    case .name:
      guard typed.count <= Self.longestName else {
        throw UsageError(
          "The name must have at most \(Self.longestName) characters, not \(typed.count).")
      }
      return typed
    case .backups:
      let word = InputText.folded(typed)
      guard ["on", "off"].contains(word) else {
        throw UsageError("Backups can be on or off, not \(Quoted.text(typed)).")
      }
      return word
    case .backupFolder:
      guard typed.hasPrefix("/") else {
        throw UsageError(
          "The folder for backups needs its whole path, such as /media/usb, not "
            + "\(Quoted.text(typed)).")
      }
      return typed
    case .defaultShoe, .morningReminder: return typed
    }
  }
}

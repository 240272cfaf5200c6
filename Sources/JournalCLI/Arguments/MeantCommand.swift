import EntryInput

/// The commands behind words from other programs and from daily life.
enum MeantCommand {
  /// What is done, and what to type.
  private struct Hint {
    let words: [String]
    let purpose: String
    let command: String
  }

  private static let hints = [
    Hint(
      words: ["rm", "remove", "del", "erase"], purpose: "delete",
      command: "nerve delete run 12"),
    Hint(words: ["revert", "rollback"], purpose: "undo the latest command", command: "nerve undo"),
    Hint(
      words: ["add", "new", "create", "enter", "record"], purpose: "log a run or your pain",
      command: "nerve run 5km 32m, or nerve pain 3"),
    Hint(
      words: ["log"], purpose: "see what is logged",
      command: "nerve list; to log a run: nerve run 5km 32m"),
    Hint(
      words: ["change", "modify", "update", "mv"], purpose: "edit",
      command: "nerve edit run 12"),
    Hint(words: ["ls"], purpose: "list", command: "nerve list"),
    Hint(
      words: ["queries", "saved", "questions"], purpose: "list saved queries",
      command: "nerve query"),
    Hint(words: ["cat", "view", "info"], purpose: "see an entry", command: "nerve show run"),
    Hint(words: ["grep", "find"], purpose: "search notes", command: "nerve search WORDS"),
    Hint(
      words: ["stats", "statistics", "summary", "overview", "analyse", "analyze"],
      purpose: "sum up a month", command: "nerve month"),
    Hint(words: ["status"], purpose: "see the day at a glance", command: "nerve today"),
    Hint(
      words: ["week", "weekly"], purpose: "see this week and the last days",
      command: "nerve today, or nerve list --on -7d..today"),
    Hint(words: ["year", "yearly"], purpose: "see one row per month", command: "nerve months"),
    Hint(
      words: ["chart", "graph", "plot", "calendar"], purpose: "draw a month",
      command: "nerve month"),
    Hint(words: ["version", "about"], purpose: "see the version", command: "nerve --version"),
    Hint(
      words: ["dump"], purpose: "keep a copy", command: "nerve backup"),
    Hint(
      words: ["repair", "fsck"], purpose: "repair the journal",
      command: "nerve doctor --repair"),
    Hint(
      words: ["sleep", "mood", "stress", "sitting", "medication", "note"],
      purpose: "log how the day was", command: "nerve checkin"),
    Hint(words: ["jog", "race"], purpose: "log a run", command: "nerve run 5km 32m"),
    Hint(
      words: ["emergency", "redflag", "flags"], purpose: "see the card",
      command: "nerve redflags"),
  ]

  /// Sports that are cross-training.
  private static let sports: Set = [
    "walk", "walking", "hike", "hiking", "bike", "biking", "cycle", "cycling", "ride", "swim",
    "swimming", "row", "rowing", "ski", "skiing", "yoga", "pilates", "gym", "strength", "weights",
    "elliptical", "dance",
  ]

  /// Returns what to type instead of `name`.
  ///
  /// - Parameter name: The word after `nerve`.
  /// - Returns: Such as "to log a run: nerve run 5km 32m"; `nil` for unknown words.
  static func advice(on name: String) -> String? {
    let word = InputText.folded(String(name.drop { $0 == "-" }))
    if sports.contains(word) { return "to log cross-training: nerve cross \(word) 30m" }
    if let hint = hints.first(where: { $0.words.contains(word) }) {
      return "to \(hint.purpose): \(hint.command)"
    }
    guard DayExpression.names(name) else { return nil }
    return "to see a day: nerve show \(name.contains(" ") ? "'\(name)'" : name)"
  }

  /// Whether `option` asks for the version, as it does of other programs.
  static func asksForVersion(_ option: String) -> Bool {
    ["-v", "-V", "-version"].contains(option)
  }
}

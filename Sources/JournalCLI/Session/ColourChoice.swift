import EntryInput
import Presentation

/// Whether text for people is shown in bold, dim and colours.
enum ColourChoice: String, CaseIterable {
  /// At a terminal that can show them, unless `NO_COLOR` asks for none.
  case auto
  /// Wherever text goes.
  case always
  /// Nowhere.
  case never

  /// The names of the option, without its dashes.
  static let optionNames = ["color", "colour"]

  /// The choice that `word` names, or `nil`.
  init?(word: String) {
    self.init(rawValue: InputText.folded(word))
  }

  /// The choice that the arguments make, which errors about them obey too; `nil` if
  /// they make none.
  init?(in arguments: [String]) {
    guard let choice = Self.typed(in: arguments).flatMap(Self.init(word:)) else { return nil }
    self = choice
  }

  /// Checks the choice that the arguments make, if they make one.
  ///
  /// - Throws: ``UsageError`` for an unknown word.
  static func check(_ arguments: [String]) throws {
    guard let word = typed(in: arguments), ColourChoice(word: word) == nil else { return }
    throw UsageError(unknown: "colour choice", word, use: "auto, always or never")
  }

  /// What was typed as the value of the option, the first time if there are several.
  private static func typed(in arguments: [String]) -> String? {
    let words = arguments.prefix { $0 != "--" }
    for (index, word) in words.enumerated() {
      for name in optionNames.map({ "--\($0)" }) {
        if word == name { return words.dropFirst(index + 1).first }
        if word.hasPrefix("\(name)=") { return String(word.dropFirst(name.count + 1)) }
      }
    }
    return nil
  }

  /// The style where nothing was chosen.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether text goes to a terminal.
  ///   - variable: The environment.
  /// - Returns: Colours at a terminal that is not dumb, unless `NO_COLOR` is set.
  static func usualStyle(
    atTerminal isTerminal: Bool, _ variable: (String) -> String?
  ) -> TextStyle {
    let terminal = variable("TERM") ?? ""
    return isTerminal && !terminal.isEmpty && terminal != "dumb"
      && (variable("NO_COLOR") ?? "").isEmpty ? .coloured : .plain
  }
}

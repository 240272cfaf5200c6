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
    let words = arguments.prefix { $0 != "--" }
    for (index, word) in words.enumerated() {
      for name in Self.optionNames.map({ "--\($0)" }) {
        let value =
          word == name
          ? words.dropFirst(index + 1).first
          : word.hasPrefix("\(name)=") ? String(word.dropFirst(name.count + 1)) : nil
        if let choice = value.flatMap(Self.init(word:)) {
          self = choice
          return
        }
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

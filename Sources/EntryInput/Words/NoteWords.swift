/// The first of the words after a note that may be the rest of it, or `nil`.
///
/// The shell gives an option one word; without quotes the others would be taken
/// for the activity or the place, and the note would lose them without a word.
/// Figures may follow, as in `--note hills 45:10`.
package func wordOutsideNote(_ arguments: [String]) -> String? {
  let typed = arguments.prefix { $0 != "--" }
  guard let option = typed.firstIndex(of: "--note"), typed.indices.contains(option + 1),
    typed[option + 1] != "-", !typed[option + 1].contains(where: \.isWhitespace)
  else { return nil }
  return typed[(option + 2)...].prefix { !$0.hasPrefix("-") }
    .first { $0.first.map { InputText.isDigit($0) || ".,".contains($0) } == false }
}

/// Whether a note is followed by words that may be the rest of it.
///
/// The shell gives an option one word; without quotes the others would be taken
/// for the activity or the place, and the note would lose them without a word.
/// Figures may follow, as in `--note hills 45:10`.
func isNoteWithoutQuotes(_ arguments: [String]) -> Bool {
  let typed = arguments.prefix { $0 != "--" }
  guard let option = typed.firstIndex(of: "--note"), typed.indices.contains(option + 1),
    typed[option + 1] != "-", !typed[option + 1].contains(where: \.isWhitespace)
  else { return false }
  return typed[(option + 2)...].prefix { !$0.hasPrefix("-") }
    .contains { $0.first.map { InputText.isDigit($0) || ".,".contains($0) } == false }
}

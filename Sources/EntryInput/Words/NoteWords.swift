/// Returns the first word after a note that may belong to it, or `nil`.
///
/// An option gets only one word from the shell. Without quotes, the other words of a
/// note would silently become the activity or the place. Numbers can follow, as in
/// `--note hills 45:10`.
package func wordOutsideNote(_ arguments: [String]) -> String? {
  let typed = arguments.prefix { $0 != "--" }
  guard let option = typed.firstIndex(of: "--note"), typed.indices.contains(option + 1),
    typed[option + 1] != "-", !typed[option + 1].contains(where: \.isWhitespace)
  else { return nil }
  return typed[(option + 2)...].prefix { !$0.hasPrefix("-") }
    .first { $0.first.map { InputText.isDigit($0) || ".,".contains($0) } == false }
}

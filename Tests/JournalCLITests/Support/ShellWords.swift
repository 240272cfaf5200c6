/// The words of a command line, which may be quoted; `nil` if a quote is open.
func shellWords(_ line: String) -> [String]? {
  var words: [String] = []
  var quote: Character?
  var isInWord = false
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { words[words.count - 1].append(character) }
    } else if character == " " {
      isInWord = false
    } else {
      if !isInWord { words.append("") }
      isInWord = true
      if character == "\"" || character == "'" {
        quote = character
      } else {
        words[words.count - 1].append(character)
      }
    }
  }
  return quote == nil ? words : nil
}

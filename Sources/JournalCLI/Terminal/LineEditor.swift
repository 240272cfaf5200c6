import WrittenValues

/// A line typed key by key.
struct LineEditor {
  /// The typed text so far.
  private(set) var text = ""

  /// Takes a key and returns what to write to the terminal to update the line.
  mutating func take(_ key: Key) -> String {
    switch key {
    case .character(let character):
      text.append(character)
      return String(character)
    case .erase: return erase(1)
    case .eraseWord:
      let blanks = text.reversed().prefix { $0 == " " }.count
      return erase(blanks + text.dropLast(blanks).reversed().prefix { $0 != " " }.count)
    case .eraseLine: return erase(text.count)
    case .enter, .end, .other: return ""
    }
  }

  /// Removes a number of characters, as wide as they are on the screen.
  private mutating func erase(_ count: Int) -> String {
    let width = DisplayText.width(text.suffix(count))
    text.removeLast(min(count, text.count))
    let back = String(repeating: "\u{8}", count: width)
    return back + String(repeating: " ", count: width) + back
  }
}

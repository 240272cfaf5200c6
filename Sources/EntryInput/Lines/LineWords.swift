/// The words of a line, as a shell would pass them to the program.
package enum LineWords {
  /// Splits a line into words.
  ///
  /// Quotes, straight or curly, keep words together at the start of a word and after
  /// `=`; elsewhere they are apostrophes. A long dash before a letter is what became of
  /// two dashes.
  ///
  /// - Parameter text: A line, as ``PhoneText/cleaned(_:)`` returns it.
  /// - Returns: The words.
  /// - Throws: ``InputError/openLineQuote`` if a double quote is not closed.
  package static func split(_ text: String) throws(InputError) -> [String] {
    let characters = Array(text)
    var words: [String] = []
    var (word, isQuoted, index) = ("", false, 0)
    func typed() -> String { isQuoted ? word : keyed(word) }
    while index < characters.count {
      let character = characters[index]
      if character == " " {
        if !word.isEmpty || isQuoted { words.append(typed()) }
        (word, isQuoted) = ("", false)
      } else if word.isEmpty && !isQuoted || word.last == "=",
        let end = try closingQuote(of: index, in: characters)
      {
        if !isQuoted { word = keyed(word) }
        word += String(characters[(index + 1)..<end])
        (isQuoted, index) = (true, end)
      } else {
        word.append(character)
      }
      index += 1
    }
    if !word.isEmpty || isQuoted { words.append(typed()) }
    return words
  }

  /// Returns the place of the quote that closes the one at `index`; `nil` if there is
  /// no quote, or only an apostrophe.
  private static func closingQuote(
    of index: Int, in characters: [Character]
  ) throws(InputError) -> Int? {
    let isDouble = PhoneText.doubleQuotes.contains(characters[index])
    guard isDouble || PhoneText.singleQuotes.contains(characters[index]) else { return nil }
    let quotes = isDouble ? PhoneText.doubleQuotes : PhoneText.singleQuotes
    let end = characters.indices.dropFirst(index + 1).first { place in
      quotes.contains(characters[place])
        && (place + 1 == characters.count || characters[place + 1] == " ")
    }
    if end == nil, isDouble {
      throw InputError.openLineQuote.about(String(characters[index...]))
    }
    return end
  }

  /// Returns a word as it was typed before the keyboard corrected it.
  private static func keyed(_ word: String) -> String {
    var word = word
    let dashes = word.prefix { "\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains($0) }
    let rest = word.dropFirst(dashes.count)
    if !dashes.isEmpty, let next = rest.first {
      if next.isLetter { word = "--\(rest)" } else if InputText.isDigit(next) { word = "-\(rest)" }
    }
    if word.contains("\u{2026}") {
      word = word.split(separator: "\u{2026}", omittingEmptySubsequences: false)
        .joined(separator: "..")
    }
    guard word.hasPrefix("--") else { return word }
    let name = word.prefix { $0 != "=" }
    return name.lowercased() + word.dropFirst(name.count)
  }
}

/// The words of a sport's name, normalised: in lower case, without accents, and
/// with compounds split.
struct SportName {
  /// The meaning of a word.
  enum Meaning: Hashable {
    case run, walk, ride, swim
    /// Another sport, regardless of the other words.
    case other
    /// A run, unless another word contradicts: a treadmill, a race.
    case perhapsRun
    /// Something else, unless another word contradicts: a workout.
    case perhapsOther
    /// A time or place, which says nothing about the sport.
    case circumstance

    /// Whether it is one of the four sports.
    var isSport: Bool { self == .run || self == .walk || self == .ride || self == .swim }
  }

  /// The words.
  let words: [String]

  /// Splits `name`.
  init(_ name: String) {
    let characters = Array(name)
    var words: [String] = []
    for (index, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else { continue }
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      if Self.begins(character, after: before, before: after) || words.isEmpty { words.append("") }
      words[words.count - 1] += Self.folded(character)
    }
    self.words = words
  }

  /// Whether the name says nothing about the sport.
  var isSilent: Bool { words.isEmpty || SportWords.silent.contains(words.joined(separator: " ")) }

  /// Whether the name is empty or "unknown".
  var saysUnknown: Bool { words.isEmpty || words == ["unknown"] }

  /// Whether `title`, with these words, was made up by a service: only a sport
  /// and circumstances, or a place and the sport.
  func isOnlyName(_ title: String) -> Bool {
    if words.count == 1 || words.allSatisfy({ SportWords.meanings[$0] != nil }) { return true }
    guard let last = words.last, Self.meaning(of: last)?.isSport == true else { return false }
    // Place names are capitalised, except for words as in Châlons-sur-Marne.
    return title.split { !$0.isLetter }.allSatisfy {
      $0.first?.isLowercase != true || $0.count <= 3
    }
  }

  /// The meanings of the words, without empty ones.
  var meanings: [Meaning] {
    let whole = words.joined(separator: " ")
    if let meaning = SportWords.phrases[whole] { return [meaning] }
    var found = words.compactMap(Self.meaning)
    // In French, a course is a run, and the word comes first; a golf course is
    // not.
    if words.first == "course" { found.append(.perhapsRun) }
    if whole.unicodeScalars.contains(where: Self.isUnspaced) {
      found += SportWords.unspaced.compactMap { whole.contains($0.0) ? $0.1 : nil }
    }
    return found
  }

  private static func meaning(of word: String) -> Meaning? {
    if let meaning = SportWords.meanings[word] { return meaning }
    return SportWords.otherBeginnings.contains { word.hasPrefix($0) } ? .other : nil
  }

  /// Whether a word starts at `character`: `TrailRun` and `trail_run` have two.
  private static func begins(
    _ character: Character, after before: Character, before after: Character
  ) -> Bool {
    guard before.isLetter || before.isNumber else { return true }
    guard character.isNumber == before.isNumber else { return true }
    return character.isUppercase && (before.isLowercase || before.isUppercase && after.isLowercase)
  }

  /// Whether `scalar` is from a script without blanks between words.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00..<0x0E80, 0x3040..<0x3100, 0x3400..<0xA000, 0xAC00..<0xD7B0: true
    default: false
    }
  }

  /// `character` in lower case and without accents.
  static func folded(_ character: Character) -> String {
    if character.isASCII { return character.lowercased() }
    let lower = Character(character.lowercased())
    if let plain = letters[lower] { return plain }
    // The rest of a decomposed accent follows the letter.
    guard let first = lower.unicodeScalars.first, first.isASCII else { return String(lower) }
    return String(first)
  }

  private static let letters: [Character: String] = {
    let groups = [
      "a": "àáâãäåāăąả", "ae": "æ", "c": "çćčċ", "d": "ďđð", "e": "èéêëēėęěĕ", "g": "ğģ",
      "i": "ìíîïīįı", "k": "ķ", "l": "łľĺļ", "n": "ñńňņ", "o": "òóôõöøōő", "oe": "œ", "r": "řŕ",
      "s": "śšşș", "ss": "ß", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źžż", "е": "ё",
      "ε": "έ", "ο": "ό", "α": "ά", "η": "ή", "ι": "ί", "υ": "ύ", "ω": "ώ",
    ]
    var letters: [Character: String] = [:]
    for (plain, accented) in groups { for letter in accented { letters[letter] = plain } }
    return letters
  }()
}

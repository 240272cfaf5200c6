/// The words of a sport's name, in the form in which they are compared: in lower
/// case, without accents, and those that are only written together apart.
struct SportName {
  /// What a word says of the sport.
  enum Meaning: Hashable {
    case run, walk, ride, swim
    /// A sport that is none of these, whatever else the name says.
    case other
    /// A run, unless another word says something else: a treadmill, a race.
    case perhapsRun
    /// Something else, unless another word says more: a workout.
    case perhapsOther
    /// When or where, which says nothing of the sport.
    case circumstance

    /// Whether it is one of the sports that are told apart.
    var isSport: Bool { self == .run || self == .walk || self == .ride || self == .swim }
  }

  /// The words.
  let words: [String]

  /// Takes `name` apart.
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

  /// Whether the name says nothing at all of what was done.
  var isSilent: Bool { words.isEmpty || SportWords.silent.contains(words.joined(separator: " ")) }

  /// Whether there is no name, or one that says that nobody knows.
  var saysUnknown: Bool { words.isEmpty || words == ["unknown"] }

  /// Whether `title`, of which these are the words, is one that nobody thought of:
  /// only a sport and circumstances, or behind a place the sport.
  func isOnlyName(_ title: String) -> Bool {
    if words.count == 1 || words.allSatisfy({ SportWords.meanings[$0] != nil }) { return true }
    guard let last = words.last, Self.meaning(of: last)?.isSport == true else { return false }
    // Places are written large but for such words as in Châlons-sur-Marne.
    return title.split { !$0.isLetter }.allSatisfy {
      $0.first?.isLowercase != true || $0.count <= 3
    }
  }

  /// What the words say, those that say nothing left out.
  var meanings: [Meaning] {
    let whole = words.joined(separator: " ")
    if let meaning = SportWords.phrases[whole] { return [meaning] }
    var found = words.compactMap(Self.meaning)
    // A course is a run in French, where it comes first: no golf course is one.
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

  /// Whether a word begins with `character`: `TrailRun` and `trail_run` have two.
  private static func begins(
    _ character: Character, after before: Character, before after: Character
  ) -> Bool {
    guard before.isLetter || before.isNumber else { return true }
    guard character.isNumber == before.isNumber else { return true }
    return character.isUppercase && (before.isLowercase || before.isUppercase && after.isLowercase)
  }

  /// Whether `scalar` is of a script that puts no blanks between words.
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
    // What is left of accents is written behind the letter.
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

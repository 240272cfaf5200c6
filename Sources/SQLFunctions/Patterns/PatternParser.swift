/// Reads a pattern, with recursive descent.
struct PatternParser {
  /// The most parentheses within each other, so that recursion ends.
  private static let deepest = 50
  /// The most repetitions that a pattern may count.
  private static let mostRepetitions = 1000

  private let scalars: [UInt32]
  private var place = 0
  private var depth = 0
  /// Whether it begins with `(?i)`.
  private(set) var isCaseBlind = false

  /// Prepares to read `text`.
  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    let caseBlind = "(?i)"
    if text.hasPrefix(caseBlind) {
      isCaseBlind = true
      place = caseBlind.utf8.count
    }
  }

  /// Reads the whole pattern.
  ///
  /// - Throws: ``FunctionError/refused(_:)`` if it is none.
  mutating func parse() throws(FunctionError) -> PatternNode {
    let node = try choice()
    guard next == nil else { throw .refused("the pattern has a ) without a (") }
    return node
  }

  private var next: Character? {
    guard place < scalars.count else { return nil }
    // Only ASCII has a meaning.
    return Unicode.Scalar(scalars[place]).map { $0.isASCII ? Character($0) : "\u{80}" }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func choice() throws(FunctionError) -> PatternNode {
    var options = [try sequence()]
    while take("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(FunctionError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next, next != "|", next != ")" { parts.append(try repetition()) }
    return parts.isEmpty ? .nothing : .sequence(parts)
  }

  private mutating func repetition() throws(FunctionError) -> PatternNode {
    if next.map({ "*+?{".contains($0) }) == true { throw Self.nothingToRepeat }
    let node = try atom()
    guard let (least, most) = try count() else { return node }
    if case .place = node { throw Self.nothingToRepeat }
    // As few as possible are found where as many as possible are.
    _ = take("?")
    if next.map({ "*+?{".contains($0) }) == true {
      throw .refused(
        "two quantifiers follow each other, as in a**; put parentheses around the first")
    }
    return .repeated(node, least: least, most: most)
  }

  private static let nothingToRepeat = FunctionError.refused(
    "the pattern has nothing to repeat before a *, +, ? or {; put a backslash before the sign itself"
  )

  private mutating func count() throws(FunctionError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let least = number() else { throw Self.badCount }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), least <= most ?? least else { throw Self.badCount }
    guard max(least, most ?? 0) <= Self.mostRepetitions else { throw Pattern.tooLarge }
    return (least, most)
  }

  private static let badCount = FunctionError.refused(
    "the pattern has a { without {n}, {n,} or {n,m}; put a backslash before a brace")

  private mutating func number() -> Int? {
    var number: Int?
    while place < scalars.count, case let digit = scalars[place], digit &- 48 < 10 {
      number = min((number ?? 0) * 10 + Int(digit) - 48, Self.mostRepetitions + 1)
      place += 1
    }
    return number
  }

  private mutating func atom() throws(FunctionError) -> PatternNode {
    if take("(") { return try group() }
    if take("[") { return .set(try set()) }
    if take(".") { return .anything }
    if take("^") { return .place(.start) }
    if take("$") { return .place(.end) }
    guard take("\\") else {
      place += 1
      return .scalar(scalars[place - 1])
    }
    if take("b") { return .place(.wordEdge) }
    if take("B") { return .place(.withinWord) }
    if let (kind, isMember) = kind() { return .set(ScalarSet(kinds: [(kind, isMember)])) }
    return .scalar(try escaped())
  }

  private mutating func group() throws(FunctionError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw .refused("the pattern has more than \(Self.deepest) parentheses within each other")
    }
    if take("?"), !take(":") {
      throw .refused(
        "the pattern may have (?:...), and (?i) at its start, but nothing else with (?")
    }
    let node = try choice()
    guard take(")") else { throw .refused("the pattern has a ( without a )") }
    return node
  }

  /// What follows a `[`.
  private mutating func set() throws(FunctionError) -> ScalarSet {
    var set = ScalarSet()
    set.isNegated = take("^")
    var isFirst = true
    while isFirst || next != "]" {
      isFirst = false
      guard next != nil else { throw .refused("the pattern has a [ without a ]") }
      if next == "[", place + 1 < scalars.count, [58, 46, 61].contains(scalars[place + 1]) {
        throw .refused("the pattern may not have [:...:]; use \\d, \\w or \\s")
      }
      guard let low = try member(of: &set) else { continue }
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != 93 else {
        set.ranges.append(low...low)
        continue
      }
      place += 1
      guard let high = try member(of: &set), low <= high else {
        throw .refused("the pattern has a range in [ ] that ends before it begins")
      }
      set.ranges.append(low...high)
    }
    place += 1
    return set
  }

  /// The next character in a `[`; `nil` if it was a kind, which is now in `set`.
  private mutating func member(of set: inout ScalarSet) throws(FunctionError) -> UInt32? {
    guard take("\\") else {
      place += 1
      return scalars[place - 1]
    }
    if let kind = kind() {
      set.kinds.append(kind)
      return nil
    }
    return try escaped()
  }

  /// The kind after a backslash.
  private mutating func kind() -> (kind: ScalarKind, isMember: Bool)? {
    let kinds: [(Character, ScalarKind, Bool)] = [
      ("d", .digit, true), ("D", .digit, false), ("w", .word, true), ("W", .word, false),
      ("s", .space, true), ("S", .space, false),
    ]
    for (letter, kind, isMember) in kinds where take(letter) { return (kind, isMember) }
    return nil
  }

  /// The character after a backslash.
  private mutating func escaped() throws(FunctionError) -> UInt32 {
    guard place < scalars.count else { throw .refused("the pattern ends with a backslash") }
    let controls: [(Character, UInt32)] = [("n", 10), ("t", 9), ("r", 13)]
    for (letter, control) in controls where take(letter) { return control }
    let scalar = scalars[place]
    place += 1
    guard scalar >= 128 || !ScalarKind.word.contains(scalar) else {
      throw .refused(
        "the pattern has a backslash before a letter or digit without a meaning; there are \\d, "
          + "\\w, \\s, \\b, \\n and \\t")
    }
    return scalar
  }
}

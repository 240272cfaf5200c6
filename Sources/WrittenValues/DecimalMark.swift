/// What parts the fraction of a number from the whole.
public enum DecimalMark: String, CaseIterable, Sendable {
  case comma
  case point

  /// The character.
  public var character: Character { self == .comma ? "," : "." }

  /// The other mark, which then parts thousands.
  public var other: DecimalMark { self == .comma ? .point : .comma }
}

/// What the numbers of one column, or of one file, prove of their decimal mark.
public struct DecimalMarkProof: Sendable {
  /// Whether a number can only have a decimal comma.
  public private(set) var provesComma = false
  /// Whether a number can only have a decimal point.
  public private(set) var provesPoint = false
  /// How many texts were numbers, or words for a missing one.
  public private(set) var numbers = 0
  /// How many texts were neither.
  public private(set) var others = 0

  /// Creates the proof of no numbers.
  public init() {}

  /// The mark that is proven; `nil` without a proof, or with two that contradict
  /// each other.
  public var mark: DecimalMark? {
    guard provesComma != provesPoint else { return nil }
    return provesComma ? .comma : .point
  }

  /// Whether the texts are mostly numbers, so that those that are none stand out.
  public var isOfNumbers: Bool { numbers > others }

  /// Takes in a text, which need not be a number.
  public mutating func take(_ text: String) {
    // Words need no closer look; most are longer than those for nothing.
    if let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) {
      if !MissingWord.contains(text) { others += 1 }
      return
    }
    switch NumberShape(text) {
    case .missing: break
    case .number(_, let mark):
      numbers += 1
      if mark == .comma { provesComma = true }
      if mark == .point { provesPoint = true }
    case .ambiguous: numbers += 1
    case .none: others += 1
    }
  }

  /// Takes in what `other` proves.
  public mutating func take(_ other: DecimalMarkProof) {
    provesComma = provesComma || other.provesComma
    provesPoint = provesPoint || other.provesPoint
    numbers += other.numbers
    others += other.others
  }
}

/// The mark between the whole and the fraction of a number.
public enum DecimalMark: String, CaseIterable, Sendable {
  case comma
  case point

  /// The character.
  public var character: Character { self == .comma ? "," : "." }

  /// The other mark, which then separates thousands.
  public var other: DecimalMark { self == .comma ? .point : .comma }
}

/// What the numbers of one column or file prove about their decimal mark.
public struct DecimalMarkProof: Sendable {
  /// Whether a number can only have a decimal comma.
  public private(set) var provesComma = false
  /// Whether a number can only have a decimal point.
  public private(set) var provesPoint = false
  /// The number of texts that were numbers, or words for missing.
  public private(set) var numbers = 0
  /// The number of other texts.
  public private(set) var others = 0

  /// Creates a proof without numbers.
  public init() {}

  /// The proven mark; `nil` without a proof, or with a contradiction.
  public var mark: DecimalMark? {
    guard provesComma != provesPoint else { return nil }
    return provesComma ? .comma : .point
  }

  /// Whether the texts are mostly numbers, so that the others stand out.
  public var isOfNumbers: Bool { numbers > others }

  /// Examines text, which need not be a number.
  public mutating func take(_ text: String) {
    // Words need no closer look; most are longer than the words for missing.
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

  /// Adds the proof of `other`.
  public mutating func take(_ other: DecimalMarkProof) {
    provesComma = provesComma || other.provesComma
    provesPoint = provesPoint || other.provesPoint
    numbers += other.numbers
    others += other.others
  }
}

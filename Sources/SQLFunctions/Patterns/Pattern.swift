/// A regular expression that says whether a text contains a match.
///
/// All possible matches advance together, character by character, so the time is at
/// most the length of the text times that of the pattern: nothing backtracks.
final class Pattern {
  /// The most bytes of a pattern, as for LIKE in `nerve sql`.
  private static let longest = 1000

  static let tooLarge = FunctionError.refused(
    "the pattern is too large; use shorter text and fewer repetitions")

  private let steps: [PatternStep]
  private let sets: [ScalarSet]
  private let isCaseBlind: Bool
  /// The character with which every match begins, if there is one.
  private let first: UInt32?
  /// Whether a match can only begin at the start of the text.
  private let isAnchored: Bool
  private var places: PatternPlaces

  /// Translates the pattern `text`.
  ///
  /// - Throws: ``FunctionError/refused(_:)``, in words, if it is none or too large.
  init(_ text: String) throws(FunctionError) {
    guard text.utf8.count <= Self.longest else { throw Self.tooLarge }
    var parser = PatternParser(text)
    let node = try parser.parse()
    isCaseBlind = parser.isCaseBlind
    let program = try PatternProgram(node, isCaseBlind: isCaseBlind)
    (steps, sets) = (program.steps, program.sets)
    if case .scalar(let scalar) = steps[0] { first = scalar } else { first = nil }
    if case .place(.start) = steps[0] { isAnchored = true } else { isAnchored = false }
    places = PatternPlaces(count: steps.count)
  }

  /// Whether `text`, in UTF-8, contains a match.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    places.reset()
    var index = 0
    var before: UInt32?
    while true {
      let (scalar, length) = Self.scalar(of: text, at: index)
      // Most places of most texts begin nothing.
      if places.isEmpty {
        if isAnchored, index > 0 { return false }
        if let first, let scalar, first != (isCaseBlind ? lowercase(scalar) : scalar) {
          index += length
          before = scalar
          continue
        }
      }
      if !isAnchored || index == 0 { places.enter(0) }
      if spread(before, scalar) { return true }
      guard let scalar else { return false }
      advance(over: scalar)
      index += length
      before = scalar
    }
  }

  /// Follows the steps without a character; whether one of them ends a match.
  private func spread(_ before: UInt32?, _ after: UInt32?) -> Bool {
    steps.withUnsafeBufferPointer { steps in
      while let step = places.nextToSpread() {
        switch steps[Int(step)] {
        case .scalar, .anything, .set: places.wait(step)
        case .fork(let one, let other):
          places.enter(one)
          places.enter(other)
        case .jump(let other): places.enter(other)
        case .place(let place):
          if Self.isAt(place, before, after) { places.enter(step + 1) }
        case .found: return true
        }
      }
      return false
    }
  }

  /// Moves the places that wait for a character over `scalar`.
  private func advance(over scalar: UInt32) {
    let folded = isCaseBlind ? lowercase(scalar) : scalar
    places.advance { step in
      switch steps[Int(step)] {
      case .scalar(let wanted): wanted == folded
      case .anything: true
      case .set(let set):
        isCaseBlind
          ? sets[Int(set)].containsInAnyCase(scalar) : sets[Int(set)].contains(scalar)
      default: false
      }
    }
  }

  private static func isAt(_ place: PatternPlace, _ before: UInt32?, _ after: UInt32?) -> Bool {
    switch place {
    case .start: before == nil
    case .end: after == nil
    case .wordEdge: isWord(before) != isWord(after)
    case .withinWord: isWord(before) == isWord(after)
    }
  }

  private static func isWord(_ scalar: UInt32?) -> Bool {
    scalar.map(ScalarKind.word.contains) ?? false
  }

  /// The character at `index` and its bytes; `nil` at the end.
  ///
  /// A byte that is not UTF-8 counts as U+FFFD.
  private static func scalar(
    of text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32?, length: Int) {
    guard index < text.count else { return (nil, 0) }
    let lead = text[index]
    if lead < 128 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in text[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}

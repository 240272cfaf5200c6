/// Kinds of characters that a pattern can name.
enum ScalarKind: BitwiseCopyable {
  /// `\d`: 0 to 9.
  case digit
  /// `\w`: a letter or digit of any script, or an underscore.
  case word
  /// `\s`: a space, a tab, the end of a line.
  case space

  /// Whether `scalar` is of this kind.
  func contains(_ scalar: UInt32) -> Bool {
    guard scalar >= 128 else {
      let isDigit = scalar &- 48 < 10
      return switch self {
      case .digit: isDigit
      case .word: isDigit || (scalar | 32) &- 97 < 26 || scalar == 95
      case .space: scalar == 32 || scalar &- 9 < 5
      }
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return switch self {
    case .digit: false
    case .word:
      properties.isAlphabetic || properties.numericType == .decimal
        || properties.generalCategory == .nonspacingMark
    case .space: properties.isWhitespace
    }
  }
}

/// A set of characters, such as `[^a-z\d]`.
struct ScalarSet {
  var ranges: [ClosedRange<UInt32>] = []
  /// Kinds, and whether their members or all others are meant.
  var kinds: [(kind: ScalarKind, isMember: Bool)] = []
  var isNegated = false

  /// Whether `scalar` is in the set.
  func contains(_ scalar: UInt32) -> Bool { has(scalar) != isNegated }

  /// Whether `scalar` in either case is in the set.
  func containsInAnyCase(_ scalar: UInt32) -> Bool {
    (has(scalar) || has(lowercase(scalar)) || has(uppercase(scalar))) != isNegated
  }

  private func has(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) }
      || kinds.contains { $0.kind.contains(scalar) == $0.isMember }
  }
}

/// The small letter of `scalar`, or `scalar` if it has none of one character.
func lowercase(_ scalar: UInt32) -> UInt32 {
  guard scalar >= 128 else { return scalar &- 65 < 26 ? scalar + 32 : scalar }
  return only(Unicode.Scalar(scalar)?.properties.lowercaseMapping) ?? scalar
}

private func uppercase(_ scalar: UInt32) -> UInt32 {
  guard scalar >= 128 else { return scalar &- 97 < 26 ? scalar - 32 : scalar }
  return only(Unicode.Scalar(scalar)?.properties.uppercaseMapping) ?? scalar
}

private func only(_ mapping: String?) -> UInt32? {
  guard let scalars = mapping?.unicodeScalars, scalars.count == 1 else { return nil }
  return scalars.first?.value
}

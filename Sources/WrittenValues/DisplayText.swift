/// Text as it looks in a terminal: harmless, and of a known width.
package enum DisplayText {
  /// Returns `text` with everything visible that could control a terminal.
  ///
  /// Control characters become pictures, such as `␛` for escape and `␊` for a
  /// line feed. Those without a picture, direction marks and line separators
  /// become `�`.
  package static func visible(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      visible.append(isHarmless(scalar) ? scalar : picture(of: scalar))
    }
    return String(visible)
  }

  /// Returns the width of `text` in terminal cells.
  ///
  /// East Asian wide characters and emoji take two, combining marks and format
  /// characters none. Characters of ambiguous width count as one.
  package static func width(_ text: String) -> Int { cells(text) }

  /// Returns the width of `text` in terminal cells.
  package static func width(_ text: Substring) -> Int { cells(text) }

  // Not generic outside, where it would be slow.
  private static func cells(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    // Letters of Europe and pictures of control characters; to find characters in a text
    // of megabytes takes seconds.
    if text.unicodeScalars.allSatisfy(isOneCell) { return text.unicodeScalars.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// Returns `text` if it fits in `width` cells, otherwise its start with `…`.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard self.width(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += self.width(character)
      guard used <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Whether a terminal only shows `scalar`, rather than obey it.
  package static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  /// A visible character for one that is not harmless.
  package static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}

// MARK: - Width

extension DisplayText {
  /// Returns the cells of one character, with everything that combines with it.
  private static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // A sequence drawn as one emoji: joined, flag or with an emoji selector.
    let isEmoji = scalars.contains {
      $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" || $0.properties.isEmojiModifier
    }
    return isEmoji ? 2 : scalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0xAD: 1  // The soft hyphen is drawn, unlike other format characters.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: 0  // Joins the Hangul before it.
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      isCombining(scalar) ? 0 : 2
    default: isCombining(scalar) ? 0 : 1
    }
  }

  /// Whether a scalar fills one cell in a text of such scalars.
  private static func isOneCell(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300, 0x2400..<0x2440: true
    default: false
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}

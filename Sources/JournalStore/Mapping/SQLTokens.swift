/// A token of an SQL statement.
public struct SQLToken: Sendable {
  /// The kind of a token.
  public enum Kind: Sendable {
    /// A keyword or an unquoted name.
    case word
    /// A quoted name.
    case name
    /// A string or blob.
    case text
    /// A number.
    case number
    /// An operator, a parenthesis, a comma or a dot.
    case symbol
  }

  /// The kind.
  public let kind: Kind
  /// The original text.
  public let text: String
  /// The blanks and comments before it.
  public let lead: String
  /// The place of ``text`` in the statement, in UTF-8 bytes from its start.
  public let place: Int

  /// The keyword that it would be, in upper case; empty if it cannot be one.
  public var keyword: String { kind == .word ? text.uppercased() : "" }

  /// The name, without quotes and in lower case; `nil` for other tokens.
  public var identifier: String? {
    switch kind {
    case .word: return text.lowercased()
    case .name:
      guard let quote = text.first else { return nil }
      let end: Character = quote == "[" ? "]" : quote
      var result = ""
      var isAfterQuote = false
      for character in text.dropFirst().dropLast() {
        // A quote is doubled inside.
        if character == end, !isAfterQuote {
          isAfterQuote = true
          continue
        }
        isAfterQuote = false
        result.append(character)
      }
      return result.lowercased()
    default: return nil
    }
  }

  /// Whether it is the operator or punctuation `symbol`.
  public func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

  /// Splits statements into their tokens.
  ///
  /// What SQLite does not parse has tokens too: an unclosed quote or comment
  /// extends to the end.
  public static func tokens(of sql: String) -> [SQLToken] {
    var reader = TokenReader(text: Array(sql.utf8))
    var tokens: [SQLToken] = []
    while let token = reader.next() { tokens.append(token) }
    return tokens
  }
}

private struct TokenReader {
  let text: [UInt8]
  var position = 0

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> SQLToken? {
    let start = position
    skipBlanks()
    guard position < text.count else { return nil }
    let lead = String(decoding: text[start..<position], as: UTF8.self)
    let first = position
    let kind = take()
    return SQLToken(
      kind: kind, text: String(decoding: text[first..<position], as: UTF8.self), lead: lead,
      place: first)
  }

  private mutating func take() -> SQLToken.Kind {
    let byte = text[position]
    switch byte {
    case UInt8(ascii: "'"):
      skipQuoted(byte)
      return .text
    case UInt8(ascii: "\""), UInt8(ascii: "`"):
      skipQuoted(byte)
      return .name
    case UInt8(ascii: "["):
      skipQuoted(UInt8(ascii: "]"))
      return .name
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      guard peek(1) == UInt8(ascii: "'") else { break }
      position += 1
      skipQuoted(UInt8(ascii: "'"))
      return .text
    case UInt8(ascii: "."):
      guard let next = peek(1), Self.isDigit(next) else {
        position += 1
        return .symbol
      }
    default: break
    }
    if Self.isDigit(byte) || byte == UInt8(ascii: ".") {
      takeNumber()
      return .number
    }
    if Self.isWord(byte) {
      while position < text.count, Self.isWord(text[position]) { position += 1 }
      return .word
    }
    for symbol in ["->>", "->", "||", "<<", ">>", "<=", ">=", "==", "<>", "!="]
    where text[position...].starts(with: symbol.utf8) {
      position += symbol.utf8.count
      return .symbol
    }
    position += 1
    return .symbol
  }

  private mutating func takeNumber() {
    while position < text.count {
      let byte = text[position]
      let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      let followsExponent =
        position > 0 && (text[position - 1] | 0x20) == UInt8(ascii: "e") && isSign
      guard Self.isWord(byte) || byte == UInt8(ascii: ".") || followsExponent else { return }
      position += 1
    }
  }

  /// Moves past a quoted token; a doubled quote in it is literal.
  private mutating func skipQuoted(_ end: UInt8) {
    position += 1
    while position < text.count {
      if text[position] == end {
        guard end != UInt8(ascii: "]"), peek(1) == end else { break }
        position += 1
      }
      position += 1
    }
    position = min(position + 1, text.count)
  }

  private mutating func skipBlanks() {
    while position < text.count {
      if text[position...].starts(with: "--".utf8) {
        while position < text.count, text[position] != 0x0A { position += 1 }
      } else if text[position...].starts(with: "/*".utf8) {
        position += 2
        while position < text.count, !text[position...].starts(with: "*/".utf8) { position += 1 }
        position = min(position + 2, text.count)
      } else if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(text[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  private func peek(_ distance: Int) -> UInt8? {
    position + distance < text.count ? text[position + distance] : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F || byte == 0x24 || byte >= 0x80
      // Parameters, which a mapping does not have.
      || byte == 0x3F || byte == 0x40
  }
}

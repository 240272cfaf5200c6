/// Text, seen as a number.
public enum NumberShape: Equatable, Sendable {
  /// Nothing, or a word for it.
  case missing
  /// A number, and the decimal mark it proves, if any.
  case number(Double, proven: DecimalMark?)
  /// `1,234` or `1.234`: its one mark may be decimal or separate thousands.
  case ambiguous(DecimalMark, fraction: Double, thousands: Double)
  /// Anything else.
  case none

  /// Reads `text`.
  ///
  /// Blanks and quotes around it are ignored; digits may be of any script; blanks
  /// and apostrophes may separate thousands.
  public init(_ text: String) {
    var text = text
    // Fast path for the usual forms.
    if let plain = text.withUTF8({ Self.plain($0) }) {
      self = plain
      return
    }
    guard text.utf8.count <= 80 else {
      self = .none
      return
    }
    let bare = Self.bare(text)
    guard !bare.isEmpty, !MissingWord.contains(bare) else {
      self = .missing
      return
    }
    self = Self.read(bare)
  }

  /// The number, with `mark` as the decimal mark if the text leaves it open;
  /// `nil` without a number.
  public func value(_ mark: DecimalMark?) -> Double? {
    switch self {
    case .number(let number, _): number
    case .ambiguous(let only, let fraction, let thousands):
      mark.map { $0 == only ? fraction : thousands }
    case .missing, .none: nil
    }
  }

  // MARK: - Reading

  /// A number of digits alone, or with a point that cannot separate thousands.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> NumberShape? {
    guard (1...15).contains(bytes.count) else { return nil }
    var (value, point) = (0, -1)
    let isNegative = bytes[0] == 0x2D
    let start = isNegative ? 1 : 0
    guard start < bytes.count else { return nil }
    for index in start..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39: value = value * 10 + Int(bytes[index] - 0x30)
      case 0x2E where point < 0 && index > start: point = index
      default: return nil
      }
    }
    guard point >= 0 else { return .number(Double(isNegative ? -value : value), proven: nil) }
    let (before, behind) = (point - start, bytes.count - point - 1)
    guard behind > 0, behind != 3 || before > 3 || bytes[start] == 0x30 else { return nil }
    let number = Double(value) / powersOfTen[behind]
    return .number(isNegative ? -number : number, proven: .point)
  }

  private static let powersOfTen = (0...15).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  /// The text with ASCII digits and signs, without blanks and quotes around it.
  private static func bare(_ text: String) -> String {
    var characters = text.unicodeScalars.compactMap { scalar -> Character? in
      switch scalar {
      case "−", "﹣", "－", "‐", "‑", "–", "—": return "-"
      case "＋": return "+"
      case "．", "｡": return "."
      case "，", "﹐": return ","
      // Direction marks and byte order marks.
      case "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}", "\u{061C}": return nil
      case "٫": return ","
      case "٬": return "'"
      default:
        let character = Character(scalar)
        if !scalar.isASCII, scalar.properties.numericType == .decimal,
          let digit = character.wholeNumberValue
        {
          return Character("\(digit)")
        }
        return scalar.properties.isWhitespace ? " " : character
      }
    }
    func trim() {
      while characters.last == " " { characters.removeLast() }
      characters = Array(characters.drop { $0 == " " })
    }
    trim()
    while characters.count >= 2, let first = characters.first, let last = characters.last,
      let closing = quotes[first], closing.contains(last)
    {
      characters = Array(characters.dropFirst().dropLast())
      trim()
    }
    // In a spreadsheet, a leading apostrophe marks text.
    if characters.first == "'" { characters.removeFirst() }
    return String(characters)
  }

  private static let quotes: [Character: [Character]] = [
    "\"": ["\""], "'": ["'"], "“": ["”", "“"], "„": ["“", "”"], "‘": ["’"], "«": ["»"],
    "’": ["’"],
  ]

  private static func read(_ text: String) -> NumberShape {
    var rest = Substring(text)
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      rest = rest.dropFirst()
    }
    guard rest.contains(where: isDigit) else { return .none }
    if let exponent = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      // Only programs write exponents, and they use the point.
      let digits = rest[exponent...].dropFirst().drop { $0 == "-" || $0 == "+" }
      guard !digits.isEmpty, digits.allSatisfy(isDigit), rest.first.map(isDigit) == true,
        rest[..<exponent].allSatisfy({ isDigit($0) || $0 == "." }),
        let number = Double(sign + rest), number.isFinite
      else { return .none }
      return .number(number, proven: nil)
    }
    let marks = rest.filter { $0 == "," || $0 == "." }
    guard let last = marks.last else { return whole(sign, rest, [" ", "'", "’", "_"]) }
    if Set(marks).count == 2 || rest.contains(where: { " '’".contains($0) }) {
      return mixed(sign, rest, decimal: last)
    }
    guard marks.count == 1, let place = rest.firstIndex(of: last) else {
      // A repeated mark separates thousands, so the other one would be decimal.
      guard case .number(let number, _) = whole(sign, rest, [last]) else { return .none }
      return .number(number, proven: last == "," ? .point : .comma)
    }
    let mark: DecimalMark = last == "," ? .comma : .point
    let (before, behind) = (rest[..<place], rest[place...].dropFirst())
    guard before.allSatisfy(isDigit), behind.allSatisfy(isDigit), !behind.isEmpty,
      let number = Double("\(sign)\(before.isEmpty ? "0" : before).\(behind)")
    else { return .none }
    let mayPartThousands =
      behind.count == 3 && (1...3).contains(before.count) && before.first != "0"
    guard mayPartThousands, let thousands = Double("\(sign)\(before)\(behind)") else {
      return .number(number, proven: mark)
    }
    return .ambiguous(mark, fraction: number, thousands: thousands)
  }

  /// A whole number with thousands separated by one of `marks`, if any.
  private static func whole(
    _ sign: String, _ text: Substring, _ marks: [Character]
  ) -> NumberShape {
    let digits = text.filter(isDigit)
    let used = Set(text.filter { !isDigit($0) })
    guard used.count <= 1, used.allSatisfy(marks.contains), let number = Double(sign + digits)
    else { return .none }
    if let mark = used.first,
      !areThousands(text.split(separator: mark, omittingEmptySubsequences: false))
    {
      return .none
    }
    return .number(number, proven: nil)
  }

  /// A number with a decimal mark and another separator of thousands.
  private static func mixed(
    _ sign: String, _ text: Substring, decimal: Character
  ) -> NumberShape {
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard let front = parts.first else { return .none }
    guard parts.count == 2 else { return .none }
    guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit),
      case .number = whole("", front, [",", ".", " ", "'", "’"]),
      let number = Double("\(sign)\(front.filter(isDigit)).\(parts[1])")
    else { return .none }
    return .number(number, proven: decimal == "," ? .comma : .point)
  }

  /// Whether `groups` have three digits each except the first; or two except the
  /// last and the first, as in India.
  private static func areThousands(_ groups: [Substring]) -> Bool {
    guard let first = groups.first, let last = groups.last, (1...3).contains(first.count),
      first.first != "0", last.count == 3
    else { return false }
    let inner = groups.dropFirst().dropLast()
    return inner.allSatisfy { $0.count == 3 }
      || first.count <= 2 && inner.allSatisfy { $0.count == 2 }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// The numbers, the month and the clock time of a date in text.
struct WrittenDateParts {
  /// A number in the date, and its number of digits.
  struct Number: Equatable {
    let value: Int
    let digits: Int
  }

  /// The numbers outside the clock time.
  private(set) var numbers: [Number] = []
  /// The month, 1 to 12, if it is a name.
  private(set) var month: Int?
  /// Whether only dots separate the numbers.
  private(set) var areDotted = false
  /// Seconds since midnight, if there is a clock time.
  private(set) var secondOfDay: Int?
  /// The zone of the time.
  private(set) var zone = WrittenDate.Zone.wall

  /// Parses `text`; `nil` if it is far too long, or its clock time is invalid.
  init?(_ text: String) {
    guard text.utf8.count <= 100, let clock = WrittenClock(in: Self.tokens(text)) else {
      return nil
    }
    secondOfDay = clock.secondOfDay
    zone = clock.zone
    take(clock.rest)
  }

  private mutating func take(_ tokens: [WrittenToken]) {
    var parting: [Character] = []
    var words: [String] = []
    for token in tokens {
      switch token {
      case .number(let digits):
        numbers.append(Number(value: Int(digits) ?? .max, digits: digits.count))
      case .word(let word): words.append(word)
      case .mark(let mark) where !numbers.isEmpty && numbers.count < 3: parting.append(mark)
      case .mark: break
      }
    }
    month = MonthNames.month(in: words)
    areDotted = parting.filter { $0 != " " }.allSatisfy { $0 == "." } && parting.contains(".")
  }

  /// The words, numbers and marks in `text`, in lower case.
  ///
  /// The characters after numbers in East Asian dates separate them.
  static func tokens(_ text: String) -> [WrittenToken] {
    var tokens: [WrittenToken] = []
    for character in text.lowercased() {
      if let digit = character.wholeNumberValue, character.isNumber, (0...9).contains(digit) {
        if case .number(let digits)? = tokens.last {
          tokens[tokens.count - 1] = .number(digits + "\(digit)")
        } else {
          tokens.append(.number("\(digit)"))
        }
      } else if character.isLetter {
        if case .word(let word)? = tokens.last {
          tokens[tokens.count - 1] = .word(word + "\(character)")
        } else {
          tokens.append(.word("\(character)"))
        }
      } else {
        tokens.append(.mark(character.isWhitespace ? " " : Self.plain(character)))
      }
    }
    return tokens
  }

  /// Normalises colons, minus signs and slashes of other keyboards.
  private static func plain(_ character: Character) -> Character {
    switch character {
    case "：", "∶": ":"
    case "−", "‐", "‑", "–": "-"
    case "／", "⁄", "∕": "/"
    case "．": "."
    default: character
    }
  }
}

/// A part of text of one kind.
enum WrittenToken: Equatable {
  case number(String)
  case word(String)
  /// Anything else; all blanks become the space.
  case mark(Character)
}

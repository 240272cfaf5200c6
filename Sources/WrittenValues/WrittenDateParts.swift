/// The numbers, the month and the clock time in the text of a date.
struct WrittenDateParts {
  /// A number of the date, and in how many digits it is written.
  struct Number: Equatable {
    let value: Int
    let digits: Int
  }

  /// The numbers that are not of the clock time.
  private(set) var numbers: [Number] = []
  /// The month, 1 to 12, if it is named.
  private(set) var month: Int?
  /// Whether nothing but dots parts the numbers.
  private(set) var areDotted = false
  /// Seconds since midnight, if there is a clock time.
  private(set) var secondOfDay: Int?
  /// What the time is by.
  private(set) var zone = WrittenDate.Zone.wall

  /// Takes `text` apart; `nil` if it is far too long, or its clock time is none.
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

  /// The words, numbers and marks of `text`, in lower case.
  ///
  /// What East Asian dates write behind a number parts it from the next.
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

  /// The colon, minus and slash that other keyboards have.
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

/// A part of a text that is of one kind.
enum WrittenToken: Equatable {
  case number(String)
  case word(String)
  /// Anything else; blanks of all kinds are the space.
  case mark(Character)
}

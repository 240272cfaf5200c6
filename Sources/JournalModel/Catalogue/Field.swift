internal import CivilDay

/// A column that an entry may fill, and what it takes.
public struct Field: Equatable, Sendable {
  /// What a column takes.
  ///
  /// Unknown, which is NULL, is always allowed unless the field is required.
  public enum Kind: Equatable, Sendable {
    /// A calendar day, `YYYY-MM-DD`.
    case day
    /// A local clock time, `HH:MM` or `HH:MM:SS`; kept with seconds.
    case clockTime
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A number, 0 included only if the lower bound is negative or `allowsZero`.
    case number(ClosedRange<Double>, allowsZero: Bool)
    /// Text of 1 to so many characters.
    case text(upTo: Int)
    /// One of these words.
    case choice([String])
    /// An entry of another table, by its id, or by its name where it has one.
    case reference(EntryTable)
  }

  /// What a number of a field measures, which decides how it is shown.
  public enum Measure: Equatable, Sendable {
    /// A rating of ten.
    case rating
    /// A place of the leg; see ``Reach``.
    case place
    /// Metres run, shown in the unit of distances.
    case distance
    /// Seconds, shown as a duration.
    case duration
    /// Seconds that a stretch is held.
    case hold
    /// Metres up or down.
    case height
    /// Millimetres.
    case thickness
    /// Beats a minute.
    case heartRate
    /// Steps a minute.
    case cadence
    /// Hours of a day.
    case hours
    /// Minutes that the clock was ahead of UTC, which only programs want to know.
    case utcOffset
    /// Days.
    case days
  }

  /// How a field is told in the one line that sums an entry up.
  public enum Brief: Equatable, Sendable {
    /// The value alone.
    case value
    /// A word, the value and, of hours, their unit, as in "sleep 7.5 h".
    case named(String)
    /// A sign of the nerve by its name, or that it is absent.
    case sign
    /// The side and how far down it goes, together.
    case place
  }

  /// The name of the column.
  public let name: String
  /// What the column takes.
  public let kind: Kind
  /// Whether an entry must fill it.
  public let isRequired: Bool
  /// What a person calls the field.
  public let noun: String
  /// What its number measures, if it is one that does.
  public let measure: Measure?
  /// What it means, for the data dictionary.
  public let meaning: String
  /// The option that gives it, if a command has one.
  public let option: FieldOption?
  /// The words by which `--clear` makes it unknown; none if it cannot be cleared.
  public let clearWords: [String]
  /// How it is told in one line; `nil` if the line leaves it out, or is made for
  /// the kind of entry.
  public let brief: Brief?
  /// The value that is a sign of the red-flag card, if there is one.
  public let redFlag: StoredValue?

  /// Creates a field.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - kind: What it takes.
  ///   - isRequired: Whether an entry must fill it.
  ///   - noun: What a person calls it; `nil` if that is the name of the column.
  ///   - measure: What its number measures.
  ///   - meaning: What it means, for the data dictionary; `nil` if that is the noun or
  ///     the words to choose from.
  ///   - option: The option that gives it.
  ///   - clear: The words by which it is cleared; `nil` if those are the names of
  ///     its option.
  ///   - brief: How it is told in one line.
  ///   - redFlag: The value that is a sign of the red-flag card.
  public init(
    _ name: String, _ kind: Kind, isRequired: Bool = false, noun: String? = nil,
    measure: Measure? = nil, meaning: String? = nil, option: FieldOption? = nil,
    clear: [String]? = nil, brief: Brief? = nil, redFlag: StoredValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    let noun = noun ?? String(name.map { $0 == "_" ? " " : $0 })
    self.noun = noun
    self.measure = measure
    self.meaning =
      if let meaning {
        meaning
      } else if case .choice(let words) = kind {
        words.map { "`\($0)`" }.joined(separator: ", ")
      } else {
        noun
      }
    self.option = option
    clearWords = clear ?? option.map { [$0.name] } ?? []
    self.brief = brief
    self.redFlag = redFlag
  }
}

/// What is wrong with a field of an entry; the value itself is not part of it.
public struct FieldProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence that begins with the field's name.
  public let reason: String

  /// The name of the field, or `nil` if the entry as a whole is at fault.
  public let field: String?

  /// Creates a problem of `field`, or of the entry as a whole.
  public init(_ field: String?, _ reason: String) {
    self.field = field
    self.reason = reason
  }

  /// One sentence.
  public var description: String { "\(field.map { "\($0) " } ?? "")\(reason)." }
}

extension Field {
  /// The value to store for `value`, or what is wrong with it.
  ///
  /// Text that spells a number counts as that number, because files hold
  /// nothing but text; blank text counts as unknown.
  ///
  /// - Parameter value: What was typed or read.
  /// - Returns: The value in the one form that is stored.
  /// - Throws: ``FieldProblem``.
  public func stored(_ value: StoredValue) throws(FieldProblem) -> StoredValue {
    let value = value.trimmed
    guard !value.isNull else {
      guard !isRequired else { throw FieldProblem(name, "is missing") }
      return .null
    }
    switch kind {
    case .day:
      guard case .text(let text) = value, let day = Day(text) else { throw mismatch }
      // A slip in the year would stretch the journal over centuries.
      guard (1900...2199).contains(day.civil.year) else {
        throw FieldProblem(name, "lies outside the years 1900 to 2199")
      }
      return .text(day.description)
    case .clockTime:
      guard case .text(let text) = value, let time = TimeOfDay(text) else { throw mismatch }
      return time.stored
    case .whole(let range):
      guard let number = value.number, let whole = Int(exactly: number), range.contains(whole)
      else { throw mismatch }
      return .integer(whole)
    case .number(let range, let allowsZero):
      guard let number = value.number, range.contains(number), allowsZero || number > 0 else {
        throw mismatch
      }
      return .real(number)
    case .text(let limit):
      guard case .text(let text) = value.asText else { throw mismatch }
      guard text.unicodeScalars.count <= limit else {
        throw FieldProblem(name, "is longer than \(limit) characters")
      }
      guard !text.utf8.contains(0) else { throw FieldProblem(name, "contains a NUL character") }
      return .text(text)
    case .choice(let words):
      guard case .text(let text) = value, words.contains(text.lowercased()) else {
        throw mismatch
      }
      return .text(text.lowercased())
    case .reference:
      // Names are looked up by the journal before a value comes here.
      guard case .integer = value else { throw mismatch }
      return value
    }
  }

  /// What is wrong with a value that is nothing like what the field takes.
  public var mismatch: FieldProblem {
    switch kind {
    case .day: FieldProblem(name, "is not a day of the form YYYY-MM-DD")
    case .clockTime: FieldProblem(name, "is not a clock time of the form HH:MM")
    case .whole(let range):
      FieldProblem(name, "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .number(let range, let allowsZero):
      FieldProblem(
        name,
        "is not a number \(allowsZero ? "from \(plain(range.lowerBound))" : "above 0 and up") "
          + "to \(plain(range.upperBound))")
    case .text: FieldProblem(name, "is not text")
    case .choice(let words): FieldProblem(name, "is none of \(words.joined(separator: ", "))")
    case .reference: FieldProblem(name, "is not known")
    }
  }
}

/// The bytes that decimal numbers are written with.
private let decimal = Set("0123456789+-.eE".utf8)

/// A bound without a needless fraction.
private func plain(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}

extension StoredValue {
  /// The value without blanks around text; blank text is unknown.
  public var trimmed: StoredValue {
    guard case .text(let text) = self else { return self }
    let trimmed = text.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return .null }
    return .text(String(trimmed[...last]))
  }

  /// The finite number that this is or spells in decimal digits.
  fileprivate var number: Double? {
    let number: Double? =
      switch self {
      case .integer(let number): Double(exactly: number)
      case .real(let number): number
      // Swift would also read hexadecimal digits, which nobody means.
      case .text(let text): text.utf8.allSatisfy(decimal.contains) ? Double(text) : nil
      case .null: nil
      }
    // Adding 0 turns -0 into 0.
    return number.flatMap { $0.isFinite ? $0 + 0 : nil }
  }

  /// Numbers as text.
  public var asText: StoredValue {
    switch self {
    case .integer(let number): .text("\(number)")
    case .real(let number): .text("\(number)")
    default: self
    }
  }
}

internal import CivilDay

/// A column of an entry, and its valid values.
public struct Field: Equatable, Sendable {
  /// The type and range of a column.
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
    /// Text of 1 to this many characters.
    case text(upTo: Int)
    /// One of these words.
    case choice([String])
    /// An entry of another table, by its id, or by name if it has one.
    case reference(EntryTable)
  }

  /// The quantity of a numeric field, which decides how it is shown.
  public enum Measure: Equatable, Sendable {
    /// A rating out of ten.
    case rating
    /// A place on the leg; see ``Reach``.
    case place
    /// Metres run, shown in the unit of distances.
    case distance
    /// Seconds, shown as a duration.
    case duration
    /// Seconds of holding a stretch.
    case hold
    /// Metres up or down.
    case height
    /// Millimetres.
    case thickness
    /// Beats per minute.
    case heartRate
    /// Steps per minute.
    case cadence
    /// Hours in a day.
    case hours
    /// Minutes from UTC to local time, of interest only to programs.
    case utcOffset
    /// Days.
    case days
  }

  /// How a field appears in the one-line summary of an entry.
  public enum Brief: Equatable, Sendable {
    /// The value alone.
    case value
    /// A word, the value and, for hours, their unit, as in "sleep 7.5 h".
    case named(String)
    /// A nerve sign by name, or its absence.
    case sign
    /// The side and the reach, together.
    case place
  }

  /// The name of the column.
  public let name: String
  /// The column's type and range.
  public let kind: Kind
  /// Whether an entry requires it.
  public let isRequired: Bool
  /// The noun for the field.
  public let noun: String
  /// Its quantity, if it has one.
  public let measure: Measure?
  /// Its meaning, for the data dictionary.
  public let meaning: String
  /// Its command-line option, if any.
  public let option: FieldOption?
  /// The words for it after `--clear`; empty if it cannot be cleared.
  public let clearWords: [String]
  /// Its form in the summary line; `nil` if the line omits it, or has special
  /// rules.
  public let brief: Brief?
  /// The value that is a red-flag sign, if any.
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

/// A problem with a field of an entry, without the value itself.
public struct FieldProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The problem, as the end of a sentence that begins with the field's name.
  public let reason: String

  /// The name of the field, or `nil` for the entry as a whole.
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
  /// The value to store for `value`.
  ///
  /// Text that spells a number counts as the number, because files contain only
  /// text; blank text counts as unknown.
  ///
  /// - Parameter value: The typed or read value.
  /// - Returns: The value in its stored form.
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
      // A mistyped year would stretch the journal over centuries.
      guard (1900...2199).contains(day.civil.year) else {
        throw FieldProblem(name, "must be in the years 1900 to 2199")
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
      guard !text.utf8.contains(0) else {
        throw FieldProblem(name, "contains a NUL character")
      }
      return .text(text)
    case .choice(let words):
      guard case .text(let text) = value, words.contains(text.lowercased()) else {
        throw mismatch
      }
      return .text(text.lowercased())
    case .reference:
      // The journal looks up names before this.
      guard case .integer = value else { throw mismatch }
      return value
    }
  }

  /// The problem of a value of the wrong type.
  public var mismatch: FieldProblem {
    switch kind {
    case .day: FieldProblem(name, "must be a YYYY-MM-DD date")
    case .clockTime: FieldProblem(name, "must be an HH:MM time")
    case .whole(let range):
      FieldProblem(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .number(let range, let allowsZero):
      FieldProblem(
        name,
        "must be a number \(allowsZero ? "from \(plain(range.lowerBound))" : "above 0, up") "
          + "to \(plain(range.upperBound))")
    case .text: FieldProblem(name, "is not text")
    case .choice(let words): FieldProblem(name, "must be one of: \(words.joined(separator: ", "))")
    case .reference: FieldProblem(name, "is unknown")
    }
  }
}

/// The characters of decimal numbers.
private let decimal = Set("0123456789+-.eE".utf8)

/// A bound without an unnecessary fraction.
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

  /// The finite number in this value or its decimal digits.
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

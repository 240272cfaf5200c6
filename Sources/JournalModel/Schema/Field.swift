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

  /// The name of the column.
  public let name: String
  /// What the column takes.
  public let kind: Kind
  /// Whether an entry must fill it.
  public let isRequired: Bool

  /// Creates a field.
  public init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
  }

  static func number(_ name: String, from least: Double = 0, to most: Double) -> Field {
    Field(name, .number(least...most, allowsZero: true))
  }

  static func positive(_ name: String, to most: Double) -> Field {
    Field(name, .number(0...most, allowsZero: false))
  }

  /// A rating from 0 to 10.
  public static func rating(_ name: String) -> Field { Field(name, .whole(0...10)) }

  static func flag(_ name: String) -> Field { Field(name, .whole(0...1)) }

  static let day = Field("day", .day, isRequired: true)
  /// What the clock was ahead of UTC, in minutes.
  public static let utcOffset = Field("utc_offset_min", .whole(-900...900))
  static let side = Field("side", .choice(["left", "right", "both"]))
  static let rpe = number("rpe", to: 10)
  static let note = Field("note", .text(upTo: 10_000))
  /// What is doubtful about the entry.
  public static let doubt = Field("doubt", .text(upTo: 2_000))
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
        throw FieldProblem(name, "must be in the years 1900 to 2199")
      }
      return .text(day.description)
    case .clockTime:
      guard case .text(let text) = value, let time = clockTime(text) else { throw mismatch }
      return .text(time)
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
      // Names are looked up by the journal before a value comes here.
      guard case .integer = value else { throw mismatch }
      return value
    }
  }

  /// What is wrong with a value that is nothing like what the field takes.
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

/// The bytes that decimal numbers are written with.
private let decimal = Set("0123456789+-.eE".utf8)

/// A bound without a needless fraction.
private func plain(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}

/// The time as `HH:MM:SS`, or `nil` if `text` is not `HH:MM` or `HH:MM:SS`.
private func clockTime(_ text: String) -> String? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  guard (2...3).contains(parts.count),
    parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) })
  else { return nil }
  let numbers = parts.compactMap { UInt8($0) }
  guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
  else { return nil }
  return parts.count == 3 ? text : text + ":00"
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

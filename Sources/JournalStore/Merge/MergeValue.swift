/// A value in the record of changes, with references by entry: copies of a journal
/// may number the same row differently.
enum MergeValue: Sendable {
  /// A value of its own; NULL if unknown.
  case plain(SQLiteValue)
  /// A reference to an entry, by its key.
  case entry(String)

  /// The unknown value.
  static let null = MergeValue.plain(.null)

  /// Whether this is unknown.
  var isNull: Bool {
    if case .plain(.null) = self { true } else { false }
  }

  /// The key of the entry that this refers to, if it does.
  var reference: String? {
    if case .entry(let key) = self { key } else { nil }
  }

  /// The text, if this is text.
  var text: String? {
    if case .plain(.text(let text)) = self { text } else { nil }
  }
}

extension MergeValue: Equatable {
  /// Whether both are the same to the byte: to SQLite, two spellings of one accented
  /// letter differ.
  static func == (one: MergeValue, other: MergeValue) -> Bool {
    switch (one, other) {
    case (.entry(let one), .entry(let other)): one == other
    case (.plain(let one), .plain(let other)): one.isIdentical(to: other)
    default: false
    }
  }
}

extension MergeValue {
  /// An order of all values, for a choice on which all copies agree.
  static func precedes(_ one: MergeValue, _ other: MergeValue) -> Bool {
    one.rank.lexicographicallyPrecedes(other.rank)
  }

  /// Bytes that are equal for equal values only; those of NULL come first.
  var rank: [UInt8] {
    switch self {
    case .plain(.null): []
    case .plain(.integer(let number)):
      [1] + bytes(of: UInt64(bitPattern: number) ^ (1 << 63))
    case .plain(.real(let number)):
      // Negative numbers run backwards.
      [2] + bytes(of: number.sign == .minus ? ~number.bitPattern : number.bitPattern | (1 << 63))
    case .plain(.text(let text)): [3] + Array(text.utf8)
    case .plain(.blob(let bytes)): [4] + bytes
    case .entry(let key): [5] + Array(key.utf8)
    }
  }

  private func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }
}

extension SQLiteValue {
  /// Whether both are the same to the byte.
  func isIdentical(to other: SQLiteValue) -> Bool {
    if case .text(let one) = self, case .text(let other) = other {
      return one.utf8.elementsEqual(other.utf8)
    }
    return self == other
  }
}

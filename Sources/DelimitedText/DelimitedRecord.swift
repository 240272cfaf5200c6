/// One record of a delimited text file: the fields between two line ends.
///
/// A record stays valid as long as it is kept. Dropping it before reading the
/// next one lets the reader reuse its memory, which makes large files cheap to
/// read.
///
/// **Missing values.** An empty field is the empty string; `isBlank(_:)`
/// distinguishes nothing at all from an empty pair of quotes.
public struct DelimitedRecord: Sendable {
  /// A reason to refuse one record and continue with the next.
  public enum Problem: Equatable, Sendable, CustomStringConvertible {
    /// The record has fewer fields than there are columns.
    case tooFewFields(expected: Int, found: Int)
    /// The record has more fields than there are columns.
    case tooManyFields(expected: Int, found: Int)
    /// A quote is missing, or too many, in the 1-based `column`.
    case misquoted(column: Int)
    /// The field in the 1-based `column` is not valid UTF-8.
    case invalidUTF8(column: Int)
    /// The field in the 1-based `column` contains a NUL byte.
    case nul(column: Int)

    /// One sentence about the problem, without the text of the record.
    public var description: String {
      switch self {
      case .tooFewFields(let expected, let found), .tooManyFields(let expected, let found):
        "The row has \(found) \(found == 1 ? "field" : "fields"), but the header has \(expected)."
      case .misquoted(let column): "Column \(column) has a missing or an extra quote."
      case .invalidUTF8(let column): "Column \(column) is not valid UTF-8."
      case .nul(let column): "Column \(column) contains a NUL byte."
      }
    }
  }

  /// The 1-based physical line on which the record starts.
  public let line: Int

  /// The reason to refuse the record, or `nil` if it is sound.
  ///
  /// The fields of a refused record can still be read; invalid UTF-8 becomes
  /// U+FFFD.
  public let problem: Problem?

  /// The bytes of all fields, without delimiters and quotes.
  private let bytes: [UInt8]

  /// For each field, twice the offset of its end, plus 1 if it was quoted.
  private let marks: [Int]

  init(line: Int, problem: Problem?, bytes: [UInt8], marks: [Int]) {
    self.line = line
    self.problem = problem
    self.bytes = bytes
    self.marks = marks
  }

  /// The number of fields; at least 1.
  public var count: Int { marks.count }

  /// The text of the field at `index`, counted from 0.
  ///
  /// - Precondition: `index` is below `count`.
  public subscript(index: Int) -> String {
    String(decoding: utf8(index), as: UTF8.self)
  }

  /// Returns the bytes of the field at `index`, counted from 0, without quotes.
  ///
  /// - Precondition: `index` is below `count`.
  public func utf8(_ index: Int) -> ArraySlice<UInt8> {
    bytes[range(of: index, in: marks)]
  }

  /// Returns whether the field at `index` is blank, without even an empty pair of
  /// quotes.
  ///
  /// - Precondition: `index` is below `count`.
  public func isBlank(_ index: Int) -> Bool {
    range(of: index, in: marks).isEmpty && marks[index] & 1 == 0
  }

  /// The text of all fields, in order.
  public var fields: [String] { marks.indices.map { self[$0] } }
}

/// Returns the range of the field at `index`, given the marks of its record.
func range(of index: Int, in marks: [Int]) -> Range<Int> {
  (index == 0 ? 0 : marks[index - 1] >> 1)..<(marks[index] >> 1)
}

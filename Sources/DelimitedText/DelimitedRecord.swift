/// One record of a delimited text file: the fields between two line ends.
///
/// A record stays valid for as long as it is kept. Dropping it before the next
/// one is read lets the reader use its memory again, which makes a large file
/// cheap to go through.
///
/// **Missing values.** A field of no length is the empty string; `isBlank(_:)`
/// says whether nothing at all was written or an empty pair of quotes.
public struct DelimitedRecord: Sendable {
  /// A reason to refuse one record and go on with the next.
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

    /// One sentence that says what is wrong, without the text of the record.
    public var description: String {
      switch self {
      case .tooFewFields(let expected, let found), .tooManyFields(let expected, let found):
        "The record has \(found) \(found == 1 ? "field" : "fields") where the header has "
          + "\(expected)."
      case .misquoted(let column): "Column \(column) has a quote missing or a quote too many."
      case .invalidUTF8(let column): "Column \(column) is not valid UTF-8 text."
      case .nul(let column): "Column \(column) contains a NUL byte."
      }
    }
  }

  /// The 1-based physical line on which the record starts.
  public let line: Int

  /// Why the record should be refused, or `nil` if it is sound.
  ///
  /// The fields of a refused record can be read all the same; bytes that are
  /// not UTF-8 come out as U+FFFD.
  public let problem: Problem?

  /// The bytes of all fields, without delimiters and quotes.
  private let bytes: [UInt8]

  /// For each field twice the offset of its end, plus 1 if it was quoted.
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

  /// Returns whether nothing was written for the field at `index`, not even an
  /// empty pair of quotes.
  ///
  /// - Precondition: `index` is below `count`.
  public func isBlank(_ index: Int) -> Bool {
    range(of: index, in: marks).isEmpty && marks[index] & 1 == 0
  }

  /// The text of all fields, in order.
  public var fields: [String] { marks.indices.map { self[$0] } }
}

/// Returns where the field at `index` lies, given the marks of its record.
func range(of index: Int, in marks: [Int]) -> Range<Int> {
  (index == 0 ? 0 : marks[index - 1] >> 1)..<(marks[index] >> 1)
}

import JSONText
import JournalStore
import Presentation

/// Takes rows as JSON, up to a number of rows and bytes.
struct BoundedRows: ResultReader {
  /// Ends a query that has enough rows.
  struct Enough: Error {}

  /// Several statements, of which a call takes one.
  struct SeveralResults: Error {}

  /// The most bytes of the rows as JSON: they go out as text and as data.
  static let mostBytes = 400_000

  /// The most rows.
  let limit: Int
  private(set) var columns: [String] = []
  private(set) var rows: [JSON] = []
  /// The reason why there are no more rows.
  private(set) var cut: Cut?
  private var bytes = 0

  /// Why rows were left out.
  enum Cut {
    case tooManyRows
    case tooManyBytes
  }

  init(limit: Int) {
    self.limit = limit
  }

  mutating func expect(_ results: Int) throws {
    guard results <= 1 else { throw SeveralResults() }
  }

  mutating func begin(_ columns: [String]) {
    self.columns = distinctNames(columns)
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    guard rows.count < limit else {
      cut = .tooManyRows
      throw Enough()
    }
    var members: [(String, JSON)] = []
    for column in 0..<min(row.count, columns.count) {
      let value = Self.json(row[column])
      members.append((columns[column], value))
    }
    let size = JSONWriter.text(.object(members), style: .compact).utf8.count
    guard bytes + size <= Self.mostBytes else {
      cut = .tooManyBytes
      throw Enough()
    }
    bytes += size
    rows.append(.object(members))
  }

  mutating func end() {}

  /// A blob is text in hexadecimal digits; JSON has no infinity.
  private static func json(_ value: LentValue) -> JSON {
    switch value {
    case .null: return .null
    case .integer(let number): return .integer(number)
    case .real(let number) where number.isInfinite:
      return .string(number < 0 ? "-Infinity" : "Infinity")
    case .real(let number): return .number(number)
    case .text(let bytes): return .string(String(decoding: bytes, as: UTF8.self))
    case .blob(let bytes):
      // What does not fit anyway needs no digits.
      let digits = Array("0123456789ABCDEF".utf8)
      let text = bytes.prefix(mostBytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return .string(String(decoding: text, as: UTF8.self))
    }
  }
}

import Foundation
import Testing

/// Every frame of a small table, compared with numpy and scipy.
///
/// `Reference/make_reference.py` says how the expected values were made.
@Suite struct ReferenceTests {
  struct Reference: Decodable {
    struct Case: Decodable {
      let sql: String
      let rows: [[Double?]]
    }

    struct Row: Decodable {
      let literals: [String]

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var literals: [String] = []
        while !container.isAtEnd {
          if try container.decodeNil() {
            literals.append("NULL")
          } else if let number = try? container.decode(Double.self) {
            literals.append("\(number)")
          } else {
            literals.append("'\(try container.decode(String.self))'")
          }
        }
        self.literals = literals
      }
    }

    let t: [Row]
    let cases: [Case]

    static let all: Reference? = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Reference/reference.json")
      return try? JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }()
  }

  @Test(arguments: 0..<15)
  func `Values are those of numpy and scipy`(_ index: Int) throws {
    let reference = try #require(Reference.all)
    #expect(reference.cases.count == 15)
    let database = try Database()
    _ = try database.rows("CREATE TABLE t (id, k, g, x, y, day)")
    for row in reference.t {
      _ = try database.rows("INSERT INTO t VALUES (\(row.literals.joined(separator: ", ")))")
    }
    let asked = reference.cases[index]
    let found = try database.numbers(asked.sql)
    try #require(found.count == asked.rows.count)
    for (number, (row, expected)) in zip(found, asked.rows).enumerated() {
      for (column, (value, expected)) in zip(row, expected).enumerated() {
        #expect(
          isClose(value, expected),
          "row \(number) column \(column): \(value.debugDescription) \(expected.debugDescription)")
      }
    }
  }

  /// An intercept is the difference of numbers that may be 1e5: 1e-10 is what they
  /// leave of it.
  private func isClose(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= 1e-9 * max(1, abs(expected))
  }
}

import DelimitedText
import Testing

/// Tables as spreadsheets and services write them.
@Suite struct WildFormTests {
  private func read(_ bytes: [UInt8], headerLine: Int? = nil) throws -> (
    columns: [String], rows: [[String]?], lines: [Int]
  ) {
    var reader = try DelimitedTextReader(bytes: bytes, form: .wild(headerLine: headerLine))
    var (rows, lines): ([[String]?], [Int]) = ([], [])
    while let record = try reader.next() {
      rows.append(record.problem == nil ? record.fields : nil)
      lines.append(record.line)
    }
    return (reader.columns, rows, lines)
  }

  private static let table = "Datum;km;Notiz\r\n5.10.2026;8,2;Café\r\n6.10.2026;5;😀\r\n"
  private static let rows = [["5.10.2026", "8,2", "Café"], ["6.10.2026", "5", "😀"]]

  private static func utf16(_ text: String, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read in either order, with its mark or without`(
    isBigEndian: Bool, hasMark: Bool
  ) throws {
    let bytes = Self.utf16(Self.table, isBigEndian: isBigEndian, hasMark: hasMark)
    let read = try read(bytes)
    #expect(read.columns == ["Datum", "km", "Notiz"])
    #expect(read.rows == Self.rows)
    // Also where a long file parts the two halves of a character.
    let long = Self.table + String(repeating: "7.10.2026;1;😀\n", count: 9_000)
    let all = try self.read(Self.utf16(long, isBigEndian: isBigEndian, hasMark: hasMark))
    #expect(all.rows.count == 9_002)
    #expect(all.rows.last == ["7.10.2026", "1", "😀"])
  }

  @Test func `windows-1252 is read, in the header too`() throws {
    let bytes = Array("Aktivit".utf8) + [0xE4] + Array("t,b\nCaf".utf8) + [0xE9, 0x2C, 0x80, 0x0A]
    let read = try read(bytes)
    #expect(read.columns == ["Aktivität", "b"])
    #expect(read.rows == [["Café", "€"]])
  }

  @Test(arguments: ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\u{FEFF}sep=;\r\n"])
  func `A line may tell the delimiter`(line: String) throws {
    let read = try read(Array((line + "a;b,c\n1;2\n").utf8))
    #expect(read.columns == ["a", "b,c"])
    #expect(read.rows == [["1", "2"]])
    #expect(read.lines == [3])
  }

  @Test(arguments: [
    "com.example.exercise,6310011,22\nstart,kind,distance,duration\n2026-10-05,1002,5,1\n",
    "com.example.exercise,6310011,22\nstart,kind,distance,duration\n2026-10-05,1002,5,1,\n",
    "My diary\n\nstart,kind,distance,duration\n2026-10-05,1002,5,1\n2026-10-06,1002,5,1\n",
    "My diary,,,\nAll of October,,,\nstart,kind,distance,duration\n2026-10-05,1002,5,1\n",
    "Export of 5 Oct, 2026\nstart;kind;distance;duration\n2026-10-05;1002;5;1\n",
  ])
  func `Lines of metadata before the header are passed over`(text: String) throws {
    let read = try read(Array(text.utf8))
    #expect(read.columns == ["start", "kind", "distance", "duration"])
    #expect(read.rows.first == ["2026-10-05", "1002", "5", "1"])
    #expect(
      read.lines.first
        == text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
          $0.hasPrefix("2026-10-05")
        }.map { $0 + 1 })
  }

  @Test(arguments: [
    "a,b\n1,2,3\n4,5\n", "a,b\n2026-10-05,8,2\n2026-10-06,5,4\n", "date,km\n2026-10-05,5\n",
    "a\n1\n2\n",
  ])
  func `A header on the first line stays the header`(text: String) throws {
    #expect(try read(Array(text.utf8)).columns.count == (text.hasPrefix("a\n") ? 1 : 2))
  }

  @Test func `The line of the header can be told`() throws {
    let text = "x,y\nz,w\ndate,km\n2026-10-05,5\n"
    #expect(try read(Array(text.utf8), headerLine: 3).columns == ["date", "km"])
    #expect(try read(Array(text.utf8), headerLine: 3).lines == [4])
    #expect(throws: DelimitedTextError.noHeader) { try read(Array(text.utf8), headerLine: 9) }
  }

  @Test func `Delimiters too many at the end of rows, or of the header, are dropped`() throws {
    #expect(
      try read(Array("a,b\n1,2,\n3,4, ,\n5,6\n".utf8)).rows == [
        ["1", "2"], ["3", "4"], ["5", "6"],
      ])
    #expect(try read(Array("a,b,\n1,2\n3,4,\n".utf8)).rows == [["1", "2", ""], ["3", "4", ""]])
    #expect(
      try read(Array("a,b\n1,2,x\n1\n3,4\n5,6\n".utf8)).rows == [
        nil, nil, ["3", "4"], ["5", "6"],
      ])
  }
}

import DelimitedText
import Testing

@Suite struct DelimitedTextWriterTests {
  @Test(
    arguments: [
      (["a", "b"], "a,b\r\n"),
      (["a,b", "c"], "\"a,b\",c\r\n"),
      (["say \"hi\"", nil], "\"say \"\"hi\"\"\",\r\n"),
      (["two\nlines", "cr\rx", "crlf\r\nx"], "\"two\nlines\",\"cr\rx\",\"crlf\r\nx\"\r\n"),
      (["", nil, ""], "\"\",,\"\"\r\n"),
      ([nil], "\"\"\r\n"),
      ([" x ", "a;b\tc"], " x ,a;b\tc\r\n"),
      (["Läufe", "🦵"], "Läufe,🦵\r\n"),
    ] as [([String?], String)])
  func `Fields are quoted when they have to be and only then`(fields: [String?], text: String) {
    var writer = DelimitedTextWriter()
    writer.write(fields)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test func `Taking the bytes empties the writer`() {
    var writer = DelimitedTextWriter(delimiter: .semicolon)
    writer.write(["a", "b;c"])
    #expect(writer.take() == Array("a;\"b;c\"\r\n".utf8))
    #expect(writer.bytes.isEmpty)
  }

  @Test(arguments: Delimiter.allCases)
  func `Random tables read back as they were written, in chunks of any size`(
    delimiter: Delimiter
  ) throws {
    let alphabet = ["a", "\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "é", "🦵", "\u{FEFF}", "0"]
    var random = SplitMix64(state: UInt64(delimiter.rawValue))
    for _ in 0..<400 {
      let width = Int.random(in: 1...5, using: &random)
      let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ -> String? in
          let length = Int.random(in: -1...6, using: &random)
          guard length >= 0, length > 0 || width > 1 else { return width > 1 ? nil : "" }
          return (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
        }
      }
      var writer = DelimitedTextWriter(delimiter: delimiter)
      for row in table { writer.write(row) }
      let reading = try readAll(
        writer.bytes, chunk: Int.random(in: 1...40, using: &random), delimiter: delimiter,
        hasHeader: false)
      let read = reading.records.map { record in
        (0..<record.count).map { record.isBlank($0) ? nil : record[$0] }
      }
      #expect(read == table)
      #expect(reading.problems.allSatisfy { $0 == nil })
    }
  }
}

import DelimitedText
import Testing

@Suite struct DelimitedTextProblemTests {
  @Test func `A record of the wrong length is reported with its line and reading goes on`() throws {
    let reading = try readAll("a,b\n1\n\"x\ny\",2\n1,2,3\n5,6\n".utf8)
    #expect(
      reading.problems == [
        .tooFewFields(expected: 2, found: 1), nil, .tooManyFields(expected: 2, found: 3), nil,
      ])
    #expect(reading.lines == [2, 3, 5, 6])
    #expect(
      reading.problems[0]?.description == "The row has 1 field, but the header has 2.")
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0xC3], 1), ([0x61, 0x2C, 0xE2, 0x82], 2), ([0xC3, 0x2C, 0xA9], 1),
      ([0xED, 0xA0, 0x80], 1), ([0xC0, 0xAF], 1), ([0x22, 0x0A, 0xF5, 0x22], 1),
    ] as [([UInt8], Int)])
  func `Bytes that are not UTF-8 spoil their record only`(bytes: [UInt8], column: Int) throws {
    let width = bytes.contains(0x2C) ? 2 : 1
    // A file that is UTF-8 elsewhere is damaged where it is not.
    let header = Array((width == 2 ? "é,b\n" : "é\n").utf8)
    let good = Array((width == 2 ? "\nx,y\n" : "\nx\n").utf8)
    let reading = try readAll(header + bytes + good)
    #expect(reading.problems == [.invalidUTF8(column: column), nil])
    #expect(reading.records[0][column - 1].contains("\u{FFFD}"))
  }

  @Test func `A NUL byte spoils its record only`() throws {
    let reading = try readAll("a,b\nx,\0\n1,2\n".utf8)
    #expect(reading.problems == [.nul(column: 2), nil])
  }

  @Test(arguments: [
    ("", DelimitedTextError.noHeader),
    ("\n\r\n", .noHeader),
    ("\u{FEFF}", .noHeader),
    ("\na\0,b\n", .damagedHeader(line: 2)),
    ("\"a", .damagedHeader(line: 1)),
  ])
  func `A file without a header is refused`(text: String, error: DelimitedTextError) {
    for chunk in [1, 2, 1000] {
      #expect(throws: error) { try readAll(text.utf8, chunk: chunk) }
    }
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", DelimitedTextError.unterminatedQuote(line: 2, column: 2)),
    ("\"a", .unterminatedQuote(line: 1, column: 1)),
    ("a,b\n\"1\"x,2\n", .textAfterQuote(line: 2, column: 1)),
    ("a,b\n1,\"2\n\" ,2\n", .textAfterQuote(line: 3, column: 2)),
  ])
  func `A file that is to be exact is refused as a whole`(
    text: String, error: DelimitedTextError
  ) {
    #expect(throws: error) {
      var reader = try DelimitedTextReader(bytes: Array(text.utf8), form: .exact)
      while try reader.next() != nil {}
    }
  }

  @Test(
    arguments: [
      // Nothing closes it: the line is set aside, and the next is read.
      ("a,b\n1,\"2\n3,4\n", [nil, ["3", "4"]]),
      ("a,b\n1,2\n3,\"4", [["1", "2"], nil]),
      ("a,b\n\"x,1\n\"y\",2\n\"z\",3\n", [nil, ["y", "2"], ["z", "3"]]),
      ("a,b\r\n1,\"two\r\n2,\"three\"\r\n", [nil, ["2", "three"]]),
      // Nobody doubled the quotes of a title.
      ("a,b\n\"Run with \"friends\" today\",2\n", [["Run with \"friends\" today", "2"]]),
      ("a,b\n\"1\"x,2\n\"3\",4\n", [nil, ["3", "4"]]),
      ("a,b\n\"say \"hi\", she said\",2\n3,4\n", [nil, ["3", "4"]]),
      // Blanks behind a closing quote belong to nothing.
      ("a,b\n\"1\" ,2\n", [["1", "2"]]),
      // Doubled quotes and lines inside of quotes are as before.
      ("a,b\n\"two\nlines, \"\"quoted\"\"\",2\n", [["two\nlines, \"quoted\"", "2"]]),
    ] as [(String, [[String]?])])
  func `A stray quote costs its own line at most`(text: String, rows: [[String]?]) throws {
    for chunk in [1, 3, 1000] {
      let reading = try readAll(text.utf8, chunk: chunk)
      #expect(
        zip(reading.rows, reading.problems).map { $1 == nil ? $0 : nil } == rows, "\(chunk)")
    }
  }

  @Test func `A field of exactly 1 MiB is read and a longer one is refused`() throws {
    let limit = DelimitedTextReader.maximumFieldBytes
    let head = Array("a,b\n1,".utf8)
    let whole = try readAll(head + [UInt8](repeating: 0x78, count: limit))
    #expect(whole.records.first?.utf8(1).count == limit)
    let tooLong = DelimitedTextError.fieldTooLong(line: 2, column: 2, limit: limit)
    #expect(throws: tooLong) { try readAll(head + [UInt8](repeating: 0x78, count: limit + 1)) }
    let misquoted = try readAll(
      head + [0x22] + [UInt8](repeating: 0x78, count: limit + 1) + Array("\n3,4\n".utf8))
    #expect(misquoted.problems.first == .misquoted(column: 2))
    #expect(throws: DelimitedTextError.fieldTooLong(line: 1, column: 1, limit: limit)) {
      try readAll([UInt8](repeating: 0x78, count: 3 * limit), chunk: 50_000)
    }
  }

  @Test func `A record without end is refused before it fills the memory`() {
    let commas = [UInt8](repeating: 0x2C, count: DelimitedTextReader.maximumFields)
    #expect(throws: DelimitedTextError.recordTooLong(line: 2)) {
      try readAll(Array("a,b\n".utf8) + commas)
    }
  }

  @Test func `An error of the byte source is passed on`() {
    struct Unplugged: Error {}
    #expect(throws: Unplugged.self) { _ = try DelimitedTextReader { _ in throw Unplugged() } }
  }

  @Test func `Every message is one sentence that gives the line`() {
    let errors: [DelimitedTextError] = [
      .noHeader, .utf16, .damagedHeader(line: 17), .unterminatedQuote(line: 17, column: 2),
      .textAfterQuote(line: 17, column: 2), .fieldTooLong(line: 17, column: 2, limit: 9),
      .recordTooLong(line: 17), .unreadable(code: 5),
    ]
    for error in errors {
      #expect(error.description.hasSuffix("."))
      #expect(error.description.count { $0 == "." } == 1)
    }
    #expect(
      errors.count { $0.description.contains("line 17") || $0.description.contains("Line 17") } == 5
    )
  }
}

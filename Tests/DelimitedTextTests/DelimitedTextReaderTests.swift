import DelimitedText
import Glibc
import Testing

@Suite struct DelimitedTextReaderTests {
  @Test(arguments: [
    ("a,b\r\n1,2\r\n", [["1", "2"]]),
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\r1,2\r", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]]),
    ("\n\r\n\ra,b\n\n1,2\n\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("a,b\n,\n", [["", ""]]),
    ("a,b\n\"\",x\n", [["", "x"]]),
    ("a,b\n\"x,\"\"y\"\"\r\nz\",2\n", [["x,\"y\"\r\nz", "2"]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("a,b\n5\" tall,x\"\n", [["5\" tall", "x\""]]),
    ("a,b\n \"x\", y \n", [[" \"x\"", " y "]]),
    ("a,b\n1,\"2\"", [["1", "2"]]),
    ("a,b\nLäufe,🦵\n", [["Läufe", "🦵"]]),
    ("a\n\"\"\n\nx\n", [[""], ["x"]]),
    ("a,b\n", []),
    ("a,b", []),
  ])
  func `Every way of writing a table is read, in chunks of any size`(
    text: String, rows: [[String]]
  ) throws {
    for chunk in [1, 2, 3, 7, 1000] {
      let reading = try readAll(text.utf8, chunk: chunk)
      #expect(reading.columns == (text.contains("b") ? ["a", "b"] : ["a"]))
      #expect(reading.rows == rows)
      #expect(reading.problems.allSatisfy { $0 == nil })
    }
  }

  @Test func `A record is numbered by the physical line on which it starts`() throws {
    let text = "a,b\r\n1,2\r\n\r\n\"x\ny\r\nz\rw\",3\n4,5\r6,7"
    for chunk in [1, 2, 1000] {
      #expect(try readAll(text.utf8, chunk: chunk).lines == [2, 4, 8, 9])
    }
  }

  @Test func `A field without quotes is blank, an empty pair of quotes is not`() throws {
    let record = try #require(try readAll("a,b,c\n,\"\",x\n".utf8).records.first)
    #expect(record.count == 3)
    #expect(record.isBlank(0))
    #expect(!record.isBlank(1))
    #expect(!record.isBlank(2))
  }

  @Test func `A record that is kept does not change when the next one is read`() throws {
    var reader = try DelimitedTextReader(bytes: Array("a,b\n1,2\n333,444\n".utf8))
    let first = try #require(try reader.next())
    let second = try #require(try reader.next())
    #expect(first.fields == ["1", "2"])
    #expect(second.fields == ["333", "444"])
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func `Without a header every record is data and may have any length`() throws {
    let reading = try readAll("1,2\n3\n4,5,6\n".utf8, hasHeader: false)
    #expect(reading.columns.isEmpty)
    #expect(reading.rows == [["1", "2"], ["3"], ["4", "5", "6"]])
    #expect(reading.problems == [nil, nil, nil])
    #expect(try readAll([], hasHeader: false).rows.isEmpty)
  }

  @Test func `A file descriptor is read to its end and left open`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], "a;b\n1;2\n", 8) == 8)
    close(ends[1])
    var reader = try DelimitedTextReader(descriptor: ends[0])
    #expect(reader.columns == ["a", "b"])
    #expect(try reader.next()?.fields == ["1", "2"])
    #expect(try reader.next() == nil)
    #expect(close(ends[0]) == 0)
  }

  @Test func `A descriptor that cannot be read is an error`() {
    #expect(throws: DelimitedTextError.unreadable(code: EBADF)) {
      _ = try DelimitedTextReader(descriptor: -1)
    }
  }
}

@Suite struct DelimiterTests {
  @Test(arguments: [
    ("a,b,c\n", Delimiter.comma),
    ("a;b;c\n", .semicolon),
    ("a\tb\tc\n", .tab),
    ("a\n1;2;3\n", .comma),
    ("Datum;Distanz, km;Zeit\n", .semicolon),
    ("\"a;b;c;d\",e\n", .comma),
    ("\"a\"\";;\"\"b\",c\n", .comma),
    ("a,b;c\n", .comma),
    ("a;b\tc\n", .semicolon),
    ("x\";y\n", .semicolon),
    ("\n\n\u{20};\n", .semicolon),
    ("\u{FEFF}\"a,b\";c\n", .semicolon),
    ("\"a\nb,c,d\";e", .semicolon),
  ])
  func `The delimiter is the one that the header has most of outside quotes`(
    text: String, expected: Delimiter
  ) throws {
    for chunk in [1, 2, 1000] {
      #expect(try readAll(text.utf8, chunk: chunk).delimiter == expected)
    }
  }

  @Test func `A forced delimiter is used whatever the header looks like`() throws {
    let reading = try readAll("a;b;c,d\n1;2,3\n".utf8, delimiter: .comma)
    #expect(reading.columns == ["a;b;c", "d"])
    #expect(reading.rows == [["1;2", "3"]])
  }
}

@Suite struct ColumnNamesTests {
  @Test(arguments: [
    ("a,b,c", ["a", "b", "c"]),
    ("Distance,Time,Distance", ["Distance", "Time", "Distance_2"]),
    ("Distance,distance,DISTANCE", ["Distance", "distance_2", "DISTANCE_3"]),
    ("d,d,D_2,d", ["d", "d_3", "D_2", "d_4"]),
    ("d_2,d,d", ["d_2", "d", "d_3"]),
    ("a,,\"\", ", ["a", "column_2", "column_3", "column_4"]),
    (",Column_1", ["column_1_2", "Column_1"]),
    ("  day , km\t", ["day", "km"]),
    ("Höhe,höhe,HÖHE", ["Höhe", "höhe_2", "HÖHE_3"]),
    ("x,x_2,x,x_2,x_3", ["x", "x_2", "x_4", "x_2_2", "x_3"]),
  ])
  func `Column names are unique without regard to case`(header: String, names: [String]) throws {
    #expect(try readAll(header.utf8).columns == names)
  }
}

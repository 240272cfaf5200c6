import Testing
import WrittenValues

@testable import Presentation

@Suite struct ParagraphTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
    ("abcdefgh ij", 5, ["abcdefgh", "ij"]), ("a abcdefgh", 4, ["a", "abcdefgh"]),
    ("", 5, []), ("跑步 跑步 x", 4, ["跑步", "跑步", "x"]), ("a\nb", 9, ["a␊b"]),
  ])
  func `Lines are broken between words, and a word that does not fit has its own`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(Paragraph.lines(text, width: width) == lines)
  }

  @Test(arguments: [
    (
      "add it with: nerve shoe add 'Nike Pegasus'", 31,
      ["add it with: nerve shoe add", "'Nike Pegasus'"]
    ),
    ("say --note=\"a b\" here", 12, ["say", "--note=\"a b\"", "here"]),
    ("it can't be 'as long as this'", 9, ["it can't", "be 'as", "long as", "this'"]),
    ("('a b').", 9, ["('a b')."]),
  ])
  func `What is quoted stays on a line if it fits one`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(Paragraph.lines(text, width: width) == lines)
  }
}

@Suite struct TextLayoutTests {
  @Test func `Lines that fit stay as they are, and longer ones keep their indent`() {
    let text = "Added:\n  line 12: the distance  is missing\n  x   y\n"
    #expect(
      TextLayout(width: 20).wrapped(text) == """
        Added:
          line 12: the
            distance is
            missing
          x   y

        """)
    #expect(TextLayout.document.wrapped(text) == text)
    #expect(TextLayout(width: 10).wrapped("Log it anyway? [y/N] ") == "Log it\nanyway?\n[y/N] ")
  }

  @Test func `Styles go around each line and nothing else`() {
    let style = TextStyle.coloured
    #expect(style.heading("a\n\nb") == "\u{1B}[1ma\u{1B}[0m\n\n\u{1B}[1mb\u{1B}[0m")
    #expect(style.shaded(" 3", 9, of: .pain) == "\u{1B}[48;5;160;38;5;231m 3\u{1B}[0m")
    #expect(TextStyle.plain.alarm("a") == "a")
  }

  @Test func `A table is as wide in colours as without, and its cells emit no escape`() {
    let table = TextTable(
      columns: [TableColumn("note", .left, .wrapped), TableColumn("n", .right)],
      rows: [["\u{1B}[31mred", "1"]])
    let plain = table.text(TextLayout(width: 60))
    let coloured = table.text(TextLayout(width: 60, style: .coloured))
    #expect(coloured.contains("␛[31mred"))
    #expect(coloured != plain)
    #expect(coloured.replacing(#/\x{1B}\[[0-9;]*m/#, with: "") == plain)
  }
}

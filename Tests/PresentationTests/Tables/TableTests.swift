import Testing

@testable import Presentation
import WrittenValues

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Läufe", 5), ("La\u{0308}ufe", 5), ("跑步", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🦵", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2),
    ("❤️", 2), ("❤", 1), ("✓", 1), ("–", 1), ("…", 1), ("ａ", 2), ("\u{200B}", 0), ("\u{AD}", 1),
    ("ｱ", 1), ("、", 2), ("☕", 2), ("①", 1), ("क्षि", 3), ("ไทย", 3), ("ם", 1),
  ])
  func `Width counts the cells of a terminal`(text: String, cells: Int) {
    #expect(DisplayText.width(text) == cells)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("\u{1B}[31mred", "␛[31mred"),
    ("\0", "␀"), ("\t", "␉"), ("\u{7F}", "␡"), ("\u{9B}31m", "�31m"), ("\u{202E}abc", "�abc"),
    ("a\u{2028}b", "a�b"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("Läufe", "Läufe"),
  ])
  func `Nothing in a note can drive the terminal`(text: String, visible: String) {
    #expect(DisplayText.visible(text) == visible)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("跑步跑", 5, "跑步…"), ("跑步跑", 4, "跑…"),
    ("abcd", 1, "…"), ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("", 0, ""),
  ])
  func `Text is shortened by whole characters`(text: String, width: Int, expected: String) {
    #expect(DisplayText.truncated(text, to: width) == expected)
  }
}

@Suite struct TextTableTests {
  @Test func `Columns line up at the left, the right or the point`() {
    let table = TextTable(
      columns: [TableColumn("Day"), TableColumn("km", .decimal), TableColumn("Time", .right)],
      rows: [
        ["2 Feb", "8.25", "45:10"], ["10 Feb", "12", "1:02:33"], ["11 Feb", "–", ""],
        ["12 Feb", "", "0:45"], ["x", "105.5", "–"],
      ])
    #expect(
      table.text() == """
        Day         km     Time
        ------  ------  -------
        2 Feb     8.25    45:10
        10 Feb   12     1:02:33
        11 Feb    –
        12 Feb             0:45
        x       105.5         –

        """)
  }

  @Test func `Wide characters and control characters keep the columns straight`() {
    let table = TextTable(
      columns: [TableColumn("Note"), TableColumn("n", .right)],
      rows: [["跑步", "1"], ["Läufe 🦵", "2"], ["two\nlines", "3"], ["\u{1B}[2J", "4"]])
    #expect(
      table.text() == """
        Note       n
        ---------  -
        跑步       1
        Läufe 🦵   2
        two␊lines  3
        ␛[2J       4

        """)
  }

  @Test func `Running text is broken between words where the table is too wide`() {
    let columns = [
      TableColumn("Day"), TableColumn("km", .decimal), TableColumn("Note", .left, .wrapped),
    ]
    let rows = [["2026-02-03", "8.25", "felt fine until the last hill, then the calf"]]
    let table = TextTable(columns: columns, rows: rows)
    #expect(
      table.text(TextLayout(width: 50)) == """
        Day           km  Note
        ----------  ----  --------------------------------
        2026-02-03  8.25  felt fine until the last hill,
                          then the calf

        """)
    #expect(table.text(TextLayout(width: 200)) == table.text())
  }

  @Test func `Columns that matter less are left out with a remark, the last first`() {
    let columns = [
      TableColumn("shoe"), TableColumn("kind", .left, .optional),
      TableColumn("limit", .right, .optional), TableColumn("used", .right),
    ]
    let table = TextTable(columns: columns, rows: [["Pegasus 41", "trail", "800", "12 %"]])
    #expect(
      table.text(TextLayout(width: 24)) == """
        shoe        kind   used
        ----------  -----  ----
        Pegasus 41  trail  12 %
        Not shown: limit

        """)
    #expect(
      table.text(TextLayout(width: 20)) == """
        shoe        used
        ----------  ----
        Pegasus 41  12 %
        Not shown: kind,
        limit

        """)
  }

  @Test func `What does not fit even so becomes a record for each row`() {
    let columns = [TableColumn("day"), TableColumn("km", .decimal), TableColumn("a note")]
    let rows = [
      ["2026-02-03", "8.25", "felt fine until the last hill"], ["2026-02-04", "", "rest"],
    ]
    let table = TextTable(columns: columns, rows: rows)
    #expect(
      table.text(TextLayout(width: 36)) == """
        day     2026-02-03
        km      8.25
        a note  felt fine until the last
                hill

        day     2026-02-04
        a note  rest

        """)
    #expect(
      table.text(TextLayout(width: 20)) == """
        day
          2026-02-03
        km
          8.25
        a note
          felt fine until
          the last hill

        day
          2026-02-04
        a note
          rest

        """)
  }

  @Test func `Rows are filled up or cut to the columns, and may be none`() {
    let columns = [TableColumn("a"), TableColumn("b")]
    #expect(TextTable(columns: columns, rows: []).text() == "a  b\n-  -\n")
    #expect(
      TextTable(columns: columns, rows: [["1"], ["1", "2", "3"]]).text()
        == "a  b\n-  -\n1\n1  2\n")
  }
}

@Suite struct MarkdownTableTests {
  @Test func `A table reads well as source and shows text as it was written`() {
    let table = MarkdownTable(
      columns: [TableColumn("next_day"), TableColumn("km", .decimal)],
      rows: [["a|b", "8.25"], ["two\r\nlines", "12"], ["<b>*x* _y_ [z](u) `c` \\"], ["跑步", "1"]])
    #expect(
      table.text == """
        | next_day                          |   km |
        | :-------------------------------- | ---: |
        | a\\|b                              | 8.25 |
        | two<br>lines                      |   12 |
        | \\<b>\\*x\\* \\_y\\_ \\[z\\](u) \\`c\\` \\\\ |      |
        | 跑步                              |    1 |

        """)
  }
}

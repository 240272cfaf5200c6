import Testing

@testable import JournalCLI

@Suite struct PlainTextTests {
  @Test func `Tables are a record a line with tabs between fields and no heading`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "old faithful")
    desk.results("run", "8.2km", "45:10", "--shoe", "old")
    desk.results("pain", "4", "--note", "a\tb\nc")
    #expect(
      desk.results("list", "--plain") == """
        2026-11-23\t07:30\tcheck-in\t1\tleg 4 – a␉b␊c
        2026-11-23\t\trun\t1\t8.2 km in 45:10 (5:30 /km), old faithful

        """)
    #expect(desk.results("list", "--format", "plain") == desk.results("list", "--plain"))
    #expect(
      desk.results("shoe", "list", "--plain")
        == "1\told faithful\t\t\t1\t8.2\t\t\t2026-11-23\t\t0\n")
    #expect(
      desk.results("sql", "SELECT 1 AS a, NULL AS b, 'x' || char(10) || 'y' AS c, 2.5", "--plain")
        == "1\t\tx␊y\t2.5\n")
  }

  @Test func `Nothing is shortened to the width of the terminal`() throws {
    var desk = try Desk()
    desk.width = 40
    let note = String(repeating: "long ", count: 100) + "end"
    desk.results("pain", "4", "--note", note)
    #expect(desk.results("list", "--plain").hasSuffix("\(note)\n"))
  }

  @Test func `An empty result is empty`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    desk.results("undo")
    #expect(desk.results("list", "--plain").isEmpty)
    #expect(desk.results("sql", "SELECT 1 WHERE 0", "--plain").isEmpty)
  }

  @Test func `Reports have a plain form too`() throws {
    let desk = try Desk()
    desk.results("run", "8.2km", "45:10")
    desk.results("pain", "4")
    for command in ["month", "correlate"] {
      let rows = desk.results(command, "--plain").split(separator: "\n")
      let csv = desk.results(command, "--format", "csv").split(separator: "\r\n")
      #expect(rows.count == csv.count - 1)
      #expect(rows.allSatisfy { $0.contains("\t") })
    }
  }
}

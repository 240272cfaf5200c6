import Testing

@testable import JournalCLI

@Suite struct FormerNamesTests {
  @Test(arguments: [
    ("set units mi", "config units mi"), ("help set", "help config"),
    ("shoe return pegasus", "shoe unretire pegasus"),
    ("help shoe return", "help shoe unretire"),
    ("import --complete --deleted a.gpx", "import --covers-all-runs --include-deleted a.gpx"),
    ("correlate --sesoi 1", "correlate --limit 1"),
    ("import a.gpx -- --deleted", "import a.gpx -- --deleted"),
    ("list --deleted", "list --deleted"), ("run 8km --note set", "run 8km --note set"),
  ])
  func `A former name stands for the name of today`(typed: String, meant: String) {
    let words = typed.split(separator: " ").map(String.init)
    #expect(FormerNames.replaced(in: words).joined(separator: " ") == meant)
  }

  @Test func `A command by its former name does what it did`() throws {
    let desk = try Desk()
    desk.results("run", "8km", "40:00")
    #expect(desk.results("set", "units", "mi").hasPrefix("units: mi (was km)\n"))
    #expect(!desk.results("help").contains("  set "))
  }
}

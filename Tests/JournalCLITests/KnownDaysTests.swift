import Testing

@testable import JournalCLI

/// What summaries say of rest days that are only implied, and of today.
@Suite struct KnownDaysTests {
  /// From Monday, 16 November on: said, covered by nothing, implied, a run, unknown.
  private func desk(at hour: Int = 7) throws -> Desk {
    let desk = try Desk(at: hour)
    desk.results("rest", "2026-11-16")
    desk.results("pain", "3", "--on", "2026-11-16")
    desk.results("pain", "4", "--on", "2026-11-17")
    desk.results("run", "8km", "--on", "2026-11-18")
    desk.results("pain", "2", "--on", "2026-11-20")
    desk.results("pain", "2")
    return desk
  }

  private func counts(_ desk: Desk, _ arguments: String...) throws -> [Int?] {
    let json = try ReadJSON(desk.results(arguments + ["--json"]))
    return ["rest_days", "implied_rest_days", "known_days"].map { json[$0].int }
  }

  @Test func `Implied rest days are counted, and today only once it is over`() throws {
    var desk = try desk(at: 22)
    #expect(try counts(desk, "month", "this month") == [3, 2, 4])
    #expect(try counts(desk, "correlate").prefix(2) == [3, 2])
    #expect(
      desk.results("month", "this month").contains(
        "  rest days    2 of 3 assumed, not logged; mark them with: nerve rest DAYS"))
    let text = desk.results("correlate").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(text.contains("3 rest days (2 assumed, not logged), longest gap"))
    let csv = desk.results("correlate", "--format", "csv").split(whereSeparator: \.isNewline)
    #expect(csv[0].hasSuffix(",implied_rest_days"))
    #expect(csv[1].hasSuffix(",2"))
    #expect(
      desk.results("month", "this month", "--format", "markdown")
        .contains("- **rest days**: 2 of 3 assumed, not logged\n"))
    // Said or not, there may still be a run today.
    desk.results("rest")
    #expect(try counts(desk, "month", "this month") == [3, 2, 4])
    #expect(try desk.rows("SELECT rest_is FROM day ORDER BY day DESC LIMIT 1") == ["said"])
    desk.setClock(3, 59, daysLater: 1)
    #expect(try counts(desk, "month", "2026-11") == [3, 2, 4])
    desk.setClock(4, 0, daysLater: 1)
    #expect(try counts(desk, "month", "2026-11") == [4, 2, 5])
    #expect(try counts(desk, "correlate").prefix(2) == [4, 2])
  }

  @Test func `A run of today counts at once`() throws {
    let desk = try desk()
    desk.results("run", "5km")
    #expect(try counts(desk, "month", "this month") == [3, 2, 5])
  }

  @Test func `A file says the load of each day`() throws {
    let desk = try desk()
    try desk.folder.write("date,load,pain\n2026-11-01,0,3\n2026-11-02,5,4\n", to: "days.csv")
    #expect(try counts(desk, "correlate", "--csv", desk.folder["days.csv"]).prefix(2) == [1, 0])
  }

  @Test func `Today at a glance shows no rest before it is over, unless it was said`() throws {
    let desk = try desk()
    func today() throws -> [String?] {
      let last = try ReadJSON(desk.results("today", "--json"))["recent_days"].array.last
      return [last?["state"].string, last?["rest_is"].string]
    }
    #expect(try today() == [nil, nil])
    desk.results("rest")
    #expect(try today() == ["rest", "said"])
    desk.results("gap", "today")
    #expect(try today() == [nil, nil])
  }
}

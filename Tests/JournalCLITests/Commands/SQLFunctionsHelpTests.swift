import Testing

@testable import JournalCLI

/// What the help of `nerve sql` says of its functions.
@Suite struct SQLFunctionsHelpTests {
  @Test func `The help of sql names the functions that are added, with their arguments`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let list = "SELECT DISTINCT name || '/' || narg AS signature FROM pragma_function_list"
    let known = desk.results("sql", list, "--plain").split(separator: "\n").map(String.init)
    let ofSQLite = try JournalFile(path: desk.folder["journal.sqlite"]).rows(list)
    let help = desk.results("sql", "--help").split(separator: "\n")
    let named = help.filter { !$0.contains("$ nerve") }.flatMap { line in
      line.matches(of: /([a-z_]+)\(([a-z_, ']+)\)/).map { match in
        "\(match.1)/\(match.2.split(separator: ",").count)"
      }
    }
    #expect(Set(named) == Set(known).subtracting(ofSQLite))
    #expect(named.count == 22)
  }
}

import SQLFunctions
import Testing

@testable import JournalCLI

/// What the help of `nerve sql` says of its functions.
@Suite struct SQLFunctionsHelpTests {
  @Test func `The help of sql names every function with its arguments, and no other`() throws {
    let help = try Desk().results("sql", "--help")
    let lines = help.split(separator: "\n").filter { !$0.contains("$ nerve") }
    let signatures = SQLFunction.all.map(\.signature)
    for signature in signatures {
      #expect(lines.contains { $0.contains(signature) }, "\(signature)")
    }
    let named = lines.flatMap { line in
      line.matches(of: /([a-z_0-9]+)\([a-z_, \[\].]*\)/).map { String($0.output.0) }
    }
    #expect(named.sorted() == signatures.sorted())
  }

  @Test func `Every function of the catalogue runs in the program`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let list = """
      SELECT DISTINCT name FROM pragma_function_list
      UNION SELECT name FROM pragma_module_list ORDER BY 1
      """
    let known = desk.results("sql", list, "--plain").split(separator: "\n").map(String.init)
    #expect(Set(SQLFunction.all.map(\.name)).subtracting(known).isEmpty)
    #expect(
      desk.results("sql", "SELECT today(), 'a b' REGEXP '\\bb$'", "--plain")
        .contains(desk.results("sql", "SELECT max(day) FROM day", "--plain").prefix(10)))
  }
}

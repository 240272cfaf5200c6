import Foundation
import Testing

@testable import SQLFunctions

/// The catalogue beside what is added and what is documented.
@Suite struct CatalogueTests {
  /// The numbers of arguments that a signature allows; -1 for any.
  private func counts(_ signature: String) -> [Int] {
    if signature.contains("...") { return [-1] }
    let arguments = signature.drop { $0 != "(" }.dropFirst().dropLast()
    let parts = arguments.split(separator: "[")
    let least = (parts.first.map(String.init) ?? "").split(separator: ",").count
    return arguments.contains("[") ? [least, least + 1] : [least]
  }

  private var forms: Set<String> {
    Set(
      SQLFunction.all.filter { $0.group != .tables }.flatMap { function in
        counts(function.signature).map { "\(function.name)/\($0)" }
      })
  }

  @Test func `It has every function that is added, and no other`() throws {
    let database = try Database()
    let all = try database.rows("SELECT name || '/' || narg FROM pragma_function_list")
    let added = Set(all.compactMap { $0[0] })
    #expect(forms.subtracting(added).isEmpty)
    let own = try Database(isPlain: true)
      .rows("SELECT name || '/' || narg FROM pragma_function_list").compactMap { $0[0] }
    // The former arguments of lagged_corr are only there to be refused.
    #expect(added.subtracting(own).subtracting(forms) == ["lagged_corr/3"])
    let tables = SQLFunction.all.filter { $0.group == .tables }.map(\.name)
    for table in tables {
      #expect(
        try database.number("SELECT count(*) FROM pragma_module_list WHERE name = '\(table)'") == 1)
    }
  }

  @Test func `The page has a row for each`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/sql-functions.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let documented = lines.flatMap { line -> [String] in
      guard line.hasPrefix("| `"), let cell = line.split(separator: "|").first else { return [] }
      return cell.split(separator: "`").map(String.init).filter { $0.contains("(") }
    }
    #expect(Set(documented) == Set(SQLFunction.all.map(\.signature)))
    #expect(documented.count == SQLFunction.all.count)
  }

  @Test func `Each is described once, briefly`() {
    #expect(Set(SQLFunction.all.map(\.name)).count == SQLFunction.all.count)
    for function in SQLFunction.all {
      #expect(function.signature.hasPrefix(function.name + "("))
      #expect((3...60).contains(function.meaning.count), "\(function.name)")
      #expect(!function.meaning.hasSuffix("."))
    }
    #expect(Set(SQLFunction.all.map(\.group)) == Set(SQLFunction.Group.allCases))
  }
}

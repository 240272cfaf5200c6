import Foundation
import SQLFunctions
import Testing

@testable import JournalCLI
@testable import JournalStore

@Suite struct SchemaCommandTests {
  /// Columns as the journal has them, from SQLite itself.
  @Test func `Every column of every table and view is told, with type, unit and meaning`() throws {
    let desk = try Desk()
    let journal = desk.folder["sample.sqlite"]
    desk.results("sample", journal)
    let file = JournalFile(path: journal)
    let names = try file.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    ).filter { !Journal.internalRelations.contains($0) }
    for name in names {
      let told = try ReadJSON(desk.results("schema", name, "--json", "--journal", journal))
      let columns = told["columns"].array
      #expect(
        try columns.map { $0["name"].string }
          == file.rows("SELECT name FROM pragma_table_info('\(name)')"))
      for column in columns {
        #expect(
          column["meaning"].string?.isEmpty == false && column["unit"].string?.isEmpty == false)
        let (field, type) = (column["name"].string ?? "", column["type"].string ?? "")
        let stored = try file.rows(
          "SELECT DISTINCT typeof(\"\(field)\") FROM \"\(name)\" WHERE \"\(field)\" IS NOT NULL")
        let isNumber = ["INTEGER", "REAL"].contains(type)
        for found in stored where field != "before" {
          #expect(isNumber == (found != "text"), "\(name).\(field): \(type), \(found)")
        }
        #expect(stored.isEmpty == (column["example"] == .null), "\(name).\(field)")
      }
    }
    let list = try ReadJSON(desk.results("schema", "--json", "--journal", journal))
    let (functions, relations) = (
      list.array.filter { $0["kind"].string == "function" },
      list.array.filter { $0["kind"].string != "function" }
    )
    #expect(Set(relations.map { $0["name"].string }) == Set(names))
    #expect(functions.map { $0["signature"].string } == SQLFunction.all.map(\.signature))
    for told in list.array { #expect(told["meaning"].string?.isEmpty == false) }
    let text = desk.results("schema", "--journal", journal)
    #expect(SQLFunction.all.allSatisfy { text.contains($0.signature) })
  }

  @Test func `A column that refers to another table says so`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    #expect(
      desk.results("schema", "run").split(separator: "\n")
        .contains { $0.contains("the shoe (refers to footwear.id)") })
    let columns = try ReadJSON(desk.results("schema", "stretch", "--json"))["columns"].array
    let references = columns.compactMap { $0["references"].string }
    #expect(references == ["exercise.id", "run.id", "import.id"])
  }

  @Test func `A function is told by its name`() throws {
    let desk = try Desk()
    #expect(
      desk.results("schema", "MEDIAN") == """
        Functions, in addition to those of SQLite:
          median(x)                             middle value

        """)
    #expect(
      try ReadJSON(desk.results("schema", "corr", "--json")).array.map { $0["signature"].string }
        == ["corr(y, x)"])
    // A view of the same name comes first.
    #expect(desk.results("schema", "month").hasPrefix("month: view."))
  }

  @Test func `The dictionary is in the journal too`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    let rows = try ReadJSON(
      desk.results(
        "sql", "SELECT relation, name, unit, meaning FROM dictionary WHERE position > 0", "--json")
    ).array
    let told = DataDictionary.current.relations.flatMap { relation in
      relation.columns.map { [relation.name, $0.name, $0.unit, $0.meaning] }
    }
    let found = rows.map { row in
      ["relation", "name", "unit", "meaning"].map { row[$0].string ?? "" }
    }
    #expect(Set(found) == Set(told))
    #expect(found.count == told.count)
  }

  @Test func `A schema is told without a journal, by a part of a name`() throws {
    let desk = try Desk()
    let text = desk.results("schema", "run_r")
    #expect(text.hasPrefix("run_response: view. Each run with the leg pain around it.\n"))
    #expect(text.contains("next_morning_pain"))
    #expect(try desk.folder.contents.isEmpty)
    #expect(desk.nerve("schema", "dya").messages.contains("did you mean day"))
    #expect(desk.nerve("schema", "day_").messages.contains("type more of the name"))
  }
}

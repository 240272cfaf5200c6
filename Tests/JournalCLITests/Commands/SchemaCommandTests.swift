import Foundation
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
    #expect(Set(list.array.map { $0["name"].string }) == Set(names))
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

@Suite struct ShellCommandTests {
  @Test(.enabled(if: Tool.isThere("sqlite3"), "sqlite3 is not installed"))
  func `The shell reads the journal and cannot write to it`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--quiet")
    let before = try desk.dump()
    let result = try BuiltBinary().run(
      ["shell", "--with", "sqlite3", "--journal", desk.folder["journal.sqlite"]],
      input: .text("SELECT leg_pain FROM check_in;\nDELETE FROM check_in;\n"))
    #expect(result.output == "4\n")
    #expect(result.messages.contains("readonly"))
    #expect(try desk.dump() == before)
  }

  @Test func `A program in the place of the shell sees a history of its own`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--quiet")
    for (name, told) in [("litecli", "litecli-history"), ("sqlite3", "-readonly")] {
      var binary = try BuiltBinary()
      let script =
        "#!/bin/sh\necho \"$@\"; echo \"$SQLITE_HISTORY\"; cat \"$2\" 2>/dev/null | head -5\n"
      let path = try binary.home.write(Array(script.utf8), to: name)
      chmod(path, 0o755)
      binary.variables["PATH"] = "\(binary.home.path):/usr/bin:/bin"
      let result = try binary.run([
        "shell", "--with", name, "--journal", desk.folder["journal.sqlite"],
      ])
      #expect(result.status == 0)
      #expect(result.output.contains(told))
      #expect(result.output.contains("\(binary.home.path)/.local/state/nerve/"))
      let folder = binary.home["/.local/state/nerve"]
      #expect(
        try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700
      )
    }
  }
}

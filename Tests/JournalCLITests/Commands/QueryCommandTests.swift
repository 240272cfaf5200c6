import BuiltInQueries
import Foundation
import JournalStore
import Testing

@testable import JournalCLI

@Suite struct QueryCommandTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("run", "8.2km", "45:10", "--quiet")
      desk.results(
        "query", "save", "long", "SELECT id FROM run WHERE distance_m > :m", "-d", "long runs")
    }
  }

  private func saved(_ desk: Desk) throws -> [String] {
    try desk.rows("SELECT name, description, sql FROM saved_query ORDER BY id")
  }

  @Test func `A name runs a query, with or without the word run`() throws {
    let desk = try desk()
    for words in [["long"], ["LONG"], ["run", "long"]] {
      #expect(desk.results(["query"] + words + ["-p", "m=5000", "--plain"]) == "1\n")
    }
    #expect(
      desk.nerve("query", "long")
        == Transcript(
          64, messages: "nerve: The statement needs a value for :m; add -p m=VALUE\n"))
    #expect(desk.results("query", "long", "-p", "m=9000", "--format", "csv") == "id\r\n")
    let path = desk.folder["a.json"]
    #expect(desk.results("query", "long", "-p", "m=1", "-o", path).isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "[{\"id\":1}]\n")
  }

  @Test func `Without a name there is the list, the journal's own first`() throws {
    let desk = try desk()
    #expect(desk.results("query") == desk.results("query", "list"))
    #expect(desk.results("query", "--json") == desk.results("query", "list", "--json"))
    let list = try ReadJSON(desk.results("query", "--json"))
    #expect(list.array.count == 1 + builtInQueries.count)
    #expect(list[0]["name"] == .string("long") && list[0]["origin"] == .string("own"))
    #expect(list[1]["origin"] == .string("built in"))
  }

  @Test func `Queries are listed and shown where there is no journal yet`() throws {
    let desk = try Desk()
    #expect(desk.results("query").contains("worst-weeks"))
    #expect(desk.results("query", "show", "worst-weeks").contains("built in"))
    #expect(try desk.folder.contents.isEmpty)
    #expect(desk.nerve("query", "worst-weeks").status == 1)
  }

  @Test func `A query is shown with its reading, its SQL and its parameters`() throws {
    let desk = try desk()
    #expect(
      desk.results("query", "show", "long") == """
        long (own)
        long runs

        SELECT id FROM run WHERE distance_m > :m

        Run it with: nerve query long -p m=VALUE

        """)
    let shown = try ReadJSON(desk.results("query", "show", "long", "--json"))
    #expect(shown["parameters"].array.count == 1 && shown["parameters"][0] == .string("m"))
    #expect(shown["reading"] == .null)
    for query in builtInQueries {
      let shown = try ReadJSON(desk.results("query", "show", query.name, "--json"))
      #expect(shown["description"] == .string(query.question))
      #expect(shown["reading"] == .string(query.reading))
      #expect(shown["sql"] == .string(query.sql))
      #expect(shown["parameters"].array.isEmpty)
    }
    #expect(
      desk.results("query", "show", "long", "--format", "markdown")
        .contains("```sql\nSELECT id FROM run WHERE distance_m > :m\n```"))
  }

  @Test func `Saving over a query asks first, and says what is replaced`() throws {
    var desk = try desk()
    let before = try saved(desk)
    #expect(
      desk.nerve("query", "save", "Long", "SELECT 2")
        == Transcript(
          1,
          messages: "nerve: You already have a query called long, and nerve cannot ask here; add "
            + "--yes to replace it.\n"))
    desk.answers = [""]
    let refused = desk.nerve("query", "save", "Long", "SELECT 2")
    #expect(refused.output == "Nothing was saved.\n")
    #expect(refused.messages == "You already have a query called long. Replace it? [y/N] ")
    #expect(try saved(desk) == before)
    desk.answers = ["y"]
    #expect(desk.results("query", "save", "Long", "SELECT 2") == "Replaced long.\n")
    #expect(desk.results("query", "long", "--plain") == "2\n")
    desk.results("undo")
    #expect(try saved(desk) == before)
    desk.answers = nil
    #expect(desk.results("query", "save", "long", "SELECT 3", "-y") == "Replaced long.\n")
  }

  @Test func `Taking the name of a built-in query asks first`() throws {
    var desk = try desk()
    #expect(desk.nerve("query", "save", "worst-weeks", "SELECT 2").status == 1)
    desk.answers = ["y"]
    let taken = desk.nerve("query", "save", "worst-weeks", "SELECT 2")
    #expect(taken.output == "Saved worst-weeks.\n")
    // The start of the name is that of one query still.
    #expect(desk.results("query", "worst-w", "--plain") == "2\n")
    #expect(taken.messages.hasPrefix("worst-weeks is a built-in query. Use yours instead?"))
    #expect(desk.results("query", "worst-weeks", "--plain") == "2\n")
    // The list has it once, and deleting brings the built-in one back.
    let names = desk.results("query", "--plain").split(separator: "\n")
    #expect(names.count { $0.hasPrefix("worst-weeks\t") } == 1)
    desk.results("query", "delete", "worst-weeks")
    #expect(desk.results("query", "show", "worst-weeks").contains("built in"))
  }

  @Test func `The statement may use the functions and come from a file`() throws {
    let desk = try desk()
    desk.results("query", "save", "middle", "SELECT median(distance_km) AS m FROM day")
    #expect(desk.results("query", "middle", "--plain") == "8.2\n")
    let path = try desk.folder.write(Array("\n-- two\nSELECT 2;\n\n".utf8), to: "a.sql")
    desk.results("query", "save", "two", "--file", path)
    let two = try desk.rows("SELECT sql FROM saved_query WHERE name = 'two'")
    #expect(two == ["-- two\nSELECT 2;"])
    let saved = desk.nerve("query", "save", "b", "SELECT :x, :y")
    #expect(saved.messages.contains("Run it with: nerve query b -p x=VALUE -p y=VALUE\n"))
  }

  @Test(arguments: [
    "DELETE FROM run", "SELEC 1", "SELECT nope FROM run", "", "SELECT 1; DROP TABLE run",
  ])
  func `What cannot be run is neither saved nor taken as a change`(sql: String) throws {
    let desk = try desk()
    let before = try saved(desk)
    #expect(desk.nerve("query", "save", "other", sql).status == 1)
    #expect(desk.nerve("query", "edit", "long", sql).status == 1)
    #expect(try saved(desk) == before)
  }

  @Test func `A query is edited on the command line, and one undo undoes it`() throws {
    let desk = try desk()
    let before = try saved(desk)
    #expect(
      desk.results(
        "query", "edit", "long", "SELECT id FROM run WHERE distance_m >= :m", "-d", "longest",
        "--rename", "longest")
        == "Changed long, now longest.\n")
    #expect(
      try saved(desk) == ["longest|longest|SELECT id FROM run WHERE distance_m >= :m"])
    desk.results("undo")
    #expect(try saved(desk) == before)
    desk.results("query", "edit", "long", "-d", "")
    #expect(try desk.rows("SELECT description IS NULL FROM saved_query") == ["1"])
    desk.results("undo")
    #expect(desk.results("query", "edit", "long", "-d", "long runs") == "Nothing changed.\n")
    #expect(desk.nerve("query", "edit", "long").messages.contains("Nothing to change; give"))
    #expect(try saved(desk) == before)
  }

  @Test func `A new name may not be that of another query`() throws {
    var desk = try desk()
    desk.results("query", "save", "other", "SELECT 1")
    #expect(
      desk.nerve("query", "edit", "long", "--rename", "Other").messages
        == "nerve: You already have a query called other; choose another name.\n")
    #expect(desk.nerve("query", "edit", "long", "--rename", "a b").status == 64)
    #expect(desk.nerve("query", "edit", "long", "--rename", "worst-weeks").status == 1)
    desk.answers = ["y"]
    desk.results("query", "edit", "long", "--rename", "worst-weeks")
    desk.results("query", "edit", "worst-weeks", "--rename", "Worst-Weeks")
    #expect(try desk.rows("SELECT name FROM saved_query ORDER BY id") == ["Worst-Weeks", "other"])
  }

  @Test func `Built-in queries are neither edited nor deleted`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("query", "delete", "worst-weeks").messages
        == "nerve: Cannot delete worst-weeks: it is a built-in query.\n")
    #expect(desk.nerve("query", "edit", "worst-weeks", "SELECT 1").status == 1)
  }

  @Test(.enabled(if: TerminalWindow.tmux != nil))
  func `The editor gets a private file, and what is wrong is asked about`() throws {
    let home = try desk().folder
    let script = try home.write(
      Array(
        """
        #!/bin/sh
        ls -l "$1" > \(home["mode.txt"])
        if grep -q oops "$1"; then echo 'SELECT 7' > "$1"; else echo 'SELECT oops' > "$1"; fi
        : > "$1~"
        echo "$1" > \(home["path.txt"])

        """.utf8), to: "editor")
    let window = try TerminalWindow(
      in: home,
      variables: ["EDITOR": "sh \(script)", "TMPDIR": home.path])
    try window.enter("nerve query edit long")
    try window.waits(for: "no such column: oops")
    try window.waits(for: "Edit it again? [y/N]")
    try window.enter("y")
    try window.waits(for: "Changed long.")
    #expect(try window.line(of: "mode.txt").hasPrefix("-rw-------"))
    let path = try window.line(of: "path.txt")
    #expect(path.hasSuffix("/long.sql"))
    try window.enter("nerve query long --plain && echo done > end.txt")
    _ = try window.line(of: "end.txt")
    #expect(try window.screen.contains("\n7\n"))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try !home.contents.contains { $0.hasPrefix("nerve-") })
  }
}

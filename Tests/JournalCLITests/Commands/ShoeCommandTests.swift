import JournalModel
import Testing
@testable import JournalCLI

@Suite struct ShoeCommandTests {
  /// Two shoes and three runs in them.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results(
        "shoe", "add", "Pegasus", "--kind", "cushioned", "--limit", "700km", "--start-distance",
        "120km", "--model", "Pegasus 40", "--drop", "-2", "--on", "2026-03-01")
      desk.results("shoe", "add", "old faithful")
      desk.results("run", "8.2km", "--shoe", "peg", "--on", "-2d")
      desk.results("run", "10km", "--shoe", "peg", "--on", "-1d")
      desk.results("run", "50m", "--shoe", "old", "--on", "-1d")
    }
  }

  @Test func `A shoe is echoed with its first day`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("shoe", "add", "Pegasus", "--on", "yesterday")
        == Transcript(
          output: "Shoe: Pegasus, first used on Sun 22 Nov 2026 (yesterday)  [1]\n",
          messages: undoHint))
    #expect(
      desk.nerve("shoe", "add", "pegasus")
        == Transcript(
          1,
          messages: "nerve: Another shoe already has this name. Choose a different one.\n"))
  }

  @Test func `Everything that was typed is stored`() throws {
    #expect(
      try desk().rows("SELECT * FROM footwear WHERE id = 1") == [
        "1|Pegasus|Pegasus 40|cushioned|-2.0|2026-03-01|120000.0|700000.0|NULL|NULL|NULL|NULL"
      ])
  }

  @Test func `Shoes are listed with what they have run, retired ones last`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "brooks", "--limit", "500km")
    desk.results("shoe", "default", "peg")
    desk.results("shoe", "retire", "brooks")
    #expect(
      desk.nerve("shoe", "list")
        == Transcript(
          output: """
            shoe          kind       runs     km  limit km  used  last run    status
            ------------  ---------  ----  -----  --------  ----  ----------  ------------------
            old faithful                1    0.0                  2026-11-22
            Pegasus       cushioned     2  138.2       700  20 %  2026-11-22  default
            brooks                      0    0.0       500   0 %              retired 2026-11-23

            """))
  }

  @Test func `The list is the same in every format`() throws {
    let desk = try desk()
    #expect(
      desk.results("shoe", "list", "--format", "csv")
        == "id,name,model,kind,runs,distance_km,limit_km,limit_share,last_day,retired_day,"
        + "is_default\r\n"
        + "2,old faithful,,,1,0,,,2026-11-22,,0\r\n"
        + "1,Pegasus,Pegasus 40,cushioned,2,138.2,700,0.19742857142857143,2026-11-22,,0\r\n")
    #expect(
      desk.results("shoe", "list", "--format", "markdown") == """
        | shoe         | kind      | runs |    km | limit km | used | last run   | status |
        | :----------- | :-------- | ---: | ----: | -------: | ---: | :--------- | :----- |
        | old faithful |           |    1 |   0.0 |          |      | 2026-11-22 |        |
        | Pegasus      | cushioned |    2 | 138.2 |      700 | 20 % | 2026-11-22 |        |

        """)
    desk.results("shoe", "default", "peg")
    let json = try ReadJSON(desk.results("shoe", "list", "--json"))
    #expect(
      json[1]
        == .object([
          "id": .number(1), "name": .string("Pegasus"), "model": .string("Pegasus 40"),
          "kind": .string("cushioned"), "runs": .number(2), "distance_km": .number(138.2),
          "limit_km": .number(700), "limit_share": .number(0.19742857142857143),
          "last_day": .string("2026-11-22"), "retired_day": .null, "is_default": .bool(true),
        ]))
    #expect(json.array.count == 2)
  }

  @Test func `Without shoes there is a hint and no table`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    #expect(
      desk.nerve("shoe", "list")
        == Transcript(messages: "No shoes yet. Add one with: nerve shoe add NAME\n"))
    #expect(desk.results("shoe", "list", "--json") == "[]\n")
    #expect(
      desk.results("shoe", "list", "--format", "csv")
        == "id,name,model,kind,runs,distance_km,limit_km,limit_share,last_day,retired_day,"
        + "is_default\r\n")
  }

  @Test func `There is one default shoe, or none`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("shoe", "default", "peg")
        == Transcript(output: "Default shoe: Pegasus  [1]\n", messages: undoHint))
    #expect(
      desk.nerve("shoe", "default", "peg")
        == Transcript(output: "Default shoe: Pegasus (unchanged)\n"))
    #expect(
      desk.results("shoe", "default", "old") == "Default shoe: old faithful  [2]\n")
    #expect(try desk.rows("SELECT id, is_default FROM footwear") == ["1|NULL", "2|1"])
    #expect(desk.results("undo").hasPrefix("Undone: shoe default (action "))
    #expect(try desk.rows("SELECT id, is_default FROM footwear") == ["1|1", "2|NULL"])
    #expect(
      desk.results("shoe", "default", "--none") == "Default shoe: none  [1]\n")
    #expect(
      desk.nerve("shoe", "default", "--none")
        == Transcript(output: "Default shoe: none (unchanged)\n"))
    #expect(try desk.rows("SELECT count(is_default) FROM footwear") == ["0"])
  }

  @Test func `A retired shoe is the default no longer, and all of it comes back with undo`() throws
  {
    let desk = try desk()
    desk.results("shoe", "default", "peg")
    #expect(
      desk.nerve("shoe", "retire", "peg", "--on", "yesterday")
        == Transcript(
          output: "Shoe: Pegasus, retired on Sun 22 Nov 2026 (yesterday)  [1]\n",
          messages: undoHint + "It was the default shoe. There is no default shoe now.\n"))
    #expect(
      try desk.rows("SELECT retired_day, is_default FROM footwear WHERE id = 1")
        == ["2026-11-22|NULL"])
    #expect(
      desk.nerve("shoe", "retire", "peg")
        == Transcript(
          1,
          messages: "nerve: The shoe has been retired since 2026-11-22. "
            + "Put it back into use with: nerve shoe unretire NAME\n"))
    #expect(desk.nerve("shoe", "default", "peg").status == 1)
    desk.results("undo")
    #expect(
      try desk.rows("SELECT retired_day, is_default FROM footwear WHERE id = 1") == ["NULL|1"])
  }

  @Test func `A shoe unretires from retirement`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "Pegasus 41")
    desk.results("shoe", "retire", "pegasus")
    // Of two that the word starts, the retired one is meant.
    #expect(
      desk.nerve("shoe", "unretire", "peg")
        == Transcript(output: "Shoe: Pegasus, in use again  [1]\n", messages: undoHint))
    #expect(try desk.rows("SELECT count(retired_day) FROM footwear") == ["0"])
    #expect(
      desk.nerve("shoe", "unretire", "pegasus")
        == Transcript(1, messages: "nerve: The shoe is not retired.\n"))
    #expect(
      desk.nerve("shoe", "retire", "pegasus 41", "--on", "-3d")
        == Transcript(
          1,
          messages: "nerve: A shoe cannot be retired before its first day, 2026-11-23.\n"))
  }
}

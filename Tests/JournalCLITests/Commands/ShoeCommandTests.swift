import Testing

@testable import JournalCLI

@Suite struct ShoeCommandTests {
  /// Two shoes and three runs in them.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.results(
      "shoe", "add", "Pegasus", "--kind", "cushioned", "--limit", "700km", "--start-distance",
      "120km", "--model", "Pegasus 40", "--drop", "-2", "--on", "2026-03-01")
    desk.results("shoe", "add", "old faithful")
    desk.results("run", "8.2km", "--shoe", "peg", "--on", "-2d")
    desk.results("run", "10km", "--shoe", "peg", "--on", "-1d")
    desk.results("run", "50m", "--shoe", "old", "--on", "-1d")
    return desk
  }

  @Test func `A shoe is echoed with its first day`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("shoe", "add", "Pegasus", "--on", "yesterday")
        == Transcript(
          output: "Shoe: Pegasus, first used on Sun 22 Nov 2026 (yesterday)  [1]\n",
          messages: "Not right? Take it back with: nerve undo\n"))
    #expect(
      desk.nerve("shoe", "add", "pegasus")
        == Transcript(
          1,
          messages: "nerve: There is already an entry of that name in footwear. "
            + "Choose another name.\n"))
  }

  @Test func `Everything that was typed is stored`() throws {
    #expect(
      try desk().rows("SELECT * FROM footwear WHERE id = 1") == [
        "1|Pegasus|Pegasus 40|cushioned|-2.0|2026-03-01|120000.0|700000.0|NULL|NULL|NULL|NULL"
      ])
  }

  @Test func `Shoes are listed with what they have run`() throws {
    #expect(
      try desk().nerve("shoe", "list")
        == Transcript(
          output: """
            shoe          kind       runs     km  limit km  last run    retired
            ------------  ---------  ----  -----  --------  ----------  -------
            old faithful                1    0.0            2026-11-22
            Pegasus       cushioned     2  138.2       700  2026-11-22

            """))
  }

  @Test func `The list is the same in every format`() throws {
    let desk = try desk()
    #expect(
      desk.results("shoe", "list", "--format", "csv")
        == "id,name,model,kind,runs,distance_km,limit_km,last_day,retired_day\r\n"
        + "2,old faithful,,,1,0,,2026-11-22,\r\n"
        + "1,Pegasus,Pegasus 40,cushioned,2,138.2,700,2026-11-22,\r\n")
    #expect(
      desk.results("shoe", "list", "--format", "markdown") == """
        | shoe         | kind      | runs |    km | limit km | last run   | retired |
        | :----------- | :-------- | ---: | ----: | -------: | :--------- | :------ |
        | old faithful |           |    1 |   0.0 |          | 2026-11-22 |         |
        | Pegasus      | cushioned |    2 | 138.2 |      700 | 2026-11-22 |         |

        """)
    let json = try ReadJSON(desk.results("shoe", "list", "--json"))
    #expect(
      json[1]
        == .object([
          "id": .number(1), "name": .string("Pegasus"), "model": .string("Pegasus 40"),
          "kind": .string("cushioned"), "runs": .number(2), "distance_km": .number(138.2),
          "limit_km": .number(700), "last_day": .string("2026-11-22"), "retired_day": .null,
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
        == "id,name,model,kind,runs,distance_km,limit_km,last_day,retired_day\r\n")
  }
}

import JournalModel
import Testing
@testable import JournalCLI

@Suite struct ExerciseCommandTests {
  @Test(arguments: [
    (["wall", "sit", "--kind", "strength"], "wall sit, strength", "wall sit|strength|NULL"),
    (["Pigeon"], "Pigeon, stretch", "Pigeon|stretch|NULL"),
    (
      ["tibial slider", "--kind", "nerve glide", "--note", "foot out"],
      "tibial slider, nerve glide", "tibial slider|nerve_glide|foot out"
    ),
  ])
  func `An exercise is echoed and stored as it was understood`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["exercise", "add"] + words)
        == Transcript(
          output: "Exercise: \(told)  [27]\n",
          messages: undoHint))
    #expect(try desk.rows("SELECT name, kind, note FROM exercise WHERE id = 27") == [stored])
    desk.results("undo")
    #expect(try desk.rows("SELECT count(*) FROM exercise") == ["26"])
  }

  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("stretch", "sciatic slider", "3x10", "--on", "-2d")
      desk.results("stretch", "sciatic slider", "3x10", "--on", "-1d")
      desk.results("exercise", "add", "tibial slider", "--kind", "nerve", "--note", "foot out")
    }
  }

  @Test func `Exercises are listed with how often they were done`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("exercise", "list", "--kind", "nerve_glide")
        == Transcript(
          output: """
            exercise           kind         times  last done       note
            -----------------  -----------  -----  --------------  --------
            femoral slider     nerve glide      0
            sciatic slider     nerve glide      2  Sun 2026-11-22
            sciatic tensioner  nerve glide      0
            slump slider       nerve glide      0
            tibial slider      nerve glide      0                  foot out

            """))
    #expect(try ReadJSON(desk.results("exercise", "list", "--json")).array.count == 27)
    #expect(
      try ReadJSON(desk.results("exercise", "list", "--kind", "nerve", "--json"))[1]
        == .object([
          "id": .number(10), "name": .string("sciatic slider"), "kind": .string("nerve_glide"),
          "times": .number(2), "last_day": .string("2026-11-22"), "note": .null,
        ]))
    #expect(
      desk.results("exercise", "list", "--kind", "nerve", "--format", "csv")
        == "id,name,kind,times,last_day,note\r\n13,femoral slider,nerve_glide,0,,\r\n"
        + "10,sciatic slider,nerve_glide,2,2026-11-22,\r\n11,sciatic tensioner,nerve_glide,0,,\r\n"
        + "12,slump slider,nerve_glide,0,,\r\n27,tibial slider,nerve_glide,0,,foot out\r\n")
    #expect(
      desk.results("exercise", "list", "--kind", "mobility", "--format", "markdown")
        .hasPrefix("| exercise        | kind     | times | last done | note |\n| :---"))
  }
}

import Testing

@testable import JournalCLI

/// The JSON of the commands is what the schemas of the documentation say.
@Suite struct SchemaDocumentTests {
  @Test(arguments: ["check", "correlate", "dose", "month", "months"])
  func `A journal of two years, of a week and of nothing is told as the schema says`(
    command: String
  ) throws {
    let desk = try Desk()
    let schema = try JSONSchema(of: command)
    let (full, short) = (desk.folder["full.sqlite"], desk.folder["short.sqlite"])
    desk.results("sample", full, "--until", "2026-10-31")
    for day in 1...7 {
      desk.results(
        "run", "\(day)km", "--on", "2026-09-0\(day)", "--journal", short)
      desk.results("pain", "\(day % 3)", "--on", "2026-09-0\(day)", "--journal", short)
    }
    for line in [[full], [short], [full, "--load", "srpe"], [full, "--timing", "unknown"]] {
      let text = desk.results([command, "--json", "--journal"] + line)
      let problems = schema.problems(of: try ReadJSON(text))
      #expect(problems.isEmpty, "\(line.dropFirst()): \(problems)")
    }
    // It is no schema that lets everything pass.
    #expect(!schema.problems(of: .object(["load": .number(3)])).isEmpty)
  }

  @Test(arguments: [
    ["compare", "shoe"], ["compare", "surface"], ["compare", "stretch"], ["compare", "time"],
    ["compare", "terrain"], ["compare", "rpe > 6"], ["compare", "leg_pain > 3"], ["flares"],
  ])
  func `Comparisons are told as the schema says`(command: [String]) throws {
    let desk = try Desk()
    let schema = try JSONSchema(of: command[0])
    let (full, none) = (desk.folder["full.sqlite"], desk.folder["none.sqlite"])
    desk.results("sample", full, "--until", "2026-10-31")
    desk.results("shoe", "add", "pegasus", "--journal", none)
    for line in [[full], [none], [full, "--to", "2025-03-26"], [full, "--load", "minutes"]] {
      let text = desk.results(command + ["--json", "--journal"] + line)
      let problems = schema.problems(of: try ReadJSON(text))
      #expect(problems.isEmpty, "\(line.dropFirst()): \(problems)")
    }
    // Five flare-ups are compared.
    for month in 1...4 {
      let day = "2026-0\(month)-10"
      desk.results("flare", "start", "--on", day, "--peak", "6", "--journal", full)
      desk.results("flare", "end", "--on", "2026-0\(month)-12", "--journal", full)
    }
    let problems = schema.problems(
      of: try ReadJSON(desk.results(command + ["--json", "--journal", full])))
    #expect(problems.isEmpty, "\(problems)")
    #expect(!schema.problems(of: .object(["load": .number(3)])).isEmpty)
  }

  @Test(arguments: ["check", "correlate", "dose"])
  func `A file without a day is told as the schema says`(command: String) throws {
    let desk = try Desk()
    let file = try desk.folder.write("date,load,pain\n", to: "days.csv")
    let text = desk.results(command, "--csv", file, "--json")
    #expect(try JSONSchema(of: command).problems(of: ReadJSON(text)).isEmpty)
  }
}

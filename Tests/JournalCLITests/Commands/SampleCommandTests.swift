import CivilDay
import Testing

@testable import JournalCLI

@Suite struct SampleCommandTests {
  @Test func `A sample is a journal of its own that every report calls synthetic`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    let made = desk.results(
      "sample", path, "--years", "1", "--until", "2026-10-31", "--seed", "7")
    #expect(made.hasSuffix(" made-up entries from 2025-11-01 to 2026-10-31 in \(path)\n"))
    let entries = try #require(made.split(separator: " ").first.flatMap { Int($0) })
    let count =
      ["footwear", "run", "stretch", "check_in", "flare_up", "cross_training", "day_mark"]
      .map { "(SELECT count(*) FROM \($0))" }.joined(separator: " + ")
    #expect(try JournalFile(path: path).rows("SELECT \(count)") == ["\(entries)"])
    #expect(try JournalFile(path: path).rows("SELECT count(*) FROM day") == ["365"])

    let notice = "SYNTHETIC SAMPLE JOURNAL: this runner does not exist."
    for command in [["month", "2026-10"], ["correlate", "--lags", "1"]] {
      let words = command + ["--journal", path]
      #expect(desk.results(words).hasPrefix(notice + "\n"))
      #expect(desk.results(words + ["--format", "markdown"]).hasPrefix("**\(notice)**\n"))
    }
    #expect(
      try ReadJSON(desk.results("month", "2026-10", "--json", "--journal", path))["synthetic"]
        == .bool(true))
    for command in [
      ["list", "flares"], ["shoe", "list"], ["sql", "SELECT 1"], ["list", "flares", "--json"],
      ["show", "run"], ["correlate", "--json"], ["correlate", "--format", "csv"],
    ] {
      let transcript = desk.nerve(command + ["--journal", path])
      #expect(transcript.status == 0)
      #expect(transcript.messages == notice + "\n")
    }
    // The person's own journal is not made by it.
    #expect(try desk.folder.contents == ["sample.sqlite"])
  }

  @Test func `The same seed gives the same days and another gives others`() throws {
    let desk = try Desk()
    for (name, seed) in [("a", "3"), ("b", "3"), ("c", "4")] {
      desk.results("sample", desk.folder[name], "--years", "1", "--seed", seed)
    }
    let days = try ["a", "b", "c"].map { name in
      try JournalFile(path: desk.folder[name]).rows("SELECT * FROM run")
    }
    #expect(days[0] == days[1])
    #expect(days[0] != days[2])
  }

  @Test func `A file that is there already is never written over`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let before = try desk.dump()
    let path = desk.folder["journal.sqlite"]
    #expect(
      desk.nerve("sample", path)
        == Transcript(
          1,
          messages: "nerve: Cannot open the journal \(path): "
            + "a file with that name already exists. Nothing was changed.\n"))
    #expect(try desk.dump() == before)
  }
}

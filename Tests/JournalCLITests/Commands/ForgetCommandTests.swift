import Foundation
import Testing

@testable import JournalCLI
@testable import JournalStore

/// Forgetting for good: from the entries, the history and the bytes of the file.
@Suite struct ForgetCommandTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus")
      desk.results(
        ["run", "8.2km", "45:10", "--shoe", "peg", "--note", "secretmeadow", "--on", "-3d"])
      desk.results("edit", "run", "1", "--note", "secretforest")
      desk.results(["pain", "4", "--note", "secretdoctor", "--on", "-2d"])
      desk.results("pain", "5", "--on", "yesterday")
    }
  }

  /// How often the words of the notes are in any file of the folder.
  private func traces(of word: String, in desk: Desk) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).reduce(0) { sum, name in
      let bytes = FileManager.default.contents(atPath: desk.folder[name]) ?? Data()
      return sum + (bytes.range(of: Data(word.utf8)) == nil ? 0 : 1)
    }
  }

  @Test func `An entry is gone from the history and the file`() throws {
    let desk = try desk()
    #expect(try traces(of: "secretmeadow", in: desk) == 1)
    let transcript = desk.nerve("forget", "run", "1", "--yes")
    #expect(transcript.status == 0)
    #expect(transcript.output.hasPrefix("Forgot run 1: 1 run and "))
    #expect(try desk.rows("SELECT count(*) FROM run") == ["0"])
    #expect(try traces(of: "secretmeadow", in: desk) == 0)
    #expect(try traces(of: "secretforest", in: desk) == 0)
    #expect(try traces(of: "secretdoctor", in: desk) == 1)
    #expect(try desk.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try desk.rows("SELECT count(*) FROM forgotten") == ["1"])
  }

  @Test func `A deleted entry can be forgotten too`() throws {
    let desk = try desk()
    desk.results("delete", "run", "1")
    #expect(try traces(of: "secretmeadow", in: desk) == 1)
    desk.results("forget", "run", "1", "--yes")
    #expect(try traces(of: "secretmeadow", in: desk) == 0)
    #expect(desk.nerve("forget", "run", "1", "--yes").status == 1)
  }

  @Test func `A note goes and its entry stays`() throws {
    let desk = try desk()
    desk.results("forget", "note", "run", "1", "--yes")
    #expect(try desk.rows("SELECT distance_m, note FROM run") == ["8200.0|NULL"])
    #expect(try traces(of: "secretmeadow", in: desk) == 0)
    #expect(try traces(of: "secretforest", in: desk) == 0)
    #expect(desk.nerve("show", "run", "1").status == 0)
    #expect(desk.nerve("history", "run", "1").status == 0)
  }

  @Test func `What was forgotten cannot be undone, and what was logged before it can`() throws {
    let desk = try desk()
    desk.results("forget", "run", "1", "--yes")
    let actions = try desk.rows("SELECT id FROM action WHERE command = 'forget'")
    let undone = desk.nerve("undo", actions[0])
    #expect(undone.status == 1)
    #expect(undone.messages.contains("forgot something for good"))
    desk.results("undo")
    #expect(try desk.rows("SELECT leg_pain FROM check_in") == ["4"])
    #expect(desk.nerve("undo", "2").status == 1)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["0"])
  }

  @Test func `A trial run of forgetting changes nothing, and nobody is asked in a pipe`() throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let before = try file.dump
    #expect(
      desk.results("forget", "run", "1", "--dry-run").hasPrefix("Would forget run 1: 1 run and "))
    #expect(desk.nerve("forget", "run", "1").status == 64)
    var asked = desk
    asked.answers = ["n"]
    #expect(asked.nerve("forget", "run", "1").messages.contains("Nothing was forgotten."))
    #expect(try file.dump == before)
    asked.answers = ["y"]
    #expect(asked.nerve("forget", "run", "1").status == 0)
    #expect(try file.dump != before)
  }

  @Test func `A shoe with runs needs force, and its runs stay`() throws {
    let desk = try desk()
    #expect(desk.nerve("forget", "shoe", "pegasus", "--yes").status == 1)
    desk.results("forget", "shoe", "pegasus", "--yes", "--force")
    #expect(try desk.rows("SELECT distance_m, footwear_id FROM run") == ["8200.0|NULL"])
    #expect(try traces(of: "Pegasus", in: desk) == 0)
  }

  @Test func `An import is forgotten, and its file does not bring it back`() throws {
    let desk = try desk()
    let track = try desk.folder.write(Array(TrackFile().text.utf8), to: "track.gpx")
    desk.results("import", track)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["2"])
    desk.results("forget", "import", "1", "--yes")
    #expect(try desk.rows("SELECT count(*) FROM run") == ["1"])
    #expect(try desk.rows("SELECT count(*) FROM import") == ["0"])
    #expect(
      try desk.rows("SELECT count(*) FROM activity_source WHERE distance_m IS NOT NULL") == ["0"])
    _ = desk.nerve("import", track)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["1"])
  }

  @Test(arguments: [["run", "99"], ["note", "run", "99"], ["import", "99"], ["nonsense", "1"]])
  func `What there is not is refused`(words: [String]) throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let before = try file.dump
    #expect(desk.nerve(["forget"] + words + ["--yes"]).status != 0)
    #expect(try file.dump == before)
  }
}

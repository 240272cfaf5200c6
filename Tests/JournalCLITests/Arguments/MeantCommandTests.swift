import Testing

@testable import JournalCLI

@Suite struct MeantCommandTests {
  @Test(arguments: [
    ("walk", "nerve cross walk 30m"), ("cycling", "nerve cross cycling 30m"),
    ("rm", "nerve delete run 12"), ("remove", "nerve delete run 12"), ("add", "nerve pain 3"),
    ("log", "nerve list"), ("stats", "nerve month"), ("summary", "nerve month"),
    ("status", "nerve today"), ("version", "nerve --version"), ("-v", "nerve --version"),
    ("-V", "nerve --version"), ("week", "nerve list --on -7d..today"),
    ("queries", "nerve query"), ("yesterday", "nerve show yesterday"),
    ("monday", "nerve show monday"),
    ("2026-11-20", "nerve show 2026-11-20"), ("Walk", "nerve cross walk 30m"),
  ])
  func `A word of another program names the right command`(word: String, command: String) throws {
    let transcript = try Desk().nerve(word)
    #expect(transcript.status == 64)
    #expect(transcript.messages.hasPrefix("nerve: Unknown "))
    #expect(transcript.messages.contains(command), "\(transcript.messages)")
    #expect(transcript.messages.split(separator: "\n").count == 1)
  }

  /// A command that does not exist would send people astray.
  @Test func `Every command that is advised exists`() throws {
    let words = [
      "walk", "rm", "revert", "add", "log", "change", "ls", "cat", "grep", "stats",
      "status", "week", "year", "chart", "queries", "dump", "sleep", "jog", "emergency",
      "yesterday",
    ]
    for word in words {
      let advice = try #require(MeantCommand.advice(on: word))
      let names = advice.split(separator: "nerve ").dropFirst().compactMap {
        $0.split { $0 == " " || $0 == ";" || $0 == "," }.first
      }
      #expect(!names.isEmpty)
      for name in names {
        #expect(CommandPath([String(name)]).names == [String(name)], "\(advice)")
      }
    }
  }
}

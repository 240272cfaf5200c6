import Foundation
import Testing

@testable import JournalCLI

@Suite struct ShellHistoryTests {
  @Test func `Statements come back in a file for their owner alone`() throws {
    let folder = try TemporaryFolder()
    let history = ShellHistory(in: folder.path)
    #expect(history.lines() == [])
    history.add("SELECT 1;")
    ShellHistory(in: folder.path).add("SELECT 'läuft';")
    #expect(history.lines() == ["SELECT 1;", "SELECT 'läuft';"])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["history"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `A long history is cut to its latest statements`() throws {
    let folder = try TemporaryFolder()
    let history = ShellHistory(in: folder.path)
    let text = (1...2_001).map { "SELECT \($0);\n" }.joined()
    _ = try folder.write(Array(text.utf8), to: "history")
    #expect(history.lines().first == "SELECT 1002;")
    history.add("SELECT 2002;")
    let kept = history.lines()
    #expect(kept.count == 1_000)
    #expect(kept.last == "SELECT 2002;")
  }

  @Test func `A history that cannot be written is none`() {
    let history = ShellHistory(in: "/nonexistent")
    history.add("SELECT 1;")
    #expect(history.lines() == [])
  }
}

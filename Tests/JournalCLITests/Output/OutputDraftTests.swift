import Foundation
import Platform
import Testing

@testable import JournalCLI

/// Files without a name, and with one where the file system has no others.
@Suite struct OutputDraftTests {
  @Test(arguments: [false, true])
  func `A draft becomes a file, takes the place of one, or leaves nothing`(_ isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    func draft(_ text: String) throws -> OutputDraft {
      let draft = try OutputDraft(in: folder.path, isNamed: isNamed)
      try draft.sink.write(text)
      #expect(try folder.contents.count { $0.hasPrefix(".nerve-") } == (isNamed ? 1 : 0))
      try draft.finish()
      return draft
    }
    try draft("one").become(folder["a"], replacing: false)
    #expect(try String(contentsOfFile: folder["a"], encoding: .utf8) == "one")
    #expect(try folder.permissions(of: "a") == 0o600)
    let error = try #require(throws: SystemError.self) {
      try draft("two").become(folder["a"], replacing: false)
    }
    #expect(error.reason == "it already exists")
    #expect(try String(contentsOfFile: folder["a"], encoding: .utf8) == "one")
    try draft("three").become(folder["a"], replacing: true)
    #expect(try String(contentsOfFile: folder["a"], encoding: .utf8) == "three")
    _ = try draft("four")
    #expect(try folder.contents == ["a"])
  }
}

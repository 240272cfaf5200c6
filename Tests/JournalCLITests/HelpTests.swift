import ArgumentParser
import Testing

@testable import JournalCLI

@Suite struct HelpTests {
  @Test func `The root help says what the program is for`() {
    #expect(NerveCommand.helpMessage().contains("A health journal for runners with sciatica."))
  }

  @Test func `The built binary and the commands in process are the same program`() throws {
    let built = try BuiltBinary().run(["--version"])
    #expect(built == Transcript(output: "nerve 0.1.0\n"))
    #expect(try Desk().nerve("--version") == built)
  }
}

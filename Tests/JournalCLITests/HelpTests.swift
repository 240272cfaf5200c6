import ArgumentParser
import Testing

@testable import JournalCLI

@Suite struct HelpTests {
  @Test func `The root help says what the program is for`() {
    #expect(NerveCommand.helpMessage().contains("A health journal for runners with sciatica."))
  }
}

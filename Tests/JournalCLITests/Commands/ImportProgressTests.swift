import Platform
import Testing
@testable import JournalCLI

@Suite struct ImportProgressTests {
  @Test func `The bar comes after a second, grows, and is wiped away`() {
    var shown = ""
    var now = 0.0
    let progress = ImportProgress(of: 200, clock: { now }, write: { shown += $0 })
    progress.add(10)
    #expect(shown.isEmpty)
    now = 1.1
    progress.add(90)
    #expect(shown == "\rReading [###############---------------]  50 %")
    now = 1.2
    progress.add(50)
    #expect(shown.count == 47)
    now = 1.4
    progress.add(50)
    progress.end()
    #expect(shown.hasSuffix("\rReading [##############################] 100 %\r\u{1B}[K"))
    let unknown = ImportProgress(of: 0, clock: { now }, write: { shown = $0 })
    now = 9
    unknown.add(3_000_000)
    #expect(shown == "\rReading: 3 MB")
  }
}

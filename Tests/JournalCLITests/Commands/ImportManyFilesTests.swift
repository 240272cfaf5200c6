import Foundation
import Testing
@testable import JournalCLI

@Suite struct ImportManyFilesTests {
  /// The folders with the recordings that `ActivityFilesTests` reads, and with the
  /// real ones beside the checkout.
  private static let recordings =
    [
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "ActivityFilesTests/Fixtures").path
    ] + (Shared.isPresent ? [Shared.path("data/activities")] : [])

  /// Every file that there is, in two orders.
  @Test(arguments: recordings)
  func `Many files come in once, in whichever order`(folder: String) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .map { "\(folder)/\($0)" }
      .filter { ["fit", "gpx", "tcx"].contains(($0 as NSString).pathExtension) }.sorted()
    #expect(files.count >= 16)
    var counts: [[String]] = []
    for files in [files, files.reversed()] {
      let desk = try Desk()
      desk.results(["import"] + files)
      let before = try desk.dump()
      desk.results(["import"] + files.reversed())
      #expect(try desk.dump() == before)
      counts.append(
        try desk.rows(
          "SELECT (SELECT count(*) FROM run), count(*), count(DISTINCT activity) "
            + "FROM cross_training"))
      desk.results("undo")
      #expect(try desk.rows("SELECT count(*) FROM run, cross_training, import") == ["0"])
    }
    #expect(counts[0] == counts[1])
  }
}

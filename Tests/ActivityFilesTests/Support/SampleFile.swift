import Foundation
import Testing

/// A file for tests to read: one that the project ships in `Fixtures`, which
/// `Reference/make_fixtures.py` wrote, or one of the shared data where they are.
struct SampleFile: CustomTestStringConvertible, Sendable {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  /// Where it lies, below `Fixtures` or the shared data.
  let path: String
  private let url: URL

  var testDescription: String { path }
  var location: String { url.path }
  var name: String { url.lastPathComponent }

  /// A file that the project ships.
  static func own(_ path: String) -> SampleFile {
    SampleFile(path: path, url: fixtures.appending(path: path))
  }

  /// A file of the shared data, if they are there.
  static func shared(_ path: String) -> [SampleFile] {
    Shared.isThere ? [SampleFile(path: path, url: URL(filePath: Shared.path(path)))] : []
  }

  /// The files of a folder in `Fixtures`, and of one in the shared data.
  static func all(own folder: String, shared: String? = nil, suffix: String = "") -> [SampleFile] {
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: fixtures.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { own("\(folder)/\($0)") }
      + (shared.map { shared in
        Shared.names(in: shared, suffix: suffix).flatMap { SampleFile.shared("\(shared)/\($0)") }
      } ?? [])
  }

  var bytes: [UInt8] { get throws { Array(try Data(contentsOf: url)) } }
}

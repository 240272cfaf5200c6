import ActivityFiles
import Foundation
import Testing

/// The real files beside the project, which are not part of it.
enum Shared {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The trait of every test that reads them.
  static var isNeeded: ConditionTrait { .enabled(if: isThere, "the shared data are not there") }

  static func path(_ path: String) -> String { folder.appending(path: path).path }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The names of the files in a folder that end in `suffix`; none where the
  /// shared data are not there.
  static func names(in path: String, suffix: String = "") -> [String] {
    ((try? files(path)) ?? []).filter { $0.hasSuffix(suffix) }
  }

  static func files(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
  }
}

/// A source that passes `bytes` on.
func source(of bytes: [UInt8]) -> ByteSource {
  var rest = bytes[...]
  return { buffer in
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

import Foundation
import FuzzTargets
import Testing

/// Repeats what fuzzing found, and where it begins, without a fuzzer.
@Suite struct FindingsTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing")

  private static func inputs(_ kind: String, of target: FuzzTarget) throws -> [[UInt8]] {
    let folder = Self.folder.appending(path: "\(kind)/\(target.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.sorted().map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `What fuzzing found stays mended`(target: FuzzTarget) throws {
    let check = try target.makeCheck()
    for input in try Self.inputs("Findings", of: target) { try check(input) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `Seeds, and what is left of them when they are cut short, do no harm`(
    target: FuzzTarget
  ) throws {
    let check = try target.makeCheck()
    let seeds = try Self.inputs("Seeds", of: target)
    try #require(!seeds.isEmpty)
    for seed in seeds {
      try check(seed)
      for cut in 1..<8 { try check(Array(seed.prefix(seed.count * cut / 8))) }
    }
  }

  /// A finding in a folder without a target would never be repeated.
  @Test(arguments: ["Findings", "Seeds"])
  func `Every folder has a target`(kind: String) throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: kind).path)
    #expect(Set(names).subtracting(FuzzTarget.allCases.map(\.rawValue) + ["README.md"]).isEmpty)
  }
}

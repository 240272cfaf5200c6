import ActivityFiles
import Foundation
import Testing

/// Cuts and corrupts files, made up and of real devices: whatever happens to them,
/// they are read or refused.
///
/// `Benchmarks/Activities` does the same to all of them, a
/// thousand times, and `make fuzz` looks for worse.
@Suite struct FITDamageTests {
  /// The names of the files of devices, and of those that were made.
  private static let files =
    MadeFIT.all.map(\.testDescription) + Shared.names(in: "activities/fit", suffix: ".fit")

  private static func bytes(_ name: String) throws -> [UInt8] {
    try MadeFIT.all.first { $0.testDescription == name }?.bytes
      ?? Shared.bytes("activities/fit/\(name)")
  }

  /// Bytes that are read of each file, so that large ones do not take minutes.
  private static let budget = 200_000

  @Test(arguments: files)
  func `A file that is cut short is read or refused`(name: String) throws {
    let bytes = try Self.bytes(name)
    let cuts = min(100, max(2, Self.budget / bytes.count))
    for cut in 0..<cuts {
      read(Array(bytes.prefix(bytes.count * cut / cuts)))
    }
  }

  @Test(arguments: files)
  func `A file with flipped bytes is read or refused`(name: String) throws {
    var random = SplitMix64(seed: 20_261_123)
    var bytes = try Self.bytes(name)
    let rounds = min(100, max(2, Self.budget / bytes.count))
    for _ in 0..<rounds {
      for _ in 0..<1000 / rounds {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      // A file whose first bytes are gone would be refused at once.
      bytes.replaceSubrange(8..<12, with: ".FIT".utf8)
      read(bytes)
    }
  }

  private func read(_ bytes: [UInt8]) {
    do throws(ActivityFileError) {
      #expect(try !FITFile.activities(in: bytes).activities.isEmpty)
    } catch {
      #expect(error.description.hasSuffix("."))
    }
  }
}

import ActivityFiles
import Testing

/// Checksums and sizes that are wrong, and files that are none.
@Suite struct FITHeaderTests {
  @Test func `A wrong checksum is told, and the content used`() throws {
    var bytes = fitFile { $0.addSession() }
    bytes[bytes.count - 1] ^= 1
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file's checksum is wrong, so some values may be wrong too."])
    // A header may leave its own checksum out.
    var unchecked = fitFile { $0.addSession() }
    unchecked.replaceSubrange(12..<14, with: [0, 0])
    unchecked.removeLast(2)
    unchecked += FITBuilder.bytes(FITBuilder.crc(unchecked))
    #expect(try FITFile.activities(in: unchecked).warnings.isEmpty)
  }

  @Test func `A size of zero is that of a recording still open`() throws {
    var builder = FITBuilder()
    builder.addSession()
    let bytes = Array(builder.file(dataSize: 0).dropLast(2))
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file is cut short; everything up to there was read."])
  }

  @Test func `A size that was not brought up to date does not hide the session`() throws {
    var builder = FITBuilder()
    builder.addFileID()
    let stale = builder.body.count
    builder.addSession()
    let bytes = Array(builder.file(dataSize: stale).dropLast(2))
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file is cut short; everything up to there was read."])
  }

  @Test func `A message without a definition ends the reading`() throws {
    let bytes = fitFile {
      $0.addSession()
      $0.body.append(5)
      $0.addSession()
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.count == 1)
    #expect(warnings == ["The file is damaged; everything before the damage was read."])
  }

  @Test(
    arguments: [
      (5, "a planned workout"), (6, "a course"), (2, "device settings"),
      (32, "daily summaries"), (40, "other data"),
    ] as [(UInt8, String)])
  func `Files for other purposes are refused by name`(type: UInt8, name: String) throws {
    let bytes = fitFile {
      $0.addFileID(type)
      $0.add(20, .uint32(253, FITBuilder.noon), .uint32(5, 0))
      $0.add(20, .uint32(253, FITBuilder.noon + 60), .uint32(5, 10_000))
    }
    #expect(
      throws: ActivityFileError(
        "The FIT file contains \(name), not a recorded activity.", holdsNoActivity: true)
    ) {
      try FITFile.activities(in: bytes)
    }
  }

  @Test func `What is no FIT file is not taken for one`() {
    let bytes = fitFile { $0.addSession() }
    #expect(FITFile.isFIT(prefix: bytes) && FITFile.isFIT(prefix: bytes.prefix(12)))
    #expect(!FITFile.isFIT(prefix: bytes.prefix(11)) && !FITFile.isFIT(prefix: []))
    #expect(!FITFile.isFIT(prefix: "<?xml version=\"1.0\"?>".utf8))
    for bytes in [[], Array("PK\u{3}\u{4}".utf8), Array("<gpx version=\"1.1\">".utf8)] {
      #expect(throws: ActivityFileError("It is not a FIT file.")) {
        try FITFile.activities(in: bytes)
      }
    }
    #expect(throws: ActivityFileError("The FIT file is damaged before its first activity.")) {
      try FITFile.activities(in: Array(bytes.prefix(20)))
    }
    #expect(
      throws: ActivityFileError("The FIT file contains no activity with a time or a distance.")
    ) {
      try FITFile.activities(in: fitFile { $0.addFileID() })
    }
  }
}

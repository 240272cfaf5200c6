import Testing

@testable import ActivityFiles

/// What keeps a small file from becoming a huge one.
@Suite struct ArchiveBudgetTests {
  /// Reads every file of an archive to its end.
  private func read(_ bytes: [UInt8], _ budget: ArchiveBudget) throws -> Int {
    var total = 0
    try ArchiveReader.read(budget.counting(source(of: bytes)), budget) { _, bytes in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
      defer { buffer.deallocate() }
      while case let count = try bytes(buffer), count > 0 { total += count }
    }
    return total
  }

  private let zeros = [UInt8](repeating: 0, count: 2_000_000)

  @Test func `Bytes, files and the ratio of packing have their limits`() throws {
    let bomb = try zip([.init("a", zeros)])
    #expect(try read(bomb, ArchiveBudget()) == zeros.count)
    #expect(throws: ActivityFileError.self) {
      try read(bomb, ArchiveBudget(bytes: 1_000_000))
    }
    #expect(throws: ActivityFileError.self) {
      try read(bomb, ArchiveBudget(bytesBeforeRatio: 100_000))
    }
    #expect(throws: ActivityFileError.self) {
      try read(gzip(zeros), ArchiveBudget(bytesBeforeRatio: 100_000))
    }
    let many = try zip((0..<20).map { PackedFile("\($0)", "x") })
    #expect(try read(many, ArchiveBudget(entries: 20)) == 20)
    #expect(throws: ActivityFileError.self) { try read(many, ArchiveBudget(entries: 19)) }
  }

  @Test func `What was too much once stays too much`() throws {
    let budget = ArchiveBudget(bytes: 1_000_000)
    let bomb = try zip([.init("a", zeros)])
    #expect(throws: ActivityFileError.self) { try read(bomb, budget) }
    #expect(throws: ActivityFileError.self) { try budget.check() }
  }

  @Test func `Archives are nested only so deep`() throws {
    var bytes = try zip([.init("run.gpx", "<gpx/>")])
    for _ in 0..<10 { bytes = try zip([.init("next.zip", bytes)]) }
    let reading = try Reading(bytes)
    #expect(reading.activities.isEmpty)
    #expect(reading.reasons == ["The archive is nested too deeply."])
  }

  @Test func `Zeros in an archive are no activity and soon passed over`() throws {
    #expect(throws: ActivityFileError.self) { try Reading(zip([.init("a.fit", zeros)])) }
  }
}

import Testing

@testable import Platform

@Suite(.serialized) struct StandardOutputTests {
  @Test func `Everything arrives in order, whatever the size of the pieces`() throws {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    let output = StandardOutput(descriptor: fileno(file))
    var expected: [UInt8] = []
    for size in [0, 1, 70_000, 65_535, 1, 200_000, 3] {
      let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &+ size) }
      try output.write(piece)
      expected += piece
    }
    try output.write("Läufe\n")
    expected += Array("Läufe\n".utf8)
    try output.finish()
    #expect(lseek(fileno(file), 0, SEEK_SET) == 0)
    var read = [UInt8](repeating: 0, count: expected.count + 1)
    #expect(pread(fileno(file), &read, read.count, 0) == expected.count)
    #expect(Array(read.dropLast()) == expected)
  }

  @Test func `Little is written before the buffer is full or finished`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    #expect(fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
    let output = StandardOutput(descriptor: ends[1])
    try output.write("abc")
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(ends[0], &bytes, 8) == -1)
    try output.finish()
    #expect(read(ends[0], &bytes, 8) == 3)
  }

  @Test func `A full disk is an error to report`() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let output = StandardOutput(descriptor: descriptor)
    try output.write("abc")
    #expect(throws: OutputError.diskFull) { try output.finish() }
    #expect(throws: Never.self) { try output.finish() }
    #expect(OutputError.diskFull.exitStatus == 1)
    #expect(OutputError.diskFull.description.hasSuffix("."))
  }

  @Test func `A closed descriptor is an error to report`() throws {
    let output = StandardOutput(descriptor: -1)
    try output.write("abc")
    #expect(throws: OutputError.failed(code: EBADF)) { try output.finish() }
  }

  @Test func `A reader that is gone ends the output without a word`() throws {
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, previous) }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let output = StandardOutput(descriptor: ends[1])
    #expect(throws: OutputError.readerGone) {
      try output.write([UInt8](repeating: 0x78, count: 100_000))
    }
    #expect(OutputError.readerGone.exitStatus == 141)
    #expect(OutputError.readerGone.description.isEmpty)
  }

  @Test func `A slow reader of a non-blocking pipe gets everything`() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (reader, writer) = (ends[0], ends[1])
    let counted = Task.detached { () -> Int in
      var bytes = [UInt8](repeating: 0, count: 4096)
      var total = 0
      while true {
        let count = read(reader, &bytes, bytes.count)
        guard count > 0 else { return total }
        total += count
        usleep(100)
      }
    }
    let output = StandardOutput(descriptor: writer)
    try output.write([UInt8](repeating: 0x78, count: 300_000))
    try output.finish()
    close(writer)
    #expect(await counted.value == 300_000)
    close(reader)
  }
}

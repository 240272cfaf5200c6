import Foundation
import Glibc
import Testing

@testable import JournalCLI

/// That an import that is killed leaves all of it or nothing.
@Suite struct ImportInterruptionTests {
  @Test func `Killed a hundred times, an import is in the journal as a whole or not at all`() throws
  {
    let binary = try BuiltBinary()
    let program = try #require(BuiltBinary.path)
    // All tracks are in one file, so that most of the time goes into writing.
    let runs = 150
    let tracks = (0..<runs).map { index in
      let day = String("\(101 + index % 28)".dropFirst())
      let month = String("\(101 + index / 28 % 12)".dropFirst())
      let file = TrackFile(start: "\(2020 + index / 336)-\(month)-\(day)T06:00:00Z", minutes: 1)
      return file.text.split(separator: "<trk>")[1].dropLast("</trk></gpx>".count)
    }
    let file = try binary.home.write(
      "<gpx>" + tracks.map { "<trk>\($0)</trk>" }.joined() + "</gpx>", to: "all.gpx")
    let journal = binary.home["journal.sqlite"]
    // How long one takes that is left alone.
    let clock = ContinuousClock()
    var whole = Duration.zero
    for _ in 0..<2 {
      try? FileManager.default.removeItem(atPath: journal)
      whole = try clock.measure { try start(program, file, journal).waitUntilExit() }
    }
    #expect(try JournalFile(path: journal).rows("SELECT count(*) FROM run") == ["\(runs)"])
    // A journal that holds something already.
    let former = binary.home["former.sqlite"]
    _ = try Desk.run(["pain", "4"], journal: former)
    var outcomes: [String: Int] = [:]
    for round in 0..<100 {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: journal + suffix)
      }
      if round % 2 == 0 { try FileManager.default.copyItem(atPath: former, toPath: journal) }
      let process = try start(program, file, journal)
      // Every fifth one may end.
      if round % 5 > 0 {
        let microseconds = Double(whole.components.attoseconds) / 1e12
        usleep(UInt32(microseconds * Double(round) / 100))
        kill(process.processIdentifier, SIGKILL)
      }
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: journal) else {
        outcomes["no journal", default: 0] += 1
        continue
      }
      // What is half made is as good as no journal, and the next one mends it.
      _ = try Desk.run(["pain", "5"], journal: journal)
      let rows = try JournalFile(path: journal).rows(
        "SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM activity_source), count(*) "
          + "FROM import")
      #expect(rows == ["0|0|0"] || rows == ["\(runs)|\(runs)|1"], "round \(round)")
      #expect(try JournalFile(path: journal).rows("PRAGMA integrity_check") == ["ok"])
      outcomes[rows[0], default: 0] += 1
    }
    // The kills met the import before, while and after it wrote.
    #expect(outcomes["0|0|0", default: 0] + outcomes["no journal", default: 0] > 10)
    #expect(outcomes["\(runs)|\(runs)|1", default: 0] > 0)
  }

  private func start(_ program: String, _ file: String, _ journal: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["import", "--quiet", "--journal", journal, file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.environment = ["HOME": "/nonexistent", "TZ": "UTC"]
    try process.run()
    return process
  }
}

extension Desk {
  /// Runs a command on the journal at a path, which must succeed.
  fileprivate static func run(_ arguments: [String], journal: String) throws -> String {
    try Desk().results(arguments + ["--journal", journal, "--yes"])
  }
}

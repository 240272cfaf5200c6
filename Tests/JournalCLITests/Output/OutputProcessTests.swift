import Foundation
import Glibc
import Testing

@testable import JournalCLI

/// Outputs that are no files, and programs that are stopped while they write.
@Suite struct OutputProcessTests {
  private func binary() throws -> BuiltBinary {
    let binary = try BuiltBinary()
    #expect(try binary.run(["pain", "4", "--on", "yesterday", "--quiet"]).status == 0)
    return binary
  }

  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  /// Runs a command in a shell that has its words in `$@`.
  private func run(_ words: [String], in script: String, _ binary: BuiltBinary) throws -> Transcript
  {
    var binary = binary
    binary.wrapper = ["/bin/sh", "-c", script, "sh"]
    return try binary.run(words)
  }

  @Test(arguments: Writer.all)
  func `A dash, a device and a pipe take what is written, and stay`(_ writer: Writer) throws {
    let binary = try binary()
    // Where no ending says it, the format does.
    let format = writer.words[0] == "sql" ? ["--format", writer.ending] : []
    #expect(try binary.run(writer.words + [writer.name("file")] + format).status == 0)
    let whole = try #require(
      bytes(binary.home[writer.name("file")]).map { String(decoding: $0, as: UTF8.self) })
    for name in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
      let transcript = try binary.run(writer.words + [name] + format)
      #expect(transcript == Transcript(0, output: whole), "\(name)")
    }
    let piped = try run(writer.words + ["/dev/stdout"] + format, in: "\"$@\" | cat", binary)
    #expect(piped.output == whole)
    let fifo = try run(
      writer.words + ["fifo"] + format, in: "mkfifo fifo; cat fifo & \"$@\"; wait", binary)
    #expect(fifo == Transcript(0, output: whole))
    let other = try run(
      writer.words + ["/dev/fd/5"] + format, in: "\"$@\" 5>five; cat five", binary)
    #expect(other == Transcript(0, output: whole))
    #expect(try binary.run(writer.words + ["/dev/null"] + format) == Transcript())
    let full = try binary.run(writer.words + ["/dev/full"] + format)
    #expect(full.status == 1 && full.messages.contains("the disk is full"))
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(stat(binary.home["fifo"], &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `Results are not added to a journal by the shell`() throws {
    let binary = try binary()
    let journal = binary.home[".local/share/nerve/journal.sqlite"]
    let before = bytes(journal)
    let transcript = try run(["list"], in: "\"$@\" >>'\(journal)'", binary)
    #expect(transcript.status == 1)
    #expect(transcript.messages.contains("is a database file"))
    #expect(bytes(journal) == before)
    let descriptor = try run(
      ["report", "--html", "/dev/fd/5"], in: "\"$@\" 5>>'\(journal)'", binary)
    #expect(descriptor.status == 1)
    #expect(bytes(journal) == before)
  }

  @Test(arguments: Writer.all)
  func `A file that may not grow is told, and the former one stays`(_ writer: Writer) throws {
    let binary = try binary()
    let sample = ["--journal", binary.home["s.sqlite"]]
    #expect(try binary.run(["sample", binary.home["s.sqlite"]]).status == 0)
    // One that needs no index of its log, which could not grow either.
    try JournalFile(path: binary.home["s.sqlite"]).run("PRAGMA journal_mode = DELETE")
    let name = writer.name("file")
    #expect(try binary.run(writer.words + [name]).status == 0)
    let before = bytes(binary.home[name])
    let names = try FileManager.default.contentsOfDirectory(atPath: binary.home.path)
    // Blocks of 512 bytes.
    let transcript = try run(writer.words + [name] + sample, in: "ulimit -f 4; exec \"$@\"", binary)
    #expect(transcript.status == 1)
    #expect(transcript.output.isEmpty)
    #expect(transcript.messages.contains("larger than the system allows"), "\(transcript.messages)")
    #expect(bytes(binary.home[name]) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: binary.home.path)
        .filter { !$0.hasPrefix("s.sqlite") }.sorted()
        == names.filter { !$0.hasPrefix("s.sqlite") }.sorted())
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT, SIGHUP])
  func `Stopped on its way, a command leaves the former file and nothing beside it`(
    _ signal: Int32
  ) throws {
    let binary = try binary()
    let endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n"
    try binary.home.write("a,b\n1,2\n", to: "old.csv")
    let names = try binary.home.contents
    for name in ["old.csv", "new.csv"] {
      let number = [SIGKILL: "KILL", SIGTERM: "TERM", SIGINT: "INT", SIGHUP: "HUP"][signal] ?? ""
      // A shell lets what it starts in the background ignore an interrupt.
      let transcript = try run(
        ["sql", endless, "--timeout", "0", "-o", name],
        in: "exec timeout --foreground -s \(number) 0.6 \"$@\"", binary)
      #expect(transcript.status != 0)
      #expect(transcript.output.isEmpty)
      #expect(try binary.home.contents == names)
    }
    #expect(bytes(binary.home["old.csv"]) == Data("a,b\n1,2\n".utf8))
  }

  @Test(arguments: ["json", "csv"])
  func `Killed at any moment, an export is there as a whole or not at all`(_ format: String) throws
  {
    let binary = try binary()
    #expect(try binary.run(["sample", "s.sqlite"]).status == 0)
    let words = ["export", "--format", format, "--journal", "s.sqlite", "-o"]
    let names = format == "csv" ? "whole" : "whole.json"
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try binary.run(words + [names]) }
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    var outcomes: Set<Bool> = []
    for round in 0..<16 {
      let name = format == "csv" ? "part\(round)" : "part\(round).json"
      _ = try run(
        words + [name],
        in:
          "exec timeout --foreground -s KILL \(seconds * (round < 12 ? Double(round + 1) / 14 : 20)) \"$@\"",
        binary)
      let isThere = FileManager.default.fileExists(atPath: binary.home[name])
      outcomes.insert(isThere)
      if isThere {
        #expect(
          FileManager.default.contentsEqual(atPath: binary.home[name], andPath: binary.home[names]))
      }
    }
    #expect(outcomes == [true, false])
  }
}

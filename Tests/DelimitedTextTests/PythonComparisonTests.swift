import DelimitedText
import Foundation
import Testing

/// Compares the reader with Python's `csv` module, an independent reader.
@Suite struct PythonComparisonTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Reads files that end in U+001E from standard input, writes each as records
  /// that end in U+001D, fields in U+001F; `!` for a file that csv refuses.
  private static let script = """
    import csv, io, sys
    csv.field_size_limit(1 << 30)
    text = sys.stdin.buffer.read().decode()
    for file in text.split("\\x1e")[:-1]:
        try:
            rows = list(csv.reader(io.StringIO(file, newline=""), strict=True))
            out = "".join("".join(f + "\\x1f" for f in r) + "\\x1d" for r in rows if r)
        except csv.Error:
            out = "!"
        sys.stdout.buffer.write((out + "\\x1e").encode())
    """

  @Test(.enabled(if: python != nil, "needs python3"))
  func `Hostile files mean the same to Python's csv module in strict mode`() throws {
    var random = SplitMix64(state: 20_240_229)
    let alphabet = ["a", "b", "\"", "\"", ",", ",", "\n", "\r", "\r\n", " ", ";", "é", "\"\""]
    let files = (0..<4000).map { _ in
      (0..<Int.random(in: 0...24, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    }
    let ours = files.map { file -> String in
      guard
        let reading = try? readAll(
          file.utf8, chunk: 5, delimiter: .comma, hasHeader: false, form: .exact)
      else { return "!" }
      return reading.rows.map { $0.map { "\($0)\u{1F}" }.joined() + "\u{1D}" }.joined()
    }
    let theirs = try Self.run(files.map { "\($0)\u{1E}" }.joined())
      .split(separator: "\u{1E}", omittingEmptySubsequences: false).dropLast()
    #expect(theirs.count == files.count)
    for (file, (our, their)) in zip(files, zip(ours, theirs)) {
      #expect(our == their, "\(file.debugDescription)")
    }
    #expect(ours.count { $0 == "!" } > 400)
    #expect(ours.count { $0 != "!" } > 400)
  }

  private static func run(_ input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-c", script]
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    try process.run()
    // The script reads everything before it writes, so this cannot block.
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

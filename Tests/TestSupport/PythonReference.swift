import Foundation

/// Python 3, an independent implementation to compare with where it is installed.
package enum PythonReference {
  package static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// That Python is not installed; tests ask for ``path`` first.
  struct NoPython: Error {}

  /// Runs `script` with `input` on standard input and returns its output.
  ///
  /// The script must read all of its input before it writes.
  package static func run(_ script: String, input: String) throws -> String {
    let process = Process()
    guard let path else { throw NoPython() }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-X", "utf8", "-c", script]
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

import Foundation
import Glibc
import Testing

/// The program as it was built beside the tests, run as people run it.
struct BuiltBinary {
  /// What a command reads.
  enum Input {
    /// Nothing at all: the end of the file comes at once.
    case empty
    /// No descriptor.
    case closed
    case bytes([UInt8])

    static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
  }

  /// Where results go.
  enum Output {
    /// To the test.
    case captured
    case closed
    /// Into the file at a path.
    case path(String)
  }

  /// Where the product lies: in the folder of the tests that run.
  static let path: String? = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let arguments = [tests] + CommandLine.arguments
    return arguments.lazy
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "nerve").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// A home without a journal, in which commands run.
  let home: TemporaryFolder
  /// The environment beside `HOME`.
  var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"]
  /// A program and its arguments that run the command in their turn.
  var wrapper: [String] = []
  /// The longest that a command may take.
  var secondsAllowed = 120.0

  init() throws {
    home = try TemporaryFolder()
  }

  func run(
    _ arguments: [String], input: Input = .empty, output: Output = .captured
  ) throws -> Transcript {
    try run(bytes: arguments.map { Array($0.utf8) }, input: input, output: output)
  }

  /// Runs the program with arguments that need not be text.
  func run(
    bytes arguments: [[UInt8]], input: Input = .empty, output: Output = .captured
  ) throws -> Transcript {
    let program = try #require(Self.path, "the product nerve lies beside the tests")
    let scratch = try TemporaryFolder()
    let words =
      (["/usr/bin/env", "-C", home.path] + wrapper + [program]).map { Array($0.utf8) } + arguments
    let environment = variables.merging(["HOME": home.path]) { $1 }
      .map { Array("\($0)=\($1)".utf8) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch input {
    case .empty: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    case .closed: posix_spawn_file_actions_addclose(&actions, 0)
    case .bytes(let bytes):
      let path = try scratch.write(bytes, to: "input")
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    switch output {
    case .captured:
      posix_spawn_file_actions_addopen(&actions, 1, scratch["output"], flags, 0o600)
    case .closed: posix_spawn_file_actions_addclose(&actions, 1)
    case .path(let path): posix_spawn_file_actions_addopen(&actions, 1, path, flags, 0o600)
    }
    posix_spawn_file_actions_addopen(&actions, 2, scratch["messages"], flags, 0o600)
    // Descriptors of other tests must not be kept open by the child.
    for descriptor: Int32 in 3..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }

    // The threads of tests block signals, which no shell would hand on.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var process = pid_t()
    let code = withCStrings(words) { words in
      withCStrings(environment) { environment in
        posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, environment)
      }
    }
    guard code == 0 else { throw CannotRun(reason: String(cString: strerror(code))) }
    return Transcript(
      try wait(for: process), output: scratch.text("output"), messages: scratch.text("messages"))
  }

  /// The status with which `process` ends, as a shell tells it.
  private func wait(for process: pid_t) throws -> Int32 {
    let deadline = Date().addingTimeInterval(secondsAllowed)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < deadline else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw TimeIsUp()
      }
      usleep(1_000)
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// The system refused to run the program.
  struct CannotRun: Error {
    let reason: String
  }

  /// The command took longer than it may.
  struct TimeIsUp: Error {}
}

/// Lends `strings` to `body` as C has them.
private func withCStrings<T>(
  _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
) -> T {
  let copies = strings.map { bytes in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
    copy[bytes.count] = 0
    return copy
  }
  defer { copies.forEach { $0.deallocate() } }
  return body(copies + [nil])
}

extension TemporaryFolder {
  /// The text of a file, empty if there is none.
  fileprivate func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: self[name]) ?? Data(), as: UTF8.self)
  }
}

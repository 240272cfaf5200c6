import EntryInput
import JournalModel
import Platform
import Presentation
import WrittenValues

/// The log of an assistant's calls: what was asked for, never what was answered.
///
/// It is a file that only its owner can read, and at most two megabytes with the part
/// before it.
struct CallLog {
  /// One call.
  struct Call {
    /// The tool, as it was called.
    let tool: String
    /// The arguments, as JSON on one line.
    let arguments: String
    /// The number of rows, or the error.
    let outcome: String
    /// How long it took, in seconds.
    let seconds: Double
  }

  /// The size from which a new file is begun.
  static let mostBytes = 1 << 20

  /// The most characters of a part of a line.
  private static let longestPart = 4_000

  private let folder: String?

  /// - Parameter variable: Returns the value of an environment variable.
  init(_ variable: (String) -> String?) {
    folder = StateFolder.path(variable)
  }

  /// The path of the file; `nil` without a home folder.
  var path: String? { folder.map { "\($0)/mcp.log" } }

  /// The path of the part before it.
  var earlierPath: String? { path.map { "\($0).1" } }

  /// Checks that a call can be logged before it is made, and begins a new file if the
  /// present one is full.
  ///
  /// - Throws: ``RPCError``.
  func prepare() throws {
    guard let folder, let path, let earlierPath else { throw Self.cannotWrite }
    guard (try? makeFolders(for: "\(folder)/", mode: 0o700)) != nil else { throw Self.cannotWrite }
    var status = stat()
    if lstat(path, &status) == 0, status.st_size >= Self.mostBytes {
      guard rename(path, earlierPath) == 0 else { throw Self.cannotWrite }
    }
    close(try open(path))
  }

  /// Adds a call, whose answer must not be sent if that fails.
  ///
  /// - Throws: ``RPCError``.
  func add(_ call: Call, at moment: LocalMoment) throws {
    guard let path else { throw Self.cannotWrite }
    let clock = TimeOfDay(second: moment.secondOfDay)?.description ?? ""
    let parts = [
      "\(moment.day) \(clock)", String(DisplayText.visible(call.tool).prefix(40)),
      String(DisplayText.visible(call.outcome).prefix(Self.longestPart)),
      "\(NumberText.fixed(call.seconds, 3)) s",
      String(DisplayText.visible(call.arguments).prefix(Self.longestPart)),
    ]
    let descriptor = try open(path)
    defer { close(descriptor) }
    let file = StandardOutput(descriptor: descriptor)
    do {
      try file.write(parts.joined(separator: "\t") + "\n")
      try file.finish()
    } catch {
      throw Self.cannotWrite
    }
  }

  private func open(_ path: String) throws -> Int32 {
    let descriptor = Platform.open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { throw Self.cannotWrite }
    return descriptor
  }

  private static let cannotWrite = RPCError.unavailable(
    "The log of calls cannot be written, so nothing was read; check the folder ~/.local/state/nerve."
  )
}

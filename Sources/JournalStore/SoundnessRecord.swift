internal import Platform

/// Remembers which journals were found sound, so that a whole file is not checked
/// again until it has changed or a day has passed.
///
/// A small file per journal in a folder of the owner holds the stamps of the journal
/// and its log at the latest check. Every change of a file by any program changes its
/// stamp, so damage by a bad copy or a careless program is found at the next command,
/// and damage by a failing disk within a day. Without a usable folder every command
/// checks.
public struct SoundnessRecord: Sendable {
  /// How long a check counts for an unchanged file, in seconds.
  static let lasting = 86_400

  private let folder: String

  /// - Parameter folder: The folder for its files; it is created when needed.
  public init(folder: String) {
    self.folder = folder
  }

  /// The state of a journal's files at one moment.
  struct Stamps: Equatable {
    fileprivate let text: String

    /// The present state of the journal at `path` and its log.
    init(of path: String) {
      let file = linkDestination(of: path)
      text =
        [FileStamp(file, isStrict: true), FileStamp(file + "-wal"), FileStamp(file + "-journal")]
        .map(\.text).joined(separator: ";")
    }
  }

  /// Whether the journal at `path` was sound within a day, with these stamps.
  func knows(_ path: String, _ stamps: Stamps) -> Bool {
    guard let file = RawFile(name(for: path)) else { return false }
    let parts = String(decoding: file.bytes(1_000), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == stamps.text, let checked = Int(parts[0]) else {
      return false
    }
    return (0..<Self.lasting).contains(time(nil) - checked)
  }

  /// Notes that the journal at `path` was found sound just now, with these stamps.
  func note(_ path: String, _ stamps: Stamps) {
    store(path, stamps, checked: time(nil))
  }

  /// Notes a change of the journal at `path` by this program, which keeps it sound, but
  /// is not a check.
  ///
  /// - Parameters:
  ///   - path: The journal.
  ///   - stamps: Its stamps before the change, which must be known.
  func renew(_ path: String, before stamps: Stamps) {
    guard knows(path, stamps), let file = RawFile(name(for: path)),
      let checked = String(decoding: file.bytes(1_000), as: UTF8.self)
        .split(separator: "\n").first.flatMap({ Int($0) })
    else { return }
    store(path, Stamps(of: path), checked: checked)
  }

  // A file that is cut short by a crash knows nothing, which only costs a check.
  private func store(_ path: String, _ stamps: Stamps, checked: Int) {
    guard (try? createPrivateFolder(at: folder)) != nil else { return }
    let descriptor = open(
      name(for: path), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array("\(checked)\n\(stamps.text)\n".utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// The file for the journal at `path`: named by a hash, as a path can be too long
  /// for a name.
  private func name(for path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in absolute(linkDestination(of: path)).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "\(folder)/\(String(repeating: "0", count: 16 - digits.count))\(digits)"
  }

  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }
}

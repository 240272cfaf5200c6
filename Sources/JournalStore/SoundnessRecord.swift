internal import Platform

/// Remembers which journals were found sound, and with which bytes, so that the slow
/// check is not repeated for a file that is the same.
///
/// A small file per journal in a folder of the owner holds a hash of the journal's bytes
/// at the latest check or the latest write by this program, and the stamps of the file.
/// Hashing takes a fraction of a millisecond for two years of entries, and finds any
/// change, also one inside a value, which SQLite's own check cannot. Without a usable
/// folder every command makes the slow check.
public struct SoundnessRecord: Sendable {
  private let folder: String

  /// - Parameter folder: The folder for its files; it is created when needed.
  public init(folder: String) {
    self.folder = folder
  }

  /// A journal's bytes and the stamps of its files at one moment.
  struct State: Equatable {
    fileprivate let digest: UInt64
    fileprivate let stamps: String
    /// Whether a write from now on would change the stamps: they are as coarse as the
    /// clock of the system.
    fileprivate let isSettled: Bool

    /// The present state of the journal at `path` and its log; `nil` if it cannot be
    /// read, or is being written.
    ///
    /// - Parameter path: A file that this process does not have open.
    init?(of path: String) {
      let file = linkDestination(of: path)
      let files = [file, file + "-wal", file + "-journal"]
      func stamped() -> [FileStamp] { files.map { FileStamp($0, isStrict: $0 == file) } }
      let before = stamped()
      var digest: UInt64 = 0
      for name in files where (try? fileKind(at: name)) == .regular(isEmpty: false) {
        guard let bytes = RawFile(name)?.digest() else { return nil }
        digest = digest &* 31 ^ bytes
      }
      guard stamped() == before else { return nil }
      (self.digest, stamps) = (digest, before.map(\.text).joined(separator: ";"))
      let now = time(nil)
      isSettled = before.allSatisfy { ($0.latestChange ?? 0) < now - 2 }
    }
  }

  /// What the record says about a state.
  enum Verdict {
    /// The journal was found sound with these bytes.
    case sound
    /// Somebody has written to it since.
    case changed
    /// Its bytes differ although nobody has written to it.
    case damaged
  }

  /// Compares the journal at `path` with its last sound state.
  func verdict(on path: String, _ state: State) -> Verdict {
    guard let noted = note(of: path) else { return .changed }
    if noted.digest == state.digest { return .sound }
    return noted.stamps == state.stamps ? .damaged : .changed
  }

  /// Completes a note that was made right after a write, once a further write would show.
  func settle(_ path: String, _ state: State) {
    guard state.isSettled, note(of: path)?.stamps.isEmpty == true else { return }
    note(path, state)
  }

  /// Notes that the journal at `path` is sound in this state.
  ///
  /// A note that is cut short by a crash says nothing, which only costs a check.
  func note(_ path: String, _ state: State) {
    guard (try? createPrivateFolder(at: folder)) != nil else { return }
    let descriptor = open(
      name(for: path), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array("\(state.digest)\n\(state.isSettled ? state.stamps : "")\n".utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  private func note(of path: String) -> (digest: UInt64, stamps: String)? {
    guard let file = RawFile(name(for: path)) else { return nil }
    let lines = String(decoding: file.bytes(1_000), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, let digest = UInt64(lines[0]) else { return nil }
    return (digest, String(lines[1]))
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

import JournalFiles
import Platform

/// The statements typed in earlier shells, in a file that only its owner can read.
///
/// Each is one line; several shells can add to the file at once.
struct ShellHistory {
  private let path: String

  /// The statements that are kept, and the lines at which the file is cut to them.
  private static let (kept, most) = (1_000, 2_000)

  /// The history in `folder`.
  init(in folder: String) {
    path = "\(folder)/history"
  }

  /// The latest statements, the newest last; none without a file.
  func lines() -> [String] {
    guard let bytes = try? InputFile(path).allBytes(upTo: 16 << 20) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    if lines.count > Self.most { write(lines.suffix(Self.kept), O_TRUNC) }
    return lines.suffix(Self.kept)
  }

  /// Adds a statement.
  func add(_ line: String) { write([line], O_APPEND) }

  /// A history that cannot be written is no reason to stop.
  private func write(_ lines: some Sequence<String>, _ how: Int32) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | how, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let file = StandardOutput(descriptor: descriptor)
    try? file.write(lines.map { $0 + "\n" }.joined())
    try? file.finish()
  }

  /// The lines of a statement, as the arrow keys bring them back: a single one, if
  /// no comment and no text goes over the end of a line.
  static func lines(of statement: String) -> [String] {
    let lines = statement.split(separator: "\n")
    let isOne = lines.indices.dropFirst().allSatisfy { index in
      !SQLText.endsWithinText(lines[..<index].joined(separator: "\n"))
    }
    guard isOne else { return lines.map(String.init) }
    return [lines.map { $0.drop { $0 == " " } }.joined(separator: " ")]
  }
}

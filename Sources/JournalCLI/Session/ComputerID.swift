import JournalFiles
import Platform

/// The id of this computer: a random word, which tells the same moment on two computers
/// apart when copies of a journal are merged.
///
/// It is made when a journal is first written, in a file that only its owner can read.
enum ComputerID {
  /// The number of its letters and digits.
  private static let length = 12

  /// Finds the id, and makes one if there is none.
  ///
  /// - Parameter variable: Returns the value of an environment variable.
  /// - Returns: The id; empty without a home folder, or where it cannot be kept.
  static func find(_ variable: (String) -> String?) -> String {
    guard let folder = StateFolder.path(variable) else { return "" }
    let path = "\(folder)/device"
    if let known = read(path) { return known }
    guard (try? makeFolders(for: "\(folder)/", mode: 0o700)) != nil else { return "" }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    let id = String((0..<length).compactMap { _ in letters.randomElement() })
    // Another process may be making one right now: the first one counts.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return read(path) ?? "" }
    defer { close(descriptor) }
    let file = StandardOutput(descriptor: descriptor)
    do {
      try file.write("\(id)\n")
      try file.finish()
      return id
    } catch {
      unlink(path)
      return ""
    }
  }

  private static func read(_ path: String) -> String? {
    guard let bytes = try? InputFile(path).allBytes(upTo: 1 << 10) else { return nil }
    let word = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
    return word.utf8.count == length ? String(word) : nil
  }
}

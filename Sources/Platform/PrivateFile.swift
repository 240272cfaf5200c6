/// A file for another program that only the owner can read, in a folder of its own.
///
/// Both are removed with this value, and so is whatever the program left beside it,
/// such as a backup.
package final class PrivateFile {
  /// The path of the file.
  package let path: String
  private let folder: String

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - text: Its text.
  ///   - name: Its name.
  ///   - place: The folder for its own folder.
  /// - Throws: ``SystemError``.
  package init(_ text: String, called name: String, in place: String) throws(SystemError) {
    var template = Array("\(place)/nerve-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError() }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = "\(folder)/\(name)"
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    let output = StandardOutput(descriptor: descriptor)
    do {
      try output.write(Array(text.utf8))
      try output.finish()
    } catch {
      throw SystemError(error)
    }
  }

  deinit {
    // The folder itself and its parent stay, as they are no files.
    for name in fileNames(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}

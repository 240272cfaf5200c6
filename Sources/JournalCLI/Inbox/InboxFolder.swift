import EntryInput
import JournalFiles
import Platform

/// The files and folders that are read as inboxes.
enum InboxFolder {
  /// The ends of the names of text files.
  private static let endings = [".txt", ".md"]

  /// Returns the files at `paths`, each once, with the text files of folders.
  ///
  /// - Throws: ``UsageError`` for a file of unread lines, or ``FileError`` for a folder
  ///   without text files.
  static func files(at paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard !path.hasSuffix(UnreadFile.ending) else {
        let inbox = String(path.dropLast(UnreadFile.ending.count))
        // As in a list of all files of a folder.
        if paths.contains(inbox) { continue }
        throw UsageError(
          "The file \(path) is read together with its inbox; name the inbox: \(inbox)")
      }
      guard isFolder(path) else {
        files.append(path)
        continue
      }
      let names = fileNames(in: path).filter { name in
        !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
          && !isFolder("\(path)/\(name)")
      }
      guard !names.isEmpty else {
        throw FileError("The folder \(path) contains no .txt or .md files.")
      }
      files += names.sorted().map { path.hasSuffix("/") ? "\(path)\($0)" : "\(path)/\($0)" }
    }
    var known: Set<String> = []
    return files.filter { known.insert(absolute($0)).inserted }
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The absolute path of a file that may be missing.
  static func absolute(_ path: String) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    guard !path.hasPrefix("/"), let folder = realpath(".", nil) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// The absolute path of this program.
  static var program: String { absolute("/proc/self/exe") }
}

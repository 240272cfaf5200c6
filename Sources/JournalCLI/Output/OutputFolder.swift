import JournalFiles
import JournalStore
import Platform
import Presentation

/// A new folder with the output files of a command; it gets its name once all of them
/// are complete and on the disk.
///
/// Only its owner can open it.
struct OutputFolder {
  private let path: String
  private let target: String

  /// Creates an output for the folder `path`.
  ///
  /// - Throws: ``FileError`` if the path exists and is not an empty folder.
  init(_ path: String) throws {
    var place = path
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    (self.path, target) = (path, linkDestination(of: place))
    var status = stat()
    guard stat(target, &status) == 0 else {
      guard errno == ENOENT, access(folder(of: target), F_OK) == 0 else {
        throw unmakable(SystemError())
      }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR, isEmpty else { throw unmakable(SystemError(EEXIST)) }
  }

  /// Creates the folder with the files of `body`.
  ///
  /// - Parameter body: Gets a function that starts the file with a name and completes
  ///   the previous one; if it throws, no folder remains.
  /// - Throws: ``FileError`` if it cannot be created, or an error of `body`.
  func write(_ body: ((String) throws -> any ByteSink) throws -> Void) throws {
    var files: [(name: String, draft: OutputDraft)] = []
    do {
      do {
        try body { name in
          try files.last?.draft.finish()
          let draft = try OutputDraft(in: folder(of: target))
          files.append((name, draft))
          return draft.sink
        }
      } catch let error as OutputError {
        throw SystemError(error)
      }
      try files.last?.draft.finish()
      let draft = OutputDraft.name(in: folder(of: target))
      guard mkdir(draft, 0o700) == 0 else { throw SystemError() }
      do {
        for file in files { try file.draft.become("\(draft)/\(file.name)", replacing: false) }
        // The system replaces only empty folders.
        guard rename(draft, target) == 0 else { throw SystemError() }
        try synchronize(folder: folder(of: target))
      } catch {
        for file in files { unlink("\(draft)/\(file.name)") }
        rmdir(draft)
        throw error
      }
    } catch let error as SystemError {
      throw unmakable(error)
    }
  }

  private var isEmpty: Bool {
    guard let folder = opendir(target) else { return false }
    defer { closedir(folder) }
    // Every folder contains entries for itself and its parent.
    return (0..<3).count { _ in readdir(folder) != nil } < 3
  }

  private func unmakable(_ error: SystemError) -> FileError {
    FileError("Cannot create the folder \(path): \(error.reason).")
  }
}

/// Creates the missing folders of an absolute path: for places that the program or a
/// shell chose, not for typed ones.
///
/// - Throws: ``FileError``.
func makeFolders(for path: String, mode: mode_t = 0o777) throws {
  var made = ""
  for part in folder(of: path).split(separator: "/") {
    made += "/\(part)"
    guard mkdir(made, mode) == 0 || errno == EEXIST else {
      throw FileError("Cannot create the folder \(made): \(SystemError().reason).")
    }
  }
}

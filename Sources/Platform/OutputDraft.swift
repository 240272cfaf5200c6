/// A file that is being written and has no name yet.
///
/// Whatever ends the program, nothing of it is left in the folder. Only where the
/// file system has no files without a name does it have one that nobody thought
/// of, which stays if the program is killed.
package final class OutputDraft {
  /// Where to write.
  package let sink: StandardOutput
  private let descriptor: Int32
  private var name: String?

  /// What Linux calls `O_TMPFILE`; it has no name in Swift.
  private static let unnamed = 0o20_000_000 | O_DIRECTORY

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - folder: Where it is to be.
  ///   - isNamed: Whether it has a name from the start, as it has where there is
  ///     no other way.
  /// - Throws: ``SystemError``.
  package init(in folder: String, isNamed: Bool = false) throws(SystemError) {
    var descriptor = isNamed ? -1 : open(folder, Self.unnamed | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      let name = Self.name(in: folder)
      descriptor = open(name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw SystemError() }
      self.name = name
    }
    self.descriptor = descriptor
    sink = StandardOutput(descriptor: descriptor)
  }

  deinit {
    close(descriptor)
    if let name { unlink(name) }
  }

  /// Passes on what is still held back, and waits until the disk has all of it.
  ///
  /// - Throws: ``SystemError``.
  package func finish() throws(SystemError) {
    do {
      try sink.finish()
    } catch {
      throw SystemError(error)
    }
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }

  /// Gives the finished file its name.
  ///
  /// - Parameters:
  ///   - path: The name, in the draft's folder or one on the same disk.
  ///   - replacing: Whether it takes the place of a file of that name, else there
  ///     must be none.
  /// - Throws: ``SystemError``.
  package func become(_ path: String, replacing: Bool) throws(SystemError) {
    let place = folder(of: path)
    guard replacing else {
      try link(as: path)
      return try synchronize(folder: place)
    }
    if name == nil {
      let draft = Self.name(in: place)
      try link(as: draft)
      name = draft
    }
    guard let name, rename(name, path) == 0 else { throw SystemError() }
    self.name = nil
    try synchronize(folder: place)
  }

  /// Gives the file a name that no file has yet.
  private func link(as path: String) throws(SystemError) {
    let former = name ?? "/proc/self/fd/\(descriptor)"
    if linkat(AT_FDCWD, former, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 {
      if let name { unlink(name) }
    } else {
      // Not every file system has second names.
      guard let name, [EPERM, EOPNOTSUPP].contains(errno), access(path, F_OK) != 0,
        rename(name, path) == 0
      else { throw SystemError() }
    }
    name = nil
  }

  /// A name in `folder` that nobody has thought of.
  package static func name(in folder: String) -> String {
    "\(folder)/.nerve-\(String(UInt64.random(in: .min ... .max), radix: 36))"
  }
}

/// What the system refused, by its number.
package struct SystemError: Error {
  package let code: Int32

  /// What the system refused just now.
  package init(_ code: Int32 = errno) {
    self.code = code
  }

  /// What kept bytes from being written.
  package init(_ error: OutputError) {
    switch error {
    case .readerGone: code = EPIPE
    case .diskFull: code = ENOSPC
    case .failed(let number): code = number
    }
  }

  /// The reason in words.
  package var reason: String {
    switch code {
    case EEXIST, ENOTEMPTY: "there is one of that name already"
    case ENOENT: "its folder does not exist; make it first, or name another"
    case ENOTDIR: "a part of its path is not a folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission is denied"
    case EROFS: "the disk is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "it would be larger than the system allows"
    case ENAMETOOLONG: "its name is too long"
    case ELOOP: "its path runs in a circle of links"
    case ENXIO: "nothing is reading from it"
    default: String(cString: strerror(code))
    }
  }
}

/// The folder that the file at `path` is in.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Waits until the disk knows what `folder` holds.
///
/// - Throws: ``SystemError``.
package func synchronize(folder: String) throws(SystemError) {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemError() }
  defer { close(descriptor) }
  // Some file systems have nothing to wait for, and say so.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError() }
}

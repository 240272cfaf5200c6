/// A file in progress, without a name.
///
/// However the program ends, nothing remains in the folder. Only on file systems
/// without unnamed files, or without `/proc` to name them by, does it have a random
/// name, which remains if the program is killed.
package final class OutputDraft {
  /// The destination for its bytes.
  package let sink: StandardOutput
  private let descriptor: Int32
  private var name: String?

  /// Linux's `O_TMPFILE`, which has no name in Swift.
  private static let unnamed = 0o20_000_000 | O_DIRECTORY

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - folder: The future folder.
  ///   - isNamed: Whether it has a name from the start, for file systems without
  ///     unnamed files.
  /// - Throws: ``SystemError``.
  package init(in folder: String, isNamed: Bool = false) throws(SystemError) {
    let canBeNamedLater = !isNamed && access("/proc/self/fd", X_OK) == 0
    var descriptor =
      canBeNamedLater ? open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o600) : -1
    if descriptor < 0 {
      let name = Self.name(in: folder)
      descriptor = open(name, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
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

  /// Creates a whole file of `bytes`, on the disk and read again from it.
  ///
  /// - Throws: ``SystemError``.
  package convenience init(of bytes: [UInt8], in folder: String) throws(SystemError) {
    try self.init(in: folder)
    do {
      try sink.write(bytes)
    } catch {
      throw SystemError(error)
    }
    try finish()
    guard try holds(bytes) else { throw SystemError(EIO) }
  }

  /// Writes the rest, and waits until all of it is on the disk.
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

  /// Whether the file has exactly these bytes, read again from it.
  ///
  /// - Throws: ``SystemError``.
  private func holds(_ bytes: [UInt8]) throws(SystemError) -> Bool {
    var piece = [UInt8](repeating: 0, count: StandardOutput.bufferSize)
    var offset = 0
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(offset))
      guard count >= 0 || errno == EINTR else { throw SystemError() }
      guard count != 0 else { return offset == bytes.count }
      guard count > 0 else { continue }
      let isSame = bytes.withUnsafeBytes { expected in
        guard let start = expected.baseAddress, offset + count <= expected.count else {
          return false
        }
        return memcmp(piece, start + offset, count) == 0
      }
      guard isSame else { return false }
      offset += count
    }
  }

  /// Names the finished file.
  ///
  /// - Parameters:
  ///   - path: The name, in the draft's folder or another on the same disk.
  ///   - replacing: Whether to replace a file with that name; otherwise there
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

  /// Gives the file an unused name.
  private func link(as path: String) throws(SystemError) {
    let former = name ?? "/proc/self/fd/\(descriptor)"
    if linkat(AT_FDCWD, former, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 {
      if let name { unlink(name) }
    } else {
      // Not every file system supports hard links.
      guard let name, [EPERM, EOPNOTSUPP].contains(errno), access(path, F_OK) != 0,
        rename(name, path) == 0
      else { throw SystemError() }
    }
    name = nil
  }

  /// A random name in `folder`.
  package static func name(in folder: String) -> String {
    "\(folder)/.nerve-\(String(UInt64.random(in: .min ... .max), radix: 36))"
  }
}

/// A system error, by number.
package struct SystemError: Error {
  package let code: Int32

  /// Creates an error from the latest `errno`.
  package init(_ code: Int32 = errno) {
    self.code = code
  }

  /// Creates an error from a failed write.
  package init(_ error: OutputError) {
    switch error {
    case .readerGone: code = EPIPE
    case .diskFull: code = ENOSPC
    case .failed(let number): code = number
    }
  }

  /// The reason, in words.
  package var reason: String {
    switch code {
    case EEXIST, ENOTEMPTY: "it already exists"
    case ENOENT: "its folder does not exist; create it first"
    case ENOTDIR: "part of its path is not a folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "it would be larger than the system allows"
    case ENAMETOOLONG: "its name is too long"
    case ELOOP: "its symbolic links form a loop"
    case ENXIO: "nothing is reading from it"
    default: String(cString: strerror(code))
    }
  }
}

/// The folder of the file at `path`.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Waits until the entries of `folder` are on the disk.
///
/// - Throws: ``SystemError``.
package func synchronize(folder: String) throws(SystemError) {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemError() }
  defer { close(descriptor) }
  // Some file systems have nothing to wait for, and report that.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError() }
}

import Glibc

/// A file that a command writes as a whole.
struct OutputFile {
  private let path: String
  /// Who may read it, unless the user's mask says less.
  private let mode: mode_t

  /// The file that is, or is to be, at `path`.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - isPrivate: Whether only its owner may read it.
  init(_ path: String, isPrivate: Bool = false) {
    self.path = path
    mode = isPrivate ? 0o600 : 0o644
  }

  /// What is in the file, what is not UTF-8 repaired; `nil` if there is none.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  func text() throws -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    return String(decoding: try InputFile(path).allBytes(upTo: 1 << 24), as: UTF8.self)
  }

  /// Makes `text` all that is in the file, and its folders where they are missing.
  ///
  /// Until it is complete, the file stays as it was.
  ///
  /// - Throws: ``FileError`` if it cannot be written.
  func replace(with text: String) throws {
    try replace { try $0.write(text) }
  }

  /// Whether it is the file at `other`, by whatever name.
  func isSame(as other: String) throws -> Bool {
    var (mine, others) = (stat(), stat())
    return stat(path, &mine) == 0 && stat(other, &others) == 0
      && mine.st_dev == others.st_dev && mine.st_ino == others.st_ino
  }

  /// Makes what `body` writes all that is in the file.
  ///
  /// - Parameter body: Writes into a draft; what it throws leaves the file as it
  ///   was.
  /// - Throws: ``FileError`` if it cannot be written, or what `body` throws.
  func replace(_ body: (any ByteSink) throws -> Void) throws {
    try makeFolders(above: path)
    // What a link stands for is replaced, not the link.
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let target = resolved.map { String(cString: $0) } ?? path
    let draft = "\(target).new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw unwritable(errno) }
    defer { unlink(draft) }
    let output = StandardOutput(descriptor: descriptor)
    do {
      defer { close(descriptor) }
      try body(output)
      try output.finish()
    } catch let error as OutputError {
      throw unwritable(error == .diskFull ? ENOSPC : EIO)
    }
    guard rename(draft, target) == 0 else { throw unwritable(errno) }
  }

  /// Makes `page` all that is in the file at `path`, or writes it to the output
  /// where the path is `-`.
  ///
  /// - Throws: ``FileError``, or what writing throws.
  static func write(
    _ page: String, to path: String, _ surroundings: Surroundings, quietly: Bool = false
  ) throws {
    guard path != "-" else { return try surroundings.output.write(page) }
    try OutputFile(path, isPrivate: true).replace(with: page)
    guard !quietly else { return }
    try surroundings.output.write("The page is in \(DisplayText.visible(path))\n")
  }

  private func makeFolders(above path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard mkdir(folder, 0o777) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else { throw unwritable(errno) }
    try makeFolders(above: folder)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw unwritable(errno) }
  }

  private func unwritable(_ code: Int32) -> FileError {
    FileError("The file \(path) cannot be written: \(String(cString: strerror(code))).")
  }
}

internal import Platform

/// The folder of one journal's backups.
///
/// Only its owner can read it. A backup gets its name once it is complete, on the disk and
/// read again.
struct BackupFolder {
  /// Its path.
  let path: String
  /// The mark of the journal's path in the names of its backups.
  let origin: String

  /// The longest wait for another process that writes a backup.
  private static let patience = 5_000

  /// - Parameters:
  ///   - base: The folder of all journals' backups.
  ///   - identity: The identity of the journal.
  ///   - origin: The mark of the journal's path.
  init(in base: String, identity: String?, origin: String) {
    // Another program may have written anything there.
    let isPlain = identity?.utf8.allSatisfy { Self.digits.contains($0) } == true
    let name = isPlain ? identity : nil
    path = "\(base)/\(name ?? String(repeating: "0", count: 32))"
    self.origin = origin
  }

  /// The folder at `path`.
  init(_ path: String, origin: String) {
    (self.path, self.origin) = (path, origin)
  }

  private static let digits = "0123456789abcdef".utf8

  /// The backups in it, oldest first; none if it cannot be read.
  var backups: [Backup] { Self.backups(in: path) }

  /// The backups in the folder `path`, oldest first; none if it cannot be read.
  static func backups(in path: String) -> [Backup] {
    fileNames(in: path).compactMap { Backup(named: $0, in: path) }
      .sorted { ($0.madeAt, $0.path) < ($1.madeAt, $1.path) }
  }

  /// Creates it in its base, which exists or is created if `makesBase`.
  ///
  /// - Throws: `FileProblem`.
  func create(in base: String, makesBase: Bool) throws {
    if makesBase { try createPrivateFolder(at: base) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileProblem(errorNumber: errno)
    }
    // Not every file system has permissions.
    chmod(path, 0o700)
  }

  /// Writes a backup.
  ///
  /// - Parameters:
  ///   - image: The journal.
  ///   - purpose: The occasion.
  ///   - time: The time.
  ///   - isNeeded: Is asked once no other process is writing a backup.
  /// - Returns: The backup, or `nil` if it was not needed.
  /// - Throws: `FileProblem` or `SystemError`; then there is no backup.
  func add(
    _ image: DatabaseImage, for purpose: BackupPurpose, at time: Int,
    ifStill isNeeded: ([Backup]) -> Bool = { _ in true }
  ) throws -> Backup? {
    try withFolderLocked(path, waiting: Self.patience) { isAlone -> Backup? in
      if isAlone { clearDrafts() }
      guard isNeeded(backups) else { return nil }
      let draft = try OutputDraft(of: image.bytes, in: path)
      let backup = unused(for: purpose, at: time)
      try draft.become(backup.path, replacing: false)
      return backup
    }
  }

  /// Copies `file` byte for byte, and the log and the rollback journal beside it.
  ///
  /// - Returns: The path of the copy.
  /// - Throws: `FileProblem` or `SystemError`; then there is no copy.
  func addBytes(of file: String, at time: Int) throws -> String {
    try withFolderLocked(path, waiting: Self.patience) { _ in
      let copy = unused(for: .damaged, at: time).path
      // The file itself last: with it, the others are there too.
      let files = try (Backup.companions + [""]).filter {
        try $0.isEmpty || fileKind(at: file + $0) != .missing
      }
      let drafts = try files.map { ending in
        (ending, try OutputDraft(of: readWhole(file + ending), in: path))
      }
      for (ending, draft) in drafts { try draft.become(copy + ending, replacing: true) }
      return copy
    }
  }

  /// A backup with a name that no other has, even one of the same second and occasion.
  private func unused(for purpose: BackupPurpose, at time: Int) -> Backup {
    var backup = Backup(in: path, madeAt: time, purpose: purpose, origin: origin)
    while access(backup.path, F_OK) == 0 {
      backup = Backup(in: path, madeAt: backup.madeAt + 1, purpose: purpose, origin: origin)
    }
    return backup
  }

  /// Removes what is no longer needed.
  func thin(by rotation: BackupRotation, now: Int) {
    try? withFolderLocked(path, waiting: 0) { isAlone in
      guard isAlone else { return }
      for backup in rotation.surplus(among: backups, now: now) {
        for ending in [""] + Backup.companions { removeFile(at: backup.path + ending) }
      }
    }
  }

  /// Removes the drafts of processes that were killed, which have names only on file
  /// systems without unnamed files.
  private func clearDrafts() {
    for name in fileNames(in: path) where name.hasPrefix(".nerve-") {
      removeFile(at: "\(path)/\(name)")
    }
  }
}

/// All bytes of the file at `path`; none if it is missing.
///
/// - Throws: `FileProblem`.
func readWhole(_ path: String) throws(FileProblem) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    guard errno == ENOENT else { throw FileProblem(errorNumber: errno) }
    return []
  }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileProblem(errorNumber: errno) }
    guard count > 0 else { return bytes }
    bytes += piece[..<count]
  }
}

/// The absolute path of the file at `path`, without links; the file may be missing.
func canonicalPath(_ path: String) -> String {
  let file = linkDestination(of: path)
  let (place, name) = (folder(of: file) ?? ".", file.split(separator: "/").last ?? "")
  guard let start = realpath(place, nil) else { return file }
  defer { free(start) }
  let found = String(cString: start)
  return found == "/" ? "/\(name)" : "\(found)/\(name)"
}

/// A short mark for the path of a journal.
func originMark(of path: String) -> String {
  // FNV-1a, which needs no table.
  let hash = canonicalPath(path).utf8.reduce(UInt32(2_166_136_261)) {
    ($0 ^ UInt32($1)) &* 16_777_619
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

import Foundation

/// A folder of a test's own, which goes away with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    // In memory where that is possible: a journal waits for its disk at every
    // entry.
    let memory = URL(filePath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: memory.path)
    let url = (isThere ? memory : FileManager.default.temporaryDirectory)
      .appending(path: "nerve-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    path = url.path
  }

  deinit {
    // A test may have locked folders in it.
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: self[name], isDirectory: &isFolder),
        isFolder.boolValue
      else { continue }
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: self[name])
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of what is called `name` in the folder.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
    // As the program makes journals; it says so if others can read one.
    if name.hasSuffix(".sqlite") { chmod(self[name], 0o600) }
    return self[name]
  }

  /// Copies the file at `path` and returns the path of the copy.
  @discardableResult
  func copy(_ path: String, to name: String) throws -> String {
    try FileManager.default.copyItem(atPath: path, toPath: self[name])
    return self[name]
  }

  /// Makes a folder and returns its path.
  @discardableResult
  func makeFolder(_ name: String, permissions: Int = 0o755) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self[name], withIntermediateDirectories: true,
      attributes: [.posixPermissions: permissions])
    return self[name]
  }

  /// The paths of everything in the folder, sorted.
  ///
  /// The files that SQLite keeps beside a database while it is in use are left
  /// out: a reader may not remove them.
  var contents: [String] {
    get throws {
      let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
        // What the program remembers outside a journal, and its backups.
        .filter { !$0.hasPrefix(".local/state") }
      let isBare = !names.contains { $0.hasPrefix(".local/") }
      return names.filter { !isBare || $0 != ".local" }.sorted()
    }
  }

  /// The permissions of what is called `name`.
  func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: self[name])[.posixPermissions] as? Int
  }
}

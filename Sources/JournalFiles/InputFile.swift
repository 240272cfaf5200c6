package import DelimitedText
import Platform

/// An input file of a command; `-` is standard input.
package struct InputFile: ~Copyable {
  private let descriptor: Int32
  /// Bytes read ahead by `peek`.
  private var ahead: [UInt8] = []

  /// Opens the file at `path`.
  package init(_ path: String) throws {
    descriptor = try path == "-" ? STDIN_FILENO : Self.open(path)
  }

  private static func open(_ path: String) throws -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(path, EISDIR) }
    let descriptor = Platform.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    return descriptor
  }

  private static func unreadable(_ path: String, _ code: Int32) -> FileError {
    let reason =
      switch code {
      case ENOENT: "it does not exist"
      case EACCES, EPERM: "permission denied"
      case EISDIR: "it is a folder"
      case ENOTDIR: "part of its path is not a folder"
      case ENAMETOOLONG: "its path is too long"
      default: String(cString: strerror(code))
      }
    return FileError("The file \(path) cannot be read: \(reason).")
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads the whole file.
  ///
  /// - Parameter limit: The maximum number of bytes.
  /// - Returns: The bytes.
  /// - Throws: ``FileError`` or `DelimitedTextError`.
  package borrowing func allBytes(upTo limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw DelimitedTextError.unreadable(code: errno)
      }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else {
        throw FileError("The input is longer than \(limit) bytes.")
      }
    }
  }

  /// The size of the file in bytes, if it is known in advance.
  package static func size(of path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// The first bytes, which are read again later; at most `count`.
  ///
  /// - Throws: ``FileError``.
  package mutating func peek(_ count: Int) throws -> [UInt8] {
    let bytes = try withBytes { source in
      var bytes: [UInt8] = []
      while bytes.count < count {
        let piece = try [UInt8](unsafeUninitializedCapacity: count - bytes.count) {
          buffer, filled in
          filled = try source(UnsafeMutableRawBufferPointer(buffer))
        }
        guard !piece.isEmpty else { break }
        bytes += piece
      }
      return bytes
    }
    ahead = bytes
    return bytes
  }

  /// Lends `body` a function that fills a buffer and returns the number of bytes; 0 at
  /// the end.
  package borrowing func withBytes<T>(
    _ body: (@escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws -> T
  ) throws -> T {
    let descriptor = descriptor
    var ahead = ahead[...]
    return try body { buffer in
      if !ahead.isEmpty {
        let piece = ahead.prefix(buffer.count)
        buffer.copyBytes(from: piece)
        ahead = ahead.dropFirst(piece.count)
        return piece.count
      }
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        guard errno == EINTR else {
          throw FileError("The file could not be read: \(String(cString: strerror(errno))).")
        }
      }
    }
  }

  /// Lends `body` a delimited text reader of the file.
  package borrowing func withDelimitedText<T>(
    delimiter: Delimiter? = nil, form: DelimitedTextReader.Form = .wild(),
    _ body: (consuming DelimitedTextReader) throws -> T
  ) throws -> T {
    try withBytes { try body(DelimitedTextReader(delimiter: delimiter, form: form, source: $0)) }
  }
}

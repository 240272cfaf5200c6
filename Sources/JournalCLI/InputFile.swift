import DelimitedText
import Glibc

/// A file that a command reads, `-` being the standard input.
struct InputFile: ~Copyable {
  private let descriptor: Int32

  /// Opens the file at `path`.
  init(_ path: String) throws {
    descriptor = try path == "-" ? STDIN_FILENO : Self.open(path)
  }

  private static func open(_ path: String) throws -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileError("The file \(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError("The file \(path) cannot be read: it is a folder.")
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError("The file \(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    return descriptor
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Lends a reader of delimited text over the file to `body`.
  borrowing func withDelimitedText<T>(
    delimiter: Delimiter? = nil, _ body: (consuming DelimitedTextReader) throws -> T
  ) throws -> T {
    try body(DelimitedTextReader(descriptor: descriptor, delimiter: delimiter))
  }
}

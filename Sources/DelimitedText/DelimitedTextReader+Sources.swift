import Platform

extension DelimitedTextReader {
  /// Opens a file descriptor, which the caller closes.
  ///
  /// - Parameters:
  ///   - descriptor: An open file descriptor, such as 0 for standard input.
  ///   - delimiter: The delimiter, or `nil` to detect it from the first record.
  ///   - hasHeader: Whether a record names the columns.
  ///   - form: How strictly the file follows the rules.
  /// - Throws: ``DelimitedTextError``.
  public init(
    descriptor: Int32, delimiter: Delimiter? = nil, hasHeader: Bool = true, form: Form = .wild()
  ) throws {
    try self.init(delimiter: delimiter, hasHeader: hasHeader, form: form) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        let code = errno
        guard code == EINTR else { throw DelimitedTextError.unreadable(code: code) }
      }
    }
  }

  /// Opens bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - delimiter: The delimiter, or `nil` to detect it from the first record.
  ///   - hasHeader: Whether a record names the columns.
  ///   - form: How strictly the file follows the rules.
  /// - Throws: ``DelimitedTextError``.
  public init(
    bytes: [UInt8], delimiter: Delimiter? = nil, hasHeader: Bool = true, form: Form = .wild()
  ) throws {
    var rest = bytes[...]
    try self.init(delimiter: delimiter, hasHeader: hasHeader, form: form) { buffer in
      let count = min(buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }
}

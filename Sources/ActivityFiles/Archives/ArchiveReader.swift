internal import CArchive

/// Reads the files in a .zip or .gz, one after another, as a stream.
///
/// Nothing is written to disk, and only the current piece is in memory.
/// Libarchive does the work, with only the two types of compression enabled that
/// exports use. It is loaded when the first archive is read.
struct ArchiveReader {
  private let library: archive_calls

  /// Reads every file.
  ///
  /// - Parameters:
  ///   - source: The bytes of the archive.
  ///   - budget: The limits against archive bombs.
  ///   - body: Called with the path of each file in the archive, `nil` in a .gz,
  ///     and its bytes, which are valid only during the call.
  /// - Throws: ``ActivityFileError``, or any error of `source` or `body`.
  static func read(
    _ source: @escaping ByteSource, _ budget: ArchiveBudget,
    _ body: (_ path: String?, _ bytes: @escaping ByteSource) throws -> Void
  ) throws {
    guard let library = archive_calls_load() else { throw ActivityFileError.noArchives }
    try ArchiveReader(library: library.pointee).read(source, budget, body)
  }

  private func read(
    _ source: @escaping ByteSource, _ budget: ArchiveBudget,
    _ body: (_ path: String?, _ bytes: @escaping ByteSource) throws -> Void
  ) throws {
    guard let archive = library.archive_read_new() else {
      throw ActivityFileError("There is not enough memory to read the archive.")
    }
    defer { _ = library.archive_read_free(archive) }
    _ = library.archive_read_support_filter_gzip(archive)
    _ = library.archive_read_support_format_zip_streamable(archive)
    _ = library.archive_read_support_format_raw(archive)
    let state = ArchiveState(source)
    try withExtendedLifetime(state) {
      let status = library.archive_read_open(
        archive, Unmanaged.passUnretained(state).toOpaque(), nil,
        { _, data, buffer in ArchiveState.of(data).fill(buffer) }, nil)
      try check(status, archive, state)
      try readEntries(archive, state, budget, body)
    }
  }

  private func readEntries(
    _ archive: OpaquePointer, _ state: ArchiveState, _ budget: ArchiveBudget,
    _ body: (_ path: String?, _ bytes: @escaping ByteSource) throws -> Void
  ) throws {
    var entry: OpaquePointer?
    while true {
      let status = library.archive_read_next_header(archive, &entry)
      guard status != ARCHIVE_EOF else { return }
      try check(status, archive, state)
      try budget.takeEntry()
      guard library.archive_entry_filetype(entry) == S_IFREG || isRaw(archive) else { continue }
      if library.archive_entry_is_data_encrypted(entry) != 0 {
        throw ActivityFileError("The archive is encrypted; unpack it first.")
      }
      try body(isRaw(archive) ? nil : path(of: entry)) { buffer in
        let count = library.archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw failure(archive, state) }
        try budget.take(count)
        return count
      }
    }
  }

  /// The path of a file.
  ///
  /// Old archives use an undeclared encoding; bytes that are not UTF-8 become
  /// U+FFFD.
  private func path(of entry: OpaquePointer?) -> String {
    let name = library.archive_entry_pathname_utf8(entry) ?? library.archive_entry_pathname(entry)
    return name.map { String(cString: $0) } ?? "an unnamed file"
  }

  private func isRaw(_ archive: OpaquePointer) -> Bool {
    library.archive_format(archive) == ARCHIVE_FORMAT_RAW
  }

  private func check(
    _ status: Int32, _ archive: OpaquePointer, _ state: ArchiveState
  ) throws {
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure(archive, state) }
  }

  /// The error of the source, or of the archive itself.
  private func failure(_ archive: OpaquePointer, _ state: ArchiveState) -> any Error {
    state.failure ?? ActivityFileError("The archive is damaged or cut short.")
  }
}

/// The state for libarchive's read callback.
private final class ArchiveState {
  private let source: ByteSource
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private(set) var failure: (any Error)?

  init(_ source: @escaping ByteSource) {
    self.source = source
  }

  deinit { buffer.deallocate() }

  static func of(_ data: UnsafeMutableRawPointer?) -> ArchiveState {
    guard let data else { preconditionFailure("libarchive lost its client data") }
    return Unmanaged<ArchiveState>.fromOpaque(data).takeUnretainedValue()
  }

  func fill(_ place: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do {
      let count = try source(buffer)
      place?.pointee = UnsafeRawPointer(buffer.baseAddress)
      return count
    } catch {
      failure = error
      return -1
    }
  }
}

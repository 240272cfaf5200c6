import CArchive
import Testing

/// A file of an archive.
struct PackedFile {
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}

/// A .zip of `files`, in their order.
func zip(_ files: [PackedFile]) throws -> [UInt8] {
  try pack(files) { archive_write_set_format_zip($0) }
}

/// A .gz of `bytes`.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  try pack([PackedFile("content", bytes)]) {
    archive_write_set_format_raw($0)
    archive_write_add_filter_gzip($0)
  }
}

private func pack(
  _ files: [PackedFile], _ choose: (OpaquePointer) -> Void
) throws -> [UInt8] {
  let archive = try #require(archive_write_new())
  defer { archive_write_free(archive) }
  choose(archive)
  archive_write_set_bytes_in_last_block(archive, 1)
  let room = files.reduce(1 << 16) { $0 + 2 * $1.bytes.count + 1024 }
  var used = 0
  let packed = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    guard archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK
    else { throw PackingError() }
    for file in files {
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname_utf8(entry, file.path)
      archive_entry_set_size(entry, Int64(file.bytes.count))
      archive_entry_set_filetype(entry, 0o100000)
      guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw PackingError() }
      let written = file.bytes.withUnsafeBytes {
        archive_write_data(archive, $0.baseAddress, $0.count)
      }
      guard written == file.bytes.count else { throw PackingError() }
    }
    guard archive_write_close(archive) == ARCHIVE_OK else { throw PackingError() }
    count = used
  }
  return packed
}

private struct PackingError: Error {}

internal import Platform

/// A file's raw bytes, read without SQLite.
///
/// Closing any descriptor of a file releases SQLite's locks on it in this
/// process, so this must never open a database in use here.
struct RawFile: ~Copyable {
  private let descriptor: Int32

  /// Opens the file at `path`; `nil` if it cannot be read.
  init?(_ path: String) {
    // Opening a pipe without a writer must not block.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// At most `count` bytes from `offset`; fewer at the end.
  func bytes(_ count: Int, at offset: Int = 0) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// A hash of the whole file, by which any change is told; `nil` if it cannot be read.
  ///
  /// Four hashes of 8-byte words side by side keep the processor busy.
  func digest() -> UInt64? {
    let size = 1 << 17
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer -> UInt64? in
      var hashes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
      var offset = 0
      while true {
        // Reads can end anywhere, and the same bytes must give the same hash.
        var count = 0
        while count < size {
          let more = pread(
            descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(offset + count))
          guard more >= 0 || errno == EINTR else { return nil }
          guard more != 0 else { break }
          count += max(0, more)
        }
        guard count > 0 else { break }
        let padded = (count + 31) & ~31
        for place in count..<padded { buffer[place] = 0 }
        var place = 0
        while place < padded {
          hashes.0 = Self.mixed(hashes.0, buffer, place)
          hashes.1 = Self.mixed(hashes.1, buffer, place + 8)
          hashes.2 = Self.mixed(hashes.2, buffer, place + 16)
          hashes.3 = Self.mixed(hashes.3, buffer, place + 24)
          place += 32
        }
        offset += count
      }
      return [hashes.1, hashes.2, hashes.3, UInt64(offset)].reduce(hashes.0) {
        ($0 ^ $1) &* Self.multiplier
      }
    }
  }

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mixed(
    _ hash: UInt64, _ buffer: UnsafeMutableRawBufferPointer, _ place: Int
  ) -> UInt64 {
    let mixed = (hash ^ buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* multiplier
    return mixed ^ mixed >> 29
  }

  /// Whether another process has a lock on the byte at `offset`.
  func isLockedByOthers(at offset: Int) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (off_t(offset), 1)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}

extension [UInt8] {
  /// The big-endian number in the four bytes at `offset`; 0 beyond the end.
  func bigEndian(at offset: Int) -> Int {
    guard offset + 4 <= count else { return 0 }
    return self[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Whether the file at `path` is one of SQLite's: a database, a log, its index or
/// a rollback journal, with any name.
///
/// - Parameter path: A file that this process does not have open as a database.
/// - Returns: `nil` if it cannot be read.
public func isSQLiteFile(at path: String) -> Bool? {
  guard let file = RawFile(path) else { return nil }
  let head = file.bytes(52)
  return DatabaseHeader.isOne(head) || LogFile.isOne(head) || RollbackJournal.isOne(head)
    || LogFile.isIndex(head)
}

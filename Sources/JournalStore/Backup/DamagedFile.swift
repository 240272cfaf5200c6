/// The bytes of a journal that SQLite may be unable to open.
struct DamagedFile {
  /// The file with the committed part of its log, and a header that SQLite accepts.
  let image: DatabaseImage

  /// Reads the file at `path`; a log beside it belongs to it.
  ///
  /// - Throws: `FileProblem`.
  init(at path: String) throws {
    let file = linkDestination(of: path)
    var bytes = try readWhole(file)
    Self.overlay(try readWhole(file + "-wal"), on: &bytes)
    image = DatabaseImage(Self.mended(bytes))
  }

  // MARK: - The log

  /// Puts the pages of the transactions in a log into the file, up to the first frame
  /// that is damaged, as SQLite does.
  private static func overlay(_ log: [UInt8], on bytes: inout [UInt8]) {
    let header = 32
    let pageSize = log.bigEndian(at: 8)
    guard log.count >= header, LogFile.isOne(log),
      [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536]
        .contains(pageSize)
    else { return }
    // The lowest bit of the mark tells the byte order of the sums.
    let isBigEndian = log[3] & 1 == 1
    var sum = checksum(log[0..<24], isBigEndian, (0, 0))
    var (offset, pages, lastPages) = (header, [Int: Range<Int>](), [Int: Range<Int>]())
    var pageCount = 0
    while offset + 24 + pageSize <= log.count {
      let content = offset + 24..<offset + 24 + pageSize
      guard log[offset + 8..<offset + 16] == log[16..<24] else { break }
      sum = checksum(log[offset..<offset + 8], isBigEndian, sum)
      sum = checksum(log[content], isBigEndian, sum)
      guard log.bigEndian(at: offset + 16) == Int(sum.0),
        log.bigEndian(at: offset + 20) == Int(sum.1)
      else { break }
      pages[log.bigEndian(at: offset)] = content
      let size = log.bigEndian(at: offset + 4)
      if size > 0 { (lastPages, pageCount) = (pages, size) }
      offset = content.upperBound
    }
    // A log cannot make a file longer than by its own pages.
    let most = bytes.count / pageSize + lastPages.count
    for (page, content) in lastPages where (1...pageCount).contains(page) && page <= most {
      let end = page * pageSize
      if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(end - pageSize..<end, with: log[content])
    }
  }

  private static func checksum(
    _ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool, _ start: (UInt32, UInt32)
  ) -> (UInt32, UInt32) {
    var (first, second) = start
    bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        let words = [0, 4].map { part in
          let word = bytes.loadUnaligned(fromByteOffset: offset + part, as: UInt32.self)
          return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }
        first = first &+ words[0] &+ second
        second = second &+ words[1] &+ first
      }
    }
    return (first, second)
  }

  // MARK: - The header

  private static let mark = Array("SQLite format 3\0".utf8)

  /// Replaces what the header of every journal has in common, where it is damaged.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 512 else { return bytes }
    var bytes = bytes
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let isWhole = bytes.starts(with: mark) && (size == 1 || size >= 512 && size & size - 1 == 0)
    // No log: it is in the file by now.
    (bytes[18], bytes[19]) = (1, 1)
    guard !isWhole else { return bytes }
    let pageSize = 4096
    func set(_ value: Int, at offset: Int) {
      for place in 0..<4 { bytes[offset + place] = UInt8(value >> (24 - 8 * place) & 0xff) }
    }
    bytes.replaceSubrange(0..<16, with: mark)
    (bytes[16], bytes[17]) = (UInt8(pageSize >> 8), 0)
    bytes.replaceSubrange(20..<24, with: [0, 64, 32, 32])
    // The count of pages is valid if these two are the same.
    set(1, at: 24)
    set(1, at: 92)
    set(bytes.count / pageSize, at: 28)
    // No free pages, the newest format of the schema, UTF-8.
    for (value, offset) in [(0, 32), (0, 36), (4, 44), (0, 52), (1, 56), (0, 64)] {
      set(value, at: offset)
    }
    set(Migrator.applicationID, at: 68)
    return bytes
  }
}

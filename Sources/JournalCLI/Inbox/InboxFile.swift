import EntryInput
import JournalFiles
import Platform

/// A text file to which phones and other programs append lines.
struct InboxFile {
  /// A line that is neither blank nor a comment.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// Its text; `nil` if it cannot be one of an entry.
    let text: String?
    /// Why there is no text.
    var problem = ""
  }

  /// The path as typed.
  let path: String
  /// The lines.
  private(set) var lines: [Line] = []
  /// Whether the last line may still be on its way.
  private(set) var isUnfinished = false

  /// The longest line, in bytes: a note has at most 10,000 characters.
  static let longestLine = 1 << 16
  /// How long a file must be left alone before a last line without a line feed is read,
  /// in seconds.
  static let secondsToFinish = 60

  /// Reads the file at `path`, or nothing if `isOptional` and there is none.
  ///
  /// - Throws: ``FileError`` if it cannot be read or is not a text file.
  init(_ path: String, isOptional: Bool = false) throws {
    self.path = path
    if isOptional, access(path, F_OK) != 0 { return }
    var status = stat()
    guard stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFIFO else {
      throw FileError("The file \(path) is a pipe; name a text file.")
    }
    let file = try InputFile(path)
    // Before the lines: what is added while they are read is for the next time.
    let isNew = Self.isChanging(path)
    var (splitter, isText) = (LineSplitter(), true)
    try file.withBytes { read in
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while isText {
        let count = try buffer.withUnsafeMutableBytes { try read($0) }
        guard count > 0 else { break }
        isText = buffer.withUnsafeBytes { bytes in
          let piece = UnsafeRawBufferPointer(rebasing: bytes[..<count])
          guard piece.firstPlace(of: 0) == nil else { return false }
          splitter.add(piece)
          return true
        }
      }
    }
    guard isText else {
      throw FileError("The file \(path) is not a text file in UTF-8. Nothing of it was read.")
    }
    if splitter.hasRest {
      if isNew { isUnfinished = true } else { splitter.endLine() }
    }
    lines = splitter.lines
  }

  /// Whether the file was changed less than a minute ago.
  ///
  /// A time in the future comes from another clock and tells nothing.
  private static func isChanging(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let age = time(nil) - status.st_mtim.tv_sec
    return (-5..<secondsToFinish).contains(age)
  }
}

/// Splits bytes into the lines of an inbox, however long they are.
private struct LineSplitter {
  private(set) var lines: [InboxFile.Line] = []
  private var bytes: [UInt8] = []
  private var length = 0
  private var number = 1

  /// Whether there is something after the last line feed.
  var hasRest: Bool { length > 0 }

  mutating func add(_ piece: UnsafeRawBufferPointer) {
    var rest = piece
    while let end = rest.firstPlace(of: UInt8(ascii: "\n")) {
      append(UnsafeRawBufferPointer(rebasing: rest[..<end]))
      endLine()
      number += 1
      rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
    }
    append(rest)
  }

  private mutating func append(_ piece: UnsafeRawBufferPointer) {
    length += piece.count
    bytes += piece.prefix(max(0, InboxFile.longestLine - bytes.count))
  }

  mutating func endLine() {
    defer { (bytes, length) = ([], 0) }
    guard length > 0 else { return }
    guard length <= InboxFile.longestLine else {
      return refuse(
        "The line is longer than \(InboxFile.longestLine) bytes; shorten it in the file.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return refuse("The line is not UTF-8 text; write it again in the file.")
    }
    guard !EntryLine.isPassedOver(text) else { return }
    lines.append(InboxFile.Line(number: number, text: text))
  }

  private mutating func refuse(_ problem: String) {
    lines.append(InboxFile.Line(number: number, text: nil, problem: problem))
  }
}

extension UnsafeRawBufferPointer {
  /// The place of the first such byte, found as fast as the C library can.
  fileprivate func firstPlace(of byte: UInt8) -> Int? {
    guard let start = baseAddress, count > 0, let found = memchr(start, Int32(byte), count) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }
}

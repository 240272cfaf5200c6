import EntryInput
import JournalFiles
import JournalStore
import Platform
import WrittenValues

/// The lines of an inbox that could not be read, in a file next to it, where they can be
/// corrected.
struct UnreadFile {
  /// A line with the reason above it.
  struct Entry: Equatable {
    /// The mark of the line in the inbox; `nil` if it was written here.
    var original: LineMark?
    /// Why it could not be read.
    var reason: String
    /// The line, which may have been corrected; `nil` if it has to be corrected in the
    /// inbox.
    var text: String?
  }

  /// The end of the file's name.
  static let ending = ".unread"

  /// Its path.
  let path: String
  /// What is in it.
  private(set) var entries: [Entry] = []
  private let before: [UInt8]?

  /// Reads the file next to `inbox`, if there is one.
  ///
  /// - Throws: ``FileError``.
  init(of inbox: String) throws {
    path = inbox + Self.ending
    before = try Self.bytes(of: path)
    guard let before else { return }
    guard !before.contains(0), let text = String(validating: before, as: UTF8.self) else {
      throw FileError("The file \(path) is not a text file in UTF-8. Nothing of it was read.")
    }
    var (reason, original) = ("", LineMark?.none)
    for line in text.split(whereSeparator: \.isNewline) {
      let line = PhoneText.cleaned(String(line))
      if line.hasPrefix("#") {
        (reason, original) = Self.comment(line)
      } else if !line.isEmpty {
        entries.append(Entry(original: original, reason: reason, text: line))
        (reason, original) = ("", nil)
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8]? {
    guard access(path, F_OK) == 0 else { return nil }
    return try InputFile(path).allBytes(upTo: 1 << 26)
  }

  /// The reason in a comment, and the mark in brackets at its end.
  private static func comment(_ line: String) -> (String, LineMark?) {
    let text = InputText.trimmed(String(line.drop { $0 == "#" }))
    guard text.hasSuffix("]"), let start = text.lastIndex(of: "["),
      let mark = LineMark(tag: String(text[text.index(after: start)...].dropLast()))
    else { return (text, nil) }
    return (InputText.trimmed(String(text[..<start])), mark)
  }

  /// The file with `entries`.
  static func text(_ entries: [Entry], of inbox: String) -> String {
    let name = inbox.split(separator: "/").last.map(String.init) ?? inbox
    let head = """
      # Lines of \(DisplayText.visible(name)) that were not logged. Correct a line here and leave the comment
      # above it. The next nerve inbox logs it and removes it from this file.

      """
    return entries.reduce(head) { text, entry in
      let tag = entry.original.map { " [\($0.tag)]" } ?? ""
      return text + "\n# \(DisplayText.visible(entry.reason))\(tag)\n"
        + (entry.text.map { $0 + "\n" } ?? "")
    }
  }

  /// Replaces the file by one with `entries`, as a whole; without any it is removed.
  ///
  /// - Parameters:
  ///   - entries: What is left unread now.
  ///   - inbox: The path of the inbox.
  /// - Returns: Whether the file is as it should be; not if someone changed it since it
  ///   was read.
  /// - Throws: ``FileError`` if it cannot be written.
  func replace(with entries: [Entry], of inbox: String) throws -> Bool {
    let bytes = entries.isEmpty ? nil : Array(Self.text(entries, of: inbox).utf8)
    guard bytes != before else { return true }
    guard try Self.bytes(of: path) == before else { return false }
    do {
      try write(bytes)
    } catch {
      throw FileError("Cannot write \(path): \(error.reason). The lines stay in \(inbox).")
    }
    return true
  }

  private func write(_ bytes: [UInt8]?) throws(SystemError) {
    let folder = folder(of: path)
    if let bytes { return try OutputDraft(of: bytes, in: folder).become(path, replacing: true) }
    guard unlink(path) == 0 || errno == ENOENT else { throw SystemError() }
    try synchronize(folder: folder)
  }
}

import Presentation
import WrittenValues

/// SQL as text.
enum SQLText {
  /// Returns `sql` with dots instead of quoted text and comments.
  ///
  /// They may contain notes, and messages end up in logs and in questions to other
  /// people. Every byte keeps its position.
  static func withoutTexts(_ sql: String) -> String {
    var bytes = Array(sql.utf8)
    var end: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if end.isEmpty {
        switch bytes[index] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): end = [bytes[index]]
        case UInt8(ascii: "-") where next == UInt8(ascii: "-"): end = [0x0A]
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
          end = Array("*/".utf8)
          index += 1
        default: break
        }
      } else if bytes[index...].starts(with: end) {
        index += end.count - 1
        end = []
      } else if bytes[index] >= 0x20 {
        bytes[index] = UInt8(ascii: ".")
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The offset in bytes of `name` in `sql` as a whole word.
  static func place(of name: String, in sql: String) -> Int? {
    let (bytes, name) = (Array(sql.utf8), Array(name.utf8))
    guard !name.isEmpty, bytes.count >= name.count else { return nil }
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    return (0...(bytes.count - name.count)).first { start in
      let end = start + name.count
      return bytes[start..<end].elementsEqual(name) && (start == 0 || !isWord(bytes[start - 1]))
        && (end == bytes.count || !isWord(bytes[end]))
    }
  }

  /// The line of `sql` with the byte at `offset`, and a caret under that byte.
  static func excerpt(of sql: String, at offset: Int, width: Int) -> [String] {
    let bytes = Array(sql.utf8)
    let offset = min(max(0, offset), bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    var before = Array(shown(bytes[start..<offset]))
    var after = Array(shown(bytes[offset..<end]))
    // A long line is cut to the part around the place.
    if before.count + after.count > width, before.count > width / 2 {
      before = ["…"] + before.suffix(width / 2 - 1)
    }
    let room = width - before.count
    if after.count > room { after = after.prefix(room - 1) + ["…"] }
    let column = DisplayText.width(String(before))
    return ["  " + String(before + after), String(repeating: " ", count: column + 2) + "^"]
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    DisplayText.visible(
      String(decoding: bytes.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self))
  }
}

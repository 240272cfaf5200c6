/// Limits the amount of text kept from a document.
struct KeptText {
  /// The maximum number of bytes.
  private static let limit = 1 << 25
  private var bytes = 0

  /// Keeps `text`; empty text is unknown.
  ///
  /// - Throws: ``ActivityFileError`` if there is more than that.
  mutating func keep(_ text: String) throws(ActivityFileError) -> String? {
    bytes += text.utf8.count
    guard bytes <= Self.limit else {
      throw ActivityFileError("The text in the file is far too long.")
    }
    return text.isEmpty ? nil : text
  }
}

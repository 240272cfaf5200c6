/// The texts that are kept of a document, so that they stay few.
struct KeptText {
  /// The most bytes of all of them.
  private static let limit = 1 << 25
  private var bytes = 0

  /// Keeps `text`; an empty one is unknown.
  ///
  /// - Throws: ``ActivityFileError`` if there is too much.
  mutating func keep(_ text: String) throws(ActivityFileError) -> String? {
    bytes += text.utf8.count
    guard bytes <= Self.limit else { throw ActivityFileError("The texts are far too long.") }
    return text.isEmpty ? nil : text
  }
}

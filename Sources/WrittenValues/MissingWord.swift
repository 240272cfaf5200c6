/// The words in tables for missing measurements.
public enum MissingWord {
  /// Whether `text` means missing, or is blank.
  ///
  /// - Parameter text: Trimmed text without quotes, in any case.
  /// - Returns: Whether it does.
  public static func contains(_ text: String) -> Bool {
    guard text.utf8.count <= 20 else { return false }
    let text = text.lowercased()
    // Dashes, dots and question marks in any number.
    if text.allSatisfy({ "-–—_.…?".contains($0) }) { return true }
    return words.contains(String(text.filter { !$0.isWhitespace }))
  }

  private static let words: Set<String> = [
    "n/a", "na", "n.a.", "n.a", "#n/a", "#na", "<na>", "n/d", "nd", "n.d.", "k.a.", "k.a", "n.v.",
    "none", "(none)", "null", "(null)", "<null>", "\\n", "nil", "nan", "nat", "unknown", "unk",
    "missing", "notavailable", "notrecorded", "notmeasured", "notapplicable", "nodata",
    "unbekannt", "inconnu", "desconocido", "sconosciuto", "onbekend", "desconhecido",
  ]
}

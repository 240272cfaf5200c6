/// Keeps a spreadsheet from running what a note or the name of a file spells.
///
/// Spreadsheets take a field that begins with one of a few characters for a formula,
/// and formulas can read files or send data away. An apostrophe in front makes it text.
package enum FormulaGuard {
  /// Returns `field` as a spreadsheet shows it as text; numbers stay as they are.
  package static func neutralised(_ field: String) -> String {
    guard let first = field.unicodeScalars.first, isRisky(first), !isNumber(field) else {
      return field
    }
    return "'" + field
  }

  private static func isRisky(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Spreadsheets also take the wide forms that East Asian keyboards type.
    case "=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
      "\u{FF20}":
      true
    default: false
    }
  }

  private static func isNumber(_ field: String) -> Bool {
    field.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) } && Double(field) != nil
  }
}

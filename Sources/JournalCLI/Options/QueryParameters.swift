import EntryInput
import JournalStore

/// The values of a statement's parameters, as typed.
enum QueryParameters {
  /// Returns the values in `words`, each `name=value`, by name.
  static func parsed(_ words: [String]) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw UsageError(
          "\(Quoted.text(word)) is not a parameter; use name=value, as in: -p shoe=pegasus"
        )
      }
      var name = word[..<equals]
      if let sign = name.first, ":@$?".contains(sign) { name = name.dropFirst() }
      guard
        values.updateValue(value(word[word.index(after: equals)...]), forKey: String(name)) == nil
      else { throw UsageError("The parameter \(name) is given twice; remove one.") }
    }
    return values
  }

  /// Returns the value of `text`: a number or NULL as in SQL, the text in single
  /// quotes, or the text itself.
  static func value(_ text: Substring) -> SQLiteValue {
    if text.uppercased() == "NULL" { return .null }
    if text.count >= 2, text.first == "'", text.last == "'" {
      return .text(
        String(text.dropFirst().dropLast()).split(separator: "''", omittingEmptySubsequences: false)
          .joined(separator: "'"))
    }
    return number(text) ?? .text(String(text))
  }

  /// Returns the number that `text` writes in decimal digits, with a sign, a point or
  /// an exponent if it has them; `nil` for any other text.
  ///
  /// 007 is no number: a code would lose its zeros.
  private static func number(_ text: Substring) -> SQLiteValue? {
    var rest = text.utf8[...]
    func take(_ isTaken: (UInt8) -> Bool) -> Substring {
      let taken = rest.prefix(while: isTaken)
      rest = rest.dropFirst(taken.count)
      return Substring(taken)
    }
    func takeSign() -> String {
      let sign = rest.prefix(1).filter { "+-".utf8.contains($0) }
      rest = rest.dropFirst(sign.count)
      return String(decoding: sign, as: UTF8.self)
    }
    let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    let sign = takeSign()
    let whole = take(isDigit)
    var fraction: Substring?
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = take(isDigit)
    }
    guard !whole.isEmpty || fraction?.isEmpty == false, whole == "0" || !whole.hasPrefix("0")
    else { return nil }
    var exponent = ""
    if let letter = rest.first, "eE".utf8.contains(letter) {
      rest = rest.dropFirst()
      let sign = takeSign()
      let digits = take(isDigit)
      guard !digits.isEmpty else { return nil }
      exponent = "e\(sign)\(digits)"
    }
    guard rest.isEmpty else { return nil }
    if fraction == nil, exponent.isEmpty, let number = Int64(text) { return .integer(number) }
    // With digits on both sides of the point, as every reader of numbers takes it.
    let (before, after) = (whole.isEmpty ? "0" : whole, fraction?.isEmpty == false ? fraction : "0")
    guard let number = Double("\(sign)\(before).\(after ?? "0")\(exponent)"), number.isFinite
    else { return nil }
    return .real(number)
  }
}

internal import Platform

/// Formats numbers for people: fixed decimals, no sign on a zero.
///
/// **Missing values.** `nil`, NaN and the infinities are unknown and written as
/// ``unknown``, never as 0.
package enum NumberText {
  /// The text of an unknown value.
  package static let unknown = "–"

  /// Returns `value` with `decimals` digits after the point, such as `0.50`.
  ///
  /// The exact binary value is rounded to the nearest, ties to even, like C's
  /// `printf`: 0.125 gives `0.12`. A result of zero has no sign.
  ///
  /// - Parameters:
  ///   - value: Any number, or `nil`.
  ///   - decimals: 0 to 30.
  /// - Returns: The text, with a full stop in every locale.
  package static func fixed(_ value: Double?, _ decimals: Int) -> String {
    precondition((0...30).contains(decimals), "between 0 and 30 decimals")
    guard let value, value.isFinite else { return unknown }
    // The largest number has 309 digits before the point.
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 352) { buffer in
      let count = withVaList([CInt(decimals), value]) {
        vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0)
      }
      return String(decoding: buffer.prefix(Int(count)).lazy.map(UInt8.init), as: UTF8.self)
    }
    let isZero = text.utf8.allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// Returns `value` with its sign, such as `+0.3` or `-0.4`; zero has none.
  ///
  /// - Parameters:
  ///   - value: Any number, or `nil`.
  ///   - decimals: 0 to 30, as for ``fixed(_:_:)``.
  /// - Returns: The text.
  package static func signed(_ value: Double?, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    guard let value, value.isFinite, value > 0 else { return text }
    return text.contains { ("1"..."9").contains($0) } ? "+\(text)" : text
  }

  /// Returns a count with its noun, such as `1 day` or `3 days`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Returns the fewest digits that identify `value`, such as `8`, `8.2` or
  /// `1e-07`.
  package static func shortest(_ value: Double?) -> String {
    guard let value, value.isFinite else { return unknown }
    guard value != 0 else { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Returns `value` as programs write real numbers, such as `8.0` or `1e-07`, with
  /// at most 15 significant digits.
  ///
  /// Those beyond are noise to a person, as in 0.30000000000000004. Digits before
  /// the point all stay.
  package static func readable(_ value: Double) -> String {
    guard value.isFinite else { return value < 0 ? "-Inf" : value > 0 ? "Inf" : "NaN" }
    let text = value.description
    let exponent = text.firstIndex(of: "e") ?? text.endIndex
    var digits = Array(text[..<exponent].utf8)
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")),
      let first = digits.firstIndex(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
    else { return text }
    let end = first + mostDigits + (first < point ? 1 : 0)
    guard end < digits.count, end > point + 1 else { return text }
    let roundsUp = digits[end] >= UInt8(ascii: "5")
    digits.removeSubrange(end...)
    if roundsUp { increment(&digits) }
    while digits.last == UInt8(ascii: "0"), digits[digits.count - 2] != UInt8(ascii: ".") {
      digits.removeLast()
    }
    return String(decoding: digits, as: UTF8.self) + text[exponent...]
  }

  /// How many digits a decimal number always keeps as a `Double`.
  private static let mostDigits = 15

  /// Adds one to the last of `digits`, among which a point and a sign may be.
  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      switch digits[index] {
      case UInt8(ascii: "."): continue
      case UInt8(ascii: "9"): digits[index] = UInt8(ascii: "0")
      case UInt8(ascii: "-"): return digits.insert(UInt8(ascii: "1"), at: index + 1)
      default: return digits[index] += 1
      }
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
  }
}

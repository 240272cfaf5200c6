import Testing
import WrittenValues

/// What texts are as numbers, and what they prove of the decimal mark.
@Suite struct NumberShapeTests {
  @Test(
    arguments: [
      ("8", 8), ("-3", -3), ("007", 7), ("7.5", 7.5), ("+2", 2), ("8,2", 8.2), ("7,25", 7.25),
      ("0,5", 0.5), ("12,3456", 12.3456), ("0,234", 0.234), ("1234,567", 1234.567), (".5", 0.5),
      ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567),
      ("12,34,567", 1_234_567), ("1 234,5", 1234.5), ("1\u{A0}234", 1234), ("1'234.5", 1234.5),
      ("1’234’567", 1_234_567), ("\"4\"", 4), ("'4", 4), ("“4”", 4), (" 4 ", 4), ("\u{A0}4", 4),
      ("５", 5), ("７．５", 7.5), ("٧٫٥", 7.5), ("−3", -3), ("1e3", 1000), ("2.5E-1", 0.25),
      ("\u{200E}4", 4), ("-0.5", -0.5), ("1234.567", 1234.567),
    ] as [(String, Double)])
  func `A number is read in every way of writing it`(text: String, number: Double) {
    guard case .number(let read, _) = NumberShape(text) else {
      Issue.record("\(text) is no number")
      return
    }
    #expect(read == number)
  }

  @Test(arguments: [
    "", " ", "n/a", "N/A", "na", "n. a.", "-", "--", "–", "?", "none", "NULL", "NaN", "unknown",
    "Missing", ".", "...", "\"\"", "#N/A", "\\N", "not recorded",
  ])
  func `A word for nothing is missing`(text: String) {
    #expect(NumberShape(text) == .missing)
  }

  @Test(arguments: [
    "~6", "<6", "5/10", "7h", "8.2 km", "7:30", "about 4", "4-5", "1.2.3", "1,2,3", "1,23.4",
    "0x10",
    "inf", "1e", "e5", "--3", "12 34", "5 10", "1,2345,678", "4?", "true", "5,", "½",
  ])
  func `Anything else is no number`(text: String) {
    #expect(NumberShape(text) == .none)
  }

  @Test func `One mark before three digits is read only with a proof`() {
    let shape = NumberShape("1,234")
    #expect(shape == .ambiguous(.comma, fraction: 1.234, thousands: 1234))
    #expect(shape.value(nil) == nil)
    #expect(shape.value(.comma) == 1.234)
    #expect(shape.value(.point) == 1234)
    #expect(NumberShape("-1.234").value(.comma) == -1234)
    #expect(NumberShape("１，２３４").value(.comma) == 1.234)
    #expect(NumberShape("8,2").value(.point) == 8.2)
  }

  @Test func `Other numbers prove the decimal mark`() {
    func mark(_ texts: [String]) -> DecimalMark? {
      var proof = DecimalMarkProof()
      for text in texts { proof.take(text) }
      return proof.mark
    }
    #expect(mark(["1,234", "8,2"]) == .comma)
    #expect(mark(["1,234", "0.5"]) == .point)
    #expect(mark(["1.234", "1.234.567"]) == .comma)
    #expect(mark(["1,234", "5", "n/a"]) == nil)
    #expect(mark(["8,2", "8.2"]) == nil)
  }
}

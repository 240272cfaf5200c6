import Testing

@testable import Presentation

@Suite struct ScaleTests {
  /// Ticks by hand.
  @Test(
    arguments: [
      (0...10, 5, ["0", "2", "4", "6", "8", "10"]),
      (0...1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (-0.31...0.27, 5, ["−0.4", "−0.2", "0.0", "0.2", "0.4"]),
      (0...97, 3, ["0", "50", "100"]),
      (0...0.031, 3, ["0.00", "0.02", "0.04"]),
      (3...3, 2, ["3.0", "3.5"]),
      (0...12_345, 4, ["0", "5000", "10000", "15000"]),
    ] as [(ClosedRange<Double>, Int, [String])])
  func `Ticks stand at round numbers and hold the values`(
    values: ClosedRange<Double>, steps: Int, labels: [String]
  ) {
    let scale = Scale(holding: values, steps: steps)
    #expect(scale.ticks.map(scale.label) == labels)
    #expect(scale.range.contains(values.lowerBound) && scale.range.contains(values.upperBound))
  }

  @Test func `What is written into a page is shown and not run`() {
    #expect(
      MarkupText.escaped("<script>\"a\" & 'b'</script>\u{0}\u{202E}")
        == "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;\u{FFFD}\u{FFFD}")
  }
}

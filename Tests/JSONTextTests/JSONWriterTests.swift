import TestSupport
import Testing

@testable import JSONText

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-7, "-7"),
      (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
      (.number(0.1), "0.1"), (.number(8), "8.0"), (.number(-0.0), "0.0"), (.number(1e21), "1e+21"),
      (.number(.pi), "3.141592653589793"), (.number(.leastNonzeroMagnitude), "5e-324"),
      (.number(.nan), "null"), (.number(.infinity), "null"), ("", "\"\""), ([], "[]"), ([:], "{}"),
      ("a\"b\\c/d", "\"a\\\"b\\\\c/d\""), ("\u{8}\t\n\u{C}\r", "\"\\b\\t\\n\\f\\r\""),
      ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("\u{2028}🦵é", "\"\u{2028}🦵é\""),
      ("\u{80}\u{9B}\u{9F}\u{A0}", "\"\\u0080\\u009b\\u009f\u{A0}\""),
      ([1, "x", [nil]], "[1,\"x\",[null]]"), (["b": 1, "a": [:]], "{\"b\":1,\"a\":{}}"),
    ] as [(JSON, String)])
  func `A value has one compact form`(value: JSON, text: String) {
    #expect(JSONWriter.text(value, style: .compact) == text + "\n")
  }

  @Test func `A report is easy to write and pretty to read`() {
    let slope: Double? = 0.25
    let missing: Int? = nil
    let report: JSON = [
      "load": "km", "lags": [["lag": 1, "n": JSON(missing), "ci95": JSON(0.1...0.4)]],
      "adjusted": JSON(slope) { ["slope": JSON($0), "t": JSON(Double.nan)] },
      "reverse": JSON(String?.none) { .string($0) }, "empty": [], "values": JSON([1.5, nil]),
    ]
    #expect(
      JSONWriter.text(report) == """
        {
          "load": "km",
          "lags": [
            {
              "lag": 1,
              "n": null,
              "ci95": [
                0.1,
                0.4
              ]
            }
          ],
          "adjusted": {
            "slope": 0.25,
            "t": null
          },
          "reverse": null,
          "empty": [],
          "values": [
            1.5,
            null
          ]
        }

        """)
  }

  @Test(.enabled(if: PythonReference.path != nil, "needs python3"))
  func `Python reads back every number and every character as it was`() throws {
    var random = SplitMix64(seed: 20_261_123)
    let numbers = (0..<3000).map { _ in
      Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
    }.filter(\.isFinite)
    let text = String(
      String.UnicodeScalarView((0...0x2FFF).compactMap { Unicode.Scalar(UInt32($0)) }))
    let script = """
      import json, struct, sys
      value = json.loads(sys.stdin.read())
      print(" ".join(str(struct.unpack("<Q", struct.pack("<d", n))[0]) for n in value["n"]))
      print(value["t"] == "".join(map(chr, range(0x3000))))
      """
    let value: JSON = ["n": .array(numbers.map(JSON.number)), "t": .string(text)]
    let lines = try PythonReference.run(script, input: JSONWriter.text(value))
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].split(separator: " ").compactMap { UInt64($0) } == numbers.map(\.bitPattern))
    #expect(lines[1] == "True")
  }
}

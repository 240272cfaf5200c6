import ActivityFiles
import Testing

@Suite struct FingerprintTests {
  // The published test vectors of FNV-1a with 128 bits.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func `The fingerprint is FNV-1a`(text: String, digits: String) {
    #expect("\(Fingerprint(of: text.utf8))" == digits)
    var parts = Fingerprint()
    for byte in text.utf8 { parts.combine([byte]) }
    #expect("\(parts)" == digits)
  }
}

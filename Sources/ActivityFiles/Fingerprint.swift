/// A 128-bit hash (FNV-1a) that identifies content.
///
/// It distinguishes real files; it does not protect against deliberate
/// collisions.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Creates the fingerprint of no bytes.
  public init() {}

  /// Creates the fingerprint of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    combine(bytes)
  }

  /// Adds `bytes` to the content.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
  }

  /// The hash in 32 hexadecimal digits.
  public var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

import Testing

@testable import ActivityFiles

@Suite struct FITBaseTypeTests {
  // The table of base types in the description of the FIT protocol.
  @Test(
    arguments: [
      (0x00, 1, 0xff), (0x01, 1, 0x7f), (0x02, 1, 0xff), (0x83, 2, 0x7fff), (0x84, 2, 0xffff),
      (0x85, 4, 0x7fff_ffff), (0x86, 4, 0xffff_ffff), (0x88, 4, 0xffff_ffff),
      (0x89, 8, 0xffff_ffff_ffff_ffff), (0x0a, 1, 0), (0x8b, 2, 0), (0x8c, 4, 0), (0x0d, 1, 0xff),
      (0x8e, 8, 0x7fff_ffff_ffff_ffff), (0x8f, 8, 0xffff_ffff_ffff_ffff), (0x90, 8, 0),
    ] as [(UInt8, Int, UInt64)])
  func `Each type has its size and its mark of an invalid value`(
    byte: UInt8, size: Int, invalid: UInt64
  ) throws {
    let type = try #require(FITBaseType(byte: byte))
    #expect(type.size == size)
    #expect(type.number(from: invalid) == nil)
    let one: UInt64 = type == .float32 ? 0x3f80_0000 : type == .float64 ? 0x3ff0_0000_0000_0000 : 1
    #expect(type.number(from: one) == 1)
  }

  @Test func `Signed types hold negative numbers`() {
    #expect(FITBaseType.int8.number(from: 0xfe) == -2)
    #expect(FITBaseType.int16.number(from: 0xfffe) == -2)
    #expect(FITBaseType.int32.number(from: 0xffff_fffe) == -2)
    #expect(FITBaseType.int64.number(from: .max - 1) == -2)
    #expect(FITBaseType(byte: 0x1f) == nil)
    #expect(FITBaseType.string.number(from: 1) == nil)
    #expect(FITBaseType.float32.number(from: 0x7f80_0000) == nil)
  }
}

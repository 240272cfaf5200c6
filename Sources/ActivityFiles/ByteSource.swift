/// Fills the start of a buffer and returns the number of bytes, 0 at the end.
public typealias ByteSource = (UnsafeMutableRawBufferPointer) throws -> Int

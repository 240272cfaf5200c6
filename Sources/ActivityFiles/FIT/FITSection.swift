/// One of several FIT files chained in one: a header, messages and a checksum.
struct FITSection {
  /// The activities in its messages.
  private(set) var recording = FITRecording()
  /// Its problems.
  private(set) var warnings: Set<FITWarning> = []
  /// The start of the next section.
  let end: Int

  /// Reads the section with `header` at `start` of `bytes`.
  init(_ header: FITHeader, in bytes: [UInt8], at start: Int) {
    let first = min(start + header.size, bytes.count)
    let checksum = first + header.dataSize
    let next = checksum + 2
    let isWhole = header.dataSize > 0 && next <= bytes.count
    let isSound =
      isWhole && FITCRC.checksum(of: bytes, in: start..<next) == 0
      && header.checksum.map { $0 == FITCRC.checksum(of: bytes, in: start..<start + 12) } ?? true
    // A device writes the size at the end of the recording, or now and then
    // during it. If the size is wrong, everything after may be messages.
    let isClosed =
      isWhole && (isSound || next == bytes.count || FITHeader.begins(bytes[next...]))
    end = isClosed ? next : bytes.count
    if !isClosed { warnings.insert(.cutShort) }

    var decoder = FITDecoder(bytes, in: first..<(isClosed ? checksum : bytes.count))
    do {
      while let message = try decoder.next() { recording.add(message) }
    } catch {
      switch error {
      case .endsWithinMessage: warnings.insert(.cutShort)
      case .undefinedMessage: warnings.insert(.damaged)
      }
    }
    // Any other damage implies a wrong checksum.
    if !isSound, warnings.isEmpty { warnings.insert(.wrongChecksum) }
  }
}

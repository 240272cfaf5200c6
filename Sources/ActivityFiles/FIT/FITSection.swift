/// One of the FIT files that are chained in one: a header, messages and a
/// checksum.
struct FITSection {
  /// What its messages tell.
  private(set) var recording = FITRecording()
  /// What is wrong with it.
  private(set) var warnings: Set<FITWarning> = []
  /// Where the next section begins.
  let end: Int

  /// Reads the section that begins with `header` at `start` of `bytes`.
  init(_ header: FITHeader, in bytes: [UInt8], at start: Int) {
    let first = min(start + header.size, bytes.count)
    let checksum = first + header.dataSize
    let next = checksum + 2
    let isWhole = header.dataSize > 0 && next <= bytes.count
    let isSound =
      isWhole && FITCRC.checksum(of: bytes, in: start..<next) == 0
      && header.checksum.map { $0 == FITCRC.checksum(of: bytes, in: start..<start + 12) } ?? true
    // A device writes the size when it ends the recording, or now and then during
    // it. Where it does not fit, all that follows may be messages.
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
    // Other damage says as much and more.
    if !isSound, warnings.isEmpty { warnings.insert(.wrongChecksum) }
  }
}

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
    // A device writes the size of the messages when it ends the recording.
    let isOpen = header.dataSize == 0
    let last = isOpen ? bytes.count : min(first + header.dataSize, bytes.count)
    let isWhole = !isOpen && first + header.dataSize + 2 <= bytes.count
    end = isWhole ? last + 2 : bytes.count
    if !isWhole { warnings.insert(.cutShort) }

    var decoder = FITDecoder(bytes, in: first..<last)
    do {
      while let message = try decoder.next() { recording.add(message) }
    } catch {
      switch error {
      case .endsWithinMessage: warnings.insert(.cutShort)
      case .undefinedMessage: warnings.insert(.damaged)
      }
    }

    let isSound =
      (header.checksum.map { $0 == FITCRC.checksum(of: bytes, in: start..<start + 12) } ?? true)
      && (!isWhole || FITCRC.checksum(of: bytes, in: start..<end) == 0)
    // Other damage says as much and more.
    if !isSound, warnings.isEmpty { warnings.insert(.wrongChecksum) }
  }
}

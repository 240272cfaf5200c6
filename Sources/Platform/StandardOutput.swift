/// A buffered writer to a file descriptor, by default standard output.
///
/// Bytes are written in pieces of 64 KiB or more. Call `finish()` at the end:
/// until it returns, nothing guarantees that the output has arrived.
///
/// If the reader closes the pipe, as `head` does, SIGPIPE ends the process
/// silently by default. If that signal is ignored, ``OutputError/readerGone`` is
/// thrown instead.
package final class StandardOutput: ByteSink {
  /// The number of bytes that fills the buffer.
  package static let bufferSize = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Creates a writer to `descriptor`, which stays open afterwards.
  package init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Whether the bytes go to a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Appends `bytes`, and writes the buffer once it is full.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Throws: ``OutputError``.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try finish() }
  }

  package func flush() throws(OutputError) { try finish() }

  /// Writes everything in the buffer.
  ///
  /// Bytes that cannot be written are dropped, so that an error is reported once.
  ///
  /// - Throws: ``OutputError``.
  package func finish() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return writeToDescriptor(descriptor, rest.baseAddress, rest.count)
      }
      guard count < 0 else {
        start += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Another program left the terminal in non-blocking mode.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      case EPIPE: throw .readerGone
      case ENOSPC, EDQUOT: throw .diskFull
      case let code: throw .failed(code: code)
      }
    }
  }
}

/// The reason why output did not arrive.
package enum OutputError: Error, Equatable, CustomStringConvertible {
  /// The reader closed the pipe, which is nobody's mistake.
  case readerGone
  /// The disk is full.
  case diskFull
  /// The operating system refused to write; `code` is its `errno`.
  case failed(code: Int32)

  /// The exit status of the program: as if SIGPIPE had ended it, or 1 for a
  /// failure to report.
  package var exitStatus: Int32 {
    self == .readerGone ? 128 + SIGPIPE : 1
  }

  /// One sentence to print; empty for a closed pipe.
  package var description: String {
    switch self {
    case .readerGone: ""
    case .diskFull:
      "The output was cut off because the disk is full; all entries are in the journal."
    case .failed(let code):
      "The output could not be written (system error \(code)); all entries are in the journal."
    }
  }
}

/// The C library's `write`, hidden by a method with the same name.
private func writeToDescriptor(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

internal import Synchronization

/// Signals delivered as bytes in a pipe, so that one wait covers keys and
/// signals.
///
/// There is only one at a time, because signals belong to the whole process.
package final class SignalPipe {
  /// The end to wait on.
  package let descriptor: Int32
  private let end: Int32
  private let signals: [Int32]
  private var former: [sigaction] = []

  /// Catches `signals` until ``close()``; `nil` without a free pipe.
  package init?(catching signals: [Int32]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (descriptor, end) = (ends[0], ends[1])
    self.signals = signals
    // The handler must never block, and poll(2) informs the reader.
    for descriptor in ends { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    caughtSignals.store(end, ordering: .sequentiallyConsistent)
    former = signals.map(Self.install)
  }

  /// The oldest pending signal, if any.
  package func next() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Does what `signal` did before it was caught, then catches it again.
  package func pass(_ signal: Int32) {
    guard let index = signals.firstIndex(of: signal) else { return }
    var action = former[index]
    sigaction(signal, &action, nil)
    raise(signal)
    former[index] = Self.install(signal)
  }

  /// Restores the previous handlers.
  package func close() {
    for (signal, action) in zip(signals, former) {
      var action = action
      sigaction(signal, &action, nil)
    }
    former = []
    caughtSignals.store(-1, ordering: .sequentiallyConsistent)
    Platform.close(descriptor)
    Platform.close(end)
  }

  /// Catches `signal` and returns its previous handler.
  ///
  /// An ignored signal, as with nohup(1), stays ignored.
  private static func install(_ signal: Int32) -> sigaction {
    var former = sigaction()
    sigaction(signal, nil, &former)
    guard unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self) != 1 else {
      return former
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let problem = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      write(caughtSignals.load(ordering: .sequentiallyConsistent), &byte, 1)
      errno = problem
    }
    action.sa_flags = SA_RESTART
    sigaction(signal, &action, nil)
    return former
  }
}

/// The write end of the pipe, for the signal handler.
private let caughtSignals = Atomic<Int32>(-1)

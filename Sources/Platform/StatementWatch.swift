internal import Synchronization

/// Ends a statement that takes too long, or that the person stops with Ctrl-C.
///
/// SQLite asks regularly whether to continue, but not within one of its own
/// steps, such as a text search in megabytes. So a second later the whole process
/// ends, if it belongs to the statement. A reading statement loses nothing by that,
/// and the journal's log rolls a writing one back. A shell, which goes on afterwards,
/// ends only if the person then presses Ctrl-C once more.
package final class StatementWatch {
  /// The reason for ending a statement.
  package enum Reason {
    case timeIsUp
    case interrupted
  }

  /// The reason why the statement was ended, if it was.
  package private(set) var reason: Reason?

  private let ownsProcess: Bool
  private var secondsLeft: Double?
  private var start = monotonicSeconds()
  // Until the latest pause.
  private var secondsBefore = 0.0
  private var former: [Int32: sigaction] = [:]

  /// Starts the clock.
  ///
  /// - Parameters:
  ///   - seconds: The time limit for statements; `nil` for none.
  ///   - ownsProcess: Whether the command may use signals and the process.
  ///   - isOneOfMany: Whether the process goes on after the statement.
  package init(seconds: Double?, ownsProcess: Bool, isOneOfMany: Bool = false) {
    secondsLeft = seconds
    self.ownsProcess = ownsProcess
    guard ownsProcess else { return }
    stopRequests.store(0, ordering: .sequentiallyConsistent)
    // Alone, the second one ends the process, as it would have without us.
    requestsBorne.store(isOneOfMany ? .max : 1, ordering: .sequentiallyConsistent)
    catchSignal(SIGINT) { _ in
      let requests = stopRequests.add(1, ordering: .sequentiallyConsistent).newValue
      if requests > requestsBorne.load(ordering: .sequentiallyConsistent) {
        _exit(128 + SIGINT)
      }
      if requests == 1 { alarm(1) }
    }
    catchSignal(SIGALRM, isOneOfMany ? Self.askAgain : Self.endProcess)
    setAlarm()
  }

  private static let endProcess: @convention(c) (Int32) -> Void = { _ in
    let isInterrupted = stopRequests.load(ordering: .sequentiallyConsistent) > 0
    let words: StaticString =
      isInterrupted ? "nerve: Stopped.\n" : "nerve: The query timed out.\n"
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(isInterrupted ? 128 + SIGINT : 1)
  }

  private static let askAgain: @convention(c) (Int32) -> Void = { _ in
    let requests = stopRequests.load(ordering: .sequentiallyConsistent)
    requestsBorne.store(requests, ordering: .sequentiallyConsistent)
    let words: StaticString =
      "nerve: The statement does not stop yet; Ctrl-C leaves the shell.\n"
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
  }

  /// The seconds since the clock was started, without its pauses.
  package var seconds: Double { secondsBefore + monotonicSeconds() - start }

  /// Whether the statement may continue.
  package func mayGoOn() -> Bool {
    if ownsProcess, stopRequests.load(ordering: .relaxed) > 0 {
      reason = .interrupted
    } else if let secondsLeft, monotonicSeconds() - start > secondsLeft {
      reason = .timeIsUp
    }
    return reason == nil
  }

  /// Runs `body` with the clock stopped: a reader may take hours over a
  /// screenful.
  ///
  /// - Throws: ``OutputError``.
  package func pausing<T>(_ body: () throws -> T) rethrows -> T {
    secondsBefore = seconds
    secondsLeft = secondsLeft.map { $0 - (monotonicSeconds() - start) }
    if ownsProcess, reason == nil { alarm(0) }
    defer {
      start = monotonicSeconds()
      setAlarm()
    }
    return try body()
  }

  /// Releases the signals.
  package func stop() {
    guard ownsProcess else { return }
    alarm(0)
    for (signal, action) in former {
      var action = action
      var present = sigaction()
      sigaction(signal, nil, &present)
      // A pager started in between has its own handler.
      if address(present) == address(handlers[signal] ?? sigaction()) {
        sigaction(signal, &action, nil)
      }
    }
  }

  private var handlers: [Int32: sigaction] = [:]

  private func catchSignal(_ signal: Int32, _ handler: @convention(c) @escaping (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    var before = sigaction()
    sigaction(signal, nil, &before)
    // An ignored signal, as with nohup(1), stays ignored.
    guard address(before) != 1 else { return }
    former[signal] = before
    handlers[signal] = action
    sigaction(signal, &action, nil)
  }

  private func address(_ action: sigaction) -> Int {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  private func setAlarm() {
    guard ownsProcess, reason == nil else { return }
    if stopRequests.load(ordering: .relaxed) > 0 {
      alarm(1)
    } else if let secondsLeft {
      alarm(UInt32(min(max(0, secondsLeft), 1e9)) + 2)
    }
  }
}

/// The number of requests to stop.
private let stopRequests = Atomic<Int>(0)

/// The number of requests to stop that do not end the process.
private let requestsBorne = Atomic<Int>(1)

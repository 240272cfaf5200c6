import Foundation
import Synchronization

/// Runs `body` on `count` threads that start together, and waits for them all.
///
/// Threads of their own, because what is tested blocks while it waits for locks.
func concurrently<T: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) throws -> T
) -> [Result<T, any Error>] {
  let results = Results<T>(count)
  let start = DispatchSemaphore(value: 0)
  let end = DispatchGroup()
  for number in 0..<count {
    end.enter()
    Thread.detachNewThread {
      start.wait()
      results.set(number, Result { try body(number) })
      end.leave()
    }
  }
  for _ in 0..<count { start.signal() }
  end.wait()
  return results.all
}

private final class Results<T: Sendable>: Sendable {
  private let values: Mutex<[Result<T, any Error>?]>

  init(_ count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  func set(_ number: Int, _ result: Result<T, any Error>) {
    values.withLock { $0[number] = result }
  }

  var all: [Result<T, any Error>] { values.withLock { $0.compactMap { $0 } } }
}

/// A flag that threads share.
final class SharedFlag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set() { value.store(true, ordering: .releasing) }
}

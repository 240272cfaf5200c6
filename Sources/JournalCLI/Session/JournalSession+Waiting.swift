import JournalStore
import Platform

extension JournalSession {
  /// How long answers wait for another program, in seconds.
  private static let patience = 90

  /// Writes with `body`, again and again for a while if another program is writing.
  ///
  /// Each attempt waits for some seconds itself. For answers that took minutes to give
  /// that is not enough.
  ///
  /// - Parameter body: Writes, or fails without having changed anything.
  /// - Returns: The result of `body`.
  /// - Throws: The error of `body`.
  func waitingForOthers<T>(_ body: () throws -> T) throws -> T {
    let start = time(nil)
    var hasTold = false
    while true {
      do {
        return try body()
      } catch let error as JournalError {
        guard case .busy = error, context.ownsProcess, time(nil) - start < Self.patience else {
          throw error
        }
        if !hasTold {
          try context.say("Another program is writing to the journal; waiting for it.")
        }
        hasTold = true
      }
    }
  }
}

/// Runs worlds on all processors; the numbers do not depend on how many there are.
struct Study: Sendable {
  let seed: UInt64
  let workers: Int

  /// What becomes of the first `count` diaries of a world, in order.
  func map<Result: Sendable>(
    _ world: World, days: Int, count: Int, _ read: @escaping @Sendable (Life) -> Result
  ) async -> [Result] {
    await map(count) { read(world.life(days: days, seed: seed, index: $0)) }
  }

  /// The results of the first `count` numbers, in order.
  func map<Result: Sendable>(
    _ count: Int, _ result: @escaping @Sendable (_ index: Int) -> Result
  ) async -> [Result] {
    let parts = await withTaskGroup(of: (Int, [Result]).self) { group in
      for worker in 0..<workers {
        group.addTask {
          let results = stride(from: worker, to: count, by: workers).map(result)
          return (worker, results)
        }
      }
      var parts = [[Result]](repeating: [], count: workers)
      for await (worker, results) in group { parts[worker] = results }
      return parts
    }
    return (0..<count).map { parts[$0 % workers][$0 / workers] }
  }
}

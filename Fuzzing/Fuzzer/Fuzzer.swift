import FuzzTargets
import Glibc

/// The check of the target that the environment names.
@MainActor private var check: FuzzTarget.Check?

/// Called by libFuzzer, before the first input.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  guard let name = getenv("FUZZ_TARGET").map({ String(cString: $0) }),
    let target = FuzzTarget(rawValue: name)
  else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    say("Set FUZZ_TARGET to one of: \(names)")
    exit(64)
  }
  MainActor.assumeIsolated {
    do {
      check = try target.makeCheck()
    } catch {
      preconditionFailure("\(error)")
    }
  }
  return 0
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  MainActor.assumeIsolated {
    do {
      try check?(bytes)
    } catch {
      say("\(error)")
      abort()
    }
  }
  return 0
}

private func say(_ words: String) {
  let line = Array("\(words)\n".utf8)
  write(STDERR_FILENO, line, line.count)
}

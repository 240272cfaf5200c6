import CArguments

/// What was typed after the name of the program.
package enum ProgramArguments {
  /// The arguments, or `nil` if one of them is not UTF-8.
  package static var typed: [String]? {
    let kept = program_arguments()
    // Swift's own way would repair invalid bytes, and needs /proc.
    let first = kept ?? CommandLine.unsafeArgv
    let count = kept == nil ? CommandLine.argc : program_argument_count()
    var typed: [String] = []
    for index in 1..<max(1, Int(count)) {
      guard let bytes = first[index], let argument = String(validatingCString: bytes) else {
        return nil
      }
      typed.append(argument)
    }
    return typed
  }
}

import CArguments

/// What was typed after the name of the program.
package struct ProgramArguments {
  /// The arguments; bytes that are not UTF-8 became the replacement character.
  package private(set) var words: [String] = []
  /// Whether all of them are UTF-8.
  package private(set) var areText = true

  /// Reads the arguments of this process.
  package init() {
    // Swift's own way needs /proc.
    let kept = program_arguments()
    let first = kept ?? CommandLine.unsafeArgv
    let count = kept == nil ? CommandLine.argc : program_argument_count()
    for index in 1..<max(1, Int(count)) {
      guard let bytes = first[index] else { break }
      areText = areText && String(validatingCString: bytes) != nil
      words.append(String(cString: bytes))
    }
  }
}

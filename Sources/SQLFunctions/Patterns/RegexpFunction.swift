internal import CSQLiteExtension

extension ScalarFunction {
  /// `regexp(pattern, text)`, which is `text REGEXP pattern`.
  static func regexp() -> ScalarFunction {
    ScalarFunction("regexp") { (row, context) throws(FunctionError) in
      guard let pattern = try pattern(row, context) else { return nil }
      let isMatch = try row.withWrittenText(1) { (text) throws(FunctionError) in
        pattern.matches(text)
      }
      return isMatch.map { .integer($0 ? 1 : 0) }
    }
  }

  /// The pattern in argument 0, which is translated once if it is the same in all
  /// rows; `nil` for NULL.
  private static func pattern(
    _ row: borrowing Arguments, _ context: OpaquePointer?
  ) throws(FunctionError) -> Pattern? {
    if let kept = extension_kept(context, 0) {
      return Unmanaged<Pattern>.fromOpaque(kept).takeUnretainedValue()
    }
    let made = try row.withWrittenText(0) { (text) throws(FunctionError) in
      try Pattern(String(decoding: text, as: UTF8.self))
    }
    if let made {
      extension_keep(context, 0, Unmanaged.passRetained(made).toOpaque(), releaseFunction)
    }
    return made
  }
}

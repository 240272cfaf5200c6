internal import CSQLiteExtension

extension ScalarFunction {
  /// `concat(...)`: the arguments one after another; NULL is left out.
  static func concat() -> ScalarFunction {
    ScalarFunction("concat") { (row, context) throws(FunctionError) in
      guard row.count > 0 else { throw .refused("at least one argument is needed") }
      let joined = JoinedText(in: context)
      for index in 0..<row.count {
        _ = try row.withWrittenText(index) { (utf8) throws(FunctionError) in
          try joined.append(utf8)
        }
      }
      return .joined(joined, start: 0)
    }
  }

  /// `concat_ws(separator, ...)`: the arguments that are not NULL, with the separator
  /// between them.
  static func concatWithSeparator() -> ScalarFunction {
    ScalarFunction("concat_ws") { (row, context) throws(FunctionError) in
      guard row.count > 1 else {
        throw .refused("a separator and at least one other argument are needed")
      }
      guard try row.isKnown(0) else { return nil }
      let joined = JoinedText(in: context)
      var isFirst = true
      for index in 1..<row.count where try row.isKnown(index) {
        for part in isFirst ? [index] : [0, index] {
          _ = try row.withWrittenText(part) { (utf8) throws(FunctionError) in
            try joined.append(utf8)
          }
        }
        isFirst = false
      }
      return .joined(joined, start: 0)
    }
  }
}

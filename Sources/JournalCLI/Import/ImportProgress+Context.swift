import Platform

extension ImportProgress {
  /// The bar on the terminal of standard error; `nil` without a terminal.
  convenience init?(of total: Int, in context: CommandContext) {
    guard context.showsProgress else { return nil }
    self.init(of: total) { text in
      try? context.messages.write(text)
      try? context.messages.flush()
    }
  }
}

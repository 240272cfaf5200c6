internal import CLineEdit

/// Lines typed at the terminal on standard input, edited with libedit: with
/// earlier lines on the arrow keys, and completion on Tab.
///
/// libedit is loaded when the first editor opens. Between two lines the terminal
/// and the signals are as they were, except that Ctrl-C does nothing: it is meant
/// for what just ended.
package final class TerminalLines {
  /// What a person entered.
  package enum Entry: Equatable {
    /// A line, without its line feed.
    case line(String)
    /// Ctrl-C: the line is to be forgotten.
    case dropped
    /// Ctrl-D on an empty line, or the end of the terminal.
    case end
    /// A signal that ends the program.
    case ended(by: Int32)
  }

  /// How a word may go on.
  package struct Completion: Equatable {
    /// What to insert at the cursor; may be empty.
    package var insertion: String
    /// What to show below the line, where several words fit.
    package var choices: String

    package init(insertion: String, choices: String) {
      self.insertion = insertion
      self.choices = choices
    }
  }

  private let complete: (_ line: String, _ cursor: String.Index) -> Completion
  private var editor: OpaquePointer?
  private var formerInterrupt = sigaction()
  /// The signals of the line that is being typed.
  private var signals: SignalPipe?
  /// The signal that gave the line up.
  private var signal: Int32?

  /// Opens the editor; `nil` if libedit is missing or the terminal too simple.
  ///
  /// - Parameter complete: Returns how the word before the cursor may go on.
  package init?(
    complete: @escaping (_ line: String, _ cursor: String.Index) -> Completion
  ) {
    self.complete = complete
    editor = line_edit_open(
      line_edit_owner(
        context: Unmanaged.passUnretained(self).toOpaque(),
        next: { TerminalLines.of($0).next($1) },
        complete: { TerminalLines.of($0).complete($1, $2, $3) }))
    guard editor != nil else { return nil }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, &formerInterrupt)
  }

  deinit { close() }

  /// Restores the signals.
  package func close() {
    guard let editor else { return }
    self.editor = nil
    line_edit_close(editor)
    sigaction(SIGINT, &formerInterrupt, nil)
  }

  /// Waits for a line.
  package func next(prompt: String) -> Entry {
    guard let editor,
      let signals = SignalPipe(catching: [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH])
    else { return .end }
    (self.signals, signal) = (signals, nil)
    defer { signals.close() }
    var isGivenUp = false
    let line = line_edit_next(editor, prompt, &isGivenUp).map { String(cString: $0) }
    if isGivenUp, let signal { return signal == SIGINT ? .dropped : .ended(by: signal) }
    guard let line else { return .end }
    return .line(String(line.last == "\n" ? line.dropLast() : line[...]))
  }

  /// Lets the arrow keys bring back `line`.
  package func remember(_ line: String) {
    if let editor { line_edit_remember(editor, line) }
  }
}

// MARK: - Calls from the editor

extension TerminalLines {
  private static func of(_ context: UnsafeMutableRawPointer) -> TerminalLines {
    Unmanaged<TerminalLines>.fromOpaque(context).takeUnretainedValue()
  }

  /// Waits for the next character: 1 if there is one, 0 at the end, -1 after a
  /// signal that gives up the line.
  private func next(_ character: UnsafeMutablePointer<UInt32>) -> Int32 {
    var bytes: [UInt8] = []
    while true {
      if bytes.isEmpty, let signal = waitForInput() {
        self.signal = signal
        return -1
      }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count == 1 else { return 0 }
      // A byte that begins a character ends a broken one.
      if byte & 0xC0 != 0x80 { bytes = [] }
      bytes.append(byte)
      guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
        if bytes.count >= 4 { bytes = [] }
        continue
      }
      character.pointee = scalar.value
      return 1
    }
  }

  /// Waits until there is something to read; returns a signal that comes before.
  private func waitForInput() -> Int32? {
    guard let signals else { return nil }
    while true {
      if let signal = signals.next() {
        if let signal = obey(signal) { return signal }
        continue
      }
      var waits = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, 2, -1) > 0, waits[0].revents != 0 { return nil }
    }
  }

  /// Does what a signal asks for; returns it if it gives up the line.
  private func obey(_ signal: Int32) -> Int32? {
    guard let editor else { return signal }
    switch signal {
    case SIGTSTP:
      line_edit_suspend(editor)
      signals?.pass(signal)
      line_edit_resume(editor)
    case SIGWINCH: line_edit_resize(editor)
    default: return signal
    }
    return nil
  }

  private func complete(
    _ line: UnsafePointer<CChar>, _ length: Int, _ cursor: Int
  ) -> line_edit_result {
    let bytes = UnsafeRawBufferPointer(start: line, count: length)
    let before = String(decoding: bytes.prefix(cursor), as: UTF8.self)
    let text = before + String(decoding: bytes.dropFirst(cursor), as: UTF8.self)
    let place = text.utf8.index(text.startIndex, offsetBy: before.utf8.count)
    let completion = complete(text, place)
    if let editor, !completion.insertion.isEmpty {
      line_edit_insert(editor, completion.insertion)
    }
    guard completion.choices.isEmpty else {
      print("\n" + completion.choices)
      return LINE_EDIT_PRINTED
    }
    return completion.insertion.isEmpty ? LINE_EDIT_NOTHING : LINE_EDIT_INSERTED
  }
}

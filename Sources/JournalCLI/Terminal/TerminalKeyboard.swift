import Platform
import Presentation

/// The keyboard of a terminal, read key by key.
///
/// While it is open, the terminal neither waits for whole lines nor echoes the
/// typing. ``close()`` restores its mode, and so does every signal that ends the
/// program.
final class TerminalKeyboard: AnswerReader {
  private let descriptor: Int32
  private let echo: any ByteSink
  private let signals: SignalPipe
  private let former: termios
  private var isOpen = true
  private var isAtEnd = false
  /// Whether the cursor is still after the prompt.
  private var isLineOpen = false

  /// Opens the keyboard; `nil` if `descriptor` is not a terminal.
  ///
  /// - Parameters:
  ///   - descriptor: The source of the keys.
  ///   - echo: The output for prompts and typed text.
  init?(descriptor: Int32, echo: any ByteSink) {
    var former = termios()
    guard tcgetattr(descriptor, &former) == 0,
      let signals = SignalPipe(catching: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
    else { return nil }
    (self.descriptor, self.echo, self.signals, self.former) = (descriptor, echo, signals, former)
    readKeyByKey()
  }

  deinit { close() }

  /// Restores the terminal and the signals.
  func close() {
    guard isOpen else { return }
    isOpen = false
    // Surplus typing must not run as a shell command.
    restore(TCSAFLUSH)
    signals.close()
  }

  /// Throws if there was a signal since the latest key.
  ///
  /// - Throws: ``Interruption``.
  func checkForInterruption() throws {
    if let signal = signals.next() { try obey(signal) }
  }

  var takesKeys: Bool { true }

  func answer(to prompt: String, isOneKey: Bool) throws -> String? {
    guard !isAtEnd else { return nil }
    try show(prompt)
    var editor = LineEditor()
    while true {
      let key = try nextKey(showing: prompt, editor)
      switch key {
      case .enter:
        isLineOpen = editor.text.isEmpty
        if !isLineOpen { try show("\n") }
        return editor.text
      case .end:
        isAtEnd = true
        isLineOpen = false
        try show("\n")
        return editor.text.isEmpty ? nil : editor.text
      case .character(let character) where isOneKey:
        isLineOpen = true
        return String(character)
      case .erase where isOneKey:
        isLineOpen = true
        return "b"
      default: try show(editor.take(key))
      }
    }
  }

  func acknowledge(_ words: String) throws {
    if isLineOpen { try show(words + "\n") }
    isLineOpen = false
  }

  /// Returns the next key; after Ctrl-Z, shows the question again.
  private func nextKey(showing prompt: String, _ editor: LineEditor) throws -> Key {
    var bytes = Bytes(keyboard: self) { [self] in try show(prompt + editor.text) }
    return try bytes.nextKey()
  }

  private func show(_ text: String) throws {
    guard !text.isEmpty else { return }
    try echo.write(text)
    try echo.flush()
  }
}

// MARK: - The terminal's mode

extension TerminalKeyboard {
  private func readKeyByKey() {
    var mode = former
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &mode.c_cc) { controls in
      controls[Int(VMIN)] = 1
      controls[Int(VTIME)] = 0
    }
    // Keeps the keys typed ahead.
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }

  private func restore(_ when: Int32) {
    var mode = former
    tcsetattr(descriptor, when, &mode)
  }
}

// MARK: - Bytes and signals

extension TerminalKeyboard {
  /// The bytes that the terminal sends.
  private struct Bytes: ByteSource {
    let keyboard: TerminalKeyboard
    let redraw: () throws -> Void

    func next() throws -> UInt8? { try keyboard.byte(within: -1, redraw) }
    func nextAtOnce() throws -> UInt8? { try keyboard.byte(within: 50, redraw) }
  }

  /// Returns the next byte within a number of milliseconds, or without a limit if
  /// that is negative; `nil` if none came.
  ///
  /// - Throws: ``Interruption`` for a signal, or if the terminal is gone.
  private func byte(within milliseconds: Int32, _ redraw: () throws -> Void) throws -> UInt8? {
    while true {
      var waits = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waits, 2, milliseconds)
      if let signal = signals.next() {
        try obey(signal)
        try redraw()
        continue
      }
      guard ready != 0 else { return nil }
      // Another signal, such as that of a new window size.
      guard ready > 0 else { continue }
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count == 1 else { throw Interruption(signal: SIGHUP) }
      return byte
    }
  }

  /// Stops for Ctrl-Z and then continues; ends for any other signal.
  private func obey(_ signal: Int32) throws {
    restore(TCSADRAIN)
    try show("\n")
    guard signal == SIGTSTP else {
      close()
      throw Interruption(signal: signal)
    }
    signals.pass(signal)
    readKeyByKey()
  }
}

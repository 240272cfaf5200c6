/// What a command left behind: its exit status, its results and its messages.
struct Transcript: Equatable {
  let status: Int32
  let output: String
  let messages: String

  init(_ status: Int32 = 0, output: String = "", messages: String = "") {
    self.status = status
    self.output = output
    self.messages = messages
  }
}

/// An SVG picture of lines, boxes and words.
///
/// Colours are classes, so that the page sets them for its light and dark modes
/// (``Palette``).
struct Drawing {
  /// Its size, in the units of the coordinates.
  let width: Double
  let height: Double
  private var body = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The position of text relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
    body +=
      "<line class=\"\(name)\" x1=\"\(c(x1))\" y1=\"\(c(y1))\" x2=\"\(c(x2))\" y2=\"\(c(y2))\"/>\n"
  }

  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String,
    opacity: Double? = nil
  ) {
    body +=
      "<rect class=\"\(name)\" x=\"\(c(x))\" y=\"\(c(y))\" width=\"\(c(max(width, 0.2)))\" "
      + "height=\"\(c(max(height, 0)))\"\(attribute(opacity))/>\n"
  }

  mutating func dot(
    _ x: Double, _ y: Double, _ radius: Double, _ name: String, opacity: Double? = nil
  ) {
    body +=
      "<circle class=\"\(name)\" cx=\"\(c(x))\" cy=\"\(c(y))\" r=\"\(c(radius))\""
      + "\(attribute(opacity))/>\n"
  }

  private func attribute(_ opacity: Double?) -> String {
    opacity.map { " fill-opacity=\"\(Scale.text($0, 2))\"" } ?? ""
  }

  mutating func path(_ points: [(x: Double, y: Double)], _ name: String) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map { "L\(c($0.x)) \(c($0.y))" }.joined()
    body += "<path class=\"\(name)\" d=\"M\(c(first.x)) \(c(first.y))\(rest)\"/>\n"
  }

  mutating func text(_ x: Double, _ y: Double, _ text: String, _ anchor: Anchor = .start) {
    body +=
      "<text x=\"\(c(x))\" y=\"\(c(y))\" text-anchor=\"\(anchor.rawValue)\">"
      + "\(MarkupText.escaped(text))</text>\n"
  }

  /// The whole picture, with a title and description for screen readers.
  ///
  /// - Parameters:
  ///   - id: A name that is unique on the page.
  ///   - title: The subject, in a few words.
  ///   - description: The content, in words.
  /// - Returns: An `svg` element.
  func svg(id: String, title: String, description: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(c(width)) \(c(height))" role="img" \
    aria-labelledby="\(id)-title \(id)-text">
    <title id="\(id)-title">\(MarkupText.escaped(title))</title>
    <desc id="\(id)-text">\(MarkupText.escaped(description))</desc>
    \(body)</svg>
    """
  }

  /// The whole picture as a file of its own, with its colours and its background.
  ///
  /// - Parameters:
  ///   - title: The subject, in a few words.
  ///   - description: The content, in words.
  /// - Returns: An SVG document.
  func document(title: String, description: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(c(width))" height="\(c(height))" \
    viewBox="0 0 \(c(width)) \(c(height))" role="img" aria-labelledby="title description">
    <title id="title">\(MarkupText.escaped(title))</title>
    <desc id="description">\(MarkupText.escaped(description))</desc>
    <style>
    \(Palette.pictureStyle)
    </style>
    <rect class="ground" width="100%" height="100%"/>
    \(body)</svg>

    """
  }

  /// A coordinate to a tenth.
  private func c(_ value: Double) -> String {
    let tenths = Int((max(-1e6, min(1e6, value)) * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = abs(tenths) % 10
    return "\(sign)\(abs(tenths) / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}

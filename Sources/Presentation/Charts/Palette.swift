/// The colours of Okabe and Ito 2008, which are distinct in every type of colour
/// vision, as style rules for the classes of the charts.
///
/// Nothing depends on colour alone: pain is a line with round marks, load is bars,
/// and adjusted values have square marks.
public enum Palette {
  /// A colour of a role on a light and on a dark page.
  public struct Pair: Sendable {
    /// Its purpose.
    public let role: String
    /// On a light background, as `#rrggbb`.
    public let light: String
    /// On a dark background.
    public let dark: String
  }

  /// The background, the text and the charts.
  public static let pairs = [
    Pair(role: "ground", light: "#ffffff", dark: "#15181c"),
    Pair(role: "words", light: "#1b1b1b", dark: "#ececec"),
    Pair(role: "quiet", light: "#595959", dark: "#b4b4b4"),
    Pair(role: "rule", light: "#d5d5d5", dark: "#3d4248"),
    Pair(role: "pain", light: "#d55e00", dark: "#e69f00"),
    Pair(role: "load", light: "#0072b2", dark: "#56b4e9"),
    Pair(role: "flare", light: "#cc79a7", dark: "#cc79a7"),
  ]

  /// The style rules, with a dark version if the reader prefers it.
  public static let style = """
    :root{color-scheme:light dark;\(pairs.map { "--\($0.role):\($0.light)" }.joined(separator: ";"))}
    @media (prefers-color-scheme:dark){:root{\
    \(pairs.map { "--\($0.role):\($0.dark)" }.joined(separator: ";"))}}
    @media print{:root{color-scheme:light;\
    \(pairs.map { "--\($0.role):\($0.light)" }.joined(separator: ";"))}}
    svg{display:block;width:100%;height:auto}
    \(rules { "var(--\($0.role))" })
    """

  /// The style rules of a picture that is a file of its own: not every viewer knows
  /// variables.
  static let pictureStyle = """
    \(rules(\.light))
    .ground{fill:\(pairs[0].light)}
    @media (prefers-color-scheme:dark){\(rules(\.dark))
    .ground{fill:\(pairs[0].dark)}}
    """

  /// The rules for the classes of charts.
  private static func rules(_ colour: (Pair) -> String) -> String {
    let colours = Dictionary(uniqueKeysWithValues: pairs.map { ($0.role, colour($0)) })
    func of(_ role: String) -> String { colours[role] ?? "" }
    return """
      svg text{fill:\(of("quiet"));font:12px system-ui,sans-serif}
      .axis{stroke:\(of("quiet"));stroke-width:1}.grid{stroke:\(of("rule"));stroke-width:1}
      .flare{fill:\(of("flare"));fill-opacity:.3}.mark{fill:\(of("quiet"))}
      .load{fill:\(of("load"))}.load-line{stroke:\(of("load"));stroke-width:1.6}
      .pain{fill:\(of("pain"))}.pain-line{stroke:\(of("pain"));stroke-width:1.6;fill:none}
      """
  }
}

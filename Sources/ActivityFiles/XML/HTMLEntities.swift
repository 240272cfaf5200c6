/// HTML's names for letters, which some programs write into XML.
enum HTMLEntities {
  /// The letter `name` in UTF-8, or `nil` if there is none.
  static func letter(named name: some Sequence<UInt8>) -> [UInt8]? {
    letters[String(decoding: Array(name), as: UTF8.self)]
  }

  /// The longest name, in bytes.
  static let longestName = 8

  private static let letters: [String: [UInt8]] = {
    var letters: [String: [UInt8]] = [:]
    for (index, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
      letters[String(name)] = Unicode.Scalar(UInt32(0xA0 + index)).map { Array(String($0).utf8) }
    }
    for (name, letter) in others { letters[name] = Array(letter.utf8) }
    return letters
  }()

  /// The names of the letters from U+00A0.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
    Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
    Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide
    oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  private static let others: [(String, String)] = [
    ("OElig", "Œ"), ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("Yuml", "Ÿ"),
    ("ndash", "–"), ("mdash", "—"), ("lsquo", "‘"), ("rsquo", "’"), ("sbquo", "‚"), ("ldquo", "“"),
    ("rdquo", "”"), ("bdquo", "„"), ("bull", "•"), ("hellip", "…"), ("euro", "€"), ("trade", "™"),
    ("larr", "←"), ("rarr", "→"), ("hearts", "♥"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"), ("lsaquo", "‹"), ("rsaquo", "›"), ("dagger", "†"), ("permil", "‰"),
  ]
}

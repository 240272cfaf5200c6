/// A part of a pattern.
indirect enum PatternNode {
  case nothing
  case scalar(UInt32)
  case anything
  case set(ScalarSet)
  case place(PatternPlace)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, least: Int, most: Int?)
}

/// A place in a text, which has no length.
enum PatternPlace: BitwiseCopyable {
  case start
  case end
  case wordEdge
  case withinWord
}

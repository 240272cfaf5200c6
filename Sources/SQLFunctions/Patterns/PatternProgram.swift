/// A step of a pattern as a machine that is in several places at once.
enum PatternStep: BitwiseCopyable {
  case scalar(UInt32)
  case anything
  /// By the number of the set.
  case set(Int32)
  case place(PatternPlace)
  /// Goes on at both steps.
  case fork(Int32, Int32)
  case jump(Int32)
  case found
}

/// A pattern as steps.
///
/// Thompson 1968, *Communications of the ACM* 11:419, has the idea.
struct PatternProgram {
  /// The most steps: matching takes this time for each character of a text.
  private static let longest = 2000
  /// The most parts that are visited, also those without steps.
  private static let mostVisits = 20_000

  private(set) var steps: [PatternStep] = []
  private(set) var sets: [ScalarSet] = []
  private let isCaseBlind: Bool
  private var visits = 0

  /// Translates a pattern.
  ///
  /// - Throws: ``FunctionError/refused(_:)`` if it has too many steps.
  init(_ node: PatternNode, isCaseBlind: Bool) throws(FunctionError) {
    self.isCaseBlind = isCaseBlind
    try add(node)
    try append(.found)
  }

  private var end: Int32 { Int32(steps.count) }

  private mutating func append(_ step: PatternStep) throws(FunctionError) {
    guard steps.count < Self.longest else { throw Pattern.tooLarge }
    steps.append(step)
  }

  private mutating func add(_ node: PatternNode) throws(FunctionError) {
    visits += 1
    guard visits <= Self.mostVisits else { throw Pattern.tooLarge }
    switch node {
    case .nothing: break
    case .scalar(let scalar): try append(.scalar(isCaseBlind ? lowercase(scalar) : scalar))
    case .anything: try append(.anything)
    case .set(let set):
      try append(.set(Int32(sets.count)))
      sets.append(set)
    case .place(let place): try append(.place(place))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let options): try addChoice(options[...])
    case .repeated(let part, let least, let most): try addRepeated(part, least, most)
    }
  }

  private mutating func addChoice(_ options: ArraySlice<PatternNode>) throws(FunctionError) {
    var jumps: [Int] = []
    for option in options.dropLast() {
      let fork = steps.count
      try append(.fork(0, 0))
      try add(option)
      jumps.append(steps.count)
      try append(.jump(0))
      steps[fork] = .fork(Int32(fork + 1), end)
    }
    if let last = options.last { try add(last) }
    for jump in jumps { steps[jump] = .jump(end) }
  }

  private mutating func addRepeated(
    _ part: PatternNode, _ least: Int, _ most: Int?
  ) throws(FunctionError) {
    for _ in 0..<least { try add(part) }
    guard let most else {
      let fork = steps.count
      try append(.fork(0, 0))
      try add(part)
      try append(.jump(Int32(fork)))
      steps[fork] = .fork(Int32(fork + 1), end)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(steps.count)
      try append(.fork(0, 0))
      try add(part)
    }
    for fork in forks { steps[fork] = .fork(Int32(fork + 1), end) }
  }
}

/// The inner loop of a fit: residuals and leverages of the days of one weekday.
///
/// Two days at a time, with every factor twice in its own vector: that fits the
/// registers of a plain x86-64 machine.
struct ResidualKernel: ~Copyable {
  private typealias Pair = SIMD2<Double>

  private let factors: UnsafeMutablePointer<SIMD2<Double>>
  private let columns: UnsafePointer<Double>
  private let stride: Int

  init(
    inverse: SmallMatrix, slopes: (SIMD8<Double>, SIMD8<Double>),
    basis: borrowing OrthonormalBasis
  ) {
    factors = .allocate(capacity: 42)
    columns = UnsafePointer(basis.columns.start)
    stride = basis.stride
    var next = 0
    func append(_ value: Double) {
      (factors + next).initialize(to: Pair(repeating: value))
      next += 1
    }
    for i in 0..<7 { append(slopes.0[i]) }
    for i in 0..<7 { append(slopes.1[i]) }
    for i in 0..<7 { for j in 0...i { append(inverse[i, j]) } }
  }

  deinit { factors.deallocate() }

  /// Fills `residuals` for the slots of one weekday.
  ///
  /// ```text
  /// eₓ = x − Σ cⱼ qⱼ − offset,   h = share + Σ (Σ Lᵢⱼ⁻¹ qⱼ − shiftᵢ)²
  /// ```
  func run(
    _ slots: Range<Int>, share: Double, shift: SIMD8<Double>, offsets: (Double, Double),
    regressor: borrowing Buffer, rows: borrowing UsedRows, residuals: borrowing Residuals
  ) {
    let (x, y, weights) = (regressor.start, rows.outcome.start, rows.weight.start)
    let (ex, ey) = (residuals.regressor.start, residuals.outcome.start)
    let leverages = residuals.leverage.start
    let end = slots.lowerBound + Buffer.wholeFours(slots.count)
    for slot in Swift.stride(from: slots.lowerBound, to: end, by: 2) {
      let q = InlineArray<7, Pair> { columns.two($0 &* stride &+ slot) }
      let weight = weights.two(slot)
      var restX = x.two(slot) - offsets.0
      var restY = y.two(slot) - offsets.1
      for j in 0..<7 {
        restX -= factors[j] * q[j]
        restY -= factors[7 + j] * q[j]
      }
      var leverage = Pair(repeating: share)
      var next = 14
      for i in 0..<7 {
        var z = Pair(repeating: -shift[i])
        for j in 0...i { z += factors[next &+ j] * q[j] }
        next &+= i + 1
        leverage += z * z
      }
      ex.setTwo(slot, restX * weight)
      ey.setTwo(slot, restY * weight)
      leverages.setTwo(slot, leverage * weight)
    }
  }
}

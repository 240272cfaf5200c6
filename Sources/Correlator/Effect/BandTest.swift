internal import RealModule

/// Whether short, middle and long runs are followed by different pain: a test of
/// shape at lag 1.
///
/// The runner's own runs are cut at their thirds, each gets a dummy, and rest days
/// are the reference. With *e*_D for the residuals of the dummies given the
/// controls of ``AdjustedEffect``, A = (e_D′e_D)⁻¹ and *M* for the HC3 middle,
///
/// ```text
/// b = A e_D′e_y,   V = A M A,   W = b′ V⁻¹ b
/// ```
///
/// A slope misses an effect whose sign changes with the length of the run.
public struct BandTest: Equatable, Sendable {
  /// A third of the runs.
  public struct Band: Equatable, Sendable {
    /// 0 for the shortest runs, 2 for the longest.
    public let index: Int

    /// The days in this band that the model uses.
    public let runs: Int

    /// Points of pain relative to a rest day.
    public let points: Double

    /// The standard error of `points`.
    public let standardError: Double

    /// Two-sided.
    public let p: Double

    /// The 95 % interval of `points`.
    public let ci95: Interval

    /// The cross-check of this band given the others; `nil` if undefined, or if
    /// nobody needed it yet.
    public fileprivate(set) var crossCheckP: Double?

    /// What the cross-check needs.
    fileprivate let weeks: WeekSums?

    /// `points` / `standardError`.
    public var t: Double { points / standardError }
  }

  /// The loads that part the bands: a band holds those up to its limit.
  public let limits: Interval

  /// The number of days used.
  public let pairs: Int

  /// The number of controls that are independent of each other.
  public let controls: Int

  /// *W*.
  public let wald: Double

  /// *p* of W/d with *d* and *m* − *q* − *d* degrees of freedom.
  public let p: Double

  /// The bands with runs, shortest first; two or three.
  public fileprivate(set) var bands: [Band]

  /// *m* − *q* − *d*.
  public var degreesOfFreedom: Int { pairs - controls - bands.count }

  /// The bands that are followed by more pain, if the test counts.
  public var hurting: [Int] {
    counts ? bands.filter { $0.t > 2.4 && ($0.crossCheckP ?? 1) < 0.05 }.map(\.index) : []
  }

  /// The bands that are followed by less pain, if the test counts.
  public var easing: [Int] { counts ? bands.filter { $0.t < -2.4 }.map(\.index) : [] }

  /// The same with the cross-check of every band, the most expensive step.
  func checked() -> BandTest {
    var test = self
    let open = bands.indices.filter { bands[$0].weeks != nil && bands[$0].crossCheckP == nil }
    for (place, check) in zip(open, WeekCrossCheck.all(open.compactMap { bands[$0].weeks })) {
      test.bands[place].crossCheckP = check.p
    }
    return test
  }

  /// Whether *W* exceeds its bar.
  public var counts: Bool {
    wald > confidenceBar(pairs: pairs, alpha: VerdictLags.bands, dimensions: bands.count)
  }
}

extension EffectVersion {
  /// The test of bands at lag 1; `nil` with fewer than 60 days, fewer than two
  /// bands, a band of one to seven days, or if it cannot be computed.
  func testOfBands() -> BandTest? {
    let runs = diary.load.filter { $0 > 0 }
    let slots = regression.slots(at: 1)
    guard runs.count >= 3, let lower = quantile(1.0 / 3, of: runs),
      let upper = quantile(2.0 / 3, of: runs), slots.count >= 60
    else { return nil }
    let bandOfRow = slots.map { slot -> Int? in
      let load = regression.design.regressor[slot]
      return load <= 0 ? nil : load <= lower ? 0 : load <= upper ? 1 : 2
    }
    let runsInBand = (0..<3).map { band in bandOfRow.count { $0 == band } }
    let used = (0..<3).filter { runsInBand[$0] > 0 }
    guard used.count >= 2, used.allSatisfy({ runsInBand[$0] >= 8 }) else { return nil }
    let controls = RowControls(regression.design, slots: slots)
    guard let fit = BandFit(self, controls, bandOfRow, used) else { return nil }
    let df = Double(slots.count - controls.count - used.count)
    guard let quantile = StudentT.quantile(0.975, degreesOfFreedom: df) else { return nil }
    var bands: [BandTest.Band] = []
    for (place, band) in used.enumerated() {
      let (points, se) = (fit.points[place], fit.standardErrors[place])
      guard let p = StudentT.twoSidedP(points / se, degreesOfFreedom: df) else { return nil }
      bands.append(
        BandTest.Band(
          index: band, runs: runsInBand[band], points: points, standardError: se, p: p,
          ci95: Interval(lower: points - quantile * se, upper: points + quantile * se),
          weeks: fit.weeks[place]))
    }
    let test = BandTest(
      limits: Interval(lower: lower, upper: upper), pairs: slots.count, controls: controls.count,
      wald: fit.wald,
      p: fisherTail(
        fit.wald / Double(used.count), numerator: used.count, denominator: df),
      bands: bands)
    return test.counts ? test.checked() : test
  }
}

/// The joint fit of two or three dummies.
private struct BandFit {
  let points: SIMD3<Double>
  let standardErrors: SIMD3<Double>
  /// What the cross-check of each band needs.
  let weeks: [WeekSums?]
  let wald: Double

  /// `nil` if the dummies or their scatter leave too little to estimate.
  init?(
    _ version: EffectVersion, _ controls: borrowing RowControls, _ bandOfRow: [Int?],
    _ used: [Int]
  ) {
    let (rows, count, stride) = (controls.slots.count, used.count, controls.stride)
    guard rows - controls.count - count >= 5 else { return nil }
    let dummies = Buffer(count: count * stride)
    for (place, band) in used.enumerated() {
      for (row, other) in bandOfRow.enumerated() where other == band {
        dummies[place * stride + row] = 1
      }
    }
    let left = Buffer(count: count * stride)
    left.start.update(from: dummies.start, count: count * stride)
    for place in 0..<count {
      let v = left.start + place * stride
      let share = dot(v, v, count: stride) / Double(rows)
      controls.removeProjection(from: v)
      // A dummy's variation is n p (1 − p).
      guard dot(v, v, count: stride) > 1e-9 * Double(rows) * share * (1 - share) else {
        return nil
      }
    }
    guard OrthonormalBasis(of: left, columns: count, stride: stride).count == count else {
      return nil
    }
    let outcome = controls.column { version.regression.outcome(of: $0, lag: 1) }
    let rest = Buffer(count: stride)
    rest.start.update(from: outcome.start, count: stride)
    controls.removeProjection(from: rest.start)
    func dummiesLeft(_ row: Int) -> SIMD3<Double> {
      var e = SIMD3<Double>.zero
      for place in 0..<count { e[place] = left[place * stride + row] }
      return e
    }
    var gram = Matrix3(size: count)
    var products = SIMD3<Double>.zero
    for row in 0..<rows {
      gram.add(1, dummiesLeft(row))
      products += dummiesLeft(row) * rest[row]
    }
    guard let inverse = gram.inverse() else { return nil }
    points = inverse.times(products)
    var middle = Matrix3(size: count)
    var squares = 0.0
    for row in 0..<rows {
      let e = dummiesLeft(row)
      let u = rest[row] - (e * points).sum()
      squares += u * u
      let unexplained = 1 - controls.leverage(row) - inverse.quadratic(e)
      guard unexplained > 1e-8 else { continue }
      middle.add(u / unexplained * (u / unexplained), e)
    }
    let diagonal = middle.diagonal
    guard squares > 1e-9, middle.determinant > 1e-10 * diagonal[0] * diagonal[1] * diagonal[2],
      let inverseMiddle = middle.inverse()
    else { return nil }
    // V⁻¹ = A⁻¹ M⁻¹ A⁻¹, and A⁻¹ b is the vector of products.
    wald = inverseMiddle.quadratic(products)
    standardErrors = inverse.diagonalAround(middle).squareRoot()
    weeks = (0..<count).map { place -> WeekSums? in
      let others = Buffer(count: (count - 1) * stride)
      for (index, other) in (0..<count).filter({ $0 != place }).enumerated() {
        (others.start + index * stride).update(from: left.start + other * stride, count: stride)
      }
      let dummy = Buffer(count: stride)
      dummy.start.update(from: dummies.start + place * stride, count: stride)
      return controls.fit(dummy, outcome, others: others, version.regression.design)?.weeks
    }
  }
}

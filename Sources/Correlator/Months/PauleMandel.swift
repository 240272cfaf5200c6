/// The variance between groups that explains their scatter exactly.
///
/// With weights *w* = 1/(*v* + τ²) and their weighted mean μ, the τ² ≥ 0 that
/// solves Σ w (b − μ)² = k − 1 for *k* groups; 0 if the groups scatter less than
/// their own errors.
///
/// - Parameters:
///   - estimates: One value per group.
///   - variances: Their squared standard errors, all positive.
/// - Returns: τ², 0 for fewer than two groups.
/// - Complexity: O(*k*) for each of two hundred bisections.
///
/// Source: Paule and Mandel 1982, *J. Res. NBS* 87:377.
public func pauleMandel(_ estimates: [Double], variances: [Double]) -> Double {
  let groups = Array(zip(estimates, variances))
  guard groups.count >= 2 else { return 0 }
  func excess(_ tau: Double) -> Double {
    let mean = weightedMean(groups, tau)
    let scatter = groups.reduce(0) { sum, group in
      sum + (group.0 - mean) * (group.0 - mean) / (group.1 + tau)
    }
    return scatter - Double(groups.count - 1)
  }
  guard excess(0) > 0 else { return 0 }
  var (low, high) = (0.0, 1.0)
  while excess(high) > 0, high < 1e300 { high *= 2 }
  for _ in 0..<200 {
    let middle = (low + high) / 2
    if excess(middle) > 0 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// μ = Σ b/(v + τ²) / Σ 1/(v + τ²).
func weightedMean(_ groups: [(Double, Double)], _ tau: Double) -> Double {
  groups.reduce(0) { $0 + $1.0 / ($1.1 + tau) } / groups.reduce(0) { $0 + 1 / ($1.1 + tau) }
}

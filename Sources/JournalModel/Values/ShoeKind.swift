/// The purpose of a shoe.
public enum ShoeKind: String, CaseIterable, FieldKindValue {
  /// Cushioned.
  case cushioned
  /// Supports the foot.
  case stability
  /// With little between foot and ground.
  case minimal
  /// For trails.
  case trail
  /// For races.
  case racing
  /// With spikes.
  case spikes
  /// Something else.
  case other
}

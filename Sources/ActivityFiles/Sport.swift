/// What was done, as far as a runner's journal tells sports apart.
public enum Sport: Hashable, Sendable {
  /// Running of every kind: road, trail, track, treadmill.
  case run
  /// Walking and hiking.
  case walk
  /// Cycling of every kind.
  case ride
  /// Swimming of every kind.
  case swim
  /// Anything else, by the name that the file has for it, in lower case.
  case other(String)
}

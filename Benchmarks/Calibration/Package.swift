// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that its dependencies never reach a user.
let package = Package(
  name: "Calibration",
  dependencies: [
    .package(name: "nerve", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "calibrate",
      dependencies: [
        .product(name: "Correlator", package: "nerve"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Calibrate"),
    .executableTarget(
      name: "diaries",
      dependencies: [.product(name: "Correlator", package: "nerve")],
      path: "Sources/Diaries"),
  ]
)

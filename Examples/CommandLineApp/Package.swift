// swift-tools-version: 6.0
import PackageDescription

// A command-line app that makes videos with either of two services: it asks before it spends, and picks
// up what a crash left.
let package = Package(
  name: "CommandLineApp",
  platforms: [.macOS(.v13)],
  products: [.executable(name: "make-video", targets: ["make-video"])],
  dependencies: [
    .package(name: "TypedMedia", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    .target(
      name: "MakeVideo",
      dependencies: [
        .product(name: "Fal", package: "TypedMedia"),
        .product(name: "FalSandbox", package: "TypedMedia"),
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "make-video", dependencies: ["MakeVideo"]),
    .testTarget(name: "MakeVideoTests", dependencies: ["MakeVideo"]),
  ],
  swiftLanguageModes: [.v6]
)

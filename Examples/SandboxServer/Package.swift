// swift-tools-version: 6.0
import PackageDescription

// The services' sandboxes over HTTP: for curl, for clients in other languages, for acceptance tests.
let package = Package(
  name: "SandboxServer",
  platforms: [.macOS(.v14)],
  products: [.library(name: "SandboxServer", targets: ["SandboxServer"])],
  dependencies: [
    .package(name: "TypedMedia", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .target(
      name: "SandboxServer",
      dependencies: [
        .product(name: "FalSandbox", package: "TypedMedia"),
        .product(name: "HedraSandbox", package: "TypedMedia"),
        .product(name: "HedraV3Sandbox", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
        .product(name: "IndoxHubSandbox", package: "TypedMedia"),
        .product(name: "ReplicateSandbox", package: "TypedMedia"),
        .product(name: "Fal", package: "TypedMedia"),
        .product(name: "Hedra", package: "TypedMedia"),
        .product(name: "HedraV3", package: "TypedMedia"),
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "IndoxHub", package: "TypedMedia"),
        .product(name: "Replicate", package: "TypedMedia"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]
    ),
    .executableTarget(name: "sandbox-server", dependencies: ["SandboxServer"]),
    .testTarget(
      name: "SandboxServerTests",
      dependencies: [
        "SandboxServer",
        .product(name: "Hedra", package: "TypedMedia"),
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "IndoxHub", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

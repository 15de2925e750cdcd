// swift-tools-version: 6.0
import PackageDescription

// What `swift run demo` shows of Hoox, by the other services; and what it does not show, Hoox's
// avatars.
let package = Package(
  name: "OtherServices",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    .executableTarget(
      name: "other-services",
      dependencies: [
        .product(name: "HedraSandbox", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
        .product(name: "IndoxHubSandbox", package: "TypedMedia"),
        .product(name: "ReplicateSandbox", package: "TypedMedia"),
      ],
      path: "Sources/OtherServices")
  ],
  swiftLanguageModes: [.v6]
)

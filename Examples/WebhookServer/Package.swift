// swift-tools-version: 6.0
import PackageDescription

// A server that takes Hoox's webhooks, and a program that shows it at work in the sandbox.
let package = Package(
  name: "WebhookServer",
  platforms: [.macOS(.v14)],
  products: [.library(name: "WebhookServer", targets: ["WebhookServer"])],
  dependencies: [
    .package(name: "TypedMedia", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .target(
      name: "WebhookServer",
      dependencies: [
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]
    ),
    // A sender that does everything wrong, for the program and the tests.
    .target(
      name: "Rehearsal",
      dependencies: [.product(name: "TypedMediaSandbox", package: "TypedMedia")]
    ),
    .executableTarget(name: "webhook-server", dependencies: ["Rehearsal", "WebhookServer"]),
    .testTarget(name: "WebhookServerTests", dependencies: ["Rehearsal", "WebhookServer"]),
  ],
  swiftLanguageModes: [.v6]
)

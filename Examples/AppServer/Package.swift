// swift-tools-version: 6.0
import PackageDescription

// A server of an app's own, with the key: it takes the app's requests, and the service's webhooks.
let package = Package(
  name: "AppServer",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "RequestRoutes", targets: ["RequestRoutes"]),
    .library(name: "WebhookServer", targets: ["WebhookServer"]),
  ],
  dependencies: [
    .package(name: "AppClient", path: "../AppClient"),
    .package(name: "TypedMedia", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    // What an app asks for: requests in, job handles out.
    .target(
      name: "RequestRoutes",
      dependencies: [
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]
    ),
    // What the service says: webhooks in, results to the app.
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
      dependencies: [.product(name: "HooxSandbox", package: "TypedMedia")]
    ),
    // What the programs have in common.
    .target(name: "Programs"),
    // Both at one port.
    .executableTarget(
      name: "app-server",
      dependencies: [
        "Programs", "RequestRoutes", "WebhookServer",
        .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
    // Webhooks alone, at work.
    .executableTarget(
      name: "webhook-server", dependencies: ["Programs", "Rehearsal", "WebhookServer"]),
    .testTarget(
      name: "RequestRoutesTests", dependencies: ["Rehearsal", "RequestRoutes", "WebhookServer"]),
    // The app itself, against the server.
    .testTarget(
      name: "AppClientTests",
      dependencies: [
        "RequestRoutes", "WebhookServer", .product(name: "AppClient", package: "AppClient"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
    .testTarget(name: "WebhookServerTests", dependencies: ["Rehearsal", "WebhookServer"]),
  ],
  swiftLanguageModes: [.v6]
)
